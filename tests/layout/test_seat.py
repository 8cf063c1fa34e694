"""Where a mark sits: always on its line, clear of the box where it begins."""

from itertools import pairwise
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.model import Point, Route
from explorer.layout.route import swung
from explorer.layout.seat import seat

_SIZE = 17.0


def _near(curve: tuple[Point, ...], point: Point) -> float:
    bends = Route("r", "a", "b", curve).polyline(400)
    return min(
        dist(point, (ax + (bx - ax) * i / 40, ay + (by - ay) * i / 40))
        for (ax, ay), (bx, by) in pairwise(bends)
        for i in range(41)
    )


def test_past_the_gates_before_the_line_swings() -> None:
    curve = swung([(0.0, 5.0), (50.0, 5.0), (90.0, 60.0)])
    assert seat(curve, _SIZE) == (50.0 - _SIZE / 2, 5.0)


def test_a_long_level_line_has_its_mark_near_the_box() -> None:
    assert seat(swung([(0.0, 5.0), (900.0, 5.0)]), _SIZE) == (60.0 - _SIZE / 2, 5.0)


def test_a_line_to_the_left_has_it_on_the_left() -> None:
    x, y = seat(swung([(100.0, 5.0), (40.0, 5.0), (0.0, 60.0)]), _SIZE)
    assert x < 100 - _SIZE
    assert y == 5.0


@given(st.floats(-400, 400), st.floats(0, 30), st.sampled_from([-1, 1]))
def test_a_line_that_swings_at_once_has_it_where_it_swings(rise: float, level: float, way: int) -> None:
    points: list[Point] = [(0.0, 0.0), (way * level, 0.0), (way * (level + 80.0), rise), (way * (level + 200.0), rise)]
    curve = swung(points)
    mark = seat(curve, _SIZE)
    assert _near(curve, mark) < 2.0
    assert _SIZE <= way * mark[0] <= 80


def test_where_there_is_no_room_it_sits_at_the_end() -> None:
    curve = swung([(0.0, 0.0), (5.0, 9.0)])
    assert seat(curve, _SIZE) == (5.0, 9.0)
