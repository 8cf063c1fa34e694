"""Bridges: a line between two parts moves nothing and runs through nothing, or there is none."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from explorer.layout.bridge import bridged
from explorer.layout.layered import layered
from explorer.layout.model import Area, Box, Route, Sketch, Wire
from explorer.layout.part import MOST_ACROSS
from explorer.layout.picture import Options, Picture
from tests.layout.judge import crossed, faults, loose_ends, shapes, smeared, unwieldy
from tests.layout.sketches import joined, row
from tests.layout.webs import named, scattered, web

_MARGIN = Options().margin


def _stand(picture: Picture) -> dict[str, tuple[float, float]]:
    # Laid out on arrays, boxes stand at thousandths of a pixel.
    return {box.id: (round(box.x, 2), round(box.y, 2)) for box in picture.boxes}


def _parts(seed: int) -> Sketch:
    one, other = web(20, 26, seed, words=0.2), named(web(14, 18, seed + 50), "other-")
    return Sketch((*one.blocks, *other.blocks), (*one.wires, *other.wires))


def _drawn_on_arrays(sketch: Sketch) -> Picture:
    """A picture that had one before: nothing in it is to move by even a hair."""
    return layered(sketch, Options(previous=layered(sketch)))


@pytest.mark.parametrize("seed", range(8))
def test_a_new_line_between_two_parts_moves_nothing_and_runs_through_nothing(seed: int) -> None:
    sketch, chance = _parts(seed), Random(seed)
    before = _drawn_on_arrays(sketch)
    wire = Wire("new", f"b{chance.randrange(20)}", f"other-b{chance.randrange(14)}")
    after = layered(replace(sketch, wires=(*sketch.wires, wire)), Options(previous=before))
    assert [*crossed(after), *loose_ends(after), *unwieldy(after)] == []
    assert after.route_by_id["new"].target == wire.target
    assert {box.part for box in after.boxes} == {0, 1}
    assert after.boxes == before.boxes
    for one, other in zip(before.labels, after.labels, strict=True):
        assert other.id == one.id
        assert max(abs(other.x - one.x), abs(other.y - one.y)) < 0.01
    for route in before.routes:
        other_route = after.route_by_id[route.id]
        assert np.abs(np.array(other_route.curve[::3]) - np.array(route.curve[::3])).max() < 0.01


def test_words_of_a_bridge_stand_where_there_is_room() -> None:
    sketch = _parts(3)
    before = _drawn_on_arrays(sketch)
    wire = Wire("new", "b0", "other-b3", 80.0, 16.0)
    after = layered(replace(sketch, wires=(*sketch.wires, wire)), Options(previous=before))
    (label,) = [area for area in after.labels if area.id == "new"]
    assert (label.width, label.height) == (80.0, 16.0)
    assert faults(after) == []
    left, top = min(x for x, _ in after.route_by_id["new"].curve), min(y for _, y in after.route_by_id["new"].curve)
    assert label.x + 80 > left
    assert label.y + 16 > top


def test_a_bridge_keeps_off_the_words_of_others() -> None:
    boxes = Box("a", 0, 0, 100, 40), Box("b", 400, 0, 100, 40)
    picture = Picture(boxes, labels=(Area("other", 200, 10, 80, 16),))
    made = bridged(picture, [Wire("w", "a", "b")], _MARGIN)
    assert made is not None
    assert list(smeared(made)) == []


def test_words_of_a_bridge_do_not_lie_on_another_line() -> None:
    boxes = (
        Box("a", 0, 0, 100, 40),
        Box("b", 600, 0, 100, 40),
        Box("c", 250, -200, 100, 40),
        Box("d", 250, 200, 100, 40),
    )
    upright = Route(
        "old", "c", "d", ((350, -180), (360, -180), (360, -180), (360, 20), (360, 20), (360, 220), (350, 220))
    )
    made = bridged(Picture(boxes, (upright,)), [Wire("w", "a", "b", 60.0, 16.0)], _MARGIN)
    assert made is not None
    assert list(smeared(made)) == []


def test_a_bridge_with_a_mark_has_one_on_its_line() -> None:
    picture = Picture((Box("a", 0, 0, 100, 40), Box("b", 300, 200, 100, 40)))
    made = bridged(picture, [Wire("w", "a", "b", mark=17.0)], _MARGIN)
    assert made is not None
    (route,) = made.routes
    assert route.mark is not None
    assert 100 < route.mark[0] < 300
    assert route.mark[1] == 20.0


def test_the_sheet_reaches_around_a_bridge_too() -> None:
    boxes = Box("a", 0, 0, 100, 40), Box("b", 60, 80, 100, 40)
    made = bridged(Picture(boxes, width=172, height=132), [Wire("w", "a", "b", 120.0, 16.0)], _MARGIN)
    assert made is not None
    assert list(shapes(made)) == []
    assert made.width > 172


def test_two_bridges_at_one_box_leave_it_apart() -> None:
    picture = Picture((Box("a", 0, 0, 100, 60), Box("b", 300, 0, 100, 40), Box("c", 300, 200, 100, 40)))
    made = bridged(picture, [Wire("w", "a", "b"), Wire("v", "a", "c")], _MARGIN)
    assert made is not None
    (first, second) = made.routes
    assert (first.curve[0][0], second.curve[0][0]) == (100.0, 100.0)
    assert abs(first.curve[0][1] - second.curve[0][1]) >= 8.0


def test_a_box_that_is_walled_in_gets_no_bridge() -> None:
    walls = (
        Box("n", -40, -30, 200, 29.5),
        Box("s", -40, 40.5, 200, 30),
        Box("w", -40, -1, 39.5, 42),
        Box("e", 100.5, -1, 40, 42),
    )
    picture = Picture((Box("a", 0, 0, 100, 40), *walls, Box("b", 500, 0, 100, 40)))
    assert bridged(picture, [Wire("w", "a", "b")], _MARGIN) is None


def test_routes_that_were_there_stay_as_they_are() -> None:
    boxes = Box("a", 0, 0, 100, 40), Box("b", 300, 0, 100, 40), Box("c", 0, 300, 100, 40)
    old = Route("old", "a", "b", ((100, 20), (200, 20), (200, 20), (300, 20)))
    made = bridged(Picture(boxes, (old,)), [Wire("w", "a", "c")], _MARGIN)
    assert made is not None
    assert made.boxes == boxes
    assert made.routes[0] == old
    assert [route.id for route in made.routes] == ["old", "w"]


def test_many_lines_between_two_parts_lay_them_out_together() -> None:
    sketch = _parts(1)
    before = layered(sketch)
    lines = tuple(Wire(f"new{i}", f"b{i}", f"other-b{i}") for i in range(MOST_ACROSS + 1))
    after = layered(replace(sketch, wires=(*sketch.wires, *lines)), Options(previous=before))
    assert {box.part for box in after.boxes} == {0}
    assert faults(after) == []


def test_a_bridge_stays_a_bridge_when_it_is_laid_out_again() -> None:
    sketch = scattered(12)
    before = layered(sketch)
    parts = sorted({box.part for box in before.boxes})
    first = {box.part: box.id for box in reversed(before.boxes)}
    more = replace(sketch, wires=(*sketch.wires, Wire("new", first[parts[0]], first[parts[-1]])))
    once = layered(more, Options(previous=before))
    again = layered(more, Options(previous=once))
    assert _stand(once) == _stand(before) == _stand(again)
    assert list(crossed(again)) == []


def test_a_sketch_of_one_part_needs_no_bridge() -> None:
    picture = layered(Sketch(row("a", "b"), joined("a>b")))
    assert {box.part for box in picture.boxes} == {0}
