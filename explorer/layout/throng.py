"""Lanes with more marks than anybody can read: how many stand where, and only those marks that are asked for.

In go lanes and the ids that somebody wants to see, out come lanes with fewer marks and a count over the days for each
lane that was thinned. Must not know scales, fonts or widgets.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import accumulate

from explorer.layout.lanes import Lanes, Mark, Throng

#: A lane of more marks is counted instead of drawn.
MOST = 150
#: Into how many stretches the days are cut at most.
_STRETCHES = 240


def crowded(lanes: Lanes) -> frozenset[str]:
    """The lanes that hold too many marks to be drawn one by one."""
    counts = Counter(mark.lane for mark in lanes.marks)
    return frozenset(lane for lane, count in counts.items() if count > MOST)


def thinned(lanes: Lanes, wanted: Collection[str]) -> Lanes:
    """The lanes with a count for each that is crowded, and of its marks only the first of those that are wanted."""
    full = crowded(lanes)
    if not full:
        return lanes
    left = dict.fromkeys(full, MOST)
    marks: list[Mark] = []
    for mark in lanes.marks:
        if mark.lane not in full:
            marks.append(mark)
        elif mark.id in wanted and left[mark.lane]:
            left[mark.lane] -= 1
            marks.append(mark)
    throngs = {lane: _counted(lanes, lane) for lane in sorted(full)}
    return replace(lanes, marks=tuple(marks), days=(lanes.whole, lanes.main), throngs=throngs)


def _counted(lanes: Lanes, lane: str) -> Throng:
    """How many marks of a lane may touch each stretch of the days worth seeing."""
    first, last = lanes.main
    step = max(1, -(-(last - first) // _STRETCHES))
    size = -(-(last - first) // step)
    changes = [0] * (size + 1)
    total = 0
    for mark in lanes.marks:
        if mark.lane == lane:
            total += 1
            begin = 0 if mark.first is None else min(max((mark.first - first) // step, 0), size)
            end = size if mark.last is None else min(max(-(-(mark.last - first) // step), 0), size)
            changes[begin] += 1
            changes[max(begin, end)] -= 1
    return Throng(total, first, step, tuple(accumulate(changes[:size])))
