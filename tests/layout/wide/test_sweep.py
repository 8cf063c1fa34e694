"""Sweeps: crossings are counted as one by one, the best of every start is kept, groups stay together."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.model import Sketch
from explorer.layout.wide.plan import Ints
from explorer.layout.wide.sweep import crossings, sides, swept
from explorer.layout.wide.weft import Weft
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import as_sketched, crossings_one_by_one, groups_stand_together, ranks_of_items, threaded


def _shuffled(weft: Weft, seed: int) -> Ints:
    chance, place = Random(seed), np.empty(len(weft.block), np.int64)
    for first, last in zip(weft.first[:-1].tolist(), weft.first[1:].tolist(), strict=True):
        place[first:last] = chance.sample(range(last - first), last - first)
    return place


def _hush() -> None:
    """Nobody wants to stop."""


@given(sketches(), st.integers(0, 99))
def test_crossings_are_counted_as_one_by_one(sketch: Sketch, seed: int) -> None:
    if sketch.blocks:
        _, weft = threaded(sketch)
        places = np.stack([_shuffled(weft, seed + i) for i in range(3)])
        assert crossings(weft, places).tolist() == [crossings_one_by_one(weft, place) for place in places]


def test_crossings_of_a_large_graph_are_counted_as_one_by_one() -> None:
    _, weft = threaded(web(150, 300))
    places = np.stack([_shuffled(weft, seed) for seed in range(2)])
    counted = [crossings_one_by_one(weft, place) for place in places]
    assert min(counted) > 1_000
    assert crossings(weft, places).tolist() == counted


def test_nothing_crosses_where_there_is_no_line() -> None:
    _, weft = threaded(Sketch(row("a", "b"), ()))
    assert crossings(weft, np.array([[0, 1], [1, 0]])).tolist() == [0, 0]


def test_sides_lead_from_every_item_to_the_other_ends_of_its_strands() -> None:
    _, weft = threaded(web(80, 160))
    before, after = sides(weft)
    for rank in range(weft.ranks):
        for nth in range(int(weft.first[rank + 1] - weft.first[rank])):
            item = int(weft.first[rank]) + nth
            for side, near, far, there in (
                (before[rank], weft.right, weft.left, rank - 1),
                (after[rank], weft.left, weft.right, rank + 1),
            ):
                held = side.ends[side.starts[nth] : side.starts[nth] + side.counts[nth]]
                ends = far[near == item]
                assert sorted(held.tolist()) == sorted((ends - weft.first[there]).tolist() if len(ends) else [])
                assert (nth in side.heads) is bool(len(ends))


@pytest.mark.parametrize("groups", [0, 6])
def test_a_sweep_never_leaves_a_start_worse_and_keeps_groups_together(groups: int) -> None:
    _, weft = threaded(web(120, 240, groups=groups))
    sketched = as_sketched(weft)
    places = np.stack([sketched, ranks_reversed(weft, sketched)])
    before = crossings(weft, places)
    after = swept(weft, places.copy(), *sides(weft), 8, _hush)
    assert (crossings(weft, after) < before).all()
    assert all(groups_stand_together(weft, place) for place in after)


def ranks_reversed(weft: Weft, place: Ints) -> Ints:
    """The same upside down."""
    return np.asarray(np.diff(weft.first)[weft.rank] - 1 - place)


@given(sketches())
def test_whatever_is_swept_every_place_is_taken_once(sketch: Sketch) -> None:
    if sketch.blocks:
        _, weft = threaded(sketch)
        start = _shuffled(weft, 1)
        (place,) = swept(weft, start[None, :].copy(), *sides(weft), 5, _hush)
        assert [len(items) for items in ranks_of_items(weft, place)] == np.diff(weft.first).tolist()
        assert crossings(weft, place[None, :])[0] <= crossings(weft, start[None, :])[0]


def test_two_crossed_lines_are_uncrossed() -> None:
    _, weft = threaded(Sketch(row(*"abcd"), joined("a>d", "b>c")))
    (place,) = swept(weft, as_sketched(weft)[None, :], *sides(weft), 2, _hush)
    assert crossings_one_by_one(weft, place) == 0


def test_a_sweep_stops_when_it_is_asked_to() -> None:
    _, weft = threaded(Sketch(row(*"abcd"), joined("a>d", "b>c")))

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        swept(weft, as_sketched(weft)[None, :], *sides(weft), 2, stop)
