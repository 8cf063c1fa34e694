"""Parts: what of a sketch hangs together, each laid out by itself.

In go a sketch and the picture before, out come smaller sketches. What stood in one part before stays in one, since its
boxes and lines stand between each other. Must not know how a part is laid out, or where.
"""

from collections.abc import Iterable, Iterator, Mapping

from explorer.layout.model import Block, Fence, Picture, Sketch, Wire

#: No part of the picture before.
NEW = -1


def parts_of(sketch: Sketch, previous: Picture | None) -> list[tuple[Sketch, int]]:
    """The parts, each with the number of the part in the picture before that most of it belonged to, or `NEW`.

    Lanes run through a whole sheet: a sketch with lanes is one part.
    """
    number = {block.id: i for i, block in enumerate(sketch.blocks)}
    joins = [(number[wire.source], number[wire.target]) for wire in sketch.wires]
    joins += _stood_together(previous, number)
    top_of = _tops(len(sketch.blocks), joins) if not sketch.lanes else [0] * len(sketch.blocks)
    part_of = {block.id: top for block, top in zip(sketch.blocks, top_of, strict=True)}
    return [(part, _old_part(part.blocks, previous)) for part in _split(sketch, part_of)]


def _stood_together(previous: Picture | None, number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    first: dict[int, int] = {}
    for box in previous.boxes if previous is not None else ():
        if box.id in number:
            yield first.setdefault(box.part, number[box.id]), number[box.id]


def _tops(count: int, joins: Iterable[tuple[int, int]]) -> list[int]:
    """For each of so many things the first one that it is joined to, over however many joins."""
    root = list(range(count))

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for a, b in joins:
        one, other = top(a), top(b)
        root[max(one, other)] = min(one, other)
    return [top(i) for i in range(count)]


def _split(sketch: Sketch, part_of: Mapping[str, int]) -> list[Sketch]:
    tops = list(dict.fromkeys(part_of.values()))
    if len(tops) < 2:
        return [sketch]
    blocks: dict[int, list[Block]] = {top: [] for top in tops}
    for block in sketch.blocks:
        blocks[part_of[block.id]].append(block)
    wires: dict[int, list[Wire]] = {top: [] for top in tops}
    for wire in sketch.wires:
        wires[part_of[wire.source]].append(wire)
    fences: dict[int, list[Fence]] = {top: [] for top in tops}
    for fence in sketch.fences:
        fences[part_of[fence.block]].append(fence)
    rest = sketch.lanes, sketch.lane_titles, sketch.group_titles
    return [Sketch(tuple(blocks[top]), tuple(wires[top]), tuple(fences[top]), *rest) for top in tops]


def _old_part(blocks: Iterable[Block], previous: Picture | None) -> int:
    counts: dict[int, int] = {}
    for block in blocks if previous is not None else ():
        box = previous.box_by_id.get(block.id) if previous is not None else None
        if box is not None:
            counts[box.part] = counts.get(box.part, 0) + 1
    return min(counts, key=lambda part: (-counts[part], part), default=NEW)
