"""Keeping: who was there stays in the column, the order and the height; who is new comes where it belongs."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.picture import Options, Picture
from explorer.layout.wide import keep
from explorer.layout.wide.engine import drawn
from explorer.layout.wide.plan import planned
from explorer.layout.wide.weft import Weft, woven
from tests.layout.sketches import joined, row
from tests.layout.webs import web, without
from tests.layout.wide.loom import groups_stand_together, ranks_of_items

_OPTIONS = Options()
_TOP = _OPTIONS.heading + _OPTIONS.margin
CHAIN = Sketch(row(*"abc"), joined("a>b", "b>c"))


def _kept(sketch: Sketch, previous: Picture) -> keep.Kept:
    kept = keep.kept_ranks(planned(sketch), previous, 0)
    assert kept is not None
    return kept


def _ranks(sketch: Sketch, previous: Picture) -> dict[str, int]:
    return dict(zip((block.id for block in sketch.blocks), _kept(sketch, previous).rank.tolist(), strict=True))


def _anchored(sketch: Sketch, previous: Picture) -> tuple[Weft, keep.Kept, dict[str, float]]:
    plan = planned(sketch)
    kept = _kept(sketch, previous)
    weft = woven(plan, kept.rank, _OPTIONS)
    heights = keep.old_heights(plan, weft, previous, kept, 0, _TOP)
    return weft, kept, {block.id: float(heights[weft.item_of[i]]) for i, block in enumerate(sketch.blocks)}


def test_nothing_is_kept_of_a_picture_of_others() -> None:
    previous = drawn(Sketch(row("x", "y"), joined("x>y")), _OPTIONS)
    assert keep.kept_ranks(planned(CHAIN), previous, 0) is None
    assert keep.kept_ranks(planned(CHAIN), Picture(), 0) is None
    assert keep.kept_ranks(planned(CHAIN), drawn(CHAIN, _OPTIONS), 3) is None


def test_a_picture_that_does_not_tell_its_columns_is_not_kept() -> None:
    assert keep.kept_ranks(planned(CHAIN), replace(drawn(CHAIN, _OPTIONS), columns=()), 0) is None


def test_ranks_stay_even_if_the_lines_ask_for_others() -> None:
    previous = drawn(CHAIN, _OPTIONS)
    turned = Sketch(CHAIN.blocks, joined("c>a"))
    kept = _kept(turned, previous)
    assert kept.rank.tolist() == [0, 1, 2]
    assert kept.old.tolist() == [0, 1, 2]
    assert kept.columns == previous.columns[0]


def test_an_empty_column_stays_so_that_it_can_be_filled_again() -> None:
    kept = _kept(without(CHAIN, "b"), drawn(CHAIN, _OPTIONS))
    assert kept.rank.tolist() == [0, 2]
    assert len(kept.columns) == 3


@pytest.mark.parametrize(
    ("lines", "rank"),
    [(("a>new",), 1), (("new>c",), 1), (("b>new",), 2), (("c>new",), 3), (("b>new", "new>c"), 2), ((), 0)],
)
def test_a_new_box_goes_after_what_leads_to_it_or_before_what_it_leads_to(lines: tuple[str, ...], rank: int) -> None:
    sketch = Sketch((*CHAIN.blocks, *row("new")), (*CHAIN.wires, *(replace(w, id=f"n{w.id}") for w in joined(*lines))))
    assert _ranks(sketch, drawn(CHAIN, _OPTIONS))["new"] == rank


def test_before_the_first_column_there_is_always_room() -> None:
    sketch = Sketch((*CHAIN.blocks, *row("new")), (*CHAIN.wires, Wire("n", "new", "a")))
    kept = _kept(sketch, drawn(CHAIN, _OPTIONS))
    assert kept.rank.tolist() == [1, 2, 3, 0]
    assert kept.old.tolist() == [-1, 0, 1, 2]
    assert kept.columns[0] is None


def test_who_changed_lanes_is_new_in_the_other_one() -> None:
    lanes = ("left", "right")
    blocks = (*row("a", "b", lane="left"), *row("c", "d", lane="right"))
    before = Sketch(blocks, joined("a>c", "b>d"), (), lanes)
    after = replace(before, blocks=(*blocks[:1], replace(blocks[1], lane="right"), *blocks[2:]))
    ranks = _ranks(after, drawn(before, _OPTIONS))
    assert ranks["b"] > ranks["a"]
    assert {ranks["c"], ranks["d"]} == {1}


def test_a_lane_that_had_nobody_gets_a_column_between_its_neighbours() -> None:
    lanes = ("left", "middle", "right")
    before = Sketch((*row("a", lane="left"), *row("c", lane="right")), joined("a>c"), (), lanes)
    after = Sketch((*before.blocks, *row("b", lane="middle")), before.wires, (), lanes)
    kept = _kept(after, drawn(before, _OPTIONS))
    assert kept.rank.tolist() == [0, 2, 1]
    assert kept.old.tolist() == [0, -1, 1]


def test_new_words_between_neighbouring_columns_get_one_of_their_own() -> None:
    before = Sketch(row("a", "b"), joined("a>b"))
    kept = _kept(replace(before, wires=(Wire("w", "a", "b", 60.0, 16.0),)), drawn(before, _OPTIONS))
    assert kept.rank.tolist() == [0, 2]
    assert kept.columns[1] is None


def test_of_two_that_new_words_join_in_one_column_the_less_joined_steps_on() -> None:
    before = Sketch(row(*"abxyz"), joined("a>x", "a>y", "a>z", "b>x"))
    after = Sketch(before.blocks, (*before.wires, Wire("w", "a", "b", 60.0, 16.0)))
    ranks = _ranks(after, drawn(before, _OPTIONS))
    assert ranks["a"] == 0
    assert ranks["b"] - ranks["a"] == 2


def test_heights_are_those_of_before_and_nobodys_else() -> None:
    before = web(60, 110)
    previous = drawn(before, _OPTIONS)
    new = Sketch((*before.blocks, *row("new")), (*before.wires, Wire("n", "b3", "new")))
    weft, _, heights = _anchored(new, previous)
    assert np.isnan(heights.pop("new"))
    assert all(heights[box.id] + _TOP == pytest.approx(box.y + box.height / 2) for box in previous.boxes)
    assert len(weft.block) > len(new.blocks)


def test_lines_are_remembered_where_they_ran_level_through_a_column() -> None:
    sketch = web(60, 110, words=0.3)
    previous = drawn(sketch, _OPTIONS)
    plan, kept = planned(sketch), _kept(sketch, previous)
    weft = woven(plan, kept.rank, _OPTIONS)
    heights = keep.old_heights(plan, weft, previous, kept, 0, _TOP) + _TOP
    places = {area.id: area.y + area.height / 2 for area in previous.labels}
    labels = np.flatnonzero(weft.label).tolist()
    assert len(labels) > 10
    for item in labels:
        assert heights[item] == pytest.approx(places[plan.wires[int(weft.wire[item])].id], abs=0.01)
    for item in np.flatnonzero(weft.wire >= 0).tolist():
        x = sum(previous.columns[0][int(weft.rank[item])]) / 2
        route = previous.route_by_id[plan.wires[int(weft.wire[item])].id]
        levels = [b[1] for a, b in zip(route.curve[::3], route.curve[3::3], strict=False)
                  if abs(a[1] - b[1]) < 0.05 and min(a[0], b[0]) <= x <= max(a[0], b[0])]  # fmt: skip
        assert heights[item] == pytest.approx(levels[0], abs=0.05)


def test_places_follow_the_heights_and_a_new_box_stands_by_its_neighbours() -> None:
    before = Sketch(row(*"abcdef"), joined("a>d", "b>e", "c>f"))
    previous = drawn(before, _OPTIONS)
    order = sorted("abc", key=lambda key: previous.box_by_id[key].y)
    middle = {"a": "d", "b": "e", "c": "f"}[order[1]]
    sketch = Sketch((*before.blocks, *row("new")), (*before.wires, Wire("n", "new", middle)))
    plan, kept = planned(sketch), _kept(sketch, previous)
    weft = woven(plan, kept.rank, _OPTIONS)
    anchor = keep.old_heights(plan, weft, previous, kept, 0, _TOP)
    place = keep.placed_between(plan, weft, anchor, previous, _TOP)
    stand = [sketch.blocks[int(weft.block[item])].id for item in ranks_of_items(weft, place)[int(kept.rank[-1])]]
    assert stand == [*order[:2], "new", order[2]]


def test_a_box_that_comes_out_of_another_stands_where_that_one_stood() -> None:
    low = [Block(key, 120.0, 20.0) for key in "abc"]
    previous = drawn(Sketch(tuple(low), ()), _OPTIONS)
    assert [box.id for box in sorted(previous.boxes, key=lambda box: box.y)] == ["a", "b", "c"]
    sketch = Sketch((low[0], Block("new", 120.0, 20.0, near="b"), low[2]), ())
    plan, kept = planned(sketch), _kept(sketch, previous)
    weft = woven(plan, kept.rank, _OPTIONS)
    anchor = keep.old_heights(plan, weft, previous, kept, 0, _TOP)
    place = keep.placed_between(plan, weft, anchor, previous, _TOP)
    assert place[weft.item_of].tolist() == [0, 1, 2]


def test_a_new_member_stands_with_its_group() -> None:
    before = web(120, 200, groups=5)
    less = without(before, [f"b{i}" for i in range(0, 120, 9)])
    previous = drawn(less, _OPTIONS)
    plan, kept = planned(before), _kept(before, previous)
    weft = woven(plan, kept.rank, _OPTIONS)
    anchor = keep.old_heights(plan, weft, previous, kept, 0, _TOP)
    assert groups_stand_together(weft, keep.placed_between(plan, weft, anchor, previous, _TOP))


def test_a_new_member_does_not_draw_its_group_past_its_neighbours() -> None:
    groups, titles = {"a": "w", "b": "x", "c": "x"}, {"w": "W", "x": "X"}
    blocks = tuple(Block(key, 120.0, 40.0, None, group) for key, group in groups.items())
    previous = drawn(Sketch(blocks, (), group_titles=titles), _OPTIONS)
    assert [box.id for box in sorted(previous.boxes, key=lambda box: box.y)] == ["a", "b", "c"]
    # The new one comes out of a box that stands higher than all others of its group.
    sketch = Sketch((*blocks, Block("new", 120.0, 40.0, None, "x", near="a")), (), group_titles=titles)
    higher = replace(previous, boxes=tuple(replace(b, y=b.y - 9) if b.id == "a" else b for b in previous.boxes))
    plan, kept = planned(sketch), _kept(sketch, higher)
    weft = woven(plan, kept.rank, _OPTIONS)
    anchor = keep.old_heights(plan, weft, previous, kept, 0, _TOP)
    place = keep.placed_between(plan, weft, anchor, higher, _TOP)[weft.item_of].tolist()
    assert place == [0, 2, 3, 1]


def test_left_sides_are_those_of_before_unless_the_box_has_outgrown_its_column() -> None:
    blocks = (Block("a", 200, 40), Block("b", 100, 40))
    previous = drawn(Sketch(blocks, ()), _OPTIONS)
    for width, stays in ((110.0, True), (190.0, False)):
        sketch = Sketch((blocks[0], Block("b", width, 40)), ())
        plan, kept = planned(sketch), _kept(sketch, previous)
        fresh = np.array([12.0, 12.0 + (200 - width) / 2])
        sides = keep.old_sides(plan, previous, kept, list(previous.columns[0]), fresh, 0)
        assert sides.tolist() == [12.0, previous.box_by_id["b"].x if stays else fresh[1]]
