"""Settling: how high every item stands, and where its strands leave it.

In go a weft and the place of every item in its rank, out come centre lines and ports (float64, pixels). Each rank in
turn is put as near to its neighbours as order and gaps allow, by isotonic regression. Must not know x.
"""

from dataclasses import dataclass

import numpy as np

from explorer.layout.picture import Options
from explorer.layout.place import isotonic
from explorer.layout.wide.plan import Floats, Ints, Plan
from explorer.layout.wide.weft import Weft

_ROUNDS = 12
_QUICK = 4
#: How much a strand counts that is straight at neither, one, or both of its ends.
_WEIGHTS = np.array([1.0, 1.5, 4.0])
#: How much it counts that a box stays where it was, and that a line does: lines make room rather than boxes.
ANCHOR, LINE_ANCHOR = 1e9, 1e3


@dataclass(slots=True, eq=False)
class Heights:
    """Centre lines by item, and by strand the offsets from them at which it leaves the item left and right of it.

    `order` are the items rank by rank as they stand, `offset` how far below the first of its rank each must stand at
    least.
    """

    y: Floats
    left_port: Floats
    right_port: Floats
    order: Ints
    offset: Floats


def settled(
    plan: Plan, weft: Weft, place: Ints, options: Options, pad: tuple[Floats, Floats], anchor: Floats | None = None
) -> Heights:
    """Centre lines and ports. `pad` is what frames ask for above and below items; `anchor` old centre lines or NaN."""
    order = np.lexsort((place, weft.rank))
    left_port, right_port = _ports(plan, weft, place, options)
    offset = _offsets(weft, order, options, pad)
    heights = Heights(np.zeros(len(place)), left_port, right_port, order, offset)
    heights.y[order] = offset
    if anchor is not None:
        known = ~np.isnan(anchor)
        heights.y[known] = anchor[known]
    rounds = _QUICK if options.quick or anchor is not None else _ROUNDS
    pull = _Pull(weft, order, offset, heights, anchor, _room(weft, order, offset, pad))
    for round_ in range(rounds):
        options.pulse()
        down = round_ % 2 == 0
        # The last rounds look at both sides, so that no box leans to one of them.
        both = round_ >= rounds - 4 or anchor is not None
        for rank in range(weft.ranks) if down else range(weft.ranks - 1, -1, -1):
            pull(rank, before=down or both, after=not down or both)
    if anchor is None:
        _squeeze(weft, heights, options, pad)
    return heights


def _offsets(weft: Weft, order: Ints, options: Options, pad: tuple[Floats, Floats]) -> Floats:
    """Where the items of each rank would stand if each stood right below the one before."""
    above, below = (weft.above + pad[0])[order], (weft.below + pad[1])[order]
    block = (weft.block[order] >= 0).astype(np.int64)
    gaps = np.array([options.line_gap / 2, options.gap * 0.7, options.gap])[block + np.roll(block, 1)]
    step = above + np.roll(below, 1) + gaps
    step[weft.first[:-1][np.diff(weft.first) > 0]] = 0.0
    total = np.cumsum(step)
    heads = np.repeat(total[np.minimum(weft.first[:-1], len(total) - 1)], np.diff(weft.first))
    return np.asarray(total - heads)


