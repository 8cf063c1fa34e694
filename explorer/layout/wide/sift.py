"""Sifting: every item goes to the place in its rank where its strands cross the fewest others.

In go a weft and the places of one start, changed in place. The ranks next to it stay as they are meanwhile, so what two
items of a rank cost above and below each other is counted once. Must not know coordinates.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from explorer.layout.wide.plan import Flags, Ints
from explorer.layout.wide.sweep import Side
from explorer.layout.wide.weft import Weft

Gains = NDArray[np.int32]

#: A rank with more items is sifted in windows of so many, each overlapping the one before by half.
WINDOW = 700


def sifted(
    weft: Weft, place: Ints, before: list[Side], after: list[Side], *, backwards: bool, free: Flags | None = None
) -> int:
    """One pass over all ranks; how many items went elsewhere. Only `free` items go, without it all."""
    moved = 0
    for rank in range(weft.ranks - 1, -1, -1) if backwards else range(weft.ranks):
        here = slice(int(weft.first[rank]), int(weft.first[rank + 1]))
        if free is not None and not free[here].any():
            continue
        order = np.argsort(place[here])
        grouped = weft.group[here] if len(np.unique(weft.group[here])) < len(order) else None
        for window in _windows(len(order)):
            items = order[window]
            gain = _gain(items, before[rank], _of(weft, place, rank - 1))
            gain += _gain(items, after[rank], _of(weft, place, rank + 1))
            better, count = _inserted(
                gain, grouped[items] if grouped is not None else None, free[here][items] if free is not None else None
            )
            moved += count
            if count:
                order[window] = items[better]
        place[here][order] = np.arange(len(order))
    return moved


def _windows(count: int) -> Iterator[slice]:
    if count <= WINDOW:
        if count > 1:
            yield slice(0, count)
        return
    for start in range(0, count - WINDOW // 2, WINDOW // 2):
        yield slice(start, min(count, start + WINDOW))


def _of(weft: Weft, place: Ints, rank: int) -> Ints:
    return place[int(weft.first[rank]) : int(weft.first[rank + 1])] if 0 <= rank < weft.ranks else place[:0]


def _gain(items: Ints, side: Side, there: Ints) -> Gains:
    """By pair of items u, v: crossings with u above v less those with v above u."""
    counts = side.counts[items]
    if not counts.any():
        return np.zeros((len(items), len(items)), np.int32)
    begins = np.cumsum(counts) - counts
    strands = np.arange(int(counts.sum())) + np.repeat(side.starts[items] - begins, counts)
    known, ends = np.unique(there[side.ends[strands]], return_inverse=True)
    # By place there and item: how many of its strands end after the place, less those that end before. Whole rows are
    # taken and added, which is several times as fast as columns.
    owner = np.repeat(np.arange(len(items)), counts)
    shape = len(known), len(items)
    at = np.bincount(ends * len(items) + owner, minlength=shape[0] * shape[1]).astype(np.int32).reshape(shape)
    upto = np.cumsum(at, axis=0, dtype=np.int32)
    balance = upto + upto - at - counts[None, :].astype(np.int32)
    if len(strands) == len(items) and counts.all():
        return balance[ends]
    made = np.zeros((len(items), len(items)), np.int32)
    single, several = np.flatnonzero(counts == 1), np.flatnonzero(counts > 1)
    made[single] = balance[ends[begins[single]]]
    if len(several):
        # Most items are dummies with one strand; only the others need adding up.
        inside = np.flatnonzero(counts[owner] > 1)
        heads = np.cumsum(counts[several]) - counts[several]
        made[several] = np.add.reduceat(balance[ends[inside]], heads, axis=0)
    return made


def _inserted(gain: Gains, group: Ints | None, free: Flags | None) -> tuple[Ints, int]:
    """The order after taking each item in turn to its best place, and how many went elsewhere."""
    now, moved = np.arange(len(gain)), 0
    restless = _restless(gain)
    for item in (restless if free is None else restless[free[restless]]).tolist():
        at = int(np.flatnonzero(now == item)[0])
        # What it costs to stand after the first k others instead of before all of them.
        cost = np.cumsum(-gain[item, now])
        low, high = (0, len(now)) if group is None else _run(now, group, at)
        to = _best(cost, at, low, high)
        if to < at:
            now[to + 1 : at + 1] = now[to:at].copy()
        elif to > at:
            now[at:to] = now[at + 1 : to + 1].copy()
        else:
            continue
        now[to] = item
        moved += 1
    return now, moved


def _best(cost: Gains, at: int, low: int, high: int) -> int:
    """Where in a part of the order it costs least; where it stands, if that is as good."""
    start, here = int(cost[low - 1]) if low else 0, int(cost[at])
    after = int(np.argmin(cost[low:high])) + low
    if min(start, int(cost[after])) >= here:
        return at
    if start <= cost[after]:
        return low
    return after + 1 if after < at else after


def _restless(gain: Gains) -> Ints:
    """The items for which there is a better place in this order, from top to bottom."""
    cost = np.cumsum(-gain, axis=1)
    return np.flatnonzero(np.minimum(cost.min(axis=1), 0) < np.diagonal(cost))


def _run(now: Ints, group: Ints, at: int) -> tuple[int, int]:
    """The part of the order in which the group of an item stands."""
    same = np.flatnonzero(group[now] == group[now[at]])
    return int(same[0]), int(same[-1]) + 1
