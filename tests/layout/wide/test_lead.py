"""Leading: routes begin and end at sides, run level through the columns, and swing only between them."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.layered import layered
from explorer.layout.model import Block, Route, Sketch, Wire
from explorer.layout.picture import Options, Picture
from explorer.layout.wide.engine import drawn
from tests.layout.judge import faults, loose_ends, unwieldy
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web

_OPTIONS = Options()
_HAIR = 0.01


def _swings_in_a_column(picture: Picture) -> list[str]:
    """Routes between two ranks that climb or fall where boxes stand."""
    columns, boxes = np.array(picture.columns[0]), picture.box_by_id
    found = []
    for route in picture.routes:
        if boxes[route.source].rank == boxes[route.target].rank:
            continue
        for (ax, ay), (bx, by) in pairwise(route.curve[::3]):
            low, high = min(ax, bx) + _HAIR, max(ax, bx) - _HAIR
            if abs(ay - by) > _HAIR and ((columns[:, 0] < high) & (columns[:, 1] > low)).any():
                found.append(route.id)
    return found


def _level_at_ends(route: Route) -> bool:
    return route.curve[0][1] == route.curve[1][1] and route.curve[-2][1] == route.curve[-1][1]


@given(sketches())
def test_routes_swing_only_between_columns_and_end_at_sides(sketch: Sketch) -> None:
    if sketch.blocks:
        picture = drawn(sketch, _OPTIONS)
        assert _swings_in_a_column(picture) == []
        assert [*loose_ends(picture), *unwieldy(picture)] == []
        between = [r for r in picture.routes if r.source != r.target]
        assert all(_level_at_ends(route) for route in between)


def test_so_it_is_in_a_large_graph() -> None:
    picture = drawn(web(300, 600, words=0.2, lanes=True, groups=8), _OPTIONS)
    assert _swings_in_a_column(picture) == []
    assert [*loose_ends(picture), *unwieldy(picture)] == []


def test_a_line_back_runs_from_right_to_left() -> None:
    sketch = Sketch(row(*"abcd"), joined("a>b", "b>c", "c>d", "a>c", "b>d", "d>a"))
    (route,) = [r for r in drawn(sketch, _OPTIONS).routes if r.id == "5:d>a"]
    xs = [x for x, _ in route.curve]
    assert xs == sorted(xs, reverse=True)
    assert xs[0] > xs[-1]


def test_a_level_line_is_one_piece() -> None:
    picture = drawn(Sketch(row(*"abc"), joined("a>b", "b>c")), _OPTIONS)
    assert [len(route.curve) for route in picture.routes] == [4, 4]


def test_a_line_to_oneself_is_an_ear_at_the_right_side() -> None:
    picture = drawn(Sketch(row("a"), joined("a>a")), _OPTIONS)
    (route,), (box,) = picture.routes, picture.boxes
    assert (route.curve[0][0], route.curve[-1][0]) == (box.right, box.right)
    assert max(x for x, _ in route.curve) > box.right + 20
    assert picture.x + picture.width > max(x for x, _ in route.curve)


@pytest.mark.parametrize("layout", [drawn, layered])
def test_a_line_to_oneself_ends_at_the_side_of_a_box_however_low(layout: Callable[[Sketch, Options], Picture]) -> None:
    picture = layout(Sketch((Block("a", 1.0, 1.0), Block("b", 1.0, 1.0)), joined("a>a", "a>b")), _OPTIONS)
    assert [*loose_ends(picture), *unwieldy(picture)] == []


def test_a_new_line_out_of_a_narrow_box_does_not_run_through_the_wider_one_above_it() -> None:
    blocks = (*(Block(key, 260.0 if key == "b" else 60.0, 40.0) for key in "abc"), Block("end", 60.0, 40.0))
    before = Sketch(blocks, joined("a>end", "b>end", "c>end"))
    first = drawn(before, _OPTIONS)
    top, middle, low = sorted((box for box in first.boxes if box.rank == 0), key=lambda box: box.y)
    assert middle.width > low.width
    picture = drawn(Sketch(blocks, (*before.wires, Wire("new", low.id, top.id))), Options(previous=first))
    assert faults(picture) == []


@pytest.mark.parametrize("lines", [1, 4])
def test_a_new_line_inside_a_column_turns_in_the_channel_beside_it(lines: int) -> None:
    blocks = row(*"abcde", "end")
    before = Sketch(blocks, joined(*(f"{key}>end" for key in "abcde")))
    first = drawn(before, _OPTIONS)
    column = sorted((box for box in first.boxes if box.rank == 0), key=lambda box: box.y)
    fresh = tuple(Wire(f"new{i}", column[i].id, column[i + 1].id) for i in range(lines))
    picture = drawn(Sketch(blocks, (*before.wires, *fresh)), Options(previous=first))
    assert [(b.id, b.x, b.y, b.rank) for b in picture.boxes] == [(b.id, b.x, b.y, b.rank) for b in first.boxes]
    (_, end), (start, _) = picture.columns[0][:2]
    for wire in fresh:
        route, boxes = picture.route_by_id[wire.id], picture.box_by_id
        assert (route.curve[0][0], route.curve[-1][0]) == (boxes[wire.source].right, boxes[wire.target].right)
        assert end < max(x for x, _ in route.curve) <= start
    assert len({max(x for x, _ in picture.route_by_id[wire.id].curve) for wire in fresh}) == lines
    assert [*loose_ends(picture), *unwieldy(picture)] == []
