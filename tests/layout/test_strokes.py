"""Strokes: routes on arrays are the routes they were made of, and what is worked out of them is the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout import lazy
from explorer.layout.model import Box, Route
from explorer.layout.strokes import Routes, flattened, joined, strokes_of
from tests.layout.ways import on_arrays, ways

FEW = st.tuples(*[st.integers(-600, 600)] * 2, *[st.integers(1, 300)] * 2)


@given(ways())
def test_routes_on_arrays_are_the_routes_they_were_made_of(routes: tuple[Route, ...]) -> None:
    made = on_arrays(routes)
    assert len(made) == len(routes)
    assert tuple(made) == routes
    assert made == routes
    assert [made[i] for i in range(-len(routes), 0)] == list(routes)
    assert made[1:4] == routes[1:4]
    assert made[::-1] == routes[::-1]
    assert made.place_of == {route.id: i for i, route in enumerate(routes)}


@given(ways(least=1))
def test_routes_of_which_one_differs_are_others(routes: tuple[Route, ...]) -> None:
    made = on_arrays(routes)
    assert made != routes[:-1]
    last = routes[-1]
    assert made != (*routes[:-1], Route(last.id, last.source, last.target, (*last.curve[:-1], (1e6, 0.0)), last.mark))


def test_there_is_no_route_beyond_the_last() -> None:
    made = on_arrays((Route("r", "a", "b", ((0, 0), (1, 0), (2, 0), (3, 0))),))
    for index in (1, -2):
        with pytest.raises(IndexError):
            made[index]


@given(ways(), st.integers(1, 12))
def test_flattened_they_have_the_straight_pieces_of_each(routes: tuple[Route, ...], pieces: int) -> None:
    points, starts = flattened(strokes_of(routes), pieces)
    assert starts[-1] == len(points)
    for i, route in enumerate(routes):
        plain = np.array(route.polyline(pieces))
        assert np.allclose(points[starts[i] : starts[i + 1]], plain, atol=1e-9)


@given(ways())
def test_strokes_lead_from_a_route_to_its_points(routes: tuple[Route, ...]) -> None:
    strokes = strokes_of(routes)
    assert tuple(strokes.curve(i) for i in range(len(routes))) == tuple(route.curve for route in routes)
    assert strokes.points.shape == (sum(len(route.curve) for route in routes), 2)
    assert strokes_of(on_arrays(routes)).points.tolist() == strokes.points.tolist()


@given(ways(), ways(), ways())
def test_joined_they_stand_one_after_the_other(
    one: tuple[Route, ...], other: tuple[Route, ...], third: tuple[Route, ...]
) -> None:
    assert tuple(joined([one, on_arrays(other), third])) == (*one, *other, *third)


@given(ways(least=2), st.data())
def test_exchanged_only_those_are_others(routes: tuple[Route, ...], data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(routes) - 1)))
    fresh = data.draw(ways(least=6))
    others = {
        place: Route(routes[place].id, routes[place].source, routes[place].target, fresh[n].curve, fresh[n].mark)
        for n, place in enumerate(sorted(places))
    }
    wanted = tuple(others.get(i, route) for i, route in enumerate(routes))
    assert tuple(on_arrays(routes).exchanged(others)) == wanted


@given(ways(), st.tuples(st.integers(-99, 99), st.integers(-99, 99)))
def test_shifted_everything_goes_along(routes: tuple[Route, ...], by: tuple[int, int]) -> None:
    assert tuple(on_arrays(routes).shifted(by)) == tuple(lazy.shifted(routes, by))


@given(ways())
def test_they_reach_as_far_as_one_by_one(routes: tuple[Route, ...]) -> None:
    assert on_arrays(routes).reach() == lazy.reach_of(routes)


@given(ways(least=1), st.sets(st.sampled_from("abc")), st.lists(FEW, max_size=3), st.integers(0, 9))
def test_near_are_those_that_end_there_or_come_near(
    routes: tuple[Route, ...], ends: set[str], places: list[tuple[int, int, int, int]], reach: int
) -> None:
    boxes = [Box(str(i), *place) for i, place in enumerate(places)]
    found = on_arrays(routes).near(ends, boxes, reach)
    assert found == sorted(found)
    for i, route in enumerate(routes):
        xs, ys = zip(*route.curve, strict=True)
        beside = [
            box.right + reach < min(xs) or box.x - reach > max(xs) or box.bottom + reach < min(ys)
            or box.y - reach > max(ys) for box in boxes
        ]  # fmt: skip
        assert (i in found) is (route.source in ends or route.target in ends or not all(beside))


@given(ways())
def test_they_tell_their_straight_pieces_to_a_hundredth(routes: tuple[Route, ...]) -> None:
    told = list(on_arrays(routes).polylines())
    plain = list(lazy.polylines(routes))
    assert [row[:3] for row in told] == [row[:3] for row in plain]
    for one, other in zip(told, plain, strict=True):
        assert np.abs(np.array(one[3]) - np.array(other[3])).max() < 0.0101


def test_very_many_lines_are_told_with_fewer_pieces() -> None:
    swing = Route("r", "a", "b", ((0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0)))
    few, many = (Routes([str(i) for i in range(count)], ["a"] * count, ["b"] * count, strokes_of([swing] * count), {})
                 for count in (10, 5_000))  # fmt: skip
    assert [len(next(routes.polylines())[3]) for routes in (few, many)] == [11, 7]


def test_marks_are_kept_with_their_routes() -> None:
    curve = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0))
    one, other = Route("r", "a", "b", curve), Route("s", "a", "b", curve, (1.0, 0.0))
    made = joined([(one, other), on_arrays((other, one))])
    assert [route.mark for route in made] == [None, (1.0, 0.0), (1.0, 0.0), None]
    assert made.ends()[3] == {1: (1.0, 0.0), 2: (1.0, 0.0)}
