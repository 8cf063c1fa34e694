"""Picking: what lies under a point, and where a thing can be hit.

In go a scene, a look and a point of the sheet, out comes what was hit. Must not know the screen.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import Literal

from explorer.graph.model import Edge
from explorer.layout.model import Area, Box, Point, Route, along
from explorer.layout.scene import Scene
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.frame import bar
from explorer.views.diagram.paint.line import shifts
from explorer.views.diagram.stack import stacked


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit: a box, a gate, a line or the title of a frame, and the elements of the case that it stands for."""

    kind: Literal["node", "gate", "edge", "frame"]
    id: str
    elements: tuple[str, ...]


#: What lies under a point of the sheet, within reach.
Pointed = Callable[[float, float, float], Hit | None]


def hit(
    scene: Scene, look: Look, x: float, y: float, reach: float, lines: Callable[[], Iterable[Edge]] | None = None
) -> Hit | None:
    """The topmost thing within `reach` of a point; `lines` gives those that can be there, if somebody knows."""
    return (
        _box(scene, look, x, y)
        or _gate(scene, look, x, y, reach)
        or _frame(scene, x, y)
        or _edge(scene, look, x, y, reach, lines() if lines else scene.graph.edges)
    )


def _box(scene: Scene, look: Look, x: float, y: float) -> Hit | None:
    for box in reversed(stacked(scene, look)):
        if box.contains(x, y) and box.id not in look.hidden:
            return Hit("node", box.id, (box.id,))
    return None


def _gate(scene: Scene, look: Look, x: float, y: float, reach: float) -> Hit | None:
    measures = {gate.id: gate.measure for gate in scene.graph.gates}
    for place in scene.picture.gates:
        if measures[place.id] in look.hidden:
            continue
        on_fence = bool(place.ticks) and abs(x - place.x) <= min(reach, 4.0) and place.top <= y <= place.bottom
        if on_fence or _inside(place.label, x, y):
            return Hit("gate", place.id, (measures[place.id],))
    return None


def _frame(scene: Scene, x: float, y: float) -> Hit | None:
    found = [frame.id for frame in scene.picture.frames if bar(frame).contains(x, y)]
    return Hit("frame", found[-1], ()) if found else None


def _edge(scene: Scene, look: Look, x: float, y: float, reach: float, edges: Iterable[Edge]) -> Hit | None:
    labels = {area.id: area for area in scene.picture.labels}
    best: tuple[float, Hit] | None = None
    for edge in edges:
        shown = tuple(key for key in edge.elements if key not in look.hidden)
        route = scene.picture.route_by_id[edge.id]
        if not shown:
            continue
        if edge.id in labels and _inside(labels[edge.id], x, y):
            return Hit("edge", edge.id, shown)
        found = _on_line(edge, route, shown, look, x, y)
        if found and found[0] <= reach and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best else None


def _on_line(
    edge: Edge, route: Route, shown: tuple[str, ...], look: Look, x: float, y: float
) -> tuple[float, Hit] | None:
    """How far a point is from a line; in an opened bundle each strand is a line of its own."""
    strand = strand_at(edge, route, look, x, y)
    if strand:
        return strand
    if route.mark and abs(x - route.mark[0]) < 9 and abs(y - route.mark[1]) < 9:
        return 0.0, Hit("edge", edge.id, shown)
    return distance(_bends(route), x, y), Hit("edge", edge.id, shown)


def strand_at(edge: Edge, route: Route, look: Look, x: float, y: float) -> tuple[float, Hit] | None:
    """The nearest strand of an opened bundle and how far it is, or None if the bundle is not opened."""
    shown = tuple(key for key in edge.elements if key not in look.hidden)
    if edge.id not in look.opened or len(shown) < 2:
        return None
    points = _bends(route)
    nearest, key = min((distance(points, x, y - s), key) for key, s in zip(shown, shifts(len(shown)), strict=True))
    return nearest, Hit("edge", edge.id, (key,))


@lru_cache(maxsize=1_000)
def _bends(route: Route) -> tuple[Point, ...]:
    """A line as straight pieces; a pointer that moves asks for the same ones again and again."""
    return route.polyline(12)


def distance(points: Sequence[Point], x: float, y: float) -> float:
    """From a point to the nearest of straight pieces."""
    return min((_to_piece(a, b, x, y) for a, b in pairwise(points)), default=float("inf"))


def _to_piece(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) if length else 0.0
    ex, ey = a[0] + t * dx - x, a[1] + t * dy - y
    return float((ex * ex + ey * ey) ** 0.5)


def _inside(area: Area, x: float, y: float) -> bool:
    return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height


def anchor(scene: Scene, element: str, at: Pointed | None = None) -> Point | None:
    """A point of the sheet where an element of the case can be hit, or None if this view does not show it.

    `at` says what lies under a point, if somebody knows it faster than by looking at everything.
    """
    box: Box | None = scene.picture.box_by_id.get(element)
    if box:
        return box.x + box.width / 2, box.y + box.height / 2
    for gate in scene.graph.gates:
        if gate.measure == element:
            place = next(p for p in scene.picture.gates if p.id == gate.id)
            return place.label.x + place.label.width / 2, place.label.y + place.label.height / 2
    # The line on which it runs with the fewest others says most clearly that it is meant.
    edges = sorted(scene.graph.edges_of.get(element, ()), key=lambda edge: len(edge.elements))
    if not edges:
        return None
    area = next((a for a in scene.picture.labels if a.id == edges[0].id), None)
    if area:
        return area.x + area.width / 2, area.y + area.height / 2
    return _on_route(scene.picture.route_by_id[edges[0].id], element, at or partial(hit, scene, Look()))


def _on_route(route: Route, element: str, at: Pointed) -> Point:
    """The place nearest to the middle of a line where nothing else is hit."""
    places = [along(_bends(route), share) for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)]
    for x, y in places:
        found = at(x, y, 1.0)
        if found and element in found.elements:
            return x, y
    return places[0]
