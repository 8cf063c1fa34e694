"""A grid: which of many rectangles contain a point, found without looking at all of them.

In go arrays of rectangles and a point, out come their numbers. Imports numpy, so only large scenes load it. Must not
know what the rectangles are.
"""

import numpy as np
from numpy.typing import NDArray

#: So many squares to a rectangle, and the most of them along a side.
_SHARE, _MOST = 2.0, 512


class Grid:
    """Rectangles (left, top, right, bottom) by the squares of the sheet that they touch."""

    def __init__(self, sides: NDArray[np.floating]) -> None:
        self._sides = np.ascontiguousarray(sides, np.float64).reshape(-1, 4)
        some = self._sides
        self._across = max(1, min(_MOST, int((len(some) * _SHARE) ** 0.5)))
        low = some[:, :2].min(axis=0, initial=np.inf) if len(some) else np.zeros(2)
        high = some[:, 2:].max(axis=0, initial=-np.inf) if len(some) else np.ones(2)
        self._left, self._top = float(low[0]), float(low[1])
        step = np.maximum((high - low) / self._across, 1e-6)
        self._wide, self._high = float(step[0]), float(step[1])
        first = np.clip(((some[:, :2] - low) / step).astype(np.int64), 0, self._across - 1)
        last = np.clip(((some[:, 2:] - low) / step).astype(np.int64), 0, self._across - 1)
        columns, rows = (last - first + 1).T
        count = columns * rows
        owner = np.repeat(np.arange(len(some)), count)
        nth = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
        down, right = np.divmod(nth, columns[owner])
        square = (first[owner, 1] + down) * self._across + first[owner, 0] + right
        order = np.argsort(square, kind="stable")
        self._members = owner[order].astype(np.int32)
        self._begins: list[int] = np.searchsorted(square[order], np.arange(self._across**2 + 1)).tolist()

    def at(self, x: float, y: float) -> list[int]:
        """The numbers of the rectangles that contain a point, in their order."""
        column, row = int((x - self._left) / self._wide), int((y - self._top) / self._high)
        # What ends at the edge of the last square belongs to it.
        column, row = column - (column == self._across), row - (row == self._across)
        if not (0 <= column < self._across and 0 <= row < self._across):
            return []
        square = row * self._across + column
        begin, end = self._begins[square], self._begins[square + 1]
        if begin == end:
            return []
        members = self._members[begin:end]
        found: list[int] = []
        for number, (left, top, right, bottom) in zip(members.tolist(), self._sides[members].tolist(), strict=True):
            if left <= x <= right and top <= y <= bottom:
                found.append(number)
        return found
