"""The sheet of many parts: none lies on another, old ones stay, new ones come below, the shape is the window's."""

from dataclasses import replace
from itertools import combinations

import pytest

from explorer.layout.layered import layered
from explorer.layout.model import Area, Box, Fence, GatePlace, Sketch, Wire
from explorer.layout.picture import Options, Picture
from explorer.layout.sheet import APART, packed
from tests.layout.judge import overlap
from tests.layout.sketches import joined, row
from tests.layout.survey import faults
from tests.layout.webs import named, scattered, web, without

_OPTIONS = Options()


def _one(key: str, x: float, y: float, width: float, height: float) -> Picture:
    box = Box(key, x, y, width, height)
    return Picture((box,), columns=(((x, x + width),),), width=width, height=height, x=x, y=y)


def _frames(picture: Picture) -> list[Area]:
    """What each part takes of the sheet."""
    made = []
    for part in sorted({box.part for box in picture.boxes}):
        boxes = [box for box in picture.boxes if box.part == part]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
        made.append(Area(str(part), left, top, right - left, bottom - top))
    return made


def _places(picture: Picture) -> dict[str, tuple[float, float]]:
    return {box.id: (box.x, box.y) for box in picture.boxes}


@pytest.mark.parametrize("seed", range(4))
def test_no_part_lies_on_another(seed: int) -> None:
    picture = layered(scattered(50, seed))
    assert len(_frames(picture)) == 50
    assert not any(overlap(one, other) for one, other in combinations(_frames(picture), 2))
    assert faults(picture) == []


@pytest.mark.parametrize("aspect", [0.5, 1.6, 3.0])
def test_the_sheet_has_the_shape_of_the_window(aspect: float) -> None:
    picture = packed(
        [_one(f"b{i}", 0, 0, 100, 40) for i in range(200)], [False] * 200, replace(_OPTIONS, aspect=aspect)
    )
    assert 0.7 * aspect < picture.width / picture.height < 1.5 * aspect


def test_the_largest_part_is_at_the_top_and_rows_are_filled() -> None:
    parts = [_one("low", 0, 0, 100, 20), _one("high", 0, 0, 100, 400), _one("middle", 0, 0, 100, 90)]
    places = _places(packed(parts, [False] * 3, _OPTIONS))
    margin = _OPTIONS.margin
    assert places == {
        "low": (margin + 2 * (100 + APART), margin), "high": (margin, margin), "middle": (margin + 100 + APART, margin)
    }  # fmt: skip


def test_old_parts_stay_and_new_ones_come_below_them() -> None:
    old = [_one("a", 12, 12, 200, 100), _one("b", 300, 12, 100, 60)]
    picture = packed([*old, _one("new", 0, 0, 90, 30)], [True, True, False], _OPTIONS)
    assert _places(picture) == {"a": (12, 12), "b": (300, 12), "new": (12, 112 + APART)}
    assert [box.part for box in picture.boxes] == [0, 1, 2]
    assert (picture.x, picture.y, picture.width) == (0.0, 0.0, 400 + _OPTIONS.margin)


def test_a_part_that_grew_into_another_pushes_only_that_one_down() -> None:
    parts = [_one("a", 12, 12, 200, 150), _one("under", 12, 120, 100, 40), _one("beside", 300, 12, 100, 400)]
    places = _places(packed(parts, [True] * 3, _OPTIONS))
    assert places == {"a": (12, 12), "under": (12, 162), "beside": (300, 12)}


def test_a_part_pushed_down_is_not_pushed_onto_the_next() -> None:
    parts = [_one("a", 12, 12, 200, 150), _one("b", 12, 120, 100, 40), _one("c", 12, 170, 100, 40)]
    picture = packed(parts, [True] * 3, _OPTIONS)
    assert not any(overlap(one, other) for one, other in combinations(picture.boxes, 2))
    assert picture.box_by_id["a"].y == 12


def test_everything_of_a_part_goes_with_it() -> None:
    box = Box("a", 0, 0, 100, 40)
    gate = GatePlace("g", 110, -10, 30, (10.0, 20.0), Area("g", 0, -17, 50, 17))
    part = Picture(
        (box,), labels=(Area("w", 10, 50, 30, 10),), gates=(gate,), frames=(Area("x", -8, -24, 116, 72, "X"),),
        columns=(((0, 100),),), width=100, height=40,
    )  # fmt: skip
    above = _one("above", 12, 12, 300, 88)
    picture = packed([above, part], [True, False], _OPTIONS)
    moved = picture.box_by_id["a"]
    assert picture.labels == (Area("w", moved.x + 10, moved.y + 50, 30, 10),)
    assert picture.frames == (Area("x", moved.x - 8, moved.y - 24, 116, 72, "X"),)
    assert picture.gates[0].ticks == (moved.y + 10, moved.y + 20)
    assert (picture.gates[0].x, picture.gates[0].label.y) == (moved.x + 110, moved.y - 17)
    assert picture.columns[1] == ((moved.x, moved.x + 100),)
    assert picture.frames[0].y >= 100 + APART


def test_lines_marks_and_gates_keep_to_their_boxes() -> None:
    one = Sketch(row("a", "b"), (Wire("w", "a", "b", 60.0, 16.0, 17.0),), (Fence("g", "a", frozenset({"w"}), 90, 17),))
    two = named(one, "other-")
    sketch = Sketch((*one.blocks, *two.blocks), (*one.wires, *two.wires), one.fences)
    picture = layered(sketch)
    assert faults(picture) == []
    for route in picture.routes:
        assert route.mark is not None
        assert route.mark[1] == route.curve[0][1]


def test_laid_out_again_no_part_moves() -> None:
    sketch = scattered(40)
    picture = layered(sketch)
    again = layered(sketch, Options(previous=picture))
    assert _near(picture, again)
    assert layered(sketch, Options(previous=again)).boxes == again.boxes


@pytest.mark.parametrize("seed", range(3))
def test_when_boxes_go_no_part_moves_and_what_comes_back_comes_below(seed: int) -> None:
    sketch = scattered(40, seed)
    gone = [block.id for block in sketch.blocks[::9]]
    before, less = layered(sketch), without(sketch, gone)
    after = layered(less, Options(previous=before))
    assert _near(before, after)
    assert faults(after) == []
    back = layered(sketch, Options(previous=after))
    assert faults(back) == []
    assert not any(overlap(one, other) for one, other in combinations(_frames(back), 2))


def test_a_large_part_among_lonely_boxes_stays() -> None:
    large, lonely = web(150, 250), scattered(30)
    sketch = Sketch((*large.blocks, *lonely.blocks), (*large.wires, *lonely.wires))
    before = layered(sketch)
    after = layered(without(sketch, [f"b{i}" for i in range(0, 150, 20)]), Options(previous=before))
    assert _near(before, after)


def test_parts_have_a_margin_around_them() -> None:
    picture = layered(Sketch(row("a", "b", "c"), joined("a>b")))
    margin = _OPTIONS.margin
    assert (picture.x, picture.y) == (0.0, 0.0)
    assert min(box.x for box in picture.boxes) == min(box.y for box in picture.boxes) == margin
    assert picture.width == max(box.right for box in picture.boxes) + margin
    assert picture.height == max(box.bottom for box in picture.boxes) + margin


def _near(before: Picture, after: Picture) -> bool:
    """Whether nothing moved; a small part that was laid out in plain Python stands at no thousandths."""
    old = before.box_by_id
    return all(abs(box.x - old[box.id].x) < 0.002 and abs(box.y - old[box.id].y) < 0.002 for box in after.boxes)
