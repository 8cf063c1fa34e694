"""Ahead: which line is where on the screen, worked out before anybody points there.

In go the tracks of a scene and what is seen of it, out come the lines by small squares; a square belongs to the line
painted last there, as on the screen. Imports numpy, so only large scenes load it. Must not know Qt or looks.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from explorer.views.diagram.pieces import Floats, weights
from explorer.views.diagram.segments import Segments, clipped, flattened
from explorer.views.diagram.tracks import Tracks

#: The side of a square in pixels of the screen, and how smooth curves need to be.
_SQUARE, _COARSE = 2.0, 0.7
#: So many pieces are cut at a time.
_BATCH = 600
#: By how many squares the nearest may be wrong.
_DOUBT = 1.5

_FINE = weights(24)

Sides = tuple[float, float, float, float]


class Ahead:
    """The lines of a part of the sheet. `within` is left, top, right, bottom."""

    def __init__(self, tracks: Tracks, within: Sides, scale: float) -> None:
        self.tracks, self.within, self.scale = tracks, within, scale
        self._side = _SQUARE / scale
        wide, high = ((within[i + 2] - within[i]) / self._side for i in (0, 1))
        self._squares: NDArray[np.int32] = np.full((int(high) + 2, int(wide) + 2), -1, np.int32)

    def suits(self, tracks: Tracks, scale: float, within: Sides) -> bool:
        """Whether this holds what is asked for."""
        mine = self.within
        inside = mine[0] <= within[0] and mine[1] <= within[1] and mine[2] >= within[2] and mine[3] >= within[3]
        return self.tracks is tracks and self.scale == scale and inside

    def work(self) -> Iterator[None]:
        """Go through the lines, a few at a time."""
        which = self.tracks.touching(*self.within)
        yield
        for begin in range(0, len(which), _BATCH):
            some = which[begin : begin + _BATCH]
            cut = flattened(self.tracks.pieces, self.tracks.piece[some], self.scale, fine=_COARSE)
            self._mark(clipped(cut, *self.within), some.astype(np.int32))
            yield

    def near(self, x: float, y: float, reach: float) -> tuple[int, float] | None:
        """The track nearest to a point within reach, and nearly how far it is."""
        column, row = int((x - self.within[0]) / self._side), int((y - self.within[1]) / self._side)
        around = int(reach / self._side) + 1
        top, left = max(0, row - around), max(0, column - around)
        window = self._squares[top : row + around + 1, left : column + around + 1]
        rows, columns = np.nonzero(window >= 0)
        if not len(rows):
            return None
        away = (rows + (top - row)) ** 2 + (columns + (left - column)) ** 2
        least = float(away.min()) ** 0.5
        found = np.unique(window[rows, columns][away <= (least + _DOUBT) ** 2])
        if len(found) == 1:
            far = least * self._side
            return (int(found[0]), far) if far <= reach else None
        # Several are as near as squares can tell.
        exact, far = _nearest(self.tracks.pieces.corners(self.tracks.piece[found]), x, y)
        return (int(found[exact]), far) if far <= reach else None

    def _mark(self, some: Segments, numbers: NDArray[np.int32]) -> None:
        """Write the numbers into the squares that straight pieces run through."""
        ends = (some.ends - (self.within[0], self.within[1]) * 2) / self._side
        long = np.maximum(np.abs(ends[:, 2] - ends[:, 0]), np.abs(ends[:, 3] - ends[:, 1]))
        count = long.astype(np.int64) + 2
        owner = np.repeat(np.arange(len(ends)), count)
        nth = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
        share = nth / (count[owner] - 1)
        columns = (ends[owner, 0] + (ends[owner, 2] - ends[owner, 0]) * share).astype(np.int64)
        rows = (ends[owner, 1] + (ends[owner, 3] - ends[owner, 1]) * share).astype(np.int64)
        self._squares[rows, columns] = numbers[some.owner[owner]]


def _nearest(corners: Floats, x: float, y: float) -> tuple[int, float]:
    """Which curve is nearest to a point, and how far it is; a few at a time, so no care is taken of how fine."""
    path = _FINE @ corners - (x, y)
    begin, way = path[:, :-1], path[:, 1:] - path[:, :-1]
    square = np.maximum((way * way).sum(axis=2), 1e-12)
    share = np.clip(-(begin * way).sum(axis=2) / square, 0.0, 1.0)[:, :, None]
    away = begin + share * way
    far = (away * away).sum(axis=2).min(axis=1)
    best = int(far.argmin())
    return best, float(far[best]) ** 0.5
