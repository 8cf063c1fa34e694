"""Order: who stands above whom inside a rank, so that few lines cross.

In goes a net, changed in place: the order of the items of each rank. Sweeps by barycentre down and up, then exchanges
of neighbours; the best order seen is kept. Must not know coordinates.
"""

from bisect import bisect_left, bisect_right, insort
from random import Random

from explorer.layout.net import Item, Net

_SWEEPS = 12
_PATIENCE = 2
_STARTS = 10
#: Items times starts that are worth the wait.
_EFFORT = 800


def order(net: Net) -> None:
    """Order the items of every rank: the best of several starts, since each sweep ends in the nearest hollow."""
    count = sum(len(rank) for rank in net.ranks)
    starts = max(1, min(_STARTS, _EFFORT // max(1, count)))
    chance = Random(count)
    best: list[list[Item]] = []
    fewest: tuple[int, float] | None = None
    for start in range(starts):
        if start == 1:
            for rank in net.ranks:
                rank.reverse()
        elif start:
            for rank in net.ranks:
                chance.shuffle(rank)
        cost = _swept(net), _climb(net)
        if fewest is None or cost < fewest:
            best, fewest = [list(rank) for rank in net.ranks], cost
    _take(net, best)
    _upright(net)


def _note(net: Net) -> None:
    """Write down where every item stands: looked up a hundred thousand times, that must be cheap."""
    for rank in net.ranks:
        for place, item in enumerate(rank):
            item.place = place


def _take(net: Net, ranks: list[list[Item]]) -> None:
    net.ranks[:] = ranks
    _note(net)


def _upright(net: Net) -> None:
    """Of an order and its mirror image, which cross alike, take the one with what most hangs on in the upper half."""
    shares = _shares(net)
    weights = {item: (len(item.before) + len(item.after)) ** 2 for item in net.items if item.block}
    total = sum(weights.values())
    if sum(shares[item] * weight for item, weight in weights.items()) > total / 2:
        for rank in net.ranks:
            rank.reverse()
        _note(net)


def _shares(net: Net) -> dict[Item, float]:
    """How far down its rank every item stands, from 0 to 1."""
    return {item: (place + 0.5) / len(rank) for rank in net.ranks for place, item in enumerate(rank)}


def _swept(net: Net) -> int:
    """Sweep until nothing gets better; the best order of the sweeps is kept, its crossings are the answer."""
    _note(net)
    best, fewest = [list(rank) for rank in net.ranks], _crossings(net)
    idle = 0
    for sweep in range(_SWEEPS):
        _sweep(net, down=sweep % 2 == 0)
        _sift(net)
        count = _crossings(net)
        if count < fewest:
            best, fewest, idle = [list(rank) for rank in net.ranks], count, 0
        else:
            idle += 1
        if idle >= _PATIENCE or fewest == 0:
            break
    _take(net, best)
    return fewest


def _climb(net: Net) -> float:
    """How far all strands climb, in shares of their ranks: of two orders with as many crossings the calmer one wins."""
    shares = _shares(net)
    return round(sum(abs(shares[s.left] - shares[s.right]) for item in net.items for s in item.after), 6)


def crossings(net: Net) -> int:
    """How many pairs of strands cross."""
    _note(net)
    return _crossings(net)


def _crossings(net: Net) -> int:
    """The same, as the places were last noted."""
    total = 0
    for rank in net.ranks:
        seen: list[int] = []
        for item in rank:
            ends = sorted([s.right.place for s in item.after])
            for end in ends:
                total += len(seen) - bisect_right(seen, end)
            for end in ends:
                insort(seen, end)
    return total


def _sweep(net: Net, *, down: bool) -> None:
    """Order each rank by the mean place of its neighbours in the rank that was ordered before it."""
    for rank in net.ranks if down else reversed(net.ranks):
        means = {}
        for item in rank:
            near = [s.left.place for s in item.before] if down else [s.right.place for s in item.after]
            means[item] = sum(near) / len(near) if near else float(item.place)
        rank.sort(key=means.__getitem__)
        for place, item in enumerate(rank):
            item.place = place


def _sift(net: Net) -> None:
    """Take every item of a rank to the place in it where its strands cross the fewest others."""
    for rank in net.ranks:
        if len(rank) < 2:
            continue
        left = [sorted([s.left.place for s in item.before]) for item in rank]
        right = [sorted([s.right.place for s in item.after]) for item in rank]
        order = list(range(len(rank)))
        cost = _costs(left, right)
        for item in range(len(rank)):
            _put_best(order, item, cost[item])
        rank[:] = [rank[item] for item in order]
        for place, moved in enumerate(rank):
            moved.place = place


def _costs(left: list[list[int]], right: list[list[int]]) -> list[list[int]]:
    """By pair of items: what it costs in crossings if the first, now above the other, comes to stand below it."""
    count = len(left)
    cost = [[0] * count for _ in range(count)]
    for i in range(count):
        for j in range(i):
            found = _balance(left[i], left[j]) + _balance(right[i], right[j])
            if found:
                cost[i][j], cost[j][i] = found, -found
    return cost


def _balance(upper: list[int], lower: list[int]) -> int:
    """Strands of the upper item that end above those of the lower one, less those that end below them, by pairs."""
    if not upper or not lower:
        return 0
    if upper[-1] < lower[0]:
        return len(upper) * len(lower)
    if lower[-1] < upper[0]:
        return -len(upper) * len(lower)
    return sum([len(lower) - bisect_right(lower, end) - bisect_left(lower, end) for end in upper])


def _put_best(order: list[int], item: int, cost: list[int]) -> None:
    """Move one item past as many others as pays."""
    at = to = order.index(item)
    total = best = 0
    for place in range(at - 1, -1, -1):
        total -= cost[order[place]]
        if total < best:
            best, to = total, place
    total = 0
    for place in range(at + 1, len(order)):
        total += cost[order[place]]
        if total < best:
            best, to = total, place
    if to != at:
        order.insert(to, order.pop(at))


def sorted_ports(net: Net) -> None:
    """Sort the strands at both sides of every item by the place of their other ends."""
    _note(net)
    for item in net.items:
        item.before.sort(key=lambda strand: strand.left.place)
        item.after.sort(key=lambda strand: strand.right.place)
