"""Paints the whole sheet: lanes, lines, gates, boxes, in the order in which they cover each other.

In go a scene and a look, out come strokes on any painter: window, image, SVG, PDF, printer. Must not know zoom.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.layout.scene import Scene
from explorer.views.diagram import fonts
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import paint_box
from explorer.views.diagram.paint.gate import paint_gate
from explorer.views.diagram.paint.line import paint_label, paint_line, paint_mark
from explorer.views.diagram.stack import stacked
from explorer.views.kit import theme


def paint_sheet(painter: QPainter, scene: Scene, look: Look, scale: float = 1.0) -> None:
    """Everything of a scene that the look does not hide; `scale` says how near it will be seen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _lanes(painter, scene, scale)
    routes, areas = scene.picture.route_by_id, {area.id: area for area in scene.picture.labels}
    shown = [edge for edge in scene.graph.edges if not set(edge.elements) <= look.hidden]
    # Faded lines first, so that what is lit lies on top.
    shown.sort(key=lambda edge: not look.fades_edge(edge.id))
    for edge in shown:
        paint_line(painter, edge, routes[edge.id], look)
    _gates(painter, scene, look, scale)
    for edge in shown:
        paint_mark(painter, edge, routes[edge.id], look)
        if edge.id in areas:
            paint_label(painter, edge, scene.labels[edge.id], areas[edge.id], look)
    for box in stacked(scene, look):
        if box.id not in look.hidden:
            paint_box(painter, scene.graph.node_by_id[box.id], scene.cards[box.id], box, look, scale)


def _gates(painter: QPainter, scene: Scene, look: Look, scale: float) -> None:
    places = {place.id: place for place in scene.picture.gates}
    for gate in scene.graph.gates:
        if gate.measure not in look.hidden and gate.node not in look.hidden:
            paint_gate(painter, gate, places[gate.id], look, scale)


def _lanes(painter: QPainter, scene: Scene, scale: float) -> None:
    for lane in scene.picture.lanes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(QRectF(lane.x - 10, lane.y, lane.width + 20, lane.height), 8, 8)
        painter.setPen(theme.colour("ink-muted"))
        painter.setFont(fonts.readable(scale, 17))
        title = QRectF(lane.x - 10, lane.y + 6, lane.width + 20, 18)
        painter.drawText(title, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, lane.title)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(lane.x + 4, lane.y + 27), QPointF(lane.x + lane.width - 4, lane.y + 27))
