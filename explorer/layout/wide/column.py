"""Columns: from where to where every rank reaches, in x.

In go a plan, a weft and centre lines, out come the columns. Columns that were there before stay where they were, as far
as there is room. Must not know routes.
"""

import numpy as np

from explorer.layout.model import Point
from explorer.layout.picture import Options
from explorer.layout.wide.plan import Floats, Ints, Plan
from explorer.layout.wide.settle import Heights
from explorer.layout.wide.weft import Weft

#: A channel in which lines climb far is wider by at most this.
_STEEP = 28.0
#: Long lines in a large picture need more room to swing.
_WIDEST = 420.0
_CLIMB = 40.0
#: A column with nothing but lines is so wide: where a line runs level in it, the next layout finds it again.
_LEAST = 2.0

Column = tuple[float, float]


class Parts:
    """How wide a rank is: the room for gates at the left, the boxes or labels, the room for gates at the right."""

    def __init__(self, plan: Plan, weft: Weft) -> None:
        rank = weft.rank
        blocks = np.flatnonzero(weft.block >= 0)
        owner = weft.block[blocks]
        self.left = _most(rank[blocks], np.array([b.left for b in plan.blocks])[owner], weft.ranks)
        self.right = _most(rank[blocks], np.array([b.right for b in plan.blocks])[owner], weft.ranks)
        self.middle = _most(rank[blocks], np.array([b.width for b in plan.blocks])[owner], weft.ranks)
        labels = np.flatnonzero(weft.label)
        words = np.array([wire.label_width for wire in plan.wires] or [0.0])[weft.wire[labels]]
        self.labelled = np.bincount(rank[labels], minlength=weft.ranks) > 0
        self.middle = np.maximum(self.middle, _most(rank[labels], words, weft.ranks))

    @property
    def widths(self) -> Floats:
        """The whole width of every rank."""
        return np.asarray(np.maximum(self.left + self.middle + self.right, _LEAST))


def _most(rank: Ints, value: Floats, ranks: int) -> Floats:
    made = np.zeros(ranks)
    np.maximum.at(made, rank, value)
    return made


def columns(
    weft: Weft, parts: Parts, heights: Heights, options: Options, kept: tuple[Point | None, ...]
) -> list[Column]:
    """The columns from left to right. `kept` is where a rank stood before, None for a new one."""
    room = _channels(weft, parts, heights, options)
    known = [rank for rank, column in enumerate(kept) if column is not None]
    start = known[0] if known else 0
    column = kept[start] if known else None
    begin = column[0] if column is not None else options.margin
    made: list[Column] = []
    x = begin
    for rank in range(start, weft.ranks):
        old = kept[rank]
        if old is not None:
            x = max(x, old[0])
        # Rounded as boxes are, so that a box at the edge of its column stands in it.
        x = round(x, 3)
        end = max(x + float(parts.widths[rank]), old[1] if old is not None and abs(old[0] - x) < 0.001 else 0.0)
        made.append((x, end))
        following = kept[rank + 1] if rank + 1 < weft.ranks else None
        least = options.channel * 0.5 if following is not None and old is not None else room[rank]
        x = end + least
    x = begin
    for rank in range(start - 1, -1, -1):
        x -= room[rank]
        made.insert(0, (round(x - float(parts.widths[rank]), 3), x))
        x = made[0][0]
    return made


def _channels(weft: Weft, parts: Parts, heights: Heights, options: Options) -> list[float]:
    """How wide the channel after every rank is: the wider the more its lines climb."""
    made = []
    for rank in range(weft.ranks):
        part = slice(int(weft.strand_first[rank]), int(weft.strand_first[rank + 1]))
        climbs = np.abs(
            heights.y[weft.left[part]] + heights.left_port[part]
            - heights.y[weft.right[part]] - heights.right_port[part]
        )  # fmt: skip
        words = parts.labelled[rank] or (rank + 1 < weft.ranks and parts.labelled[rank + 1])
        steep = min(_STEEP, float(climbs.max()) / 16) if len(climbs) else 0.0
        many = min(_WIDEST, float(np.mean(climbs)) / _CLIMB) if len(climbs) > 60 else 0.0
        made.append(options.channel * (0.55 if words else 1.0) + max(steep, many))
    return made
