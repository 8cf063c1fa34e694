"""Routes by id and by place: the same from a tuple as from arrays, and few are put together without arrays."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout import lazy
from explorer.layout.model import Box, Route
from explorer.layout.strokes import Routes
from tests.layout.ways import on_arrays, ways


@given(ways())
def test_by_id_every_route_is_found_and_no_other(routes: tuple[Route, ...]) -> None:
    plain, large = lazy.by_id(routes), lazy.by_id(on_arrays(routes))
    assert dict(large) == dict(plain) == {route.id: route for route in routes}
    assert len(large) == len(plain)
    assert "nobody" not in large
    with pytest.raises(KeyError):
        large["nobody"]


@given(ways(least=1), st.sets(st.sampled_from("abc"), min_size=1))
def test_touched_are_at_least_those_that_end_there(routes: tuple[Route, ...], ends: set[str]) -> None:
    box = Box("x", 0, 0, 200, 200)
    for made in (routes, on_arrays(routes)):
        found = dict(lazy.touched(made, ends, [box], 3.0))
        assert all(routes[place] == route for place, route in found.items())
        for place, route in enumerate(routes):
            inside = any(-3 < x < 203 and -3 < y < 203 for x, y in route.curve)
            if inside or {route.source, route.target} & ends:
                assert place in found


@given(ways(least=1))
def test_exchanged_and_shifted_are_the_same_either_way(routes: tuple[Route, ...]) -> None:
    other = Route(routes[0].id, "x", "y", ((0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)), (1.0, 1.0))
    plain = lazy.exchanged(routes, {0: other})
    assert tuple(plain) == (other, *routes[1:])
    moved = lazy.exchanged(on_arrays(routes), {0: Route(routes[0].id, routes[0].source, routes[0].target, other.curve)})
    assert moved[0].curve == other.curve
    assert tuple(lazy.shifted(on_arrays(routes), (3.0, -4.0))) == tuple(lazy.shifted(routes, (3.0, -4.0)))


@given(ways(), ways())
def test_put_together_are_the_routes_of_all(one: tuple[Route, ...], other: tuple[Route, ...]) -> None:
    plain = lazy.put_together([one, other])
    assert isinstance(plain, tuple)
    mixed = lazy.put_together([one, on_arrays(other)])
    assert isinstance(mixed, Routes)
    assert tuple(mixed) == plain == (*one, *other)


def test_many_are_put_together_on_arrays() -> None:
    route = Route("r", "a", "b", ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)))
    made = lazy.put_together([(route,) * 500, (route,) * 500])
    assert isinstance(made, Routes)
    assert len(made) == 1_000


def test_what_has_no_routes_reaches_nowhere() -> None:
    none = float("inf")
    assert lazy.reach_of(()) == lazy.reach_of(on_arrays(())) == (none, none, -none, -none)


@given(ways())
def test_straight_pieces_are_told_to_a_hundredth(routes: tuple[Route, ...]) -> None:
    told = list(lazy.polylines(routes))
    assert [(key, source, target) for key, source, target, _ in told] == [(r.id, r.source, r.target) for r in routes]
    for route, (*_, points) in zip(routes, told, strict=True):
        assert points == [[round(x, 2), round(y, 2)] for x, y in route.polyline()]


@pytest.mark.slow
def test_a_small_picture_is_laid_out_without_numpy() -> None:
    program = (
        "import sys\nfrom explorer.layout.layered import layered\nfrom tests.layout.sketches import joined, row\n"
        "from explorer.layout.model import Sketch\n"
        "picture = layered(Sketch(row(*'abc'), joined('a>b')))\n"
        "assert len(picture.route_by_id) == 1\nprint('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
