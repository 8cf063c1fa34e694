"""Columns: from left to right, as wide as what stands in them, and where they were before."""

from itertools import pairwise

import numpy as np
from hypothesis import given

from explorer.layout.model import Block, Point, Sketch
from explorer.layout.picture import Options
from explorer.layout.wide.column import Column, Parts, columns
from explorer.layout.wide.plan import Plan
from explorer.layout.wide.settle import Heights, settled
from explorer.layout.wide.weft import Weft
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import as_sketched, threaded

_OPTIONS = Options()


def _measured(sketch: Sketch) -> tuple[Plan, Weft, Parts, Heights]:
    plan, weft = threaded(sketch)
    pads = np.zeros(len(weft.block)), np.zeros(len(weft.block))
    return plan, weft, Parts(plan, weft), settled(plan, weft, as_sketched(weft), _OPTIONS, pads)


def _columns(sketch: Sketch, kept: dict[int, Point] | None = None) -> list[Column]:
    _, weft, parts, heights = _measured(sketch)
    return columns(weft, parts, heights, _OPTIONS, tuple((kept or {}).get(rank) for rank in range(weft.ranks)))


@given(sketches())
def test_columns_hold_what_stands_in_them_and_leave_a_channel_between(sketch: Sketch) -> None:
    if not sketch.blocks:
        return
    plan, weft, parts, heights = _measured(sketch)
    found = columns(weft, parts, heights, _OPTIONS, (None,) * weft.ranks)
    assert found[0][0] == _OPTIONS.margin
    assert all(other[0] - one[1] >= _OPTIONS.channel * 0.55 - 1e-9 for one, other in pairwise(found))
    for item in range(len(weft.block)):
        x, end = found[int(weft.rank[item])]
        block = plan.blocks[int(weft.block[item])] if weft.block[item] >= 0 else None
        words = plan.wires[int(weft.wire[item])].label_width if weft.label[item] else 0.0
        assert end - x >= (block.left + block.width + block.right if block else words) - 1e-9


def test_room_for_gates_is_at_their_side() -> None:
    plan, weft, parts, _ = _measured(Sketch((Block("a", 100, 40, left=30.0), Block("b", 80, 40, right=25.0)), ()))
    assert len(plan.blocks) == len(weft.block) == 2
    assert (parts.left.tolist(), parts.middle.tolist(), parts.right.tolist()) == ([30.0], [100.0], [25.0])
    assert parts.widths.tolist() == [155.0]


def test_a_channel_is_the_wider_the_farther_its_lines_climb() -> None:
    level = _columns(Sketch(row(*"ab"), joined("a>b")))
    steep = _columns(Sketch(row(*"ab", *(f"x{i}" for i in range(20))), joined(*(f"a>x{i}" for i in range(20)), "a>b")))
    assert steep[1][0] - steep[0][1] > level[1][0] - level[0][1] == _OPTIONS.channel


def test_old_columns_stay_and_a_new_one_at_either_end_stands_beside_them() -> None:
    sketch = Sketch(row(*"abcd"), joined("a>b", "b>c", "c>d"))
    old = {1: (500.0, 620.0), 2: (700.0, 850.0)}
    found = _columns(sketch, old)
    assert found[1:3] == [old[1], old[2]]
    assert found[0][1] <= 500.0 - _OPTIONS.channel
    assert found[3][0] >= 850.0 + _OPTIONS.channel


def test_a_new_column_between_old_ones_pushes_only_what_is_right_of_it() -> None:
    sketch = Sketch(row(*"abcd"), joined("a>b", "b>c", "c>d"))
    found = _columns(sketch, {0: (12.0, 132.0), 2: (180.0, 300.0), 3: (350.0, 470.0)})
    assert found[0] == (12.0, 132.0)
    assert found[1][0] == 132.0 + _OPTIONS.channel
    assert all(other[0] > one[1] for one, other in pairwise(found))


def test_an_old_column_with_a_wider_box_grows_to_the_right_into_a_free_channel() -> None:
    sketch = Sketch((Block("a", 150, 40), *row("b")), joined("a>b"))
    found = _columns(sketch, {0: (12.0, 132.0), 1: (230.0, 350.0)})
    assert found == [(12.0, 162.0), (230.0, 350.0)]


def test_many_lines_get_more_room_to_swing() -> None:
    few, many = _columns(web(60, 80)), _columns(web(400, 1_600))
    assert max(b[0] - a[1] for a, b in pairwise(many)) > 1.5 * max(b[0] - a[1] for a, b in pairwise(few))
