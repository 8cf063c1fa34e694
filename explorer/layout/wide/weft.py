"""The weft: items in ranks and strands between neighbouring ranks, as arrays.

In go a plan and a rank for every block, out comes a weft in which every strand spans exactly one rank: a long wire has
been cut by dummies, a label is an item of its own. Must not know how items are ordered or placed.
"""

from dataclasses import dataclass

import numpy as np

from explorer.layout.model import Options
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
    strand_wire: Ints
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


def woven(plan: Plan, rank: Ints, options: Options) -> Weft:
    """The weft of a plan whose blocks have ranks."""
    start, end = rank[plan.source], rank[plan.target]
    forward = start < end
    low, high = np.minimum(start, end), np.maximum(start, end)
    left_block = np.where(forward, plan.source, plan.target)
    right_block = np.where(forward, plan.target, plan.source)
    blocks, dummies = len(plan.blocks), np.maximum(high - low - 1, 0)
    owner = np.repeat(np.arange(len(plan.wires)), dummies)
    nth = np.arange(len(owner)) - np.repeat(np.cumsum(dummies) - dummies, dummies)
    at = low[owner] + 1 + nth
    item_rank = np.concatenate([rank, at])
    order = np.argsort(item_rank, kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    count = int(item_rank.max()) + 1
    above, below, label = _reach(plan, owner, at == (low + high)[owner] // 2, options)
    group = np.concatenate([plan.group, len(plan.groups) + blocks + np.arange(len(owner))])
    first_dummy = blocks + np.cumsum(dummies) - dummies
    spans = np.where(high > low, high - low, 0)
    wire = np.repeat(np.arange(len(plan.wires)), spans)
    step = np.arange(len(wire)) - np.repeat(np.cumsum(spans) - spans, spans)
    left = place[np.where(step == 0, left_block[wire], first_dummy[wire] + step - 1)]
    right = place[np.where(step == spans[wire] - 1, right_block[wire], first_dummy[wire] + step)]
    by_rank = np.argsort(low[wire] + step, kind="stable")
    bounds = np.arange(count + 1)
    return Weft(
        first=np.searchsorted(item_rank[order], bounds),
        block=np.concatenate([np.arange(blocks), np.full(len(owner), -1)])[order],
        wire=np.concatenate([np.full(blocks, -1), owner])[order],
        label=label[order], above=above[order], below=below[order], group=group[order], item_of=place[:blocks],
        strand_first=np.searchsorted((low[wire] + step)[by_rank], bounds),
        left=left[by_rank], right=right[by_rank], strand_wire=wire[by_rank],
        forward=forward, flat=np.flatnonzero(high == low),
    )  # fmt: skip


def _reach(plan: Plan, owner: Ints, middle: Flags, options: Options) -> tuple[Floats, Floats, Flags]:
    half = np.array([block.height / 2 for block in plan.blocks])
    head = np.array([block.head for block in plan.blocks])
    words = np.array([wire.label_height / 2 + 3 if wire.label_width else 0.0 for wire in plan.wires] or [0.0])
    label = middle & (words[owner] > 0)
    line = np.where(label, words[owner], options.line_gap / 2)
    return np.concatenate([half + head, line]), np.concatenate([half, line]), np.r_[np.zeros(len(half), bool), label]
