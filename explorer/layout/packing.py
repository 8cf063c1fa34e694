"""The rows of a timeline: where marks and labels go at one scale, so that no label touches another.

In go lanes, a scale and the measured widths of the labels, out comes a packing. Must not know cases, fonts or widgets.
"""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from explorer.layout.lanes import LANES, Lanes, Mark

#: A label beside its mark stands this far from it, and marks of one row this far apart, in pixels.
GAP = 6.0
#: Half the width of the mark of a single day, and the narrowest bar, in pixels.
POINT = 5.0
LEAST_BAR = 8.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place at one scale: x in pixels from day 0 on, `row` counted from the top of its lane."""

    mark: Mark
    row: int
    x0: float
    x1: float
    label_x: float
    label_width: float
    inside: bool

    @property
    def left(self) -> float:
        """Where mark and label begin."""
        return min(self.x0, self.label_x)

    @property
    def right(self) -> float:
        """Where mark and label end."""
        return max(self.x1, self.label_x + self.label_width)


@dataclass(frozen=True)
class Packing:
    """The places of all marks at one scale, and how many rows each lane takes."""

    placed: tuple[Placed, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def first_of(self) -> Mapping[str, Placed]:
        """The earliest place of each element."""
        return {placed.mark.id: placed for placed in sorted(self.placed, key=lambda placed: -placed.x0)}


#: Left and right of mark and label together, the mark, the label, whether it is inside, and whose they are.
_Box = tuple[float, float, float, float, float, float, bool, Mark]


def pack(lanes: Lanes, scale: float, widths: Mapping[str, float]) -> Packing:
    """Put every mark on the first row that is free; `scale` in pixels a day, `widths` of the labels by key.

    Open ends reach to the edge of all days, and labels stay within the days worth seeing, where there is room.
    """
    boxes: dict[str, list[_Box]] = {lane: [] for lane in LANES}
    for mark in lanes.marks:
        boxes[mark.lane].append(_boxed(mark, lanes, scale, widths.get(mark.key, 0.0)))
    placed: list[Placed] = []
    rows: dict[str, int] = {}
    for lane, group in boxes.items():
        if group:
            placed += _settled(group)
            rows[lane] = 1 + max(box.row for box in placed if box.mark.lane == lane)
    return Packing(tuple(placed), rows)


def _boxed(mark: Mark, lanes: Lanes, scale: float, width: float) -> _Box:
    first, last = lanes.whole[0] if mark.first is None else mark.first, mark.last
    x0 = first * scale
    x1 = (max(lanes.main[1], first + 1) if last is None else last) * scale
    if mark.point:
        middle = (x0 + x1) / 2
        x0, x1 = middle - POINT, middle + POINT
    x1 = max(x1, x0 + LEAST_BAR)
    edge = lanes.main[1] * scale
    # The arrow of an open start stands before the label.
    lead = GAP if mark.first is not None else 2 * GAP
    if not mark.point and lead + width + GAP <= min(x1, edge) - x0:
        return x0, x1, x0, x1, x0 + lead, width, True, mark
    if x1 + GAP + width <= edge or x0 - GAP - width < lanes.main[0] * scale:
        return x0, x1 + GAP + width, x0, x1, x1 + GAP, width, False, mark
    return x0 - GAP - width, x1, x0, x1, x0 - GAP - width, width, False, mark


def _settled(boxes: list[_Box]) -> Iterator[Placed]:
    """Every box on the lowest row that is free where it begins."""
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for left, right, x0, x1, label_x, width, inside, mark in sorted(boxes, key=itemgetter(0, 1)):
        while busy and busy[0][0] <= left:
            heapq.heappush(free, heapq.heappop(busy)[1])
        row = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (right + GAP, row))
        yield Placed(mark, row, x0, x1, label_x, width, inside)
