"""Parts: what of a sketch hangs together, each laid out by itself.

In go a sketch and the picture before, out come smaller sketches and the wires between them. What stood in one part
before stays in one, since its boxes and lines stand between each other. Must not know how a part is laid out, or where.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from explorer.layout.model import Block, Fence, Sketch, Wire
from explorer.layout.picture import Picture

#: No part of the picture before.
NEW = -1
#: With more wires from part to part than this they are laid out together: one line that somebody draws moves nothing.
MOST_ACROSS = 2


def parts_of(
    sketch: Sketch, previous: Picture | None, *, across: bool = True
) -> tuple[list[tuple[Sketch, int]], tuple[Wire, ...]]:
    """The parts, each with its number in the picture before or `NEW`, and the wires that lead from part to part.

    Lanes run through a whole sheet: a sketch with lanes is one part. With `across` two parts of the picture before that
    a few new wires join stay two, so that neither must move; the wires are to be led between them.
    """
    old = _old_parts(sketch, previous)
    top_of = [0] * len(old) if sketch.lanes else _tops(sketch, old, apart=across)
    part_of = {block.id: top for block, top in zip(sketch.blocks, top_of, strict=True)}
    between = tuple(wire for wire in sketch.wires if part_of[wire.source] != part_of[wire.target])
    if len(between) > MOST_ACROSS:
        return parts_of(sketch, previous, across=False)
    counts: dict[int, Counter[int]] = {top: Counter() for top in top_of}
    for top, part in zip(top_of, old, strict=True):
        counts[top][part] += 1 if part != NEW else 0
    number = {top: min(count, key=lambda part: (-count[part], part)) for top, count in counts.items()}
    return [(part, number[top]) for top, part in _split(sketch, part_of)], between


def _old_parts(sketch: Sketch, previous: Picture | None) -> list[int]:
    """For each block the part that it stood in, or `NEW`."""
    before = previous.box_by_id if previous is not None else {}
    return [before[block.id].part if block.id in before else NEW for block in sketch.blocks]


def _tops(sketch: Sketch, old: list[int], *, apart: bool) -> list[int]:
    """For each block the first one that it hangs together with; if `apart`, parts of before are never joined."""
    root, label = list(range(len(old))), list(old)
    number = {block.id: i for i, block in enumerate(sketch.blocks)}
    first: dict[int, int] = {}
    # What stood in one part stays in one.
    joins = [(first.setdefault(part, i), i) for i, part in enumerate(old) if part != NEW]
    joins += [(number[wire.source], number[wire.target]) for wire in sketch.wires]

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for a, b in joins:
        one, other = top(a), top(b)
        if one != other and (not apart or label[one] == label[other] or NEW in (label[one], label[other])):
            first_one = min(one, other)
            root[max(one, other)] = first_one
            label[first_one] = max(label[one], label[other])
    return [top(i) for i in range(len(old))]


def _split(sketch: Sketch, part_of: Mapping[str, int]) -> list[tuple[int, Sketch]]:
    tops = list(dict.fromkeys(part_of.values()))
    if len(tops) == 1:
        return [(tops[0], sketch)]
    blocks: dict[int, list[Block]] = {top: [] for top in tops}
    for block in sketch.blocks:
        blocks[part_of[block.id]].append(block)
    wires: dict[int, list[Wire]] = {top: [] for top in tops}
    for wire in sketch.wires:
        if part_of[wire.source] == part_of[wire.target]:
            wires[part_of[wire.source]].append(wire)
    fences: dict[int, list[Fence]] = {top: [] for top in tops}
    for fence in sketch.fences:
        fences[part_of[fence.block]].append(fence)
    rest = sketch.lanes, sketch.lane_titles, sketch.group_titles
    return [
        (top, Sketch(tuple(blocks[top]), tuple(wires[top]), _inside(fences[top], wires[top]), *rest)) for top in tops
    ]


def _inside(fences: list[Fence], wires: list[Wire]) -> tuple[Fence, ...]:
    """Gates stand across the wires of their part only."""
    known = {wire.id for wire in wires}
    return tuple(replace(fence, wires=fence.wires & known) for fence in fences)
