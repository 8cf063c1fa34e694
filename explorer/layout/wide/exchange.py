"""Exchanges: neighbours in a rank change places where that takes crossings away, in all starts at once.

In go a weft and places by start, changed in place. For small graphs: it compares every pair of strands of a rank. Must
not know coordinates.
"""

import numpy as np

from explorer.layout.wide.plan import Ints
from explorer.layout.wide.sweep import Side
from explorer.layout.wide.weft import Weft

#: So many pairs of strands, over all starts, are compared in a moment.
MOST = 400_000


def exchanged(weft: Weft, place: Ints, before: list[Side], after: list[Side], *, backwards: bool) -> None:
    """One pass over all ranks of all starts."""
    for rank in range(weft.ranks - 1, -1, -1) if backwards else range(weft.ranks):
        here = slice(int(weft.first[rank]), int(weft.first[rank + 1]))
        if here.stop - here.start < 2:
            continue
        gain = _gain(weft, place, rank, before[rank], rank - 1) + _gain(weft, place, rank, after[rank], rank + 1)
        _bubbled(place, here, gain, weft.group[here])


def _gain(weft: Weft, place: Ints, rank: int, side: Side, other: int) -> Ints:
    """By start and pair of items u, v: crossings with u above v less those with v above u."""
    starts, count = place.shape[0], int(weft.first[rank + 1] - weft.first[rank])
    made = np.zeros((starts, count, count), np.int64)
    if not len(side.heads):
        return made
    ends = place[:, int(weft.first[other]) : int(weft.first[other + 1])][:, side.ends]
    sign = np.sign(ends[:, :, None] - ends[:, None, :])
    begins = side.starts[side.heads]
    summed = np.add.reduceat(np.add.reduceat(sign, begins, axis=1), begins, axis=2)
    made[:, side.heads[:, None], side.heads[None, :]] = summed
    return made


def _bubbled(place: Ints, here: slice, gain: Ints, group: Ints) -> None:
    row = np.arange(place.shape[0])
    _, inverse, counts = np.unique(group, return_inverse=True, return_counts=True)
    alone = counts[inverse] == 1
    order = np.argsort(place[:, here], axis=1)
    for upper in range(order.shape[1] - 1):
        one, other = order[:, upper], order[:, upper + 1]
        # Members of a group stand together: they change places among themselves only.
        better = (gain[row, one, other] > 0) & ((group[one] == group[other]) | (alone[one] & alone[other]))
        order[:, upper], order[:, upper + 1] = np.where(better, other, one), np.where(better, one, other)
    np.put_along_axis(place[:, here], order, np.arange(order.shape[1])[None, :], 1)
