"""Exchanges: neighbours change places only where that takes crossings away, and never out of their group."""

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.wide.exchange import exchanged
from explorer.layout.wide.sweep import crossings, sides
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import as_sketched, crossings_one_by_one, groups_stand_together, ranks_of_items, threaded


@given(sketches())
def test_no_exchange_crosses_more(sketch: Sketch) -> None:
    if sketch.blocks:
        _, weft = threaded(sketch)
        place = as_sketched(weft)[None, :]
        for backwards in (False, True):
            before = crossings_one_by_one(weft, place[0])
            exchanged(weft, place, *sides(weft), backwards=backwards)
            assert crossings_one_by_one(weft, place[0]) <= before
            ranks_of_items(weft, place[0])


@pytest.mark.parametrize("groups", [0, 6])
def test_all_starts_get_better_and_groups_stay_together(groups: int) -> None:
    _, weft = threaded(web(80, 140, groups=groups))
    place = as_sketched(weft)
    places = np.stack([place, np.diff(weft.first)[weft.rank] - 1 - place])
    before = crossings(weft, places)
    exchanged(weft, places, *sides(weft), backwards=False)
    assert (crossings(weft, places) < before).all()
    assert all(groups_stand_together(weft, place) for place in places)


def test_a_start_is_as_good_among_others_as_alone() -> None:
    _, weft = threaded(web(60, 110))
    place = as_sketched(weft)
    alone, together = place[None, :].copy(), np.stack([place, np.diff(weft.first)[weft.rank] - 1 - place])
    for places in (alone, together):
        exchanged(weft, places, *sides(weft), backwards=False)
    assert together[0].tolist() == alone[0].tolist()


def test_two_crossed_lines_are_uncrossed() -> None:
    _, weft = threaded(Sketch(row(*"abcd"), joined("a>d", "b>c")))
    places = as_sketched(weft)[None, :]
    exchanged(weft, places, *sides(weft), backwards=False)
    assert crossings_one_by_one(weft, places[0]) == 0
