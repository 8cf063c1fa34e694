"""Smoothing: long lines run level as far as their neighbours let them, and climb in one go rather than in stairs.

In go a weft and settled heights, changed in place: only ports and the places where lines pass move, never a box, and
never past a neighbour. Must not know x.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from explorer.layout.picture import Options
from explorer.layout.place import slid
from explorer.layout.wide.plan import Floats, Ints, Plan
from explorer.layout.wide.settle import Heights
from explorer.layout.wide.weft import Weft

#: With more strands than this nobody sees a single line; with more than that, no small step.
MOST, FINE = 20_000, 1_500


def smoothed(weft: Weft, heights: Heights) -> None:
    """Level the lines."""
    if len(weft.left) > MOST or not len(weft.run_wire):
        return
    y = heights.y.tolist()
    reach = _reaches(weft, heights.order, heights.offset)
    top = min(y[i] - weft.above[i] for i in range(len(y)))
    bottom = max(y[i] + weft.below[i] for i in range(len(y)))
    done: set[int] = set()
    for chain, start, end in _chains(weft, heights):
        items = [item for item in chain if item not in done]
        done.update(items)
        if len(items) > 1:
            _levelled(items, y, reach, (top, bottom), (start, end))
    heights.y[:] = y


#: By item: the one above with its least distance, the one below with its least distance, and the reach of its own.
_Reach = list[tuple[int, float, int, float, float, float]]


def _reaches(weft: Weft, order: Ints, offset: Floats) -> _Reach:
    rank = weft.rank[order].tolist()
    items, offsets = order.tolist(), offset.tolist()
    made: _Reach = [(-1, 0.0, -1, 0.0, 0.0, 0.0)] * len(items)
    for k, item in enumerate(items):
        above = items[k - 1] if k and rank[k - 1] == rank[k] else -1
        below = items[k + 1] if k + 1 < len(items) and rank[k + 1] == rank[k] else -1
        made[item] = (
            above, offsets[k] - offsets[k - 1] if above >= 0 else 0.0,
            below, offsets[k + 1] - offsets[k] if below >= 0 else 0.0,
            float(weft.above[item]), float(weft.below[item]),
        )  # fmt: skip
    return made


def _chains(weft: Weft, heights: Heights) -> Iterator[tuple[list[int], float, float]]:
    """The items that each wire passes, the longest first, with the heights at which it leaves and enters its blocks."""
    by_wire = np.lexsort((weft.rank[weft.left[weft.run_strand]], weft.run_wire))
    wires, strands = weft.run_wire[by_wire], weft.run_strand[by_wire]
    starts = np.flatnonzero(np.diff(wires, prepend=-1))
    counts = np.diff(np.append(starts, len(wires)))
    for nth in np.argsort(-counts, kind="stable").tolist():
        if counts[nth] < 3:
            break
        path = strands[int(starts[nth]) : int(starts[nth] + counts[nth])]
        first, last = int(path[0]), int(path[-1])
        start = float(heights.y[weft.left[first]] + heights.left_port[first])
        end = float(heights.y[weft.right[last]] + heights.right_port[last])
        yield weft.right[path[:-1]].tolist(), start, end


def _levelled(
    items: list[int], y: list[float], reach: _Reach, sheet: tuple[float, float], ends: tuple[float, float]
) -> None:
    """Runs of items that can share one height get one: that of an end of the line if they may, else the middle."""
    begin = 0
    low, high = _room(items[0], y, reach, sheet)
    for place in range(1, len(items) + 1):
        a, b = _room(items[place], y, reach, sheet) if place < len(items) else (1.0, 0.0)
        if place < len(items) and max(low, a) <= min(high, b):
            low, high = max(low, a), min(high, b)
            continue
        run = items[begin:place]
        if len(run) > 1:
            wanted = ends[0] if begin == 0 else ends[1] if place == len(items) else sum(y[i] for i in run) / len(run)
            if not low <= wanted <= high and place == len(items):
                wanted = ends[1]
            for item in run:
                y[item] = min(high, max(low, wanted))
        begin, low, high = place, a, b


def _room(item: int, y: list[float], reach: _Reach, sheet: tuple[float, float]) -> tuple[float, float]:
    above, up, below, down, mine, rest = reach[item]
    low = y[above] + up if above >= 0 else sheet[0] + mine
    high = y[below] - down if below >= 0 else sheet[1] - rest
    return low, max(low, high)


def straightened(plan: Plan, weft: Weft, heights: Heights, options: Options) -> None:
    """Slide ports along the sides of blocks so that lines that are nearly level become level."""
    if len(weft.left) > FINE:
        return
    for item, others, mine, its in (
        (weft.left, weft.right, heights.left_port, heights.right_port),
        (weft.right, weft.left, heights.right_port, heights.left_port),
    ):
        order = np.lexsort((mine, item))
        bounds = np.flatnonzero(np.diff(item[order], prepend=-1))
        for start, end in pairwise([*bounds.tolist(), len(order)]):
            strands = order[start:end]
            owner = int(item[strands[0]])
            if weft.block[owner] < 0:
                continue
            reach = max(0.0, plan.blocks[int(weft.block[owner])].height / 2 - 7.0)
            aims = heights.y[others[strands]] + its[strands] - heights.y[owner]
            mine[strands] = slid(mine[strands].tolist(), aims.tolist(), reach, options)
