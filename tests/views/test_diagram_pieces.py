"""The curved pieces of all lines: each once, and none lost."""

from collections.abc import Sequence

import numpy as np

from explorer.layout.model import Point, Route
from explorer.layout.strokes import strokes_of
from explorer.views.diagram.pieces import Pieces
from tests.views.big import big_scene

_LEVEL: tuple[Point, ...] = ((0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (30.0, 0.0))
_BENT: tuple[Point, ...] = ((0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0), (150, 80.0), (150, 20.0), (200, 20.0))


def _pieces(*curves: Sequence[Point]) -> Pieces:
    return Pieces.of(strokes_of([Route(f"r{i}", "a", "b", tuple(curve)) for i, curve in enumerate(curves)]))


def test_lines_know_their_pieces_and_pieces_what_they_cover() -> None:
    pieces = _pieces(_LEVEL, _BENT, ())
    assert pieces.of_line.tolist() == [0, 1, 2]
    assert pieces.begins.tolist() == [0, 1, 3, 3]
    assert pieces.bounds.tolist() == [[0, 0, 30, 0], [0, 0, 100, 80], [100, 20, 200, 80]]
    assert pieces.last.tolist() == [True, False, True]
    assert pieces.corners(np.array([2]))[0].tolist() == [[100, 80], [150, 80], [150, 20], [200, 20]]


def test_a_piece_that_lines_share_is_there_once() -> None:
    pieces = _pieces(_BENT, _BENT[:4], _BENT, tuple(reversed(_BENT)))
    assert len(pieces) == 4  # a line the other way has its head at the other end
    assert pieces.of_line.tolist() == [0, 1, 0, 0, 1, 2, 3]
    assert pieces.last.tolist() == [True, True, False, True]


def test_only_what_can_reach_a_rectangle_is_looked_at() -> None:
    pieces = _pieces(_LEVEL, _BENT)
    assert pieces.touching(0, 0, 20, 10).tolist() == [0, 1]
    assert pieces.touching(150, 0, 300, 90).tolist() == [2]
    assert pieces.touching(900, 900, 901, 901).tolist() == []


def test_the_places_of_some_lines_are_found() -> None:
    pieces = _pieces(_LEVEL, _BENT, _LEVEL)
    places, owner = pieces.places(np.array([1, 2]))
    assert pieces.of_line[places].tolist() == [1, 2, 0]
    assert owner.tolist() == [1, 1, 2]


def test_no_piece_of_a_large_scene_is_mixed_up_with_another() -> None:
    picture = big_scene(400).picture
    pieces = Pieces.of(picture.strokes)
    for i in range(0, len(picture.routes), 7):
        places, _ = pieces.places(np.array([i]))
        whole = [picture.routes[i].curve[0]]
        for corners in pieces.corners(pieces.of_line[places]).tolist():
            whole += [(x, y) for x, y in corners[1:]]
        assert np.allclose(whole, picture.routes[i].curve, atol=0.1)


def test_a_picture_without_lines_has_none() -> None:
    pieces = _pieces()
    assert len(pieces) == 0
    assert pieces.touching(0, 0, 1, 1).tolist() == []
