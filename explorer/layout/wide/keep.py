"""Keeping: ranks, order and heights of a picture before, for what is still there.

In go a plan and the picture before, out come a rank for every block and old centre lines for all items that the picture
before had too; what is new finds a place between them. Must not know x beyond the old columns.
"""

from dataclasses import dataclass

import numpy as np

from explorer.layout.model import Point
from explorer.layout.picture import Picture
from explorer.layout.wide.level import ranks
from explorer.layout.wide.plan import Flags, Floats, Ints, Plan
from explorer.layout.wide.weft import Weft

_ROUNDS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Ranks by block, and for every rank the column before, None where there was none."""

    rank: Ints
    columns: tuple[Point | None, ...]
    #: The rank of the picture before that each rank continues, -1 for a new one.
    old: Ints


def kept_ranks(plan: Plan, previous: Picture, part: int) -> Kept | None:
    """The old ranks of all blocks that were there, and ranks for the new ones; None if nothing is left."""
    before = previous.box_by_id
    there = [before.get(block.id) for block in plan.blocks]
    old = np.array([box.rank if box is not None and box.part == part else -1 for box in there], np.int64)
    if not (old >= 0).any():
        return None
    columns = previous.columns[part] if part < len(previous.columns) else ()
    if len(columns) <= int(old.max()):
        return None
    lane_of = np.array([_lane(box.lane, plan) if box is not None else -1 for box in there], np.int64)
    # A block that went to another lane is a new one there.
    old = np.where((lane_of == plan.lane) | (lane_of < 0), old, -1)
    place = _placed_new(plan, old, len(columns))
    # Every old column stays, also one that held only labels or is empty now.
    known = np.unique(np.concatenate([_apart(plan, place), np.arange(len(columns))]))
    known = _with_room_for_words(plan, place, known)
    rank = np.searchsorted(known, place)
    before_columns = tuple(
        columns[int(key)] if key == int(key) and 0 <= key < len(columns) else None for key in known.tolist()
    )
    if all(column is None for column in before_columns):
        return None
    continued = np.array([int(k) if k == int(k) and 0 <= k < len(columns) else -1 for k in known.tolist()], np.int64)
    return Kept(rank.astype(np.int64), before_columns, continued)


def _apart(plan: Plan, place: Floats) -> Floats:
    """Words need a column between the ends of their wire: of two blocks in one column the less joined one steps on."""
    degree = np.bincount(plan.source, minlength=len(place)) + np.bincount(plan.target, minlength=len(place))
    worded = _worded(plan)
    # Who steps on may meet the next one; each round leaves one of them where it is.
    for _ in range(len(place)):
        one, other = plan.source[worded], plan.target[worded]
        meet = np.flatnonzero((one != other) & (place[one] == place[other]))
        if not len(meet):
            break
        a, b = int(one[meet[0]]), int(other[meet[0]])
        place[a if degree[a] < degree[b] else b] += 0.25
    return place


def _with_room_for_words(plan: Plan, place: Floats, known: Floats) -> Floats:
    """The columns with a new one between any two that a wire with words joins directly."""
    worded = _worded(plan)
    one = np.searchsorted(known, place[plan.source[worded]])
    other = np.searchsorted(known, place[plan.target[worded]])
    low = np.unique(np.minimum(one, other)[np.abs(one - other) == 1])
    return np.unique(np.concatenate([known, (known[low] + known[low + 1]) / 2]))


def _worded(plan: Plan) -> Ints:
    return np.flatnonzero(np.array([wire.label_width > 0 for wire in plan.wires], bool))


def _lane(lane: str | None, plan: Plan) -> int:
    return next((int(plan.lane[i]) for i, block in enumerate(plan.blocks) if block.lane == lane), -2)


def _placed_new(plan: Plan, old: Ints, columns: int) -> Floats:
    """Old ranks as they are; a new block goes to the rank of its lane that its neighbours ask for.

    A lane that had no column gets one between its neighbours: half a step to the right of what stands left of it.
    """
    place = np.where(old >= 0, old, -1).astype(np.float64)
    fresh = np.flatnonzero(old < 0)
    if not len(fresh):
        return place
    wish = ranks(plan)
    for lane in np.unique(plan.lane[fresh]).tolist():
        members = np.flatnonzero(plan.lane == lane)
        known = members[old[members] >= 0]
        if len(known):
            low, high = float(old[known].min()), float(old[known].max())
            last = not (old[plan.lane > lane] >= 0).any()
            first = not (old[plan.lane < lane] >= 0).any()
            bounds = (low - columns if first else low), (high + columns if last else high)
        else:
            left = old[(plan.lane < lane) & (old >= 0)]
            low = high = (float(left.max()) if len(left) else -1.0) + (lane + 1) / (int(plan.lane.max()) + 2)
            bounds = low, high
        base = int(wish[members].min())
        for block in members[old[members] < 0].tolist():
            place[block] = _wished(plan, place, block, (low, high), bounds, float(wish[block] - base))
    return place


def _wished(
    plan: Plan, place: Floats, block: int, span: tuple[float, float], bounds: tuple[float, float], wish: float
) -> float:
    """After the last of what leads to it, before the first of what it leads to, inside the bounds of its lane."""
    mates = plan.lane == plan.lane[block]
    lead = plan.source[(plan.target == block) & mates[plan.source] & (plan.source != block)]
    follow = plan.target[(plan.source == block) & mates[plan.target] & (plan.target != block)]
    lead, follow = lead[place[lead] >= 0], follow[place[follow] >= 0]
    if len(lead):
        at = float(place[lead].max()) + 1
    elif len(follow):
        at = float(place[follow].min()) - 1
    else:
        at = span[0] + min(wish, span[1] - span[0])
    return min(bounds[1], max(bounds[0], at))


def old_heights(plan: Plan, weft: Weft, previous: Picture, kept: Kept, part: int, shift: float) -> Floats:
    """The old centre line of every item that the picture before had in the same rank, NaN for the others."""
    made = np.full(len(weft.block), np.nan)
    old_of = kept.old[weft.rank]
    blocks = np.flatnonzero(weft.block >= 0)
    for item in blocks.tolist():
        box = previous.box_by_id.get(plan.blocks[int(weft.block[item])].id)
        if box is not None and box.part == part and box.rank == old_of[item]:
            made[item] = box.y + box.height / 2 - shift
    _old_lines(plan, weft, previous, kept, part, made, shift)
    return made


def old_sides(plan: Plan, previous: Picture, kept: Kept, columns: list[Point], sides: Floats, part: int) -> Floats:
    """The left sides of blocks, where they stood in their column before if there is still room for them."""
    made = sides.copy()
    for number, block in enumerate(plan.blocks):
        box = previous.box_by_id.get(block.id)
        rank = int(kept.rank[number])
        old = kept.columns[rank]
        if box is None or old is None or box.part != part or box.rank != kept.old[rank]:
            continue
        x = box.x + columns[rank][0] - old[0]
        if x - block.left >= columns[rank][0] - 0.01 and x + block.width + block.right <= columns[rank][1] + 0.01:
            made[number] = x
    return made


def _old_lines(plan: Plan, weft: Weft, previous: Picture, kept: Kept, part: int, made: Floats, shift: float) -> None:
    """Where lines ran through old columns, and labels stood on them."""
    dummies = np.flatnonzero(weft.block < 0)
    if not len(dummies):
        return
    place = {route.id: i for i, route in enumerate(previous.routes)} if len(previous.routes) else {}
    route_of = np.array([place.get(wire.id, -1) for wire in plan.wires], np.int64)
    strokes = previous.strokes
    columns = previous.columns[part]
    middles = np.array([(a + b) / 2 for a, b in columns])
    owner, rank = weft.wire[dummies], kept.old[weft.rank[dummies]]
    fit = (route_of[owner] >= 0) & (rank >= 0)
    dummies, owner, rank = dummies[fit], owner[fit], rank[fit]
    made[dummies] = _crossed(strokes.points, strokes.starts, route_of[owner], middles[rank]) - shift


def _crossed(points: Floats, starts: Ints, route: Ints, x: Floats) -> Floats:
    """The height at which each route runs level past x; NaN where it does not."""
    knots = np.zeros(len(points), bool)
    sizes = np.diff(starts)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    knots[(np.arange(len(points)) - starts[owner]) % 3 == 0] = True
    at = np.flatnonzero(knots)
    piece = at[:-1][owner[at[:-1]] == owner[at[1:]]]
    a, b = points[piece], points[piece + 3]
    level = np.abs(a[:, 1] - b[:, 1]) < 0.05
    piece, a, b = piece[level], a[level], b[level]
    low, high = np.minimum(a[:, 0], b[:, 0]), np.maximum(a[:, 0], b[:, 0])
    wide = 1.0 + max(float(np.abs(high).max(initial=0.0)), float(np.abs(low).max(initial=0.0))) * 2
    order = np.lexsort((low, owner[piece]))
    key = owner[piece][order] * wide * 2 + low[order]
    found = np.searchsorted(key, route * wide * 2 + x, side="right") - 1
    found = np.clip(found, 0, max(0, len(order) - 1))
    if not len(order):
        return np.full(len(route), np.nan)
    hit = order[found]
    fits = (owner[piece][hit] == route) & (low[hit] <= x) & (high[hit] >= x)
    return np.where(fits, a[hit, 1], np.nan)


def placed_between(plan: Plan, weft: Weft, anchor: Floats, previous: Picture, shift: float) -> Ints:
    """The place of every item in its rank: old ones as they stood, new ones by where their neighbours stand."""
    y = anchor.copy()
    hint = _hints(plan, weft, previous) - shift
    known = ~np.isnan(y)
    y = np.where(known, y, hint)
    for _ in range(_ROUNDS):
        y = np.where(known | (np.isnan(_mean(weft, y))), y, _mean(weft, y))
    lowest = float(np.nanmax(y)) if (~np.isnan(y)).any() else 0.0
    y = np.where(np.isnan(y), lowest + 1.0, y)
    y = _together(weft, y, known)
    order = np.lexsort((np.arange(len(y)), ~known, y, weft.rank))
    place = np.empty(len(y), np.int64)
    place[order] = np.arange(len(y)) - np.repeat(weft.first[:-1], np.diff(weft.first))
    return place


def _hints(plan: Plan, weft: Weft, previous: Picture) -> Floats:
    made = np.full(len(weft.block), np.nan)
    for item in np.flatnonzero(weft.block >= 0).tolist():
        near = plan.blocks[int(weft.block[item])].near
        box = previous.box_by_id.get(near) if near else None
        if box is not None:
            made[item] = box.y + box.height / 2
    return made


def _mean(weft: Weft, y: Floats) -> Floats:
    """The mean height of the neighbours of every item, of those that have one."""
    count = len(y)
    total, weight = np.zeros(count), np.zeros(count)
    for here, there in ((weft.left, weft.right), (weft.right, weft.left)):
        fit: Flags = ~np.isnan(y[there])
        total += np.bincount(here[fit], weights=y[there[fit]], minlength=count)
        weight += np.bincount(here[fit], minlength=count)
    return np.where(weight > 0, total / np.maximum(weight, 1), np.nan)


def _together(weft: Weft, y: Floats, known: Flags) -> Floats:
    """Members of a group at the height of its first old one, a hair apart, so that no stranger stands among them."""
    key = weft.rank * (int(weft.group.max()) + 1) + weft.group
    _, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    if (counts == 1).all():
        return y
    order = np.lexsort((y, inverse))
    starts = np.flatnonzero(np.diff(inverse[order], prepend=-1))
    # Where a new member would stand must not draw the old ones past their neighbours.
    head = np.repeat(y[np.lexsort((y, ~known, inverse))[starts]], counts)
    nth = np.arange(len(y)) - np.repeat(starts, counts)
    made = y.copy()
    made[order] = np.where(np.repeat(counts, counts) > 1, head + nth * 1e-6, y[order])
    return made
