"""What tests of the layout on arrays begin with: plan and weft of a sketch, and plain ways to look at them."""

from itertools import combinations

import numpy as np

from explorer.layout.model import Sketch
from explorer.layout.picture import Options
from explorer.layout.wide.level import ranks
from explorer.layout.wide.plan import Ints, Plan, planned
from explorer.layout.wide.weft import Weft, woven


def threaded(sketch: Sketch) -> tuple[Plan, Weft]:
    """Plan and weft of a sketch that was never drawn before."""
    plan = planned(sketch)
    return plan, woven(plan, ranks(plan) * (2 if plan.labelled else 1), Options())


def as_sketched(weft: Weft) -> Ints:
    """Every item where its rank has it, members of groups together."""
    order = np.lexsort((np.arange(len(weft.block)), weft.group, weft.rank))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order)) - np.repeat(weft.first[:-1], np.diff(weft.first))
    return place


def crossings_one_by_one(weft: Weft, place: Ints) -> int:
    """Pairs of strands that cross, every pair looked at."""
    count = 0
    for rank in range(weft.ranks):
        strands = range(int(weft.strand_first[rank]), int(weft.strand_first[rank + 1]))
        for a, b in combinations(strands, 2):
            here = int(place[weft.left[a]]) - int(place[weft.left[b]])
            there = int(place[weft.right[a]]) - int(place[weft.right[b]])
            count += here * there < 0
    return count


def ranks_of_items(weft: Weft, place: Ints) -> list[list[int]]:
    """The items of each rank from top to bottom; fails if a place is taken twice or not at all."""
    made = []
    for rank in range(weft.ranks):
        items = list(range(int(weft.first[rank]), int(weft.first[rank + 1])))
        assert sorted(place[items].tolist()) == list(range(len(items)))
        made.append(sorted(items, key=lambda item: int(place[item])))
    return made


def groups_stand_together(weft: Weft, place: Ints) -> bool:
    """Whether in no rank a stranger stands among the members of a group."""
    for items in ranks_of_items(weft, place):
        groups = [int(weft.group[item]) for item in items]
        heads = [group for i, group in enumerate(groups) if i == 0 or groups[i - 1] != group]
        if len(heads) != len(set(heads)):
            return False
    return True
