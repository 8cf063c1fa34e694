"""Bridges: lines between parts of a sheet that were laid out by themselves.

In go a picture and the wires that lead from part to part, out comes the picture with a route for each of them, led
around all boxes, and its words where there is room; or nothing if there is no such way. No box moves. Must not know why
parts stand where they do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from explorer.layout.detour import led_around, meets
from explorer.layout.extent import extent, placed
from explorer.layout.lazy import put_together, touched
from explorer.layout.model import Area, Box, Point, Route, Wire, along
from explorer.layout.picture import Picture

#: Lines at one box leave it so far from each other.
_PITCH = 9.0
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)


def bridged(picture: Picture, wires: Sequence[Wire], margin: float) -> Picture | None:
    """The picture with these wires in it; None if one would run through a box or have no room for its words.

    The sheet keeps a margin around them.
    """
    boxes, counts = picture.box_by_id, dict[str, int]()
    labels, routes = list(picture.labels), list[Route]()
    words = [_as_box(area) for area in (*picture.labels, *(gate.label for gate in picture.gates))]
    for wire in wires:
        source, target = boxes[wire.source], boxes[wire.target]
        heights = _height(source, counts), _height(target, counts)
        start = (source.right, heights[0])
        line = Route(wire.id, wire.source, wire.target, (start,) * 4, start if wire.mark else None)
        others = [box for box in picture.boxes if box.id not in (wire.source, wire.target)]
        led = led_around(line, source, target, heights, None, [*others, *words])
        if meets(led, [*others, *words]):
            # Rather a line through words than a picture in which everything has moved.
            led = led_around(line, source, target, heights, None, others)
        if meets(led, others):
            return None
        if wire.label_width:
            label = _label(wire, led, [*picture.boxes, *words], (picture.routes, routes))
            if label is None:
                return None
            labels.append(label)
            words.append(_as_box(label))
        routes.append(led)
    made = replace(picture, routes=put_together([picture.routes, tuple(routes)]), labels=tuple(labels))
    left, top, right, bottom = extent(placed(made), made.routes, chain(*made.columns), margin)
    return replace(made, x=left, y=top, width=right - left, height=bottom - top)


def _height(box: Box, counts: dict[str, int]) -> float:
    """Where the next line leaves a box: in its middle, then by turns below and above."""
    nth = counts.get(box.id, 0)
    counts[box.id] = nth + 1
    off = (nth + 1) // 2 * _PITCH * (1 if nth % 2 else -1)
    most = max(0.0, box.height / 2 - 6.0)
    return box.y + box.height / 2 + max(-most, min(most, off))


def _label(wire: Wire, route: Route, things: Sequence[Box], lines: Iterable[Sequence[Route]]) -> Area | None:
    """The words on a line, as near to its middle as nothing stands; where no line runs, if there is such a place."""
    points, rows = route.polyline(), list(lines)
    places = [_around(wire, along(points, share)) for share in _SHARES]
    free = [place for place in places if not any(_meet(place, thing) for thing in things)]
    clear = (place for place in free if not any(_runs_through(row, _as_box(place)) for row in rows))
    return next(clear, free[0] if free else None)


def _runs_through(routes: Sequence[Route], box: Box) -> bool:
    return any(meets(route, [box]) for _, route in touched(routes, frozenset(), [box], 0.0))


def _as_box(area: Area) -> Box:
    return Box(area.id, area.x, area.y, area.width, area.height)


def _around(wire: Wire, middle: Point) -> Area:
    x, y = middle[0] - wire.label_width / 2, middle[1] - wire.label_height / 2
    return Area(wire.id, x, y, wire.label_width, wire.label_height)


def _meet(one: Area, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.height and other.y < one.y + one.height
