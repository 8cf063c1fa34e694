"""Between two pictures: where everything is while it glides, and while boxes are held.

In go pictures and how far the way is gone, out come pictures. What is in both glides from its old place to its new one;
what is new is at its place, its ends following their boxes. Must not know time, widgets or how anything is painted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from explorer.layout.model import Area, Box, GatePlace, Point, Route
from explorer.layout.picture import Picture

#: Above so many boxes or lines nothing glides, and the lines of a held box stay where they are: both redraw everything.
MOST, MOST_LINES = 400, 1_200
_NONE: Point = (0.0, 0.0)


def small(picture: Picture) -> bool:
    """Whether a picture can be drawn anew for every frame."""
    return len(picture.boxes) <= MOST and len(picture.routes) <= MOST_LINES


def between(old: Picture, new: Picture, share: float) -> Picture:
    """The picture at a share of the way: 0 is the old places of what is new, 1 is the new picture."""
    if share >= 1.0:
        return new
    boxes = tuple(_box(old.box_by_id.get(box.id), box, share) for box in new.boxes)
    shifts = {now.id: (now.x - box.x, now.y - box.y) for now, box in zip(boxes, new.boxes, strict=True)}
    return replace(
        new,
        boxes=boxes,
        routes=tuple(_route(old.route_by_id.get(route.id), route, shifts, share) for route in new.routes),
        lanes=_areas(old.lanes, new.lanes, share),
        labels=_areas(old.labels, new.labels, share),
        frames=_areas(old.frames, new.frames, share),
        gates=_gates(old.gates, new.gates, share),
    )


def moved(picture: Picture, corners: Mapping[str, Point], gates: Mapping[str, Iterable[str]]) -> Picture:
    """The picture with some boxes held at other corners; their lines and gates follow.

    `gates` names the gates that stand at each box.
    """
    shifts = {
        key: (x - picture.box_by_id[key].x, y - picture.box_by_id[key].y)
        for key, (x, y) in corners.items() if key in picture.box_by_id
    }  # fmt: skip
    held = {route.id: _shift_of(route, shifts) for route in picture.routes}
    at = {gate: shifts[key] for key in shifts for gate in gates.get(key, ())}
    still = (box for box in picture.boxes if box.id not in shifts)
    carried = (
        replace(box, x=box.x + shifts[box.id][0], y=box.y + shifts[box.id][1])
        for box in picture.boxes if box.id in shifts
    )  # fmt: skip
    return replace(
        picture,
        # What is held lies on top.
        boxes=(*still, *carried),
        routes=tuple(_followed(route, shifts) for route in picture.routes),
        labels=tuple(_shifted(area, *held.get(area.id, _NONE)) for area in picture.labels),
        gates=tuple(_gate_shifted(gate, *at[gate.id]) if gate.id in at else gate for gate in picture.gates),
    )


def _shift_of(route: Route, shifts: Mapping[str, Point]) -> Point:
    """How far the middle of a line goes with its ends."""
    (ax, ay), (bx, by) = shifts.get(route.source, _NONE), shifts.get(route.target, _NONE)
    return (ax + bx) / 2, (ay + by) / 2


def _followed(route: Route, shifts: Mapping[str, Point]) -> Route:
    """A line whose ends go with their boxes, every point between them by its share of the way."""
    if route.source not in shifts and route.target not in shifts:
        return route
    start, end = shifts.get(route.source, _NONE), shifts.get(route.target, _NONE)
    last = max(1, len(route.curve) - 1)
    # The pieces next to the boxes leave and arrive straight.
    parts = [0.0 if i <= 1 else 1.0 if i >= last - 1 else i / last for i in range(len(route.curve))]
    curve = tuple(
        (x + _mixed(start[0], end[0], part), y + _mixed(start[1], end[1], part))
        for (x, y), part in zip(route.curve, parts, strict=True)
    )
    mark = (route.mark[0] + start[0], route.mark[1] + start[1]) if route.mark else None
    return replace(route, curve=curve, mark=mark)


def _box(old: Box | None, new: Box, share: float) -> Box:
    return replace(new, x=_mixed(old.x, new.x, share), y=_mixed(old.y, new.y, share)) if old else new


def _route(old: Route | None, new: Route, shifts: Mapping[str, Point], share: float) -> Route:
    if old is None:
        return _followed(new, shifts)
    before, after = _alike(old.curve, new.curve)
    mark = _point(old.mark, new.mark, share) if old.mark and new.mark else new.mark
    return replace(new, curve=tuple(_point(a, b, share) for a, b in zip(before, after, strict=True)), mark=mark)


def _alike(one: tuple[Point, ...], other: tuple[Point, ...]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Two curves with as many pieces: the longest pieces of the shorter one are halved, which draws the same curve."""
    while len(one) < len(other):
        one = _halved(one)
    while len(other) < len(one):
        other = _halved(other)
    return one, other


def _halved(curve: tuple[Point, ...]) -> tuple[Point, ...]:
    starts = range(0, len(curve) - 1, 3)
    at = max(starts, key=lambda i: (curve[i][0] - curve[i + 3][0]) ** 2 + (curve[i][1] - curve[i + 3][1]) ** 2)
    p, c, d, q = curve[at : at + 4]
    pc, cd, dq = _point(p, c, 0.5), _point(c, d, 0.5), _point(d, q, 0.5)
    left, right = _point(pc, cd, 0.5), _point(cd, dq, 0.5)
    return (*curve[: at + 1], pc, left, _point(left, right, 0.5), right, dq, *curve[at + 3 :])


def _areas(old: Iterable[Area], new: tuple[Area, ...], share: float) -> tuple[Area, ...]:
    known = {area.id: area for area in old}
    return tuple(_area(known.get(area.id), area, share) for area in new)


def _area(old: Area | None, new: Area, share: float) -> Area:
    if old is None:
        return new
    return replace(
        new,
        x=_mixed(old.x, new.x, share),
        y=_mixed(old.y, new.y, share),
        width=_mixed(old.width, new.width, share),
        height=_mixed(old.height, new.height, share),
    )


def _gates(old: Iterable[GatePlace], new: tuple[GatePlace, ...], share: float) -> tuple[GatePlace, ...]:
    known = {gate.id: gate for gate in old}
    return tuple(_gate(known.get(gate.id), gate, share) for gate in new)


def _gate(old: GatePlace | None, new: GatePlace, share: float) -> GatePlace:
    if old is None:
        return new
    ticks = new.ticks
    if len(old.ticks) == len(ticks):
        ticks = tuple(_mixed(a, b, share) for a, b in zip(old.ticks, ticks, strict=True))
    return replace(
        new,
        x=_mixed(old.x, new.x, share),
        top=_mixed(old.top, new.top, share),
        bottom=_mixed(old.bottom, new.bottom, share),
        ticks=ticks,
        label=_area(old.label, new.label, share),
    )


def _gate_shifted(gate: GatePlace, dx: float, dy: float) -> GatePlace:
    return replace(
        gate,
        x=gate.x + dx,
        top=gate.top + dy,
        bottom=gate.bottom + dy,
        ticks=tuple(tick + dy for tick in gate.ticks),
        label=_shifted(gate.label, dx, dy),
    )


def _shifted(area: Area, dx: float, dy: float) -> Area:
    return replace(area, x=area.x + dx, y=area.y + dy) if dx or dy else area


def _point(a: Point, b: Point, share: float) -> Point:
    return _mixed(a[0], b[0], share), _mixed(a[1], b[1], share)


def _mixed(a: float, b: float, share: float) -> float:
    return a + (b - a) * share
