"""Leading: the curve of every wire, all at once.

In go a weft, centre lines, ports and columns, out come strokes: curves that run level through the columns and swing
only in the channels between them, where no box stands. Must not know why items stand where they do.
"""

import numpy as np

from explorer.layout.model import Point
from explorer.layout.strokes import Strokes
from explorer.layout.wide.column import Column
from explorer.layout.wide.plan import Floats, Ints, Plan
from explorer.layout.wide.settle import Heights
from explorer.layout.wide.weft import Weft

#: What a wire between two blocks of one rank reaches into the channel at their right side.
_EAR = 30.0


def led(plan: Plan, weft: Weft, heights: Heights, columns: list[Column], sides: tuple[Floats, Floats]) -> Strokes:
    """The strokes of all wires in the order of the plan. `sides` are left and right sides of the blocks in x."""
    knots, owner = _knots(plan, weft, heights, np.array(columns), sides)
    knots, owner = _without_idle(knots, owner)
    wires = len(plan.wires)
    count = np.bincount(owner, minlength=wires)
    size = np.where(count > 0, 3 * count - 2, np.where(plan.source == plan.target, 4, 13))
    starts = np.zeros(wires + 1, np.int64)
    np.cumsum(size, out=starts[1:])
    points = np.zeros((int(starts[-1]), 2))
    nth = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    at = starts[owner] + 3 * nth
    points[at] = knots
    piece = np.flatnonzero(nth[1:] > 0) if len(nth) > 1 else np.zeros(0, np.int64)
    a, b, after = knots[piece], knots[piece + 1], at[piece]
    middle = (a[:, 0] + b[:, 0]) / 2
    points[after + 1] = np.column_stack([middle, a[:, 1]])
    points[after + 2] = np.column_stack([middle, b[:, 1]])
    _ears(plan, weft, heights, columns, sides, starts, points)
    return Strokes(points, starts)


def _knots(
    plan: Plan, weft: Weft, heights: Heights, columns: Floats, sides: tuple[Floats, Floats]
) -> tuple[Floats, Ints]:
    """Where every wire enters and leaves every column on its way from source to target, and the wires of these."""
    wire, strand = weft.run_wire, weft.run_strand
    gap = np.repeat(np.arange(weft.ranks), np.diff(weft.strand_first))[strand]
    left_y = (heights.y[weft.left] + heights.left_port)[strand]
    right_y = (heights.y[weft.right] + heights.right_port)[strand]
    left_block, right_block = weft.block[weft.left][strand], weft.block[weft.right][strand]
    starts, ends = left_block >= 0, right_block >= 0
    leave = np.column_stack([columns[gap, 1], left_y])
    enter = np.column_stack([columns[np.minimum(gap + 1, weft.ranks - 1), 0], right_y])
    begin = np.column_stack([sides[1][left_block[starts]], left_y[starts]])
    finish = np.column_stack([sides[0][right_block[ends]], right_y[ends]])
    owner = np.concatenate([wire[starts], wire, wire, wire[ends]])
    # A rank has two places on a way: where it is entered and where it is left.
    turn = np.concatenate([gap[starts] * 4, gap * 4 + 1, gap * 4 + 2, gap[ends] * 4 + 3])
    turn = np.where(weft.forward[owner], turn, -turn)
    order = np.lexsort((turn, owner))
    return np.concatenate([begin, leave, enter, finish])[order], owner[order]


def _without_idle(knots: Floats, owner: Ints) -> tuple[Floats, Ints]:
    """Leave out knots that stand where the one before stands, and those inside a level stretch."""
    if len(owner) < 2:
        return knots, owner
    same = owner[1:] == owner[:-1]
    still = same & (np.abs(knots[1:] - knots[:-1]) < 0.01).all(axis=1)
    keep = np.concatenate([[True], ~still])
    # The last knot of a wire is its port: of two that stand together the later one stays.
    knots, owner = knots[keep], owner[keep]
    level = np.zeros(len(owner), bool)
    if len(owner) > 2:
        same = (owner[2:] == owner[:-2]) & (np.abs(knots[1:-1, 1] - knots[:-2, 1]) < 0.01)
        level[1:-1] = same & (np.abs(knots[1:-1, 1] - knots[2:, 1]) < 0.01)
    return knots[~level], owner[~level]


def _ears(
    plan: Plan, weft: Weft, heights: Heights, columns: list[Column], sides: tuple[Floats, Floats],
    starts: Ints, points: Floats,
) -> None:  # fmt: skip
    """Wires inside one rank: out of the right side, round, and in at the right side."""
    rank = weft.rank
    for nth, wire in enumerate(weft.flat.tolist()):
        one, other = int(plan.source[wire]), int(plan.target[wire])
        at = int(rank[weft.item_of[one]])
        channel = columns[at + 1][0] - columns[at][1] if at + 1 < len(columns) else 2 * _EAR
        a, b = _ear_port(plan, weft, heights, one, other), _ear_port(plan, weft, heights, other, one)
        x, w = float(sides[1][one]), float(sides[1][other])
        if one == other:
            half = min(8.0, plan.blocks[one].height / 2)
            far = x + min(_EAR, channel)
            curve: list[Point] = [(x, a - half), (far, a - 2.75 * half), (far, a + 2.75 * half), (x, a + half)]
        else:
            # Ears of one column side by side, all of them inside the channel: beside a narrow box stand wider ones.
            edge, far, middle = columns[at][1] + 1, columns[at][1] + channel * (0.4 + 0.1 * (nth % 5)), (a + b) / 2
            begin, end = ((x + edge) / 2, a), ((w + edge) / 2, b)
            curve = [(x, a), begin, begin, (edge, a), (far, a), (far, a), (far, middle)]
            curve += [(far, b), (far, b), (edge, b), end, end, (w, b)]
        points[int(starts[wire]) : int(starts[wire + 1])] = curve


def _ear_port(plan: Plan, weft: Weft, heights: Heights, block: int, other: int) -> float:
    here, there = float(heights.y[weft.item_of[block]]), float(heights.y[weft.item_of[other]])
    way = 1.0 if there > here else -1.0
    return here + (way * max(0.0, plan.blocks[block].height / 2 - 8.0) if block != other else 0.0)
