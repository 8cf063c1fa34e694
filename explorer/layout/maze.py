"""The maze: a way of level and upright pieces between two places that meets no box at all.

In go places and boxes, out come the corners of the shortest way with few turns, or nothing if there is none. It looks
at the lines along the sides of boxes only, so it costs what the boxes near by cost. Must not know routes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import heappop, heappush
from itertools import count

from explorer.layout.model import Box, Point

#: What a way keeps clear of boxes, what a turn is worth in pixels, how far around the ends it looks.
CLEAR = 8.0
_TURN = 40.0
_AROUND = 420.0
#: With more boxes near by a hand that drags would have to wait.
_MOST = 70

#: So many crossings are looked at to see whether somebody is walled in.
_YARD = 1_000

_Crossing = tuple[int, int]
_State = tuple[int, int, bool]


def way(
    starts: Sequence[Point], goals: Sequence[Point], boxes: Sequence[Box], clear: float = CLEAR
) -> list[Point] | None:
    """The corners from one of the starts to one of the goals, both included, `clear` of all boxes."""
    ends = [*starts, *goals]
    left, right = min(x for x, _ in ends) - _AROUND, max(x for x, _ in ends) + _AROUND
    top, bottom = min(y for _, y in ends) - _AROUND, max(y for _, y in ends) + _AROUND
    walls = [box for box in boxes if box.x < right and box.right > left and box.y < bottom and box.bottom > top]
    if len(walls) > _MOST:
        return None
    # Half a pixel more than is kept clear, so that a line along a side is no line through it.
    reach = clear + 0.5
    xs = sorted({x for x, _ in ends} | {x for box in walls for x in (box.x - reach, box.right + reach)})
    ys = sorted({y for _, y in ends} | {y for box in walls for y in (box.y - reach, box.bottom + reach)})
    return _shortest(xs, ys, starts, goals, _Open(xs, ys, walls, clear))


class _Open:
    """Which steps of the grid are free: every wall closes those that come too near to it."""

    def __init__(self, xs: list[float], ys: list[float], walls: list[Box], clear: float) -> None:
        self._level = [bytearray(len(xs)) for _ in ys]
        self._upright = [bytearray(len(ys)) for _ in xs]
        for box in walls:
            left, right = bisect_right(xs, box.x - clear), bisect_left(xs, box.right + clear)
            top, bottom = bisect_right(ys, box.y - clear), bisect_left(ys, box.bottom + clear)
            before, above = max(0, left - 1), max(0, top - 1)
            # A step is called by the crossing at its left or upper end.
            for row in self._level[top:bottom]:
                row[before:right] = b"\1" * (right - before)
            for column in self._upright[left:right]:
                column[above:bottom] = b"\1" * (bottom - above)

    def __call__(self, i: int, j: int, k: int, m: int) -> bool:
        return not (self._level[j][min(i, k)] if j == m else self._upright[i][min(j, m)])

    def steps(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """The crossings that can be reached from one in one step."""
        for k, m in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            if 0 <= k < len(self._upright) and 0 <= m < len(self._level) and self(i, j, k, m):
                yield k, m


def _walled_in(goals: set[_Crossing], starts: set[_Crossing], free: _Open) -> bool:
    """Whether the goals stand in a small yard without a way out: then the whole rest would be searched in vain."""
    seen, rest = set(goals), list(goals)
    while rest:
        here = rest.pop()
        if len(seen) > _YARD or here in starts:
            return False
        fresh = [step for step in free.steps(*here) if step not in seen]
        seen.update(fresh)
        rest += fresh
    return True


def _shortest(
    xs: list[float], ys: list[float], starts: Sequence[Point], goals: Sequence[Point], free: _Open
) -> list[Point] | None:
    """A* over the grid; a state is a crossing and whether it was reached on the level."""
    aims = {(xs.index(x), ys.index(y)) for x, y in goals}
    if _walled_in(aims, {(xs.index(x), ys.index(y)) for x, y in starts}, free):
        return None
    turn = count()
    queue: list[tuple[float, int, _State]] = []
    best: dict[_State, float] = {}
    came: dict[_State, _State] = {}

    @cache
    def far(i: int, j: int) -> float:
        return min(abs(xs[i] - xs[k]) + abs(ys[j] - ys[m]) for k, m in aims)

    for x, y in starts:
        state = (xs.index(x), ys.index(y), True)
        best[state] = 0.0
        heappush(queue, (far(state[0], state[1]), next(turn), state))
    while queue:
        _, _, state = heappop(queue)
        i, j, level = state
        if (i, j) in aims:
            return _corners(state, came, xs, ys)
        for k, m in free.steps(i, j):
            flat = m == j
            cost = best[state] + abs(xs[k] - xs[i]) + abs(ys[m] - ys[j]) + (_TURN if flat != level else 0.0)
            # It leaves and arrives on the level.
            cost += _TURN if (k, m) in aims and not flat else 0.0
            after = (k, m, flat)
            if cost < best.get(after, float("inf")):
                best[after], came[after] = cost, state
                heappush(queue, (cost + far(k, m), next(turn), after))
    return None


def _corners(state: _State, came: dict[_State, _State], xs: list[float], ys: list[float]) -> list[Point]:
    path = [state]
    while path[-1] in came:
        path.append(came[path[-1]])
    points = [(xs[i], ys[j]) for i, j, _ in reversed(path)]
    return [
        point
        for n, point in enumerate(points)
        if n in (0, len(points) - 1) or not _between(points[n - 1], point, points[n + 1])
    ]


def _between(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]


def rounded(points: Sequence[Point], radius: float = 14.0) -> tuple[Point, ...]:
    """A curve along corners, each of them rounded: cubic pieces as in a route."""
    curve = [points[0]]
    for n in range(1, len(points)):
        before, here = points[n - 1], points[n]
        if n == len(points) - 1:
            curve += [curve[-1], here, here]
            break
        after = points[n + 1]
        reach = min(radius, _length(before, here) / 2, _length(here, after) / 2)
        into, out = _toward(here, before, reach), _toward(here, after, reach)
        curve += [curve[-1], into, into, here, here, out]
    return tuple(curve)


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _toward(a: Point, b: Point, by: float) -> Point:
    length = _length(a, b)
    share = by / length if length else 0.0
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
