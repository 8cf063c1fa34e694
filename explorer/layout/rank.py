"""Ranks: which column every block stands in.

In goes a sketch, out comes a rank for every block, such that no wire stays inside one rank. Lanes are bounds: a block
never leaves its lane, and lanes never mix. Must not know sizes.
"""

from collections.abc import Mapping, Sequence

from explorer.layout.model import Sketch, Wire

_ROUNDS = 120
#: A step that is lost when levels are rounded.
_STILL = 1e-8


def ranks(sketch: Sketch) -> dict[str, int]:
    """The rank of every block from 0; with labels on wires every second rank is left to the labels."""
    heights = _heights(sketch)
    order = {block.id: (heights[block.id], i) for i, block in enumerate(sketch.blocks)}
    step = 2 if any(wire.label_width for wire in sketch.wires) else 1
    lanes = [*sketch.lanes, None]
    found: dict[str, int] = {}
    base = 0
    for lane in lanes:
        members = sorted((b.id for b in sketch.blocks if b.lane == lane), key=lambda key: order[key])
        if not members:
            continue
        inside = set(members)
        wires = [w for w in sketch.wires if w.source in inside and w.target in inside and w.source != w.target]
        local = _tightened(members, _longest(members, wires, order), wires, order)
        found |= {key: (base + rank) * step for key, rank in local.items()}
        base += max(local.values()) + 1
    return found


def _heights(sketch: Sketch) -> dict[str, float]:
    """Trophic levels: every block one above the mean of what leads to it, one below the mean of what it leads to.

    A wire that climbs is forward. Unlike a search for cycles this is stable under small changes of the graph.
    Source: MacKay, Johnson, Sansom, "How directed is a directed network?", 2020.
    """
    number = {block.id: i for i, block in enumerate(sketch.blocks)}
    near: list[list[int]] = [[] for _ in number]
    ahead = [0] * len(number)
    for wire in sketch.wires:
        source, target = number[wire.source], number[wire.target]
        if source != target:
            near[source].append(target)
            near[target].append(source)
            ahead[source] -= 1
            ahead[target] += 1
    level = [0.0] * len(number)
    for _ in range(_ROUNDS):
        moved = 0.0
        for i, others in enumerate(near):
            if others:
                now = (sum([level[other] for other in others]) + ahead[i]) / len(others)
                moved = max(moved, abs(now - level[i]))
                level[i] = now
        if moved < _STILL:
            break
    # Rounded, so that levels that are equal but for the last bits do not decide an order.
    return {key: round(level[i], 6) for key, i in number.items()}


def _forward(wire: Wire, order: Mapping[str, tuple[float, int]]) -> tuple[str, str]:
    """The ends of a wire in the order in which they are read."""
    return (wire.source, wire.target) if order[wire.source] < order[wire.target] else (wire.target, wire.source)


def _longest(members: Sequence[str], wires: Sequence[Wire], order: Mapping[str, tuple[float, int]]) -> dict[str, int]:
    """Every block as far left as its predecessors allow."""
    leads: dict[str, list[str]] = {key: [] for key in members}
    for wire in wires:
        first, second = _forward(wire, order)
        leads[first].append(second)
    local = dict.fromkeys(members, 0)
    for key in members:
        for after in leads[key]:
            local[after] = max(local[after], local[key] + 1)
    return local


def _tightened(
    members: Sequence[str], local: dict[str, int], wires: Sequence[Wire], order: Mapping[str, tuple[float, int]]
) -> dict[str, int]:
    """Pull every block as near to what it leads to as its other neighbours allow, from right to left."""
    after: dict[str, list[str]] = {key: [] for key in members}
    before: dict[str, list[str]] = {key: [] for key in members}
    for wire in wires:
        first, second = _forward(wire, order)
        after[first].append(second)
        before[second].append(first)
    for key in reversed(members):
        if after[key] and len(after[key]) > len(before[key]):
            local[key] = max(local[key], min(local[other] for other in after[key]) - 1)
    return local
