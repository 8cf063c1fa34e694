"""Curves cut into straight pieces: nothing lost, nothing moved, dashes that join."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.model import Point, Route
from explorer.layout.strokes import strokes_of
from explorer.views.diagram.pick import distance
from explorer.views.diagram.pieces import Ints, Pieces
from explorer.views.diagram.segments import Segments, clipped, dashed, flattened, lengthened, nearest

_LEVEL: tuple[Point, ...] = ((0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (30.0, 0.0))
_BENT: tuple[Point, ...] = ((0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0), (150, 80.0), (150, 20.0), (200, 20.0))
_NUMBERS = st.floats(-300, 300).map(lambda value: round(value, 2))


def _pieces(*curves: Sequence[Point]) -> Pieces:
    return Pieces.of(strokes_of([Route(f"r{i}", "a", "b", tuple(curve)) for i, curve in enumerate(curves)]))


def _all(pieces: Pieces) -> Ints:
    return np.arange(len(pieces))


def _segments(*rows: tuple[float, float, float, float]) -> Segments:
    ends = np.array(rows, np.float64).reshape(-1, 4)
    return Segments(ends, np.arange(len(ends)), np.zeros(len(ends)))


def test_a_level_piece_stays_one_and_a_curve_is_as_smooth_as_the_scale_asks_for() -> None:
    pieces = _pieces(_LEVEL, _BENT)
    far, near = flattened(pieces, _all(pieces), 0.05), flattened(pieces, _all(pieces), 2.0)
    assert (far.owner == 0).sum() == (near.owner == 0).sum() == 1
    assert len(near) > len(far)
    route = Route("r", "a", "b", _BENT)
    fine = route.polyline(60)
    assert all(distance(fine, x, y) < 0.8 for x, y in near.ends[near.owner > 0, :2].tolist())


def test_the_pieces_of_a_line_join_from_its_start_to_its_end() -> None:
    pieces = _pieces(_BENT)
    cut = flattened(pieces, _all(pieces), 1.0)
    assert cut.ends[0, :2].tolist() == [0, 0]
    assert cut.ends[-1, 2:].tolist() == [200, 20]
    assert np.allclose(cut.ends[1:, :2], cut.ends[:-1, 2:])


def test_a_line_ends_short_of_its_end_where_its_head_is() -> None:
    back = tuple(reversed(_LEVEL))
    for curve, end in ((_LEVEL, 24.0), (back, 6.0)):
        pieces = _pieces(curve)
        cut = flattened(pieces, _all(pieces), 1.0, short=6.0)
        assert cut.ends[-1, 2] == pytest.approx(end)


def test_the_run_counts_along_the_line() -> None:
    pieces = _pieces(_LEVEL, _BENT)
    run = np.array([5.0, 0.0, 140.0])
    cut = flattened(pieces, _all(pieces), 1.0, run)
    assert cut.run[0] == 5.0
    second = cut.run[cut.owner == 1]
    assert second[0] == 0.0
    assert (np.diff(second) > 0).all()
    lengths = pieces.lengths(_all(pieces))
    assert lengths[0] == pytest.approx(30)
    way = Route("r", "a", "b", _BENT[:4]).polyline(60)
    assert lengths[1] == pytest.approx(sum(math.dist(a, b) for a, b in pairwise(way)), rel=0.1)


@given(_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS)
def test_what_is_clipped_lies_inside_and_on_the_line(x: float, y: float, to_x: float, to_y: float) -> None:
    whole = _segments((x, y, to_x, to_y))
    kept = clipped(whole, -50, -40, 60, 70)
    for ends in kept.ends.tolist():
        for px, py in (ends[:2], ends[2:]):
            assert -50.001 <= px <= 60.001
            assert -40.001 <= py <= 70.001
            assert distance([(x, y), (to_x, to_y)], px, py) < 0.01
    inside = -50 <= x <= 60 and -40 <= y <= 70 and -50 <= to_x <= 60 and -40 <= to_y <= 70
    if inside and (x, y) != (to_x, to_y):
        assert np.allclose(kept.ends, whole.ends)
    # The middle of the line: if it lies well inside, something of the line is left.
    if -45 < (x + to_x) / 2 < 55 and -35 < (y + to_y) / 2 < 65 and math.dist((x, y), (to_x, to_y)) > 1:
        assert len(kept) == 1


def test_clipping_counts_the_run_on() -> None:
    kept = clipped(_segments((-100, 0, 100, 0)), -10, -10, 10, 10)
    assert kept.run.tolist() == [90.0]


def test_dashes_are_counted_along_the_line_and_join_from_piece_to_piece() -> None:
    whole = dashed(_segments((0, 0, 100, 0)), 8, 4)
    assert whole.ends[:, 0].tolist() == [0, 12, 24, 36, 48, 60, 72, 84, 96]
    assert whole.ends[-1, 2] == 100
    parts = Segments(np.array([[0.0, 0, 30, 0], [30, 0, 100, 0]]), np.zeros(2, np.int64), np.array([0.0, 30.0]))
    again = dashed(parts, 8, 4)
    covered = [any(a <= x <= b for a, _, b, _ in again.ends.tolist()) for x in np.arange(0.5, 100, 1)]
    assert covered == [(x % 12) < 8 for x in np.arange(0.5, 100, 1)]


def test_pieces_are_lengthened_along_themselves() -> None:
    longer = lengthened(np.array([[0.0, 0, 10, 0], [0, 0, 0, 5]]), 0.5)
    assert longer.tolist() == [[-0.5, 0, 10.5, 0], [0, -0.5, 0, 5.5]]


def test_the_nearest_line_is_found_within_reach_only() -> None:
    some = _segments((0, 0, 100, 0), (0, 20, 100, 20), (50, -50, 50, 50))
    for x, y, line, away in ((20, 4, 0, 4.0), (20, 17, 1, 3.0), (51, 9, 2, 1.0)):
        found = nearest(some, x, y, 6)
        assert found is not None
        assert found[0] == line
        assert found[1] == pytest.approx(away)
    assert nearest(some, 20, 10, 6) is None
    assert nearest(_segments(), 0, 0, 6) is None


def test_some_lines_can_be_chosen() -> None:
    some = _segments((0, 0, 1, 0), (0, 1, 1, 1)).of(np.array([False, True]))
    assert some.owner.tolist() == [1]
    assert len(some) == 1
