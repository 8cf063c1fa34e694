"""Paints the sheet: lanes, frames, lines, gates, boxes, in the order in which they cover each other.

In go a scene and a look, out come strokes on any painter: window, image, SVG, PDF, printer; at once, or as jobs that
can be spread over turns of the event loop. Must not know zoom.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.graph.model import Edge, Gate
from explorer.layout.model import Area, GatePlace, Route
from explorer.layout.scene import Scene
from explorer.views.diagram import fonts
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import FAR, NEAR, paint_box
from explorer.views.diagram.paint.count import counted, paint_count
from explorer.views.diagram.paint.fit import Fit
from explorer.views.diagram.paint.frame import paint_frame
from explorer.views.diagram.paint.gate import paint_gate
from explorer.views.diagram.paint.line import paint_label, paint_line
from explorer.views.diagram.paint.words import CENTRE, write
from explorer.views.diagram.stack import stacked
from explorer.views.kit import theme

#: One stroke or a few: leaves the transform of the painter as it was.
Job = Callable[[QPainter], object]
#: What the widest ring, the strands of a bundle or a head reach beyond the place of a thing.
REACH = 30.0
#: From this scale on lanes bear their titles; from farther away the screen has them at its upper edge.
TITLED = 0.55


def paint_sheet(painter: QPainter, scene: Scene, look: Look, scale: float = 1.0) -> None:
    """Everything of a scene that the look does not hide; `scale` says how near it will be seen."""
    prepare(painter)
    for job in (*ground_jobs(scene, scale), *sheet_jobs(scene, look, scale, fit=Fit(scene))):
        job(painter)


def prepare(painter: QPainter) -> None:
    """Smooth edges for whatever follows."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def ground_jobs(scene: Scene, scale: float = 1.0, within: QRectF | None = None) -> Iterator[Job]:
    """What lies under everything and never fades: lanes and frames."""
    for lane in scene.picture.lanes:
        if _near(within, lane.x, lane.y, lane.width, lane.height):
            yield partial(_lane, lane=lane, scale=scale)
    for frame in scene.picture.frames:
        if _near(within, frame.x, frame.y, frame.width, frame.height):
            yield partial(paint_frame, frame=frame, scale=scale)


def sheet_jobs(
    scene: Scene, look: Look, scale: float = 1.0, within: QRectF | None = None, *, fit: Fit
) -> Iterator[Job]:
    """Everything above the ground, as far as it lies within a rectangle of the sheet; `fit` is of all of it."""
    shown = list(_shown(scene, look, within))
    # Faded lines first, so that what is lit lies on top.
    shown.sort(key=lambda edge: not look.fades_edge(edge.id))
    for edge in shown:
        # Looked up one by one: the routes of a large scene are made on demand, all at once they would fill the memory.
        yield partial(paint_line, edge=edge, route=scene.picture.route_by_id[edge.id], look=look)
    areas = {area.id: area for area in scene.picture.labels}
    yield from upper_jobs(scene, look, shown, areas, scale, within, fit=fit)


def upper_jobs(
    scene: Scene, look: Look, shown: Sequence[Edge], areas: Mapping[str, Area], scale: float,
    within: QRectF | None = None, *, fit: Fit,
) -> Iterator[Job]:  # fmt: skip
    """What lies above the lines: gates, the counts and words (in their areas) of the lines that are shown, boxes."""
    for gate, place in _gates(scene, look, within):
        yield partial(paint_gate, gate=gate, place=place, look=look, scale=scale)
    for edge in counted(shown, fit.rooms, scale):
        yield partial(paint_count, edge=edge, seat=fit.seats[edge.id], look=look, scale=scale)
    for edge in shown:
        if edge.id in areas:
            yield partial(paint_label, edge=edge, lines=scene.labels[edge.id], area=areas[edge.id], look=look)
    sizes = fit.sizes(scale) if FAR <= scale < NEAR else None
    for box in stacked(scene, look):
        if box.id not in look.hidden and _near(within, box.x, box.y, box.width, box.height):
            node, card = scene.graph.node_by_id[box.id], scene.cards[box.id]
            yield partial(paint_box, node=node, card=card, box=box, look=look, scale=scale, sizes=sizes)


def _shown(scene: Scene, look: Look, within: QRectF | None) -> Iterator[Edge]:
    for edge in scene.graph.edges:
        if set(edge.elements) <= look.hidden:
            continue
        if within is None or bounds(scene.picture.route_by_id[edge.id]).intersects(within):
            yield edge


def bounds(route: Route) -> QRectF:
    """What a line can reach: a curve stays inside its control points."""
    xs, ys = [x for x, _ in route.curve], [y for _, y in route.curve]
    frame = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return frame.adjusted(-REACH, -REACH, REACH, REACH)


def _gates(scene: Scene, look: Look, within: QRectF | None) -> Iterator[tuple[Gate, GatePlace]]:
    places = {place.id: place for place in scene.picture.gates}
    for gate in scene.graph.gates:
        if gate.measure not in look.hidden and gate.node not in look.hidden:
            place = places[gate.id]
            if within is None or gate_bounds(place).intersects(within):
                yield gate, place


def gate_bounds(place: GatePlace) -> QRectF:
    """What a gate can reach, with its words, which may be wider from afar."""
    label = place.label
    frame = QRectF(label.x, label.y, label.width + 60, label.height)
    fence = QRectF(QPointF(place.x, min(label.y, place.top)), QPointF(place.x + 1, place.bottom))
    return frame.united(fence).adjusted(-REACH, -REACH, REACH, REACH)


def _near(within: QRectF | None, x: float, y: float, width: float, height: float) -> bool:
    if within is None:
        return True
    return QRectF(x - REACH, y - REACH, width + 2 * REACH, height + 2 * REACH).intersects(within)


def _lane(painter: QPainter, lane: Area, scale: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(QRectF(lane.x - 10, lane.y, lane.width + 20, lane.height), 8, 8)
    if scale < TITLED:
        return
    painter.setPen(theme.colour("ink-muted"))
    painter.setFont(fonts.readable(scale, 17))
    title = QRectF(lane.x - 10, lane.y + 6, lane.width + 20, 18)
    write(painter, title, CENTRE, lane.title)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(lane.x + 4, lane.y + 27), QPointF(lane.x + lane.width - 4, lane.y + 27))
