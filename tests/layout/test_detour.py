"""Detours: a box goes where it is put, nothing else moves, its lines follow and keep clear of boxes."""

from itertools import product
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.graph.model import View
from explorer.layout.card import fixed
from explorer.layout.detour import pinned
from explorer.layout.layered import layered
from explorer.layout.model import Route, Sketch, Wire
from explorer.layout.picture import Options, Picture
from explorer.layout.scene import arranged
from tests.article import VIEWS, article, scene
from tests.layout.judge import crossed, inside, loose_ends, overlap, sampled, shapes, unwieldy
from tests.layout.sketches import joined, row, sketches


def _dragged(view: View, box: str, x: float, y: float) -> Picture:
    return arranged(MoveBox(view, box, x, y)(article()), Lens(view=view), fixed).picture


@pytest.mark.parametrize("view", VIEWS)
def test_dragging_moves_one_box_and_no_other(view: View) -> None:
    chance, before = Random(7), scene(view).picture
    for box in chance.sample(before.boxes, 8):
        x, y = round(chance.uniform(-300, before.width), 1), round(chance.uniform(-300, before.height), 1)
        after = _dragged(view, box.id, x, y)
        assert (after.box_by_id[box.id].x, after.box_by_id[box.id].y) == (x, y)
        assert [one for one in after.boxes if one.id != box.id] == [one for one in before.boxes if one.id != box.id]
        assert after.labels == before.labels
        assert [*loose_ends(after), *shapes(after), *unwieldy(after)] == []


@pytest.mark.parametrize("seed", range(4, 8))
def test_lines_of_a_box_put_on_free_ground_keep_clear_of_boxes(seed: int) -> None:
    chance, lines, faulty = Random(seed), 0, 0
    for view in VIEWS:
        before = scene(view).picture
        for box in chance.sample(before.boxes, 12):
            after = _dragged(view, box.id, chance.uniform(0, before.width), chance.uniform(0, before.height))
            if any(overlap(after.box_by_id[box.id], one) for one in after.boxes if one.id != box.id):
                continue
            led = [route for route in after.routes if box.id in (route.source, route.target)]
            lines, faulty = lines + len(led), faulty + sum(_through_a_box(after, route) for route in led)
    assert lines > 10
    assert faulty == 0


def _through_a_box(picture: Picture, route: Route) -> bool:
    return any(inside(box, x, y) for box, (x, y) in product(picture.boxes, sampled(route)))


def test_lines_that_do_not_meet_the_moved_box_stay_as_they_were() -> None:
    before, after = scene("flow").picture, _dragged("flow", "abroad", 20.0, 900.0)
    kept = [route for route in before.routes if "abroad" not in (route.source, route.target)]
    assert kept
    assert all(after.route_by_id[route.id] == route for route in kept)


def test_a_line_goes_around_a_box_that_was_put_in_its_way() -> None:
    sketch = Sketch(row("a", "m", "b", "c"), joined("a>m", "m>b", "a>b"))
    free = layered(sketch)
    line = free.route_by_id["2:a>b"]
    points = sampled(line)
    x, y = points[len(points) // 2]
    picture = layered(sketch, Options(pins={"c": (x - 60.0, y - 5.0)}))
    assert picture.route_by_id[line.id].curve != line.curve
    assert not any(inside(picture.box_by_id["c"], *point) for point in sampled(picture.route_by_id[line.id]))
    assert picture.box_by_id["m"] == free.box_by_id["m"]


def test_a_line_goes_around_what_stands_between_its_moved_ends() -> None:
    sketch = Sketch(row("a", "b", "wall"), joined("a>b"))
    pins = {"a": (0.0, 0.0), "wall": (250.0, 0.0), "b": (500.0, 0.0)}
    picture = layered(sketch, Options(pins=pins))
    assert list(crossed(picture)) == []
    assert list(loose_ends(picture)) == []


@pytest.mark.parametrize("x", [-60.0, 0.0, 60.0])
def test_boxes_put_above_each_other_are_joined_by_an_ear(x: float) -> None:
    picture = layered(Sketch(row("a", "b"), joined("a>b")), Options(pins={"a": (0.0, 0.0), "b": (x, 120.0)}))
    assert list(crossed(picture)) == []
    assert list(loose_ends(picture)) == []


def test_an_ear_turns_to_the_side_where_nothing_stands() -> None:
    pins = {"a": (0.0, 0.0), "b": (0.0, 120.0), "wall": (122.0, 60.0)}
    picture = layered(Sketch(row("a", "b", "wall"), joined("a>b")), Options(pins=pins))
    assert picture.routes[0].curve[0][0] == 0.0
    assert list(crossed(picture)) == []


def test_the_mark_of_a_bundle_goes_with_its_line() -> None:
    sketch = Sketch(row("a", "b"), (Wire("w", "a", "b", mark=17.0),))
    for place in ((400.0, 300.0), (30.0, 200.0)):
        picture = layered(sketch, Options(pins={"b": place}))
        (route,) = picture.routes
        assert route.mark is not None
        assert min(abs(x - route.mark[0]) + abs(y - route.mark[1]) for x, y in sampled(route)) < 6.0


def test_a_hub_of_many_lines_is_put_down_without_a_wait() -> None:
    leaves = [f"n{i}" for i in range(150)]
    sketch = Sketch(row("hub", *leaves), joined(*(f"{leaf}>hub" for leaf in leaves)))
    began = perf_counter()
    layered(sketch)
    plain = perf_counter() - began
    began = perf_counter()
    picture = layered(sketch, Options(pins={"hub": (300.0, -300.0)}))
    # A few times as long as the layout itself; looking at every turn took three hundred times as long.
    assert perf_counter() - began < 25 * plain
    assert list(loose_ends(picture)) == []


def test_a_place_beyond_all_measure_is_brought_near() -> None:
    picture = layered(Sketch(row("a", "b"), joined("a>b")), Options(pins={"a": (1e308, -1e308)}))
    assert picture.width < 30_000
    assert [*shapes(picture), *loose_ends(picture)] == []


def test_it_stops_between_two_lines_when_it_is_asked_to() -> None:
    sketch = Sketch(row(*"abcd"), joined("a>b", "a>c", "a>d"))
    asked = []

    def stop() -> None:
        asked.append(1)
        if len(asked) > 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        pinned(layered(sketch), sketch, Options(pins={"a": (900.0, 900.0)}, pulse=stop))
    assert len(asked) == 2


def test_a_pin_of_a_box_that_is_not_there_changes_nothing() -> None:
    sketch = Sketch(row("a", "b"), joined("a>b"))
    assert layered(sketch, Options(pins={"gone": (5.0, 5.0)})) == layered(sketch)


@given(sketches(), st.floats(-500, 900), st.floats(-500, 900))
def test_whatever_is_dragged_wherever_lines_end_at_their_boxes(sketch: Sketch, x: float, y: float) -> None:
    if sketch.blocks:
        picture = layered(sketch, Options(pins={sketch.blocks[0].id: (x, y)}))
        assert [*loose_ends(picture), *shapes(picture), *unwieldy(picture)] == []


def test_a_box_of_a_large_picture_without_lines_can_be_put_elsewhere() -> None:
    many = tuple(f"b{i}" for i in range(60))
    sketch = Sketch(row(*many, lane="supplier"), (), lanes=("supplier",))
    picture = layered(sketch, Options(pins={"b1": (500.0, 300.0)}))
    assert len(picture.routes) == 0
    assert (picture.box_by_id["b1"].x, picture.box_by_id["b1"].y) == (500.0, 300.0)
