"""Order: who stands above whom inside a rank, so that few lines cross.

In goes a net, changed in place: the order of the items of each rank. Sweeps by barycentre down and up, then exchanges
of neighbours; the best order seen is kept. Must not know coordinates.
"""

from bisect import bisect_right, insort

from explorer.layout.net import Item, Net, Strand

_SWEEPS = 24
_PATIENCE = 4


def order(net: Net) -> None:
    """Order the items of every rank."""
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
