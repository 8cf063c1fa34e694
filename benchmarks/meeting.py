"""Which things of a drawing meet: pairs of segments, of segments and rectangles, of rectangles.

In go arrays, out come counts or pairs of row numbers. Everything is cut into upright strips, in which only what
overlaps in height is compared; so a hundred thousand crossings take a second. Must not know what a crossing means.
"""

from collections.abc import Iterator

import numpy as np

from benchmarks.sheet import Floats, Ints

#: Pairs compared at once: what fits into a few dozen megabytes.
_CHUNK = 1_000_000


def crossing_pairs(segments: Floats, width: float) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Pairs of segments (rows ax, ay, bx, by) that properly cross, and the points where; strips are `width` wide."""
    pieces, owner, strip = _cut(segments, width)
    low, high = np.minimum(pieces[:, 1], pieces[:, 3]), np.maximum(pieces[:, 1], pieces[:, 3])
    for one, other in _overlaps(strip, low, high, strip, low, high, same=True):
        hit, where = _cross(pieces[one], pieces[other])
        yield owner[one[hit]], owner[other[hit]], where


def entering_pairs(segments: Floats, rectangles: Floats, width: float) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of a segment and a rectangle (left, top, right, bottom) whose inside it enters; some come twice."""
    pieces, owner, strip = _cut(segments, width)
    spread, row = _strips(rectangles[:, 0], rectangles[:, 2], width, segments)
    low, high = np.minimum(pieces[:, 1], pieces[:, 3]), np.maximum(pieces[:, 1], pieces[:, 3])
    tops, bottoms = rectangles[row, 1], rectangles[row, 3]
    for one, other in _overlaps(strip, low, high, spread, tops, bottoms):
        inside = _enters(pieces[one], rectangles[row[other]])
        yield owner[one[inside]], row[other[inside]]


def overlapping_pairs(rectangles: Floats, others: Floats, touch: float) -> Ints:
    """Pairs of rectangles, each from another table, that share more than `touch` in both directions, as two columns."""
    found = [np.zeros((0, 2), np.int64)]
    if len(rectangles) and len(others):
        nothing, nought = np.zeros(len(rectangles), np.int64), np.zeros(len(others), np.int64)
        for one, other in _overlaps(nothing, rectangles[:, 1], rectangles[:, 3], nought, others[:, 1], others[:, 3]):
            a, b = rectangles[one], others[other]
            shared = np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2])
            real = (shared > touch).all(axis=1)
            found.append(np.column_stack([one[real], other[real]]))
    return np.concatenate(found)


def _cut(segments: Floats, width: float) -> tuple[Floats, Ints, Ints]:
    """Segments cut at the borders of the strips: the pieces, whose they are, and in which strip."""
    left, right = np.minimum(segments[:, 0], segments[:, 2]), np.maximum(segments[:, 0], segments[:, 2])
    strip, owner = _strips(left, right, width, segments)
    origin = segments[:, [0, 2]].min()
    line = segments[owner]
    # The same order of ends for all pieces, so that pieces of one segment meet exactly.
    backwards = line[:, 0] > line[:, 2]
    line[backwards] = line[backwards][:, [2, 3, 0, 1]]
    start = np.maximum(line[:, 0], origin + strip * width)
    end = np.minimum(line[:, 2], origin + (strip + 1) * width)
    run = line[:, 2] - line[:, 0]
    slope = np.divide(line[:, 3] - line[:, 1], run, out=np.zeros_like(run), where=run > 0)
    pieces = np.column_stack(
        [start, line[:, 1] + slope * (start - line[:, 0]), end, line[:, 1] + slope * (end - line[:, 0])]
    )
    upright = run <= 0
    pieces[upright] = line[upright]
    return pieces, owner, strip


