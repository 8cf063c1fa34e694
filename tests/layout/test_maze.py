"""The maze: a way where there is one, clear of everything, short and with few turns; nothing where there is none."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.maze import CLEAR, rounded, way
from explorer.layout.model import Box, Point, Route

A, B = (0.0, 0.0), (400.0, 0.0)


def _meets(a: Point, b: Point, box: Box, clear: float) -> bool:
    left, right, top, bottom = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    return box.x - clear < right and box.right + clear > left and box.y - clear < bottom and box.bottom + clear > top


def _clear(points: list[Point], boxes: list[Box], clear: float = CLEAR) -> bool:
    upright_or_level = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))
    return upright_or_level and not any(_meets(a, b, box, clear) for a, b in pairwise(points) for box in boxes)


def _turns(points: list[Point]) -> int:
    """The turns of a line that leaves on the level, takes this way and arrives on the level."""
    level = [True, *(a[1] == b[1] for a, b in pairwise(points)), True]
    return sum(one is not other for one, other in pairwise(level))


def test_with_nothing_in_between_it_goes_straight() -> None:
    assert way([A], [B], []) == [A, B]


def test_it_goes_around_a_box_on_the_shorter_side() -> None:
    box = Box("x", 150, -100, 100, 130)
    found = way([A], [B], [box])
    assert found is not None
    assert (found[0], found[-1]) == (A, B)
    assert _clear(found, [box])
    assert max(y for _, y in found) == pytest.approx(30 + CLEAR, abs=1.0)
    assert _turns(found) == 4


def test_a_step_up_takes_two_turns_and_no_detour() -> None:
    found = way([A], [(400.0, 300.0)], [])
    assert found is not None
    assert _turns(found) == 2
    assert sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(found)) == 700.0


def test_of_several_doors_it_takes_the_nearest() -> None:
    assert way([A, (350.0, 0.0)], [B, (900.0, 0.0)], []) == [(350.0, 0.0), B]


def test_walled_in_there_is_none() -> None:
    walls = [
        Box("n", -100, -80, 200, 30),
        Box("s", -100, 50, 200, 30),
        Box("w", -100, -80, 30, 160),
        Box("e", 70, -80, 30, 160),
    ]
    assert way([A], [B], walls) is None
    assert way([A], [B], walls[:3]) is not None


def test_a_gap_too_narrow_to_keep_clear_is_used_only_by_who_keeps_less() -> None:
    walls = [Box("upper", 180, -300, 40, 295), Box("lower", 180, 5, 40, 295)]
    around, through = way([A], [B], walls), way([A], [B], walls, clear=2.0)
    assert around is not None
    assert max(abs(y) for _, y in around) > 300
    assert _clear(around, walls)
    assert through == [A, B]


def test_among_too_many_boxes_it_does_not_look() -> None:
    boxes = [Box(str(i), 10.0 * i, 100.0, 5.0, 5.0) for i in range(80)]
    assert way([A], [B], boxes) is None
    assert way([A], [B], [Box(str(i), 10.0 * i, 9_000.0, 5.0, 5.0) for i in range(80)]) == [A, B]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_there_a_way_keeps_clear_of_it(seed: int) -> None:
    chance = Random(seed)
    boxes = [Box(str(i), 60 + 80 * (i % 6), -200 + 60 * (i // 6) + chance.uniform(-9, 9), chance.uniform(10, 45), 30)
             for i in range(36) if chance.random() < 0.8]  # fmt: skip
    start, end = (20.0, chance.uniform(-200, 200)), (580.0, chance.uniform(-200, 200))
    found = way([start], [end], boxes)
    assert found is not None
    assert (found[0], found[-1]) == (start, end)
    assert _clear(found, boxes)


corners = st.lists(st.tuples(st.booleans(), st.floats(-300, 300).map(round).map(float)), min_size=1, max_size=9)


@given(corners)
def test_rounded_it_is_a_chain_of_cubic_pieces_from_end_to_end(steps: list[tuple[bool, float]]) -> None:
    points: list[Point] = [(0.0, 0.0)]
    for level, by in steps:
        x, y = points[-1]
        points.append((x + by, y) if level else (x, y + by))
    curve = rounded(points)
    assert len(curve) % 3 == 1
    assert (curve[0], curve[-1]) == (points[0], points[-1])
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    for x, y in Route("r", "a", "b", curve).polyline():
        assert left - 1e-6 <= x <= right + 1e-6
        assert top - 1e-6 <= y <= bottom + 1e-6


def test_a_corner_is_cut_by_no_more_than_its_radius() -> None:
    curve = rounded([(0, 0), (100, 0), (100, 100)], radius=14.0)
    assert [(round(x, 6), round(y, 6)) for x, y in curve[3:-1:3]] == [(86.0, 0.0), (100.0, 14.0)]
    assert min(abs(x - 100) + abs(y) for x, y in Route("r", "a", "b", curve).polyline()) > 1.0


def test_short_pieces_are_rounded_by_half_of_them() -> None:
    assert (10.0, 2.0) in rounded([(0, 0), (10, 0), (10, 4), (50, 4)], radius=14.0)
