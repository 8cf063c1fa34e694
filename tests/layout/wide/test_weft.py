"""The weft: every strand spans one rank, every wire's way is complete, words stand in the middle."""

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.model import Sketch, Wire
from explorer.layout.picture import Options
from explorer.layout.wide.plan import Plan, planned
from explorer.layout.wide.weft import Weft, woven
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import threaded


def _woven_well(plan: Plan, weft: Weft) -> None:
    rank = weft.rank
    assert (rank[weft.right] == rank[weft.left] + 1).all()
    assert (rank[weft.left] == np.repeat(np.arange(weft.ranks), np.diff(weft.strand_first))).all()
    assert weft.block[weft.item_of].tolist() == list(range(len(plan.blocks)))
    assert ((weft.block >= 0) != (weft.wire >= 0)).all()
    for number, (source, target) in enumerate(zip(plan.source.tolist(), plan.target.tolist(), strict=True)):
        _complete(weft, number, int(weft.item_of[source]), int(weft.item_of[target]))


def _way(weft: Weft, wire: int) -> list[tuple[int, int]]:
    """The strands of a wire from left to right, as pairs of items."""
    strands = sorted(weft.run_strand[weft.run_wire == wire].tolist(), key=lambda strand: int(weft.left[strand]))
    return [(int(weft.left[strand]), int(weft.right[strand])) for strand in strands]


def _complete(weft: Weft, wire: int, source: int, target: int) -> None:
    way = _way(weft, wire)
    if weft.rank[source] == weft.rank[target]:
        assert way == []
        assert wire in weft.flat
        return
    assert bool(weft.forward[wire]) is bool(weft.rank[source] < weft.rank[target])
    begin, end = (source, target) if weft.forward[wire] else (target, source)
    assert way[0][0] == begin
    assert way[-1][1] == end
    passed = [right for _, right in way[:-1]]
    assert passed == [left for left, _ in way[1:]]
    assert all(weft.block[item] < 0 for item in passed)
    assert wire not in weft.flat


@given(sketches())
def test_every_strand_spans_one_rank_and_every_way_is_complete(sketch: Sketch) -> None:
    if sketch.blocks:
        _woven_well(*threaded(sketch))


def test_so_it_is_in_a_large_graph_with_words() -> None:
    _woven_well(*threaded(web(300, 600, words=0.3, lanes=True)))


@given(sketches())
def test_every_wire_with_words_has_them_once_in_the_middle(sketch: Sketch) -> None:
    if not sketch.blocks:
        return
    plan, weft = threaded(sketch)
    worded = [i for i, w in enumerate(sketch.wires) if w.label_width and w.source != w.target]
    labels = np.flatnonzero(weft.label)
    assert sorted(weft.wire[labels].tolist()) == worded
    for item in labels.tolist():
        wire = int(weft.wire[item])
        ends = weft.rank[weft.item_of[[plan.source[wire], plan.target[wire]]]]
        assert weft.rank[item] == int(ends.sum()) // 2
        assert weft.above[item] == weft.below[item] >= plan.wires[wire].label_height / 2


def test_an_item_reaches_as_far_as_its_box_and_gates_ask_for() -> None:
    (block,) = row("a")
    sketch = Sketch((block, *row("b", "c")), joined("a>b", "b>c", "a>c"))
    plan = planned(sketch)
    weft = woven(plan, np.array([0, 1, 2]), Options(line_gap=8.0))
    box, dummy = int(weft.item_of[0]), int(np.flatnonzero(weft.block < 0)[0])
    assert (weft.above[box], weft.below[box]) == (20.0, 20.0)
    assert (weft.above[dummy], weft.below[dummy]) == (4.0, 4.0)


@pytest.mark.parametrize("backwards", [False, True])
def test_words_between_neighbours_are_left_out_if_no_rank_is_between(backwards: bool) -> None:
    source, target = ("b", "a") if backwards else ("a", "b")
    sketch = Sketch(row("a", "b"), (Wire("w", source, target, 40.0, 16.0),))
    plan = planned(sketch)
    weft = woven(plan, np.array([0, 1]), Options())
    assert not weft.label.any()
    assert weft.forward.tolist() == [not backwards]


def test_every_wire_has_its_own_way_unless_lines_are_bundled() -> None:
    plan, weft = threaded(web(200, 400))
    assert sorted(weft.run_strand.tolist()) == list(range(len(weft.left)))
    for wire in range(len(plan.wires)):
        assert all(weft.wire[right] == wire for _, right in _way(weft, wire)[:-1])


def test_bundled_lines_of_a_hub_run_together_past_other_ranks_and_then_part() -> None:
    plan = planned(Sketch(row(*"abcdxyz"), joined("a>b", "b>c", "a>x", "a>y", "b>z")))
    rank = np.array([0, 1, 2, 3, 3, 3, 3])
    weft = woven(plan, rank, Options(), bundled=True)
    _woven_well(plan, weft)
    first, second, other = (_way(weft, wire) for wire in (2, 3, 4))
    assert first[:-1] == second[:-1]
    assert len(first[:-1]) == 2
    assert first[-1] != second[-1]
    assert not set(other) & set(first)


def test_in_a_large_graph_only_lines_with_one_end_in_common_are_bundled_and_none_with_words() -> None:
    plan, alone = threaded(web(300, 600, lanes=True, words=0.1))
    weft = woven(plan, alone.rank[alone.item_of], Options(), bundled=True)
    _woven_well(plan, weft)
    users: dict[int, list[int]] = {}
    for wire, strand in zip(weft.run_wire.tolist(), weft.run_strand.tolist(), strict=True):
        users.setdefault(strand, []).append(wire)
    shared = [wires for wires in users.values() if len(wires) > 1]
    assert len(shared) > 20
    for wires in shared:
        assert set.intersection(*({int(plan.source[wire]), int(plan.target[wire])} for wire in wires))
        assert not any(plan.wires[wire].label_width for wire in wires)
    assert len(weft.block) < len(alone.block)
