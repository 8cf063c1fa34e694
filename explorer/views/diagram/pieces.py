"""Pieces: the curved pieces of all lines, each kept once however many lines share it.

In go the flat arrays of all curves, out come numbers of pieces. Where the lines of a hub run together, ten share a
piece: painted once, it costs a tenth. Imports numpy, so only large pictures load it. Must not know Qt or colours.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from explorer.layout.strokes import Strokes

Floats = NDArray[np.float64]
Ints = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]

#: Pieces are the same if their points lie in the same place to this part of a pixel.
_SAME = 16.0
_FACTOR = np.int64(-7046029254386353131)  # an odd number of many digits mixes places well
_SAMPLES = 6


@dataclass(frozen=True, eq=False)
class Pieces:
    """The cubic pieces of all lines: where each begins among the points, what it covers, whether a line ends with it.

    `bounds` is left, top, right, bottom in the sheet. The pieces of line i are `of_line[begins[i]:begins[i + 1]]`, in
    order. In 32 bits: a large picture has a million of them.
    """

    points: Floats
    first: NDArray[np.int32]
    bounds: NDArray[np.float32]
    last: Flags
    of_line: NDArray[np.int32]
    begins: NDArray[np.int64]

    @classmethod
    def of(cls, strokes: Strokes) -> Self:
        """The pieces of the curves of a picture."""
        counts = np.maximum(np.diff(strokes.starts) - 1, 0) // 3
        begins = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
        ahead = np.repeat(strokes.starts[:-1] - 3 * begins[:-1], counts)
        places = (ahead + 3 * np.arange(len(ahead))).astype(np.int32)
        first, of_line = _once(strokes.points, places)
        last = np.zeros(len(first), np.bool_)
        last[of_line[begins[1:][counts > 0] - 1]] = True
        return cls(strokes.points, first, _bounds(strokes.points, first), last, of_line, begins)

    def __len__(self) -> int:
        return len(self.first)

    def touching(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The pieces that can reach a rectangle of the sheet."""
        b = self.bounds
        found: Ints = np.flatnonzero((b[:, 0] <= right) & (b[:, 2] >= left) & (b[:, 1] <= bottom) & (b[:, 3] >= top))
        return found

    def corners(self, which: Ints) -> Floats:
        """The four control points of pieces."""
        made: Floats = self.points[self.first[which, None] + np.arange(4)]
        return made

    def lengths(self, which: Ints) -> Floats:
        """How long pieces are, nearly."""
        path = weights(_SAMPLES) @ self.corners(which)
        made: Floats = np.hypot(*np.diff(path, axis=1).transpose(2, 0, 1)).sum(axis=1)
        return made

    def places(self, lines: Ints) -> tuple[Ints, Ints]:
        """Where among all pieces of lines those of some lines stand, and the line of each."""
        counts = self.begins[lines + 1] - self.begins[lines]
        owner = np.repeat(lines, counts)
        nth = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.begins[owner] + nth, owner


def weights(count: int) -> Floats:
    """What of each control point goes into the ends of so many parts of a curve: shorter ones at its ends.

    A steep swing bends there and runs straight between.
    """
    t = (1.0 - np.cos(np.linspace(0.0, np.pi, count + 1)[:, None])) / 2.0
    return np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3])


def _once(points: Floats, places: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Of pieces in the same place the first, in order; and for every piece the number of that one."""
    mixed = np.zeros(len(places), np.int64)
    for axis in (0, 1):
        along = np.round(points[:, axis] * _SAME).astype(np.int64)
        for step in range(4):
            mixed = (mixed + along[places + step]) * _FACTOR
            mixed ^= mixed >> 29
    _, first, number = np.unique(mixed, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return places[first[order]], rank[number.reshape(-1)]


def _bounds(points: Floats, first: NDArray[np.int32]) -> NDArray[np.float32]:
    bounds = np.empty((len(first), 4), np.float32)
    for axis in (0, 1):
        along = np.ascontiguousarray(points[:, axis], np.float32)
        a, b, c, d = (along[first + step] for step in range(4))
        bounds[:, axis] = np.minimum(np.minimum(a, b), np.minimum(c, d))
        bounds[:, axis + 2] = np.maximum(np.maximum(a, b), np.maximum(c, d))
    return bounds
