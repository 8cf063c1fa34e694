"""Sweeps: who stands above whom inside a rank, so that few lines cross; many starts are swept at once.

In goes a weft, out come places by start and item (int64, S x N, counted inside each rank). Each rank in turn is ordered
by the mean place of its neighbours in the rank before it, to the right and back. Must not know coordinates.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from explorer.layout.wide.plan import Floats, Ints
from explorer.layout.wide.weft import Weft


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The strands at one side of the items of a rank: the places of their other ends in that rank, grouped by item.

    `starts` and `counts` lead from an item to its strands; `heads` are the items that have any.
    """

    ends: Ints
    starts: Ints
    counts: Ints
    heads: Ints


def sides(weft: Weft) -> tuple[list[Side], list[Side]]:
    """The strands to the left and to the right of every rank, as places inside the ranks."""
    before, after = [], []
    for rank in range(weft.ranks):
        before.append(_side(weft, rank, rank - 1, weft.right, weft.left))
        after.append(_side(weft, rank, rank + 1, weft.left, weft.right))
    return before, after


def _side(weft: Weft, rank: int, other: int, near: Ints, far: Ints) -> Side:
    gap, count = min(rank, other), int(weft.first[rank + 1] - weft.first[rank])
    part = slice(0, 0)
    if 0 <= other < weft.ranks:
        part = slice(int(weft.strand_first[gap]), int(weft.strand_first[gap + 1]))
    here, there = near[part] - weft.first[rank], far[part] - weft.first[max(0, min(other, weft.ranks - 1))]
    counts = np.bincount(here, minlength=count)
    return Side(there[np.argsort(here, kind="stable")], np.cumsum(counts) - counts, counts, np.flatnonzero(counts))


def swept(
    weft: Weft, place: Ints, before: list[Side], after: list[Side], turns: int, pulse: Callable[[], None]
) -> Ints:
    """The places after so many turns, the best of each start kept. `place` is changed."""
    best, fewest = place.copy(), crossings(weft, place)
    for turn in range(turns):
        pulse()
        down = turn % 2 == 0
        for rank in range(1, weft.ranks) if down else range(weft.ranks - 2, -1, -1):
            _order(weft, place, rank, before[rank] if down else after[rank], rank - 1 if down else rank + 1)
        count = crossings(weft, place)
        better = count < fewest
        best[better], fewest = place[better], np.minimum(count, fewest)
    return best


def _order(weft: Weft, place: Ints, rank: int, side: Side, other: int) -> None:
    here = slice(int(weft.first[rank]), int(weft.first[rank + 1]))
    there = slice(int(weft.first[other]), int(weft.first[other + 1]))
    now = place[:, here]
    count, others = now.shape[1], there.stop - there.start
    # Who has no neighbour there keeps their share of the rank.
    mean: Floats = now * (others / max(1, count))
    if len(side.heads):
        sums = np.add.reduceat(place[:, there][:, side.ends], side.starts[side.heads], axis=1)
        mean[:, side.heads] = sums / side.counts[side.heads]
    order = np.argsort(now, axis=1)
    order = _stable(order, mean)
    group = weft.group[here]
    if len(np.unique(group)) < count:
        order = _stable(order, _by_group(mean, group))
    np.put_along_axis(now, order, np.arange(count)[None, :], 1)
    place[:, here] = now


def _stable(order: Ints, key: Floats | Ints) -> Ints:
    """Each row of an order sorted by a key; what has the same key stays in order."""
    return np.take_along_axis(order, np.argsort(np.take_along_axis(key, order, 1), axis=1, kind="stable"), 1)


def _by_group(mean: Floats, group: Ints) -> Ints:
    """For each item the place of its group among the groups, by the mean of the means of its members."""
    _, dense, counts = np.unique(group, return_inverse=True, return_counts=True)
    by_group = np.argsort(dense, kind="stable")
    middle = np.add.reduceat(mean[:, by_group], np.cumsum(counts) - counts, axis=1) / counts
    place = np.empty(middle.shape, np.int64)
    np.put_along_axis(place, np.argsort(middle, axis=1, kind="stable"), np.arange(len(counts))[None, :], 1)
    return place[:, dense]


def crossings(weft: Weft, place: Ints) -> Ints:
    """How many pairs of strands cross, by start: inversions, counted bit by bit of the places."""
    starts, strands = place.shape[0], len(weft.left)
    if not strands:
        return np.zeros(starts, np.int64)
    gap = np.repeat(np.arange(weft.ranks), np.diff(weft.strand_first))
    most = int(np.diff(weft.first).max())
    left, right = place[:, weft.left], place[:, weft.right]
    key = ((np.arange(starts)[:, None] * weft.ranks + gap[None, :]) * most + left) * most + right
    order = np.argsort(key, axis=None, kind="stable")
    ends = right.ravel()[order]
    return _inversions((key.ravel()[order] // (most * most)), ends, most, starts, weft.ranks)


def _inversions(bundle: Ints, value: Ints, most: int, starts: int, ranks: int) -> Ints:
    """Pairs of one bundle whose values are out of order; bundles stand together."""
    total = np.zeros(starts, np.int64)
    head = bundle * (1 << max(1, most.bit_length()))
    for bit in range(max(0, (most - 1).bit_length()) - 1, -1, -1):
        # Inside what agrees in all higher bits, every one that stands before a zero is an inversion.
        block = (head + value) >> (bit + 1)
        ones = (value >> bit) & 1
        reached = np.cumsum(ones)
        fresh = np.flatnonzero(np.diff(block, prepend=block[0] - 1))
        before = (reached - ones)[fresh]
        lengths = np.diff(np.append(fresh, len(block)))
        inside = np.where(ones == 0, reached - np.repeat(before, lengths), 0)
        total += np.bincount(bundle // ranks, weights=inside, minlength=starts).astype(np.int64)
        order = np.argsort((block << 1) | ones, kind="stable")
        bundle, value, head = bundle[order], value[order], head[order]
    return total