def _room(weft: Weft, order: Ints, offset: Floats, pad: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    """How high and how low the first item of each rank may stand on a sheet that is as high as its fullest rank.

    A screen has more width than height to give: where there is room, lines bend rather than boxes spread.
    """
    first, last = weft.first[:-1], np.maximum(weft.first[1:] - 1, 0)
    filled = np.diff(weft.first) > 0
    top = np.where(filled, (weft.above + pad[0])[order[np.minimum(first, len(order) - 1)]], 0.0)
    whole = np.where(filled, top + offset[last] + (weft.below + pad[1])[order[last]], 0.0)
    return top, top + whole.max() - whole


class _Pull:
    """Moves the items of a rank towards their neighbours, keeping order and gaps; `room` bounds a fresh sheet."""

    def __init__(
        self, weft: Weft, order: Ints, offset: Floats, heights: Heights, anchor: Floats | None,
        room: tuple[Floats, Floats],
    ) -> None:  # fmt: skip
        self._weft, self._order, self._offset, self._heights, self._anchor = weft, order, offset, heights, anchor
        self._room = room
        dummies = (weft.block[weft.left] < 0).astype(np.int64) + (weft.block[weft.right] < 0)
        self._weight = _WEIGHTS[dummies]

    def __call__(self, rank: int, *, before: bool, after: bool) -> None:
        weft, heights = self._weft, self._heights
        first, last = int(weft.first[rank]), int(weft.first[rank + 1])
        count = last - first
        total, weight = np.zeros(count), np.zeros(count)
        if before and rank:
            part = slice(int(weft.strand_first[rank - 1]), int(weft.strand_first[rank]))
            aim = heights.y[weft.left[part]] + heights.left_port[part] - heights.right_port[part]
            self._add(total, weight, weft.right[part] - first, aim, self._weight[part])
        if after:
            part = slice(int(weft.strand_first[rank]), int(weft.strand_first[rank + 1]))
            aim = heights.y[weft.right[part]] + heights.right_port[part] - heights.left_port[part]
            self._add(total, weight, weft.left[part] - first, aim, self._weight[part])
        now = heights.y[first:last]
        aim = np.where(weight > 0, total / np.maximum(weight, 1e-9), now)
        weight = np.where(weight > 0, weight, 0.05)
        if self._anchor is not None:
            kept = ~np.isnan(self._anchor[first:last])
            aim = np.where(kept, self._anchor[first:last], aim)
            held = np.where(weft.block[first:last] >= 0, ANCHOR, LINE_ANCHOR)
            weight = np.where(kept, held, weight)
        items = self._order[first:last]
        offset = self._offset[first:last]
        wanted = aim[items - first] - offset
        made = np.array(isotonic(wanted.tolist(), weight[items - first].tolist()))
        if self._anchor is None:
            made = np.clip(made, self._room[0][rank], self._room[1][rank])
        heights.y[items] = made + offset

    @staticmethod
    def _add(total: Floats, weight: Floats, item: Ints, aim: Floats, by: Floats) -> None:
        total += np.bincount(item, weights=aim * by, minlength=len(total))
        weight += np.bincount(item, weights=by, minlength=len(weight))


def _ports(plan: Plan, weft: Weft, place: Ints, options: Options) -> tuple[Floats, Floats]:
    """Spread the strands of a block along its sides, in the order of their other ends."""
    half = np.array([max(0.0, block.height - options.gap) for block in plan.blocks])
    room = np.where(weft.block >= 0, half[weft.block], 0.0)
    return _spread(weft.left, place[weft.right], room), _spread(weft.right, place[weft.left], room)


def _spread(item: Ints, other: Ints, room: Floats) -> Floats:
    order = np.lexsort((other, item))
    counts = np.bincount(item, minlength=len(room))
    nth = np.empty(len(item))
    nth[order] = np.arange(len(item)) - np.repeat(np.cumsum(counts) - counts, counts)
    pitch = np.minimum(18.0, room / np.maximum(counts - 1, 1))
    return np.asarray((nth - (counts[item] - 1) / 2) * pitch[item])


def _squeeze(weft: Weft, heights: Heights, options: Options, pad: tuple[Floats, Floats]) -> None:
    """Take out the bands of the sheet in which nothing stands at all, but for a gap, and begin at the top."""
    top, bottom = heights.y - weft.above - pad[0], heights.y + weft.below + pad[1]
    order = np.argsort(top, kind="stable")
    reached = np.maximum.accumulate(bottom[order])
    hole = top[order] - np.concatenate([[top[order[0]]], reached[:-1]]) - 2 * options.gap
    taken = np.empty(len(order))
    taken[order] = np.cumsum(np.maximum(hole, 0.0)) + top[order[0]]
    heights.y -= taken
