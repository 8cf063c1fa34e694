"""Routes: the curve of every wire.

In go a placed net and the columns, out come curves that run level through the columns and swing only in the channels
between them, where no box stands. Must not know why items stand where they do.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from explorer.layout.model import Box, Point, Route, Wire
from explorer.layout.net import Item, Net, Strand
from explorer.layout.seat import seat

#: From where to where every rank reaches, in x.
Columns = list[tuple[float, float]]


def routes(net: Net, columns: Columns, boxes: Mapping[str, Box]) -> Iterator[Route]:
    """The route of every wire, in the order of the net."""
    for key, path in net.paths.items():
        wire = path[0].wire
        points = _points(path, columns, boxes)
        if not net.forward[key]:
            points.reverse()
        curve = swung(points)
        yield Route(wire.id, wire.source, wire.target, curve, seat(curve, wire.mark) if wire.mark else None)
    for wire in net.loops:
        yield _loop(wire, boxes[wire.source])


def swung(points: list[Point]) -> tuple[Point, ...]:
    """A curve through points: level pieces stay straight, all others swing with level tangents."""
    curve = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ax - bx) < 0.01 and abs(ay - by) < 0.01:
            continue
        middle = (ax + bx) / 2
        curve += [(middle, ay), (middle, by), (bx, by)]
    return tuple(curve)


def _points(path: list[Strand], columns: Columns, boxes: Mapping[str, Box]) -> list[Point]:
    """Where the wire enters and leaves every column on its way from left to right."""
    points: list[Point] = []
    for strand in path:
        left, right = strand.left, strand.right
        y, z = left.y + strand.left_port, right.y + strand.right_port
        if not points:
            points.append((_side(left, columns, boxes, right=True), y))
        points += [(columns[left.rank][1], y), (columns[right.rank][0], z)]
    last = path[-1]
    points.append((_side(last.right, columns, boxes, right=False), last.right.y + last.right_port))
    return points


def _side(item: Item, columns: Columns, boxes: Mapping[str, Box], *, right: bool) -> float:
    box = boxes.get(item.key)
    if box is None:
        return columns[item.rank][1 if right else 0]
    return box.right if right else box.x


def _loop(wire: Wire, box: Box) -> Route:
    """A wire from a box to itself: an ear at its right side."""
    x, y, reach, half = box.right, box.y + box.height / 2, 30.0, min(8.0, box.height / 2)
    curve = ((x, y - half), (x + reach, y - 2.75 * half), (x + reach, y + 2.75 * half), (x, y + half))
    return Route(wire.id, wire.source, wire.target, curve)
