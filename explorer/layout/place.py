"""Places: how high every item stands.

In goes an ordered net, changed in place: the centre line `y` of every item and the ports of every strand. Each rank in
turn is put as near to its neighbours as the order and the gaps allow, by isotonic regression. Must not know x.
"""

from collections.abc import Sequence
from itertools import pairwise

from explorer.layout.net import Item, Net, Strand
from explorer.layout.picture import Options

_ROUNDS = 16
#: How much a straight run of a long wire is worth against the position of a box.
_STRAIGHT = 4.0
#: How many pixels off a line still counts as nearly level.
_NEARLY = 14.0


def place(net: Net, options: Options) -> None:
    """Give every item its centre line and every strand its ports."""
    _ports(net, options)
    for rank in net.ranks:
        _stack(rank, options)
    most = max((_height(rank, options) for rank in net.ranks), default=0.0)
    for round_ in range(_ROUNDS):
        down = round_ % 2 == 0
        # The last rounds look at both sides, so that no box leans to one of them.
        both = round_ >= _ROUNDS - 4
        for rank in net.ranks if down else reversed(net.ranks):
            _pull(rank, options, most, before=down or both, after=not down or both)
    _to_top(net)


def _ports(net: Net, options: Options) -> None:
    """Spread the strands of a block along its sides, in the order of their other ends."""
    for item in net.items:
        if item.block is None:
            continue
        for strand, port in zip(item.after, _spread(item, item.after, options), strict=True):
            strand.left_port = port
        for strand, port in zip(item.before, _spread(item, item.before, options), strict=True):
            strand.right_port = port


def _spread(item: Item, strands: Sequence[Strand], options: Options) -> list[float]:
    if item.block is None or not strands:
        return []
    room = max(0.0, item.block.height - options.gap)
    pitch = min(18.0, room / (len(strands) - 1)) if len(strands) > 1 else 0.0
    return [(i - (len(strands) - 1) / 2) * pitch for i in range(len(strands))]


def _gap(upper: Item, lower: Item, options: Options) -> float:
    boxes = (upper.block is not None) + (lower.block is not None)
    return (options.line_gap / 2, options.gap * 0.7, options.gap)[boxes]


def _stack(rank: Sequence[Item], options: Options) -> None:
    y = 0.0
    for upper, item in zip([None, *rank], rank, strict=False):
        y += item.above if upper is None else upper.below + _gap(upper, item, options) + item.above
        item.y = y


def _height(rank: Sequence[Item], options: Options) -> float:
    """How high a rank is if everything in it stands as close as it may."""
    gaps = sum(_gap(upper, lower, options) for upper, lower in pairwise(rank))
    return gaps + sum(item.above + item.below for item in rank)


def _pull(rank: Sequence[Item], options: Options, most: float, *, before: bool, after: bool) -> None:
    """Move the items of a rank towards their neighbours, keeping order and gaps, on a sheet at most so high."""
    offsets, wanted, weights = [], [], []
    offset = 0.0
    for upper, item in zip([None, *rank], rank, strict=False):
        offset += 0.0 if upper is None else upper.below + _gap(upper, item, options) + item.above
        aims = [(s.left.y + s.left_port - s.right_port, _weight(s)) for s in item.before if before]
        aims += [(s.right.y + s.right_port - s.left_port, _weight(s)) for s in item.after if after]
        weight = sum(w for _, w in aims)
        aim = sum(y * w for y, w in aims) / weight if weight else item.y
        offsets.append(offset)
        wanted.append(aim - offset)
        weights.append(weight or 0.05)
    # The sheet is as high as its fullest rank: a screen has more width than height to give.
    low = rank[0].above if rank else 0.0
    high = low + most - _height(rank, options)
    for item, value, offset in zip(rank, isotonic(wanted, weights), offsets, strict=True):
        item.y = max(low, min(high, value)) + offset


def _weight(strand: Strand) -> float:
    dummies = (strand.left.block is None) + (strand.right.block is None)
    return (1.0, 1.5, _STRAIGHT)[dummies]


def isotonic(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The non-decreasing values nearest to the given ones: pool adjacent violators."""
    pools: list[list[float]] = []  # mean, weight, count
    for value, weight in zip(values, weights, strict=True):
        pools.append([value, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, total, count = pools.pop()
            head = pools[-1]
            head[0] = (head[0] * head[1] + mean * total) / (head[1] + total)
            head[1] += total
            head[2] += count
    return [mean for mean, _, count in pools for _ in range(int(count))]


def _to_top(net: Net) -> None:
    top = min((item.y - item.above for item in net.items), default=0.0)
    for item in net.items:
        item.y -= top


def squeeze(net: Net, options: Options) -> None:
    """Take out the bands of the sheet in which nothing stands at all, but for a gap."""
    spans = sorted((item.y - item.above, item.y + item.below) for item in net.items)
    reached, taken = 0.0, 0.0
    cuts: list[tuple[float, float]] = []
    for top, bottom in spans:
        if top - reached > 2 * options.gap:
            taken += top - reached - 2 * options.gap
            cuts.append((top, taken))
        reached = max(reached, bottom)
    for item in net.items:
        item.y -= max((cut for top, cut in cuts if item.y - item.above >= top - 0.001), default=0.0)


def straighten(net: Net, options: Options) -> None:
    """Slide ports along their sides so that lines that are nearly level become level."""
    for item in net.items:
        if item.block is None:
            continue
        reach = max(0.0, item.block.height / 2 - 7.0)
        aims = [s.right.y + s.right_port - item.y for s in item.after]
        ports = slid([s.left_port for s in item.after], aims, reach, options)
        for strand, port in zip(item.after, ports, strict=True):
            strand.left_port = port
        aims = [s.left.y + s.left_port - item.y for s in item.before]
        ports = slid([s.right_port for s in item.before], aims, reach, options)
        for strand, port in zip(item.before, ports, strict=True):
            strand.right_port = port


def slid(ports: list[float], aims: list[float], reach: float, options: Options) -> list[float]:
    """Each port at its aim if that is near, on the side, and clear of the ports above and below."""
    apart = min(options.line_gap * 0.8, min((b - a for a, b in pairwise(ports)), default=options.line_gap))
    made = list(ports)
    for i, aim in enumerate(aims):
        low = made[i - 1] + apart if i else -reach
        high = made[i + 1] - apart if i + 1 < len(made) else reach
        if abs(aim - made[i]) <= _NEARLY and low <= aim <= high:
            made[i] = aim
    return made
