"""The weft: items in ranks and strands between neighbouring ranks, as arrays.

In go a plan and a rank for every block, out comes a weft in which every strand spans exactly one rank: a long wire has
been cut by dummies, a label is an item of its own. In a large sketch with lanes the lines of a hub that pass other
ranks are bundled: they run together, and part where they leave the hub's side. Must not know how items are ordered or
placed.
"""

from dataclasses import dataclass

import numpy as np

from explorer.layout.picture import Options
from explorer.layout.wide.plan import Flags, Floats, Ints, Plan


@dataclass(slots=True, eq=False)
class Weft:
    """Items stand rank by rank: those of rank r are `first[r]` to `first[r + 1]`. So do the strands of rank r to r + 1.

    `block` and `wire` are what an item is, -1 for what it is not; a label is a wire's item with `label` set. `above`
    and `below` are its reach from its centre line. `item_of` leads from a block to its item.
    """

    first: Ints
    block: Ints
    wire: Ints
    label: Flags
    above: Floats
    below: Floats
    group: Ints
    item_of: Ints
    strand_first: Ints
    left: Ints
    right: Ints
    #: The pieces of all wires: which wire, and along which strand; the wires of a bundle share strands.
    run_wire: Ints
    run_strand: Ints
    #: Whether a wire runs from left to right, and the wires that stay in one rank, loops among them.
    forward: Flags
    flat: Ints

    @property
    def ranks(self) -> int:
        """How many columns there are."""
        return len(self.first) - 1

    @property
    def rank(self) -> Ints:
        """The rank of every item."""
        return np.repeat(np.arange(self.ranks), np.diff(self.first))


def woven(plan: Plan, rank: Ints, options: Options, *, bundled: bool = False) -> Weft:
    """The weft of a plan whose blocks have ranks; `bundled`: the lines of a hub that pass other ranks run together."""
    ways = _Ways(plan, rank, bundled=bundled)
    blocks, wires = len(plan.blocks), len(plan.wires)
    owner = np.repeat(np.arange(wires), np.maximum(ways.spans - 1, 0))
    at = ways.low[owner] + 1 + _nth(np.maximum(ways.spans - 1, 0))
    # Wires of one bundle share their dummies: one for each end that they have in common, and each rank.
    _, chosen, dummy = np.unique(
        _or_own(ways.bundle[owner] >= 0, ways.bundle[owner] * (int(rank.max()) + 1) + at),
        return_index=True, return_inverse=True,
    )  # fmt: skip
    item_rank = np.concatenate([rank, at[chosen]])
    order = np.argsort(item_rank, kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    first_dummy = np.cumsum(np.maximum(ways.spans - 1, 0)) - np.maximum(ways.spans - 1, 0)
    wire, step = np.repeat(np.arange(wires), ways.spans), _nth(ways.spans)
    item = np.concatenate([np.arange(blocks), blocks + dummy]) if len(dummy) else np.arange(blocks)
    left = place[item[np.where(step == 0, ways.left[wire], blocks + first_dummy[wire] + step - 1)]]
    right = place[item[np.where(step == ways.spans[wire] - 1, ways.right[wire], blocks + first_dummy[wire] + step)]]
    strand, run = _strands(ways, wire, step, left, right)
    bounds = np.arange(int(item_rank.max()) + 2)
    above, below, label = _reach(plan, owner[chosen], at[chosen] == ways.middle[owner[chosen]], options)
    group = np.concatenate([plan.group, len(plan.groups) + blocks + np.arange(len(chosen))])
    return Weft(
        first=np.searchsorted(item_rank[order], bounds),
        block=np.concatenate([np.arange(blocks), np.full(len(chosen), -1)])[order],
        wire=np.concatenate([np.full(blocks, -1), owner[chosen]])[order],
        label=label[order], above=above[order], below=below[order], group=group[order], item_of=place[:blocks],
        strand_first=np.searchsorted((ways.low[wire] + step)[strand], bounds),
        left=left[strand], right=right[strand], run_wire=wire, run_strand=run,
        forward=ways.forward, flat=np.flatnonzero(ways.spans == 0),
    )  # fmt: skip


class _Ways:
    """From which rank to which every wire runs, between which blocks, and which bundle it belongs to, -1 for none."""

    def __init__(self, plan: Plan, rank: Ints, *, bundled: bool) -> None:
        start, end = rank[plan.source], rank[plan.target]
        self.forward = start < end
        self.low, high = np.minimum(start, end), np.maximum(start, end)
        self.spans, self.middle = high - self.low, (self.low + high) // 2
        self.left = np.where(self.forward, plan.source, plan.target)
        self.right = np.where(self.forward, plan.target, plan.source)
        self.bundle = np.full(len(plan.wires), -1)
        self.at_right = np.zeros(len(plan.wires), bool)
        if bundled:
            self._bundle(plan)

    def _bundle(self, plan: Plan) -> None:
        """Wires that pass a rank are bundled at the end that more of them have in common."""
        words = np.array([wire.label_width > 0 for wire in plan.wires], bool)
        passing = (self.spans > 1) & ~words
        count = len(plan.blocks)
        leaving = np.bincount(self.left[passing], minlength=count)[self.left]
        arriving = np.bincount(self.right[passing], minlength=count)[self.right]
        self.at_right = arriving >= leaving
        many = passing & (np.maximum(leaving, arriving) > 1)
        self.bundle[many] = np.where(self.at_right, self.right * 2, self.left * 2 + 1)[many]


def _or_own(shared: Flags, key: Ints) -> Ints:
    """The key where something is shared, a number of its own where it is not."""
    return np.where(shared, key, int(key.max(initial=0)) + 1 + np.arange(len(key)))


def _nth(counts: Ints) -> Ints:
    """0, 1, 2 ... for each count."""
    return np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)


def _strands(ways: _Ways, wire: Ints, step: Ints, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Which pieces of wires are strands, rank by rank, and the strand of every piece; a bundle shares its strands."""
    own_end = np.where(ways.at_right[wire], step == 0, step == ways.spans[wire] - 1)
    shared = (ways.bundle[wire] >= 0) & ~own_end
    count = int(max(left.max(initial=0), right.max(initial=0))) + 1
    _, chosen, piece = np.unique(_or_own(shared, left * count + right), return_index=True, return_inverse=True)
    order = np.lexsort((chosen, (ways.low[wire] + step)[chosen]))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return chosen[order], place[piece]


def _reach(plan: Plan, owner: Ints, middle: Flags, options: Options) -> tuple[Floats, Floats, Flags]:
    half = np.array([block.height / 2 for block in plan.blocks])
    head = np.array([block.head for block in plan.blocks])
    words = np.array([wire.label_height / 2 + 3 if wire.label_width else 0.0 for wire in plan.wires] or [0.0])
    label = middle & (words[owner] > 0)
    line = np.where(label, words[owner], options.line_gap / 2)
    return np.concatenate([half + head, line]), np.concatenate([half, line]), np.r_[np.zeros(len(half), bool), label]
