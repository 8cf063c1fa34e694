"""Broken columns: a column of very many boxes is broken into several side by side, as a long list is on paper.

In go a plan and ranks, out come ranks in which no column is much higher than the sheet is wide. Only where lines are
bundled, so that those of the outer columns do not fill the inner ones. Must not know order or places.
"""

import numpy as np

from explorer.layout.picture import Options
from explorer.layout.wide.plan import Floats, Ints, Plan

#: A sheet no higher than this needs no breaking, nor one that is at least so wide for its height.
_HIGH = 1_400.0
_WIDE = 1.25
_MOST = 60


def broken(plan: Plan, rank: Ints, options: Options) -> Ints:
    """The ranks with every crowded one broken into as many as the shape of the sheet asks for."""
    count = int(rank.max()) + 1
    height: Floats = np.bincount(rank, weights=_heights(plan, options), minlength=count).astype(np.float64)
    width = np.zeros(count)
    np.maximum.at(width, rank, np.array([block.left + block.width + block.right for block in plan.blocks]))
    pieces = _pieces(height, width + options.channel)
    if pieces.max() == 1:
        return rank
    base = np.cumsum(pieces) - pieces
    made = base[rank]
    for crowded in np.flatnonzero(pieces > 1).tolist():
        members = np.flatnonzero(rank == crowded)
        made[members] += _shares(plan, rank, members, options, int(pieces[crowded]))
    return made


def _heights(plan: Plan, options: Options) -> Floats:
    return np.array([block.height + block.head + options.gap for block in plan.blocks])


def _pieces(height: Floats, width: Floats) -> Ints:
    """Into how many each rank is broken: always the highest next, until the sheet has its shape."""
    pieces = np.ones(len(height), np.int64)
    for _ in range(_MOST):
        now = height / pieces
        if now.max() <= _HIGH or (width * pieces).sum() >= _WIDE * now.max():
            break
        pieces[int(np.argmax(now))] += 1
    return pieces


def _shares(plan: Plan, rank: Ints, members: Ints, options: Options, pieces: int) -> Ints:
    """Which piece each member belongs to: hubs stand on the side to which most lines lead, groups stay together."""
    degree = np.bincount(plan.source, minlength=len(rank)) + np.bincount(plan.target, minlength=len(rank))
    inside = np.isin(plan.source, members), np.isin(plan.target, members)
    far = np.concatenate([rank[plan.target[inside[0]]], rank[plan.source[inside[1]]]])
    here = int(rank[members[0]])
    to_right = int((far > here).sum()) >= int((far < here).sum())
    most = np.zeros(int(plan.group.max()) + 1, np.int64)
    np.maximum.at(most, plan.group[members], degree[members])
    group = plan.group[members]
    order = np.lexsort((members, degree[members], group, most[group]))
    if not to_right:
        order = order[::-1]
    reached = np.cumsum(_heights(plan, options)[members][order])
    share = np.empty(len(members), np.int64)
    share[order] = np.minimum((reached - 1e-6) * pieces / reached[-1], pieces - 1).astype(np.int64)
    return share
