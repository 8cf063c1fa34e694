"""Large random sketches by number: hubs, cycles, loops, double lines; on demand with lanes, groups, words and gates.

In go sizes and a seed, out comes a sketch, the same on every machine.
"""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from explorer.layout.model import Block, Fence, Sketch, Wire

LANES = ("left", "middle", "right")


def web(
    boxes: int, lines: int, seed: int = 1, *, lanes: bool = False, groups: int = 0, words: float = 0.0, gates: int = 0
) -> Sketch:
    """So many boxes, each in the web, and so many lines; `words` is the share of lines that have some."""
    chance = Random(seed)
    blocks = tuple(_block(chance, i, lanes=lanes, groups=groups) for i in range(boxes))
    # A tree first, so that it is one part; then lines that favour few boxes, every fifth of them backwards.
    ends = [(chance.randrange(i), i) for i in range(1, boxes)][:lines]
    while len(ends) < lines:
        one, other = min(boxes - 1, int(chance.paretovariate(0.7)) - 1), chance.randrange(boxes)
        ends.append((other, one) if chance.random() < 0.2 else (one, other))
    wires = tuple(_wire(chance, i, a, b, words) for i, (a, b) in enumerate(ends))
    fences = tuple(_fence(chance.choice(blocks).id, i, wires) for i in range(gates))
    titles = {f"g{i}": f"Group {i}" for i in range(groups)}
    return _with_room(Sketch(blocks, wires, fences, LANES if lanes else (), {}, titles))


def scattered(parts: int, seed: int = 1) -> Sketch:
    """Many small webs and lonely boxes that have nothing to do with each other."""
    chance = Random(seed)
    webs = [named(web(size, size + 1 if size > 1 else 0, seed + i), f"p{i}-")
            for i, size in enumerate(chance.choice((1, 1, 2, 3, 5, 9, 30)) for _ in range(parts))]  # fmt: skip
    return Sketch(tuple(b for one in webs for b in one.blocks), tuple(w for one in webs for w in one.wires))


def named(sketch: Sketch, prefix: str) -> Sketch:
    """The same sketch with other ids."""
    blocks = tuple(replace(block, id=prefix + block.id) for block in sketch.blocks)
    wires = tuple(
        replace(wire, id=prefix + wire.id, source=prefix + wire.source, target=prefix + wire.target)
        for wire in sketch.wires
    )
    return replace(sketch, blocks=blocks, wires=wires)


def without(sketch: Sketch, gone: Iterable[str]) -> Sketch:
    """The sketch without some boxes and what hangs on them."""
    left = {block.id for block in sketch.blocks} - set(gone)
    wires = tuple(wire for wire in sketch.wires if {wire.source, wire.target} <= left)
    ids = {wire.id for wire in wires}
    fences = tuple(replace(fence, wires=fence.wires & ids) for fence in sketch.fences if fence.block in left)
    return replace(sketch, blocks=tuple(b for b in sketch.blocks if b.id in left), wires=wires, fences=fences)


def _block(chance: Random, number: int, *, lanes: bool, groups: int) -> Block:
    width, height = chance.randrange(80, 220, 4), chance.randrange(30, 60, 2)
    group = f"g{chance.randrange(groups)}" if groups and chance.random() < 0.8 else None
    return Block(f"b{number}", width, height, chance.choice(LANES) if lanes else None, group)


def _wire(chance: Random, number: int, source: int, target: int, words: float) -> Wire:
    width, height = (chance.randrange(40, 120), chance.choice((16.0, 30.0))) if chance.random() < words else (0.0, 0.0)
    return Wire(f"w{number}", f"b{source}", f"b{target}", width, height, chance.choice((0.0, 0.0, 17.0)))


def _fence(block: str, number: int, wires: tuple[Wire, ...]) -> Fence:
    return Fence(f"f{number}", block, frozenset(w.id for w in wires if block in (w.source, w.target)), 90.0, 17.0)


def _with_room(sketch: Sketch) -> Sketch:
    """Boxes as high as their lines ask for, with room for their gates."""
    out: dict[str, int] = {}
    into: dict[str, int] = {}
    for wire in sketch.wires:
        out[wire.source] = out.get(wire.source, 0) + 1
        into[wire.target] = into.get(wire.target, 0) + 1
    gates = {block.id: sum(fence.block == block.id for fence in sketch.fences) for block in sketch.blocks}
    rows = []
    for block in sketch.blocks:
        most, count = max(out.get(block.id, 0), into.get(block.id, 0)), gates[block.id]
        side = (27.0 + 8.0 * count) if count else 0.0
        height, head = max(block.height, 10.0 * most + 12.0), 17.0 * count + 4.0 if count else 0.0
        rows.append(replace(block, height=height, head=head, left=side, right=max(side, 90.0 - block.width)))
    return replace(sketch, blocks=tuple(rows))
