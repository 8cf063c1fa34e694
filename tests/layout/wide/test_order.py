"""Order: the best of several starts, upright, the same every time; what was given stays in its order."""

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.picture import Options
from explorer.layout.wide.order import ordered
from explorer.layout.wide.sweep import crossings
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import as_sketched, crossings_one_by_one, groups_stand_together, ranks_of_items, threaded

_OPTIONS = Options()


@given(sketches())
def test_every_place_is_taken_once_and_nothing_is_worse_than_sketched(sketch: Sketch) -> None:
    if sketch.blocks:
        _, weft = threaded(sketch)
        place = ordered(weft, _OPTIONS)
        ranks_of_items(weft, place)
        assert crossings_one_by_one(weft, place) <= crossings_one_by_one(weft, as_sketched(weft))


@pytest.mark.parametrize("quick", [False, True])
def test_a_large_graph_has_a_fraction_of_its_crossings_left_and_groups_together(quick: bool) -> None:
    _, weft = threaded(web(300, 600, groups=10))
    place = ordered(weft, Options(quick=quick))
    assert groups_stand_together(weft, place)
    assert crossings(weft, place[None, :])[0] < 0.7 * crossings(weft, as_sketched(weft)[None, :])[0]


def test_it_is_worth_the_wait() -> None:
    _, weft = threaded(web(120, 200))
    quick, patient = (ordered(weft, Options(quick=quick)) for quick in (True, False))
    assert crossings_one_by_one(weft, patient) < crossings_one_by_one(weft, quick)


def test_a_tree_is_drawn_without_a_crossing() -> None:
    _, weft = threaded(web(60, 59))
    assert crossings_one_by_one(weft, ordered(weft, _OPTIONS)) == 0


def test_the_same_weft_is_ordered_alike() -> None:
    first, second = (ordered(threaded(web(200, 400, groups=8))[1], _OPTIONS) for _ in range(2))
    assert first.tolist() == second.tolist()


@pytest.mark.parametrize("keys", [("hub", "a", "b", "c"), ("a", "b", "c", "hub")])
def test_what_most_hangs_on_stands_in_the_upper_half(keys: tuple[str, ...]) -> None:
    leaves = [f"x{i}" for i in range(6)]
    lines = joined(*(f"hub>{leaf}" for leaf in leaves), "a>y", "b>y", "c>y")
    _, weft = threaded(Sketch(row(*keys, *leaves, "y"), lines))
    assert ordered(weft, _OPTIONS)[weft.item_of[keys.index("hub")]] < 2


def test_given_places_stay_but_for_what_is_free() -> None:
    _, weft = threaded(web(100, 200))
    given, free = as_sketched(weft), np.arange(len(weft.block)) % 5 == 0
    place = ordered(weft, _OPTIONS, given, free)
    assert crossings_one_by_one(weft, place) < crossings_one_by_one(weft, given)
    for before, after in zip(ranks_of_items(weft, given), ranks_of_items(weft, place), strict=True):
        assert [item for item in after if not free[item]] == [item for item in before if not free[item]]


def test_given_places_with_nothing_free_are_given_back() -> None:
    _, weft = threaded(web(60, 110))
    given = as_sketched(weft)
    assert ordered(weft, _OPTIONS, given, np.zeros(len(given), bool)).tolist() == given.tolist()


def test_ordering_stops_when_it_is_asked_to() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        ordered(threaded(web(30, 50))[1], Options(pulse=stop))
