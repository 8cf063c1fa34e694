"""The layout of a small graph: `plain(sketch, options) -> Picture`, the steps as a table of contents.

In goes a sketch of sized blocks and wires, out comes a picture. Plain Python, since the first picture of a start must
not wait for numpy. Must not know cases, fonts or colours.
"""

from explorer.layout import gate
from explorer.layout.extent import extent
from explorer.layout.model import Area, Box, Route, Sketch
from explorer.layout.net import Item, Net, woven
from explorer.layout.order import order, sorted_ports
from explorer.layout.picture import Options, Picture
from explorer.layout.place import place, squeeze, straighten
from explorer.layout.rank import ranks
from explorer.layout.route import Columns, routes


def plain(sketch: Sketch, options: Options) -> Picture:
    """Place every block, route every wire, stand every gate."""
    net = woven(sketch, ranks(sketch), options)
    order(net)
    sorted_ports(net)
    place(net, options)
    squeeze(net, options)
    straighten(net, options)
    columns = _columns(net, options)
    boxes = {item.key: _box(item, columns, _parts(rank), options) for rank in net.ranks for item in rank if item.block}
    _shift(net, options)
    lines = list(routes(net, columns, boxes))
    labels = [_label(item, columns) for item in net.items if item.label]
    gates = gate.places(sketch, boxes, lines)
    return _framed(sketch, boxes, lines, labels, gates, columns, net, options)


def _columns(net: Net, options: Options) -> Columns:
    """From where to where every rank reaches; a channel is the wider the more its lines climb."""
    columns: Columns = []
    x = options.margin
    for rank in net.ranks:
        width = sum(_parts(rank))
        columns.append((x, x + width))
        climbs = [abs(s.left.y + s.left_port - s.right.y - s.right_port) for item in rank for s in item.after]
        labelled = any(item.label for item in rank)
        room = options.channel * (0.55 if labelled or any(s.right.label for i in rank for s in i.after) else 1.0)
        x += width + room + min(28.0, max(climbs, default=0.0) / 16)
    return columns


def _parts(rank: list[Item]) -> tuple[float, float, float]:
    """How wide a rank is: the room for gates at the left, the boxes or labels, the room for gates at the right."""
    blocks = [item.block for item in rank if item.block]
    left = max((block.left for block in blocks), default=0.0)
    right = max((block.right for block in blocks), default=0.0)
    widest = max([block.width for block in blocks] + [item.label.label_width for item in rank if item.label] + [0.0])
    return left, widest, right


def _box(item: Item, columns: Columns, parts: tuple[float, float, float], options: Options) -> Box:
    if item.block is None:
        raise TypeError(f"{item.key} is not a block")
    block = item.block
    before, width, _ = parts
    # Boxes of one rank share their left side if they have the same width; narrower ones stand in the middle.
    x = columns[item.rank][0] + before + (width - block.width) / 2
    y = item.y - block.height / 2 + options.heading + options.margin
    return Box(block.id, x, y, block.width, block.height, block.lane, item.rank)


def _shift(net: Net, options: Options) -> None:
    for item in net.items:
        item.y += options.heading + options.margin


def _label(item: Item, columns: Columns) -> Area:
    if item.label is None:
        raise TypeError(f"{item.key} is not a label")
    wire = item.label
    left, right = columns[item.rank]
    x = left + (right - left - wire.label_width) / 2
    return Area(wire.id, x, item.y - wire.label_height / 2, wire.label_width, wire.label_height)


def _framed(
    sketch: Sketch, boxes: dict[str, Box], lines: list[Route], labels: list[Area], gates: gate.Gates,
    columns: Columns, net: Net, options: Options,
) -> Picture:  # fmt: skip
    things: list[Box | Area] = [*boxes.values(), *labels, *(gate.label for gate in gates)]
    x, y, right, lowest = extent(things, lines, columns, options.margin)
    lanes = tuple(_lanes(sketch, net, columns, lowest, options))
    return Picture(
        boxes=tuple(boxes.values()), routes=tuple(lines), lanes=lanes, labels=tuple(labels), gates=gates,
        width=right - x, height=lowest - y, x=x, y=y, columns=(tuple(columns),),
    )  # fmt: skip


def _lanes(sketch: Sketch, net: Net, columns: Columns, height: float, options: Options) -> list[Area]:
    found = []
    for lane in sketch.lanes:
        ranks_ = [i for i, rank in enumerate(net.ranks) for item in rank if item.block and item.block.lane == lane]
        if ranks_:
            x, end = columns[min(ranks_)][0], columns[max(ranks_)][1]
            found.append(
                Area(lane, x, options.margin / 2, end - x, height - options.margin, sketch.lane_titles.get(lane, lane))
            )
    return found
