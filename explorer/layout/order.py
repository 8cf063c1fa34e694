"""Order: who stands above whom inside a rank, so that few lines cross.

In goes a net, changed in place: the order of the items of each rank. Sweeps by barycentre down and up, then exchanges
of neighbours; the best order seen is kept. Must not know coordinates.
"""

from bisect import bisect_right, insort
from random import Random

from explorer.layout.net import Item, Net, Strand

_SWEEPS = 24
_PATIENCE = 3
_STARTS = 6
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
        _swept(net)
        cost = crossings(net), _climb(net)
        if fewest is None or cost < fewest:
            best, fewest = [list(rank) for rank in net.ranks], cost
    net.ranks[:] = best
    _upright(net)


def _upright(net: Net) -> None:
    """Of an order and its mirror image, which cross alike, take the one with what most hangs on in the upper half."""
    shares = _shares(net)
    weights = {item: (len(item.before) + len(item.after)) ** 2 for item in net.items if item.block}
    total = sum(weights.values())
    if sum(shares[item] * weight for item, weight in weights.items()) > total / 2:
        for rank in net.ranks:
            rank.reverse()


def _shares(net: Net) -> dict[Item, float]:
    """How far down its rank every item stands, from 0 to 1."""
    return {item: (place + 0.5) / len(rank) for rank in net.ranks for place, item in enumerate(rank)}


def _swept(net: Net) -> None:
    """Sweep until nothing gets better; the best order of the sweeps is kept."""
    best, fewest = [list(rank) for rank in net.ranks], crossings(net)
    idle = 0
    for sweep in range(_SWEEPS):
        _sweep(net, down=sweep % 2 == 0)
        _exchange(net)
        count = crossings(net)
        if count < fewest:
            best, fewest, idle = [list(rank) for rank in net.ranks], count, 0
        else:
            idle += 1
        if idle >= _PATIENCE or fewest == 0:
            break
    net.ranks[:] = best


def _climb(net: Net) -> float:
    """How far all strands climb, in shares of their ranks: of two orders with as many crossings the calmer one wins."""
    shares = _shares(net)
    return round(sum(abs(shares[s.left] - shares[s.right]) for item in net.items for s in item.after), 6)


def crossings(net: Net) -> int:
    """How many pairs of strands cross."""
    places = _places(net)
    total = 0
    for rank in net.ranks:
        strands = [strand for item in rank for strand in item.after]
        strands.sort(key=lambda s: (places[s.left], places[s.right]))
        seen: list[int] = []
        for strand in strands:
            end = places[strand.right]
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total


def _places(net: Net) -> dict[Item, int]:
    return {item: place for rank in net.ranks for place, item in enumerate(rank)}


def _sweep(net: Net, *, down: bool) -> None:
    """Order each rank by the mean place of its neighbours in the rank that was ordered before it."""
    places = _places(net)
    for rank in net.ranks if down else reversed(net.ranks):
        means = {item: _mean(item, places, down) for item in rank}
        rank.sort(key=lambda item: (means[item], places[item]))
        places |= {item: place for place, item in enumerate(rank)}


def _mean(item: Item, places: dict[Item, int], down: bool) -> float:
    near = [places[s.left] for s in item.before] if down else [places[s.right] for s in item.after]
    return sum(near) / len(near) if near else float(places[item])


def _exchange(net: Net) -> None:
    """Exchange neighbours as long as that takes crossings away."""
    places = _places(net)
    for rank in net.ranks:
        better = True
        while better:
            better = False
            for i in range(len(rank) - 1):
                upper, lower = rank[i], rank[i + 1]
                if _cost(lower, upper, places) < _cost(upper, lower, places):
                    rank[i], rank[i + 1] = lower, upper
                    places[upper], places[lower] = i + 1, i
                    better = True


def _cost(upper: Item, lower: Item, places: dict[Item, int]) -> int:
    """Crossings between the strands of two items when one stands above the other."""
    left = _inversions([places[s.left] for s in upper.before], [places[s.left] for s in lower.before])
    return left + _inversions([places[s.right] for s in upper.after], [places[s.right] for s in lower.after])


def _inversions(upper: list[int], lower: list[int]) -> int:
    return sum(a > b for a in upper for b in lower)


def by_place(strands: list[Strand], places: dict[Item, int], *, right: bool) -> list[Strand]:
    """Strands at one side of an item in the order in which their other ends stand."""
    return sorted(strands, key=lambda s: places[s.right if right else s.left])


def sorted_ports(net: Net) -> None:
    """Sort the strands at both sides of every item by the place of their other ends."""
    places = _places(net)
    for item in net.items:
        item.before = by_place(item.before, places, right=False)
        item.after = by_place(item.after, places, right=True)
