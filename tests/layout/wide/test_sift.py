"""Sifting: an item goes where it crosses least, never where it crosses more, never out of its group."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.model import Sketch
from explorer.layout.wide.sift import WINDOW, sifted
from explorer.layout.wide.sweep import crossings, sides
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import as_sketched, crossings_one_by_one, groups_stand_together, ranks_of_items, threaded


@given(sketches(), st.booleans())
def test_no_sifting_crosses_more(sketch: Sketch, backwards: bool) -> None:
    if sketch.blocks:
        _, weft = threaded(sketch)
        place = as_sketched(weft)
        before = crossings_one_by_one(weft, place)
        moved = sifted(weft, place, *sides(weft), backwards=backwards)
        ranks_of_items(weft, place)
        after = crossings_one_by_one(weft, place)
        assert after < before if moved else after == before


@pytest.mark.parametrize("groups", [0, 5, 40])
def test_sifting_keeps_groups_together(groups: int) -> None:
    _, weft = threaded(web(150, 300, groups=groups))
    place = as_sketched(weft)
    before = crossings(weft, place[None, :])[0]
    for turn in range(4):
        sifted(weft, place, *sides(weft), backwards=turn % 2 == 1)
        now = crossings(weft, place[None, :])[0]
        assert now < before or turn
        assert now <= before
        before = now
        assert groups_stand_together(weft, place)


def test_sifted_until_nothing_moves_no_single_move_is_better() -> None:
    _, weft = threaded(web(25, 45))
    place = as_sketched(weft)
    for _ in range(60):
        if not sifted(weft, place, *sides(weft), backwards=False):
            break
    else:
        pytest.fail("it never comes to rest")
    fewest = crossings_one_by_one(weft, place)
    for items in ranks_of_items(weft, place):
        for at in range(len(items)):
            for to in range(len(items)):
                rest = items[:at] + items[at + 1 :]
                other = place.copy()
                other[[*rest[:to], items[at], *rest[to:]]] = np.arange(len(items))
                assert crossings_one_by_one(weft, other) >= fewest


def test_only_the_free_ones_go_elsewhere() -> None:
    _, weft = threaded(web(100, 200))
    place, free = as_sketched(weft), np.arange(len(weft.block)) % 3 == 0
    before = [[item for item in items if not free[item]] for items in ranks_of_items(weft, place)]
    assert sifted(weft, place, *sides(weft), backwards=False, free=free)
    after = [[item for item in items if not free[item]] for items in ranks_of_items(weft, place)]
    assert after == before


def test_a_rank_larger_than_a_window_is_sifted_too() -> None:
    count = WINDOW + 300
    pairs = [f"a{i}>b{(i * 7) % count}" for i in range(count)]
    _, weft = threaded(Sketch(row(*(f"{side}{i}" for i in range(count) for side in "ab")), joined(*pairs)))
    assert np.diff(weft.first).tolist() == [count, count]
    place = as_sketched(weft)
    before = crossings(weft, place[None, :])[0]
    sifted(weft, place, *sides(weft), backwards=False)
    ranks_of_items(weft, place)
    assert crossings(weft, place[None, :])[0] < 0.8 * before


def test_two_crossed_lines_are_uncrossed() -> None:
    _, weft = threaded(Sketch(row(*"abcd"), joined("a>d", "b>c")))
    place = as_sketched(weft)
    assert sifted(weft, place, *sides(weft), backwards=False) == 1
    assert crossings_one_by_one(weft, place) == 0
