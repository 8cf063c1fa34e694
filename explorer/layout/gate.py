"""Gates: where measures stand across the flows at their target.

In go placed boxes and routes, out come upright lines just off the box, with a tick on every wire that the measure would
hit, and a label above the box. Must not know what a measure is.
"""

from collections.abc import Mapping, Sequence

from explorer.layout.lazy import by_id
from explorer.layout.model import Area, Box, Fence, GatePlace, Route, Sketch

Gates = tuple[GatePlace, ...]

#: Between two gates at one side, and between the box and the first of them.
PITCH = 8.0
FIRST = 10.0
ROW = 17.0


def places(sketch: Sketch, boxes: Mapping[str, Box], lines: Sequence[Route]) -> Gates:
    """The gates of a sketch, nearest to the box the first."""
    if not sketch.fences:
        return ()
    known, by_block = by_id(lines), dict[str, list[Fence]]()
    for fence in sketch.fences:
        by_block.setdefault(fence.block, []).append(fence)
    found: list[GatePlace] = []
    for block in sketch.blocks:
        fences = by_block.get(block.id, [])
        box = boxes[block.id]
        for i, fence in enumerate(fences):
            found.append(_gate(fence, i, len(fences), box, [known[key] for key in sorted(fence.wires) if key in known]))
    return tuple(found)


def _gate(fence: Fence, place: int, count: int, box: Box, lines: Sequence[Route]) -> GatePlace:
    ports = [_port(line, box.id) for line in lines if box.id in (line.source, line.target)]
    leftward = bool(ports) and sum(x < box.x + box.width / 2 for x, _ in ports) * 2 > len(ports)
    # The outermost line belongs to the uppermost label, so that no leader crosses a line.
    steps = FIRST + PITCH * (count - 1 - place)
    x = box.x - steps if leftward else box.right + steps
    y = box.y - ROW * (count - place) - 2
    side = sorted(py for px, py in ports if (px < box.x + box.width / 2) == leftward)
    bottom = max([*side, box.y + box.height / 2]) + 9 if side else box.bottom - 6
    label = Area(fence.id, box.x, y, fence.label_width, fence.label_height)
    return GatePlace(fence.id, x, y + ROW / 2, bottom, tuple(side), label)


def _port(line: Route, block: str) -> tuple[float, float]:
    return line.curve[0] if line.source == block else line.curve[-1]
