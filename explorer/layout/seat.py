"""Where on its line a mark sits.

In go a curve and the size of the mark, out comes a point of the curve. Must not know other lines or boxes.
"""

from collections.abc import Sequence

from explorer.layout.model import Point, bezier

#: How far from the box at least, in sizes of the mark, so that a wide one does not reach below the box.
_LEAST = 1.1
#: A long level piece carries its mark no farther away than this: who looks at the box is to see it.
_MOST = 60.0
#: How often a piece that swings is halved to find the place on it.
_HALVES = 7


def seat(curve: Sequence[Point], size: float) -> Point:
    """Near the end of a level beginning, past all gates and just before the line swings, else where it begins to."""
    start, least = curve[0][0], size * _LEAST
    for first in range(0, len(curve) - 3, 3):
        p, c, d, q = curve[first : first + 4]
        reach = abs(q[0] - start)
        if p[1] == q[1] and (first > 0 or reach - size / 2 >= least):
            along = min(max(least, min(reach, _MOST) - size / 2), reach)
            return start + (along if q[0] >= start else -along), p[1]
        if reach >= least:
            return _at(p, c, d, q, start, least)
    return curve[-1]


def _at(p: Point, c: Point, d: Point, q: Point, start: float, least: float) -> Point:
    low, high = 0.0, 1.0
    for _ in range(_HALVES):
        middle = (low + high) / 2
        beyond = abs(bezier(p, c, d, q, middle)[0] - start) >= least
        low, high = (low, middle) if beyond else (middle, high)
    x, y = bezier(p, c, d, q, high)
    return round(x, 3), round(y, 3)
