"""Frames: the room that groups ask for around their members, and the frames themselves.

In go a plan, a weft and places, out come paddings by item and, when boxes are placed, areas with titles. A group has a
frame in every column in which two or more of its members stand. Must not know what a group is.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from explorer.layout.model import Area, Box, Sketch
from explorer.layout.wide.plan import Floats, Ints, Plan
from explorer.layout.wide.weft import Weft

#: The title over the members of a group, and what is left free around them.
TITLE = 24.0
PAD = 8.0


class Frames:
    """The groups of each column that are framed: two members or more."""

    def __init__(self, plan: Plan, weft: Weft, place: Ints) -> None:
        count = len(weft.block)
        above, below = np.zeros(count), np.zeros(count)
        self._members: list[tuple[str, list[str]]] = []
        framed = np.flatnonzero((weft.group < len(plan.groups)) & (weft.block >= 0))
        rank = weft.rank
        order = framed[np.lexsort((place[framed], weft.group[framed], rank[framed]))]
        key = rank[order] * (len(plan.groups) + 1) + weft.group[order]
        starts = np.flatnonzero(np.diff(key, prepend=-1)) if len(order) else np.zeros(0, np.int64)
        for start, end in pairwise([*starts.tolist(), len(order)]):
            members = order[start:end]
            if len(members) < 2:
                continue
            above[members[0]], below[members[-1]] = TITLE, PAD
            ids = [plan.blocks[int(weft.block[item])].id for item in members.tolist()]
            self._members.append((plan.groups[int(weft.group[members[0]])], ids))
        self.pads: tuple[Floats, Floats] = above, below

    def areas(self, boxes: Mapping[str, Box], sketch: Sketch) -> tuple[Area, ...]:
        """The frames around placed boxes."""
        heads = {block.id: block.head for block in sketch.blocks} if self._members else {}
        return tuple(
            _around([boxes[key] for key in ids], heads, group, sketch.group_titles[group])
            for group, ids in self._members
        )


def _around(boxes: list[Box], heads: Mapping[str, float], group: str, title: str) -> Area:
    left = min(box.x for box in boxes) - PAD
    right = max(box.right for box in boxes) + PAD
    top = min(box.y - heads[box.id] for box in boxes) - TITLE + 2
    bottom = max(box.bottom for box in boxes) + PAD - 2
    return Area(group, left, top, right - left, bottom - top, title)
