"""Strokes: the curves of all routes of a large picture as flat arrays, and the routes made of them on demand.

In go arrays or routes, out come the other. Ten thousand boxes have a million bends: as tuples they would cost a second
and a hundred megabytes. Imports numpy, so small pictures do without it. Must not know how routes were found.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

from explorer.layout.model import Box, Point, Route

#: Straight pieces of a swing that is told to others; where there are very many lines, fewer.
_PIECES, _FEW_PIECES, _MANY = 10, 6, 5_000


@dataclass(frozen=True, eq=False)
class Strokes:
    """Control points (float64, N x 2) of all routes one after the other; route i begins at `starts[i]`.

    A route is cubic Bézier pieces p0 c c p1 c c p2 ...; `starts` (int64) has one entry more than there are routes.
    """

    points: NDArray[np.float64]
    starts: NDArray[np.int64]

    def curve(self, index: int) -> tuple[Point, ...]:
        """The control points of one route."""
        first, last = int(self.starts[index]), int(self.starts[index + 1])
        return tuple((x, y) for x, y in self.points[first:last].tolist())


def flattened(strokes: Strokes, pieces: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Curves as straight pieces: `pieces` for what swings, one for what is level; points and starts as in strokes."""
    points, starts = strokes.points, strokes.starts
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    nth = np.arange(len(points)) - starts[owner]
    begin = np.flatnonzero((nth % 3 == 0) & (np.arange(len(points)) + 1 < starts[owner + 1]))
    p, c, d, q = (points[begin + i] for i in range(4))
    level = (p[:, 1] == c[:, 1]) & (c[:, 1] == d[:, 1]) & (d[:, 1] == q[:, 1])
    count = np.where(level, 1, pieces)
    first = np.bincount(owner[begin], weights=count, minlength=len(starts) - 1).astype(np.int64) + 1
    made_starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(first)])
    made = np.empty((int(made_starts[-1]), 2))
    made[made_starts[:-1]] = points[starts[:-1]]
    piece = np.repeat(np.arange(len(begin)), count)
    step = np.arange(len(piece)) - np.repeat(np.cumsum(count) - count, count) + 1
    t = (step / count[piece])[:, None]
    u = 1 - t
    bends = u * u * u * p[piece] + 3 * u * u * t * c[piece] + 3 * u * t * t * d[piece] + t * t * t * q[piece]
    rest = np.ones(len(made), bool)
    rest[made_starts[:-1]] = False
    made[rest] = bends
    return made, made_starts