def _strips(left: Floats, right: Floats, width: float, segments: Floats) -> tuple[Ints, Ints]:
    """For everything that reaches from left to right: its strips, one row each, and the row that it came from."""
    origin = segments[:, [0, 2]].min()
    first, last = ((side - origin) // width for side in (left, right))
    first, last = first.astype(np.int64), last.astype(np.int64)
    count = last - first + 1
    row = np.repeat(np.arange(len(left)), count)
    begin = np.cumsum(count) - count
    return np.arange(len(row)) - begin[row] + first[row], row


def _overlaps(
    strip: Ints, low: Floats, high: Floats, other_strip: Ints, other_low: Floats, other_high: Floats, *,
    same: bool = False,
) -> Iterator[tuple[Ints, Ints]]:  # fmt: skip
    """Pairs of rows of two tables that lie in one strip and overlap in height; of one table with itself if `same`."""
    base = min(low.min(initial=0.0), other_low.min(initial=0.0))
    scale = max(high.max(initial=0.0), other_high.max(initial=0.0)) - base + 1.0
    keys = strip * scale + (low - base), strip * scale + (high - base)
    other_keys = other_strip * scale + (other_low - base), other_strip * scale + (other_high - base)
    yield from _begun_within(*keys, other_keys[0], same=same)
    if not same:
        for other, one in _begun_within(*other_keys, keys[0], same=False, strictly=True):
            yield one, other


def _begun_within(
    low: Floats, high: Floats, begins: Floats, *, same: bool, strictly: bool = False
) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of a span and a beginning that lies in it; in a table with itself each pair comes once."""
    order = np.argsort(begins, kind="stable")
    ordered = begins[order]
    if same:
        first = np.empty(len(low), np.int64)
        first[order] = np.arange(1, len(low) + 1)
    else:
        first = np.searchsorted(ordered, low, "right" if strictly else "left")
    count = np.maximum(np.searchsorted(ordered, high, "right") - first, 0)
    total = np.concatenate([[0], np.cumsum(count)])
    begin = 0
    while begin < len(low):
        end = max(begin + 1, int(np.searchsorted(total, total[begin] + _CHUNK, "right")) - 1)
        row = np.repeat(np.arange(begin, end), count[begin:end])
        place = np.arange(len(row)) - (total[row] - total[begin]) + first[row]
        yield row, order[place]
        begin = end


def _cross(a: Floats, b: Floats) -> tuple[Ints, Floats]:
    """Which pairs of segments properly cross, and where."""
    run, other = a[:, 2:] - a[:, :2], b[:, 2:] - b[:, :2]
    apart = b[:, :2] - a[:, :2]
    whole = run[:, 0] * other[:, 1] - run[:, 1] * other[:, 0]
    t = apart[:, 0] * other[:, 1] - apart[:, 1] * other[:, 0]
    u = apart[:, 0] * run[:, 1] - apart[:, 1] * run[:, 0]
    sign = np.sign(whole)
    t, u, size = t * sign, u * sign, np.abs(whole)
    hit = np.flatnonzero((size > 0) & (t > 0) & (t < size) & (u > 0) & (u < size))
    return hit, a[hit, :2] + run[hit] * (t[hit] / size[hit])[:, None]


def _enters(line: Floats, box: Floats) -> Ints:
    """Which pairs of a segment and a rectangle have a point of the segment inside (Liang and Barsky's clipping)."""
    begin, end = np.zeros(len(line)), np.ones(len(line))
    outside = np.zeros(len(line), bool)
    for axis in (0, 1):
        start, run = line[:, axis], line[:, axis + 2] - line[:, axis]
        level = run == 0
        outside |= level & ((start <= box[:, axis]) | (start >= box[:, axis + 2]))
        safe = np.where(level, 1.0, run)
        one, other = (box[:, axis] - start) / safe, (box[:, axis + 2] - start) / safe
        begin = np.where(level, begin, np.maximum(begin, np.minimum(one, other)))
        end = np.where(level, end, np.minimum(end, np.maximum(one, other)))
    return np.flatnonzero(~outside & (begin < end))
