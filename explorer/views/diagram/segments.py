"""Segments: curved pieces cut into straight ones, only what lies in a rectangle; dashes cut out.

In go curved pieces, out come arrays of straight ones with the place of the piece that each was cut from. Imports numpy,
so only large pictures load it. Must not know Qt, colours or lines.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from explorer.views.diagram.pieces import Flags, Floats, Ints, Pieces, weights

#: Into how many straight pieces a curved one may be cut.
_CUTS = (1, 2, 3, 4, 6, 8, 12, 16, 24)
#: A curve of so many pixels on the screen is cut into the square root of that many straight pieces, times this.
_FINE = 1.1


@dataclass(frozen=True, eq=False)
class Segments:
    """Straight pieces x1 y1 x2 y2, the place of the curved one of each, and how far along its line it begins."""

    ends: Floats
    owner: Ints
    run: Floats

    def __len__(self) -> int:
        return len(self.owner)

    def of(self, wanted: Flags) -> Self:
        """Those of the wanted curved pieces."""
        keep = wanted[self.owner]
        return type(self)(self.ends[keep], self.owner[keep], self.run[keep])


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
    return Segments(ends, owner, begins)


def straight(pieces: Pieces, which: Ints) -> Segments:
    """Some pieces as if they were straight."""
    first = pieces.first[which]
    ends = np.hstack([pieces.points[first], pieces.points[first + 3]])
    return Segments(ends, np.arange(len(which)), np.zeros(len(which)))


def _cut(pieces: Pieces, which: Ints, parts: Ints, short: float) -> tuple[Floats, Ints]:
    """Each piece in so many parts, one after the other along it; with the place in `which` of each."""
    total = int(parts.sum())
    ends, owner = np.empty((total, 4)), np.repeat(np.arange(len(which)), parts)
    at = np.cumsum(parts) - parts
    for count in np.unique(parts):
        mine = np.flatnonzero(parts == count)
        four = pieces.corners(which[mine])
        if short:
            four = _shortened(four, pieces.last[which[mine]], short)
        path = weights(int(count)) @ four
        rows = at[mine, None] + np.arange(count)
        ends[rows, :2], ends[rows, 2:] = path[:, :-1], path[:, 1:]
    return ends, owner


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
    return Segments(ends, segments.owner[keep], segments.run[keep] + enter * np.hypot(dx, dy))


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
    return Segments(np.hstack([corner + start * way, corner + end * way]), segments.owner[owner], run)


def lengthened(ends: Floats, by: float) -> Floats:
    """Straight pieces a little longer at both ends, so that no seam shows where two of a line meet."""
    way = ends[:, 2:] - ends[:, :2]
    unit = way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None] * by
    return np.ascontiguousarray(np.hstack([ends[:, :2] - unit, ends[:, 2:] + unit]))


def nearest(segments: Segments, x: float, y: float, reach: float) -> tuple[int, float] | None:
    """The curved piece nearest to a point within reach, and how far it is."""
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
    return (int(segments.owner[near[best]]), float(away[best])) if away[best] <= reach else None


def _length(ends: Floats) -> Floats:
    made: Floats = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    return made