class Routes(Sequence[Route]):
    """The routes of a large picture, each made when it is asked for."""

    def __init__(
        self, ids: Sequence[str], sources: Sequence[str], targets: Sequence[str], strokes: Strokes,
        marks: Mapping[int, Point],
    ) -> None:  # fmt: skip
        self._ids, self._sources, self._targets, self._marks = ids, sources, targets, marks
        self.strokes = strokes

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Route: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Route]: ...
    def __getitem__(self, index: int | slice) -> Route | Sequence[Route]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        i = range(len(self._ids))[index]
        return Route(self._ids[i], self._sources[i], self._targets[i], self.strokes.curve(i), self._marks.get(i))

    def __iter__(self) -> Iterator[Route]:
        return (self[i] for i in range(len(self._ids)))

    def __eq__(self, other: object) -> bool:
        """Compared route by route, as tuples are."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(a == b for a, b in zip(self, other))  # noqa: B905  # the lengths were compared

    __hash__ = None  # type: ignore[assignment]  # it compares by value and holds arrays

    def polylines(self) -> Iterator[tuple[str, str, str, list[list[float]]]]:
        """Id, source, target and straight pieces of every route, to a hundredth of a pixel."""
        points, starts = flattened(self.strokes, _PIECES if len(self) < _MANY else _FEW_PIECES)
        rounded, bounds = np.round(points, 2).tolist(), starts.tolist()
        for i, key in enumerate(self._ids):
            yield key, self._sources[i], self._targets[i], rounded[bounds[i] : bounds[i + 1]]

    def near(self, ends: Set[str], boxes: Sequence[Box], reach: float) -> list[int]:
        """The places of routes that end at one of some boxes or whose frame comes near one of `boxes`."""
        curves, starts = self.strokes.points, self.strokes.starts[:-1]
        low, high = np.minimum.reduceat(curves, starts), np.maximum.reduceat(curves, starts)
        met = np.array([a in ends or b in ends for a, b in zip(self._sources, self._targets, strict=True)], np.bool_)
        for box in boxes:
            beside = (low[:, 0] > box.right + reach) | (high[:, 0] < box.x - reach)
            met |= ~(beside | (low[:, 1] > box.bottom + reach) | (high[:, 1] < box.y - reach))
        return [int(i) for i in np.flatnonzero(met)]

    def exchanged(self, others: Mapping[int, Route]) -> "Routes":
        """The same routes with some of them exchanged, by their places."""
        old, starts = self.strokes.points, self.strokes.starts
        sizes = np.diff(starts)
        for place, route in others.items():
            sizes[place] = len(route.curve)
        begins = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        points = np.empty((int(begins[-1]), 2))
        kept = np.ones(len(sizes), bool)
        kept[list(others)] = False
        count = np.where(kept, sizes, 0)
        nth = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        points[np.repeat(begins[:-1], count) + nth] = old[np.repeat(starts[:-1], count) + nth]
        for place, route in others.items():
            points[int(begins[place]) : int(begins[place + 1])] = route.curve
        marks = {place: mark for place, mark in self._marks.items() if place not in others}
        marks |= {place: route.mark for place, route in others.items() if route.mark is not None}
        return Routes(self._ids, self._sources, self._targets, Strokes(points, begins), marks)

    def shifted(self, by: Point) -> "Routes":
        """The same routes so many pixels to the right and down."""
        marks = {place: (x + by[0], y + by[1]) for place, (x, y) in self._marks.items()}
        strokes = Strokes(self.strokes.points + np.array(by), self.strokes.starts)
        return Routes(self._ids, self._sources, self._targets, strokes, marks)

    def reach(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all curves and their controls."""
        none = float("inf")
        low = self.strokes.points.min(axis=0, initial=none)
        high = self.strokes.points.max(axis=0, initial=-none)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def ends(self) -> tuple[Sequence[str], Sequence[str], Sequence[str], Mapping[int, Point]]:
        """Ids, sources, targets and marks."""
        return self._ids, self._sources, self._targets, self._marks

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The place of every route by its id."""
        return {key: i for i, key in enumerate(self._ids)}


def strokes_of(routes: Sequence[Route]) -> Strokes:
    """The curves of routes as flat arrays."""
    if isinstance(routes, Routes):
        return routes.strokes
    curves = [route.curve for route in routes]
    starts = np.zeros(len(curves) + 1, np.int64)
    np.cumsum([len(curve) for curve in curves], out=starts[1:])
    points = np.array([point for curve in curves for point in curve], np.float64).reshape(-1, 2)
    return Strokes(points, starts)


def joined(parts: Sequence[Sequence[Route]]) -> Routes:
    """The routes of several pictures in one sequence."""
    ids: list[str] = []
    sources: list[str] = []
    targets: list[str] = []
    marks: dict[int, Point] = {}
    for part in parts:
        if isinstance(part, Routes):
            keys, begins, ends, marked = part.ends()
        else:
            keys, begins, ends = ([getattr(route, name) for route in part] for name in ("id", "source", "target"))
            marked = {i: route.mark for i, route in enumerate(part) if route.mark is not None}
        marks |= {len(ids) + i: mark for i, mark in marked.items()}
        ids += keys
        sources += begins
        targets += ends
    strokes = [strokes_of(part) for part in parts]
    sizes = np.concatenate([np.diff(one.starts) for one in strokes])
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    return Routes(ids, sources, targets, Strokes(np.concatenate([one.points for one in strokes]), starts), marks)
