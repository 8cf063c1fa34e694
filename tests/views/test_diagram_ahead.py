"""What can be pointed at, worked out beforehand: the line that is there, and none where there is none."""

import numpy as np
import pytest

from explorer.layout.model import Route
from explorer.layout.strokes import strokes_of
from explorer.views.diagram.ahead import Ahead
from explorer.views.diagram.pieces import Pieces
from explorer.views.diagram.tracks import Tracks

_VIEW = (0.0, 0.0, 200.0, 100.0)


@pytest.fixture
def tracks() -> Tracks:
    """A level line, one that swings across it, and one that only begins in view."""
    curves = (
        ((10, 50), (60, 50), (120, 50), (190, 50)),
        ((10, 10), (100, 10), (100, 90), (190, 90)),
        ((150, 20), (400, 20), (700, 20), (900, 20)),
    )
    pieces = Pieces.of(strokes_of([Route(f"r{i}", "a", "b", curve) for i, curve in enumerate(curves)]))
    return Tracks.of(pieces, np.arange(3), np.zeros(3, np.int64), np.array([False]))


def _ready(tracks: Tracks, scale: float = 1.0) -> Ahead:
    made = Ahead(tracks, _VIEW, scale)
    for _ in made.work():
        pass
    return made


@pytest.mark.parametrize("scale", [0.3, 1.0, 2.5])
def test_the_line_beside_a_point_is_found(tracks: Tracks, scale: float) -> None:
    ahead = _ready(tracks, scale)
    for x, y, line, away in ((30, 54, 0, 4), (14, 10, 1, 0), (180, 15, 2, 5), (199, 20, 2, 0)):
        found = ahead.near(x, y, 7.0)
        assert found is not None
        assert tracks.line[found[0]] == line
        assert abs(found[1] - away) < 2.5 / scale + 1
    assert ahead.near(150, 70, 7.0) is None
    assert ahead.near(2, 98, 7.0) is None


def test_it_is_good_for_its_own_tracks_and_scale_and_place(tracks: Tracks) -> None:
    ahead = _ready(tracks)
    assert ahead.suits(tracks, 1.0, (20, 20, 50, 50))
    assert not ahead.suits(tracks, 2.0, (20, 20, 50, 50))
    assert not ahead.suits(tracks, 1.0, (20, 20, 250, 50))
    other = Tracks.of(tracks.pieces, np.arange(1), np.zeros(3, np.int64), np.array([False]))
    assert not ahead.suits(other, 1.0, (20, 20, 50, 50))
