"""Segments: the curves of many lines cut into straight pieces, only those that touch a rectangle; dashes cut out.

In go the flat arrays of all curves, out come arrays of straight pieces with the number of the line that each belongs
to. Imports numpy, so only large pictures load it. Must not know Qt, colours or what a line means.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from explorer.layout.strokes import Strokes

Floats = NDArray[np.float64]
Ints = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]

#: Into how many straight pieces a curved one may be cut.
_CUTS = (1, 2, 3, 4, 6, 8, 12, 16, 24)
#: A curve of so many pixels on the screen is cut into the square root of that many straight pieces, times this.
_FINE = 1.1


@dataclass(frozen=True, eq=False)
class Pieces:
    """The cubic pieces of all lines: where each begins among the points, whose it is, what it covers.

    `bounds` is left, top, right, bottom in the sheet. In 32 bits: a large picture has a million of them.
    """

    points: Floats
    first: NDArray[np.int32]
    line: NDArray[np.int32]
    bounds: NDArray[np.float32]

    @classmethod
    def of(cls, strokes: Strokes) -> Self:
        """The pieces of the curves of a picture."""
        counts = np.maximum(np.diff(strokes.starts) - 1, 0) // 3
        line = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        ahead = np.repeat(strokes.starts[:-1] - 3 * (np.cumsum(counts) - counts), counts)
        first = (ahead + 3 * np.arange(len(line))).astype(np.int32)
        bounds = np.empty((len(first), 4), np.float32)
        for axis in (0, 1):
            along = np.ascontiguousarray(strokes.points[:, axis], np.float32)
            a, b, c, d = (along[first + step] for step in range(4))
            bounds[:, axis] = np.minimum(np.minimum(a, b), np.minimum(c, d))
            bounds[:, axis + 2] = np.maximum(np.maximum(a, b), np.maximum(c, d))
        return cls(strokes.points, first, line, bounds)

    def touching(self, left: float, top: float, right: float, bottom: float, wanted: Flags | None = None) -> Ints:
        """The pieces that can reach a rectangle of the sheet, of the wanted lines only."""
        b = self.bounds
        hit = (b[:, 0] <= right) & (b[:, 2] >= left) & (b[:, 1] <= bottom) & (b[:, 3] >= top)
        found: Ints = np.flatnonzero(hit)
        return found if wanted is None else found[wanted[self.line[found]]]

    def corners(self, which: Ints) -> Floats:
        """The four control points of pieces."""
        made: Floats = self.points[self.first[which, None] + np.arange(4)]
        return made

    def last(self, which: Ints) -> Flags:
        """Whether lines end with pieces."""
        after = np.minimum(which + 1, len(self.line) - 1)
        made: Flags = (self.line[after] != self.line[which]) | (which == len(self.line) - 1)
        return made

    def lengths(self, which: Ints) -> Floats:
        """How long pieces are, nearly."""
        path = _weights(6) @ self.corners(which)
        made: Floats = np.hypot(*np.diff(path, axis=1).transpose(2, 0, 1)).sum(axis=1)
        return made


@dataclass(frozen=True, eq=False)
class Segments:
    """Straight pieces x1 y1 x2 y2, and the line of each; `run` is how far along its line each begins."""

    ends: Floats
    line: Ints
    run: Floats

    def __len__(self) -> int:
        return len(self.line)

    def of(self, wanted: Flags) -> Self:
        """Those of the wanted lines."""
        keep = wanted[self.line]
        return type(self)(self.ends[keep], self.line[keep], self.run[keep])


def flattened(
    pieces: Pieces, which: Ints, scale: float, run: Floats | None = None, short: float = 0.0, fine: float = _FINE
) -> Segments:
    """Some pieces as straight ones, as fine as a scale asks for, in sheet lengths.

    `run` is how far along its line each of these pieces begins; a line ends `short` before its
    end, where its head is; `fine` is how smooth curves are.
    """
    covered = pieces.bounds[which]
    wide, high = covered[:, 2] - covered[:, 0], covered[:, 3] - covered[:, 1]
    size = np.maximum(wide, high) * scale
    wanted = np.where(high == 0, 1, np.ceil(np.sqrt(np.maximum(size, 0.0)) * fine))
    cuts = np.array(_CUTS)
    parts = cuts[np.minimum(np.searchsorted(cuts, wanted), len(cuts) - 1)]
    ends, owner = _cut(pieces, which, parts, short)
    begins = np.zeros(len(ends))
    if run is not None and len(ends):
        length = _length(ends)
        before = np.cumsum(length) - length
        opens = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
        begins = run[owner] + before - np.repeat(before[opens], np.diff(np.r_[opens, len(owner)]))
    return Segments(ends, pieces.line[which[owner]], begins)


def _cut(pieces: Pieces, which: Ints, parts: Ints, short: float) -> tuple[Floats, Ints]:
    """Each piece in so many parts, one after the other along it; with the place in `which` of each."""
    total = int(parts.sum())
    ends, owner = np.empty((total, 4)), np.repeat(np.arange(len(which)), parts)
    at = np.cumsum(parts) - parts
    for count in np.unique(parts):
        mine = np.flatnonzero(parts == count)
        four = pieces.corners(which[mine])
        if short:
            four = _shortened(four, pieces.last(which[mine]), short)
        path = _weights(int(count)) @ four
        rows = at[mine, None] + np.arange(count)
        ends[rows, :2], ends[rows, 2:] = path[:, :-1], path[:, 1:]
    return ends, owner


def _weights(count: int) -> Floats:
    """What of each control point goes into the ends of so many parts."""
    t = np.linspace(0.0, 1.0, count + 1)[:, None]
    return np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3])


def _shortened(four: Floats, last: Flags, short: float) -> Floats:
    way = np.where(four[:, 3, 0] >= four[:, 2, 0], 1.0, -1.0)
    room = np.abs(four[:, 3, 0] - four[:, 0, 0])
    four[:, 3, 0] -= np.where(last, way * np.minimum(short, room), 0.0)
    return four


def clipped(segments: Segments, left: float, top: float, right: float, bottom: float) -> Segments:
    """What of straight pieces lies inside a rectangle; what only touches it from outside is gone."""
    x, y = segments.ends[:, 0], segments.ends[:, 1]
    dx, dy = segments.ends[:, 2] - x, segments.ends[:, 3] - y
    enter, leave = np.zeros(len(x)), np.ones(len(x))
    with np.errstate(divide="ignore", invalid="ignore"):
        for step, low, high in ((dx, left - x, right - x), (dy, top - y, bottom - y)):
            one, two = low / step, high / step
            flat = step == 0
            outside = flat & ((low > 0) | (high < 0))
            enter = np.maximum(enter, np.where(flat, 0.0, np.minimum(one, two)))
            leave = np.minimum(leave, np.where(flat, 1.0, np.maximum(one, two)))
            leave[outside] = -1.0
    keep = enter < leave
    enter, leave, x, y, dx, dy = enter[keep], leave[keep], x[keep], y[keep], dx[keep], dy[keep]
    ends = np.column_stack([x + enter * dx, y + enter * dy, x + leave * dx, y + leave * dy])
    return Segments(ends, segments.line[keep], segments.run[keep] + enter * np.hypot(dx, dy))


def dashed(segments: Segments, on: float, off: float) -> Segments:
    """The dashes of straight pieces, counted along their lines, so that they join from piece to piece."""
    length, period = _length(segments.ends), on + off
    first = np.floor(segments.run / period)
    count = (np.floor((segments.run + length) / period) - first + 1).astype(np.int64)
    owner = np.repeat(np.arange(len(segments)), count)
    nth = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    begin = (first[owner] + nth) * period - segments.run[owner]
    whole = np.maximum(length[owner], 1e-9)
    start, end = np.clip(begin / whole, 0.0, 1.0), np.clip((begin + on) / whole, 0.0, 1.0)
    keep = end > start
    owner, start, end = owner[keep], start[keep, None], end[keep, None]
    corner, way = segments.ends[owner, :2], segments.ends[owner, 2:] - segments.ends[owner, :2]
    run = segments.run[owner] + start[:, 0] * length[owner]
    return Segments(np.hstack([corner + start * way, corner + end * way]), segments.line[owner], run)


def lengthened(ends: Floats, by: float) -> Floats:
    """Straight pieces a little longer at both ends, so that no seam shows where two of a line meet."""
    way = ends[:, 2:] - ends[:, :2]
    unit = way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None] * by
    return np.ascontiguousarray(np.hstack([ends[:, :2] - unit, ends[:, 2:] + unit]))


def nearest(segments: Segments, x: float, y: float, reach: float) -> tuple[int, float] | None:
    """The line nearest to a point within reach, and how far it is."""
    e = segments.ends
    near = np.flatnonzero(
        (np.minimum(e[:, 0], e[:, 2]) <= x + reach) & (np.maximum(e[:, 0], e[:, 2]) >= x - reach)
        & (np.minimum(e[:, 1], e[:, 3]) <= y + reach) & (np.maximum(e[:, 1], e[:, 3]) >= y - reach)
    )  # fmt: skip
    if not len(near):
        return None
    corner, way = e[near, :2], e[near, 2:] - e[near, :2]
    square = np.maximum((way * way).sum(axis=1), 1e-12)
    share = np.clip((([x, y] - corner) * way).sum(axis=1) / square, 0.0, 1.0)[:, None]
    away = np.hypot(*(corner + share * way - [x, y]).T)
    best = int(away.argmin())
    return (int(segments.line[near[best]]), float(away[best])) if away[best] <= reach else None


def _length(ends: Floats) -> Floats:
    made: Floats = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    return made
