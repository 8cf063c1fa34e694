"""Tracks: pieces by stroke, how many lines run over each, and what is left without some lines."""

import numpy as np
import pytest

from explorer.layout.model import Point, Route
from explorer.layout.strokes import strokes_of
from explorer.views.diagram.pieces import Pieces
from explorer.views.diagram.tracks import Tracks

_A: tuple[Point, ...] = ((0, 0), (10, 0), (20, 0), (30, 0))
_B: tuple[Point, ...] = ((30, 0), (40, 0), (50, 0), (60, 0))
_C: tuple[Point, ...] = ((30, 0), (45, 0), (45, 50), (60, 50))
_PLAIN, _DASHED = 0, 1


def _line(*parts: tuple[Point, ...]) -> tuple[Point, ...]:
    return (parts[0][0], *(point for part in parts for point in part[1:]))


@pytest.fixture
def tracks() -> Tracks:
    """Three lines that begin together; the third has dashes, the second goes elsewhere."""
    return _tracks([0, 1, 2])


def _tracks(lines: list[int]) -> Tracks:
    curves = (_line(_A, _B), _line(_A, _C), _line(_A, _B))
    pieces = Pieces.of(strokes_of([Route(f"r{i}", "a", "b", curve) for i, curve in enumerate(curves)]))
    stroke = np.array([_PLAIN, _PLAIN, _DASHED])
    return Tracks.of(pieces, np.array(lines, np.int64), stroke, np.array([False, True]))


def test_a_piece_is_there_once_for_each_stroke(tracks: Tracks) -> None:
    rows = zip(tracks.piece.tolist(), tracks.stroke.tolist(), tracks.count.tolist(), tracks.line.tolist(), strict=True)
    assert list(rows) == [(0, 0, 2, 0), (0, 1, 1, 2), (1, 0, 1, 0), (1, 1, 1, 2), (2, 0, 1, 1)]


def test_dashes_are_counted_from_the_beginning_of_their_line(tracks: Tracks) -> None:
    assert tracks.run.tolist() == pytest.approx([0, 0, 0, 30, 0])


def test_what_touches_a_rectangle_comes_stroke_by_stroke(tracks: Tracks) -> None:
    found = tracks.touching(0, -1, 100, 1)
    assert tracks.stroke[found].tolist() == [0, 0, 0, 1, 1]
    assert tracks.piece[tracks.touching(50, 40, 60, 60)].tolist() == [2]
    assert tracks.touching(500, 0, 600, 1).tolist() == []


def test_few_tracks_are_found_like_many() -> None:
    few = _tracks([1])
    assert len(few) < len(few.pieces)
    assert few.piece[few.touching(0, -1, 100, 100)].tolist() == [0, 2]


def test_a_track_is_left_as_long_as_one_of_its_lines_is(tracks: Tracks) -> None:
    assert tracks.without(_tracks([1])).tolist() == [True, True, True, True, False]
    assert tracks.without(_tracks([0, 1])).tolist() == [False, True, False, True, False]
    assert tracks.without(_tracks([])).all()
