"""Bridges: lines between parts of a sheet that were laid out by themselves.

In go a picture and the wires that lead from part to part, out comes the picture with a route for each of them, led
around all boxes, and its words where there is room; or nothing if there is no such way. No box moves. Must not know why
parts stand where they do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from explorer.layout.detour import led_around, meets
from explorer.layout.lazy import put_together
from explorer.layout.model import Area, Box, Point, Route, Wire, along
from explorer.layout.picture import Picture

#: Lines at one box leave it so far from each other.
_PITCH = 9.0
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)


def bridged(picture: Picture, wires: Sequence[Wire]) -> Picture | None:
    """The picture with these wires in it; None if one of them would run through a box."""
    boxes, counts = picture.box_by_id, dict[str, int]()
    labels, routes = list(picture.labels), list[Route]()
    for wire in wires:
        source, target = boxes[wire.source], boxes[wire.target]
        heights = _height(source, counts), _height(target, counts)
        start = (source.right, heights[0])
        line = Route(wire.id, wire.source, wire.target, (start,) * 4, start if wire.mark else None)
        others = [box for box in picture.boxes if box.id not in (wire.source, wire.target)]
        led = led_around(line, source, target, heights, None, others)
        if meets(led, others):
            return None
        routes.append(led)
        if wire.label_width:
            labels.append(_label(wire, routes[-1], chain(picture.boxes, labels)))
    return replace(picture, routes=put_together([picture.routes, tuple(routes)]), labels=tuple(labels))


def _height(box: Box, counts: dict[str, int]) -> float:
    """Where the next line leaves a box: in its middle, then by turns below and above."""
    nth = counts.get(box.id, 0)
    counts[box.id] = nth + 1
    off = (nth + 1) // 2 * _PITCH * (1 if nth % 2 else -1)
    most = max(0.0, box.height / 2 - 6.0)
    return box.y + box.height / 2 + max(-most, min(most, off))


def _label(wire: Wire, route: Route, things: Iterable[Box | Area]) -> Area:
    """The words on a line, as near to its middle as nothing else stands."""
    held, points = list(things), route.polyline()
    places = [_around(wire, along(points, share)) for share in _SHARES]
    return next((place for place in places if not any(_meet(place, thing) for thing in held)), places[0])


def _around(wire: Wire, middle: Point) -> Area:
    x, y = middle[0] - wire.label_width / 2, middle[1] - wire.label_height / 2
    return Area(wire.id, x, y, wire.label_width, wire.label_height)


def _meet(one: Area, other: Box | Area) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.height and other.y < one.y + one.height
