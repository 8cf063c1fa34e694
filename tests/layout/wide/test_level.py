"""Levels and ranks: no wire stays inside a rank, lanes never mix, cycles are no trouble."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.wide.level import levels, ranks
from explorer.layout.wide.plan import Plan, planned
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web


def _sound(plan: Plan) -> bool:
    rank = ranks(plan)
    apart = (rank[plan.source] != rank[plan.target]) | (plan.source == plan.target)
    spans = [rank[plan.lane == lane] for lane in range(int(plan.lane.max()) + 1)]
    one_after_the_other = all(int(one.max()) < int(other.min()) for one, other in pairwise(spans))
    dense = sorted(set(rank.tolist())) == list(range(int(rank.max()) + 1))
    return bool(apart.all()) and one_after_the_other and dense


@given(sketches())
def test_no_wire_stays_inside_a_rank_and_no_lanes_mix(sketch: Sketch) -> None:
    if sketch.blocks:
        assert _sound(planned(sketch))


@pytest.mark.parametrize("lanes", [False, True])
def test_so_it_is_in_a_large_graph(lanes: bool) -> None:
    assert _sound(planned(web(1_000, 2_000, lanes=lanes)))


def test_a_chain_is_read_from_end_to_end_however_it_is_written() -> None:
    keys = [f"b{i}" for i in range(300)]
    shuffled = Random(3).sample(keys, len(keys))
    plan = planned(Sketch(row(*shuffled), joined(*(f"{a}>{b}" for a, b in pairwise(keys)))))
    assert [key for _, key in sorted(zip(ranks(plan).tolist(), shuffled, strict=True))] == keys


def test_levels_solve_their_equation() -> None:
    plan = planned(web(60, 110, 5))
    count, ends = len(plan.blocks), plan.source != plan.target
    pull, wanted = np.zeros((count, count)), np.zeros(count)
    for a, b in zip(plan.source[ends].tolist(), plan.target[ends].tolist(), strict=True):
        pull[[a, b], [a, b]] += 1
        pull[[a, b], [b, a]] -= 1
        wanted[b] += 1
        wanted[a] -= 1
    solved = np.linalg.lstsq(pull, wanted, rcond=None)[0]
    found = levels(plan)
    assert np.abs((found - found.mean()) - (solved - solved.mean())).max() < 0.02


def test_in_a_ring_nobody_is_above_anybody_and_still_all_have_ranks() -> None:
    plan = planned(Sketch(row(*"abc"), joined("a>b", "b>c", "c>a")))
    assert levels(plan).tolist() == [0.0, 0.0, 0.0]
    assert sorted(ranks(plan).tolist()) == [0, 1, 2]


def test_one_line_back_does_not_turn_the_reading_around() -> None:
    plan = planned(Sketch(row(*"abcd"), joined("a>b", "b>c", "c>d", "d>a", "a>c", "b>d")))
    assert ranks(plan).tolist() == [0, 1, 2, 3]


def test_a_box_stands_where_its_lines_are_shortest() -> None:
    plan = planned(Sketch(row(*"abcdx"), joined("a>b", "b>c", "c>d", "x>d")))
    assert ranks(plan).tolist() == [0, 1, 2, 3, 2]


def test_lines_to_oneself_and_lonely_boxes_stand_at_the_left() -> None:
    assert ranks(planned(Sketch(row(*"ab"), joined("a>a")))).tolist() == [0, 0]
