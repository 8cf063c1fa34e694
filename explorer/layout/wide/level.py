"""Levels and ranks: which way the graph reads, and which column every block stands in.

In goes a plan, out comes a rank for every block, such that no wire stays inside one rank. Lanes are bounds: a block
never leaves its lane, and lanes never mix. Must not know sizes.
"""

import numpy as np

from explorer.layout.wide.plan import Floats, Ints, Plan

_ROUNDS = 200
_NEAR = 1e-3
_TIGHTEN = 6


def levels(plan: Plan) -> Floats:
    """Trophic levels: every block one above the mean of what leads to it, one below the mean of what it leads to.

    The symmetric system is solved by conjugate gradients; sums run in a fixed order, so that every machine gets the
    same numbers. Source: MacKay, Johnson, Sansom, "How directed is a directed network?", 2020.
    """
    count, ends = len(plan.blocks), plan.source != plan.target
    source, target = plan.source[ends], plan.target[ends]
    degree = np.bincount(source, minlength=count) + np.bincount(target, minlength=count).astype(np.float64)
    degree = np.where(degree == 0, 1.0, degree)
    wanted = (np.bincount(target, minlength=count) - np.bincount(source, minlength=count)).astype(np.float64)

    def pulled(level: Floats) -> Floats:
        near = np.bincount(source, weights=level[target], minlength=count)
        return degree * level - near - np.bincount(target, weights=level[source], minlength=count)

    level = np.zeros(count)
    rest = wanted.copy()
    way = rest / degree
    power = first = _dot(rest, way)
    for _ in range(_ROUNDS):
        if power <= _NEAR * _NEAR * first or power == 0.0:
            break
        drawn = pulled(way)
        step = power / _dot(way, drawn)
        level += step * way
        rest -= step * drawn
        eased = rest / degree
        before, power = power, _dot(rest, eased)
        way = eased + (power / before) * way
    # Rounded, so that levels that are equal but for the last bits do not decide an order.
    return np.round(level, 5)


def _dot(one: Floats, other: Floats) -> float:
    # Summed one after the other: a sum in blocks differs from processor to processor.
    return float(np.bincount(np.zeros(len(one), np.int64), weights=one * other, minlength=1)[0])


def ranks(plan: Plan) -> Ints:
    """The rank of every block from 0; lanes one after the other."""
    level = levels(plan)
    order = np.lexsort((np.arange(len(level)), level))
    place = np.empty(len(level), np.int64)
    place[order] = np.arange(len(level))
    inside = (plan.lane[plan.source] == plan.lane[plan.target]) & (plan.source != plan.target)
    source, target = plan.source[inside], plan.target[inside]
    forward = place[source] < place[target]
    first, second = np.where(forward, source, target), np.where(forward, target, source)
    rank = _longest(first, second, place, len(level))
    rank = _tightened(rank, first, second, place)
    return _lane_after_lane(rank, plan.lane)


def _longest(first: Ints, second: Ints, place: Ints, count: int) -> Ints:
    """Every block as far left as what leads to it allows."""
    rank = [0] * count
    by_second = np.argsort(place[second], kind="stable")
    for a, b in zip(first[by_second].tolist(), second[by_second].tolist(), strict=True):
        rank[b] = max(rank[b], rank[a] + 1)
    return np.array(rank, np.int64)


def _tightened(rank: Ints, first: Ints, second: Ints, place: Ints) -> Ints:
    """Move every block to where its wires are shortest, as far as its neighbours allow, until nothing moves."""
    before: list[list[int]] = [[] for _ in rank]
    after: list[list[int]] = [[] for _ in rank]
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        after[a].append(b)
        before[b].append(a)
    now = rank.tolist()
    order = np.argsort(place).tolist()
    for turn in range(_TIGHTEN):
        moved = False
        for block in order if turn % 2 else reversed(order):
            best = _shortest(block, now, before[block], after[block])
            moved |= best != now[block]
            now[block] = best
        if not moved:
            break
    return np.array(now, np.int64)


def _shortest(block: int, now: list[int], before: list[int], after: list[int]) -> int:
    """All wires pull alike: at the right end of its room if more leave than arrive, else at the left."""
    if not after or len(before) > len(after):
        return max((now[other] for other in before), default=now[block] - 1) + 1
    if not before or len(after) > len(before):
        return min(now[other] for other in after) - 1
    return now[block]


def _lane_after_lane(rank: Ints, lane: Ints) -> Ints:
    made = rank.copy()
    base = 0
    for key in range(int(lane.max()) + 1):
        members = lane == key
        # A column in which nobody stands any more is left out.
        _, dense = np.unique(rank[members], return_inverse=True)
        made[members] = base + dense
        base += int(dense.max()) + 1
    return made
