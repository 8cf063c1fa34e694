"""Paints lines: the curve, its head, its label; an opened bundle as single strands.

In go an edge and its route, out come strokes. Must not know boxes.
"""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from explorer.graph.model import Edge
from explorer.layout.card import ROW
from explorer.layout.model import Area, Point, Route
from explorer.views.diagram import fonts
from explorer.views.diagram.look import FADED, Look
from explorer.views.diagram.paint.words import CENTRE, write
from explorer.views.kit import theme
from explorer.views.kit.text import visible

HEAD = 8.0
STRAND = 6.0
_PATTERNS = {"solid": None, "dashed": [5.0, 3.5], "dotted": [1.2, 2.6]}


def pen(token: QColor, width: float, line: str) -> QPen:
    """A pen in the line style of the vocabulary."""
    made = QPen(token, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    pattern = _PATTERNS.get(line)
    if pattern:
        made.setDashPattern([max(0.5, p * 1.6 / width) for p in pattern])
    return made


def curved(route: Route, shift: float = 0.0, end_short: float = 0.0) -> QPainterPath:
    """The path of a route, `shift` pixels below it, ending `end_short` before its end."""
    points = [QPointF(x, y + shift) for x, y in route.curve]
    if end_short:
        heading = _heading(route.curve)
        points[-1] = QPointF(points[-1].x() - math.cos(heading) * end_short, points[-1].y())
    path = QPainterPath(points[0])
    for i in range(1, len(points) - 2, 3):
        path.cubicTo(points[i], points[i + 1], points[i + 2])
    return path


def shifts(count: int) -> list[float]:
    """How far the strands of an opened bundle lie from its middle."""
    return [(i - (count - 1) / 2) * STRAND for i in range(count)]


def paint_line(painter: QPainter, edge: Edge, route: Route, look: Look) -> None:
    """One line, or the strands of an opened bundle."""
    painter.setOpacity(FADED if look.fades_edge(edge.id) else 1.0)
    shown = [key for key in edge.elements if key not in look.hidden]
    if edge.id in look.opened and len(shown) > 1:
        for key, shift in zip(shown, shifts(len(shown)), strict=True):
            _stroke(painter, edge, route, 1.6, shift, picked=key in look.picked)
    else:
        picked = bool(look.picked.intersection(shown)) or look.hovered == edge.id
        _stroke(painter, edge, route, width_of(edge, len(shown)), 0.0, picked=picked)
    painter.setOpacity(1.0)


def width_of(edge: Edge, count: int) -> float:
    """A line that more elements stand for is wider; a transformation or relation is thin."""
    return min(4.2, 1.7 + 0.55 * (count - 1)) if edge.kind == "flow" else 1.3


def _stroke(painter: QPainter, edge: Edge, route: Route, width: float, shift: float, *, picked: bool) -> None:
    tint = theme.colour(tint_of_line(edge))
    path = curved(route, shift, HEAD * 0.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if picked:
        painter.setPen(pen(theme.colour("accent-soft"), width + 7.0, "solid"))
        painter.drawPath(path)
        tint = theme.colour("accent")
    painter.setPen(pen(tint, width + (0.8 if picked else 0.0), edge.line))
    painter.drawPath(path)
    _head(painter, edge, route, shift, tint)
    if edge.denied:
        _crossed(painter, path, tint)


def tint_of_line(edge: Edge) -> str:
    """The token of the colour of a line: ink is for words, a line in it would drown all others."""
    return "ink-muted" if edge.colour == "ink" else edge.colour


def dashes(line: str) -> tuple[float, float] | None:
    """How long the dashes of a line style are and how far apart, or None if there are none."""
    pattern = _PATTERNS.get(line)
    return (pattern[0] * 1.6, pattern[1] * 1.6) if pattern else None


def paint_cross(painter: QPainter, edge: Edge, route: Route) -> None:
    """The cross on a denied line, for whoever paints the line itself in another way."""
    _crossed(painter, curved(route, 0.0, HEAD * 0.7), theme.colour(tint_of_line(edge)))


def _heading(curve: tuple[Point, ...]) -> float:
    (ax, _), (bx, _) = curve[0], curve[-1]
    before = next((p for p in reversed(curve[:-1]) if abs(p[0] - bx) > 0.5), (ax, 0.0))
    return 0.0 if bx >= before[0] else math.pi


def _head(painter: QPainter, edge: Edge, route: Route, shift: float, tint: QColor) -> None:
    x, y = route.curve[-1]
    y += shift
    way = -1.0 if _heading(route.curve) == 0.0 else 1.0
    half = 4.2 if edge.kind == "flow" else 3.6
    wings = [QPointF(x + way * HEAD, y - half), QPointF(x, y), QPointF(x + way * HEAD, y + half)]
    if edge.kind == "flow":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawPolygon(QPolygonF(wings))
        return
    painter.setPen(QPen(tint, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(wings))


def _crossed(painter: QPainter, path: QPainterPath, tint: QColor) -> None:
    """A cross in the middle of a denied line."""
    middle = path.pointAtPercent(0.5)
    reach = 4.5
    painter.setPen(QPen(theme.colour("ground"), 6.0))
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    painter.setPen(QPen(tint, 1.8))
    painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach))
    painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))


def paint_label(painter: QPainter, edge: Edge, lines: tuple[str, ...], area: Area, look: Look) -> None:
    """The words on a relation, on the ground, so that its own line does not run through them."""
    frame = QRectF(area.x, area.y, area.width, area.height)
    picked = bool(look.picked.intersection(edge.elements)) or look.hovered == edge.id
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent-soft" if picked else "ground"))
    painter.drawRoundedRect(frame, 4, 4)
    # The ground stays whole when the words fade, else the line shows through them.
    painter.setOpacity(FADED if look.fades_edge(edge.id) else 1.0)
    painter.setFont(fonts.font("label"))
    painter.setPen(theme.colour(tint_of_line(edge)))
    for place, row in _rows(lines, frame):
        write(painter, place, CENTRE, visible(row))
    painter.setOpacity(1.0)


def _rows(lines: tuple[str, ...], frame: QRectF) -> Iterator[tuple[QRectF, str]]:
    for i, row in enumerate(lines):
        yield QRectF(frame.x(), frame.y() + 1 + i * ROW["label"], frame.width(), ROW["label"]), row
