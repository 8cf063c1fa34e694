"""Paints gates: the upright line, its ticks, its words.

In go a gate and its place, out come strokes. Must not know measures.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from explorer.graph.model import Gate
from explorer.layout.model import GatePlace
from explorer.views.diagram import fonts
from explorer.views.diagram.look import FADED, Look
from explorer.views.diagram.paint.box import NEAR
from explorer.views.diagram.paint.line import pen
from explorer.views.diagram.paint.words import LEFT, write
from explorer.views.kit import theme
from explorer.views.kit.text import visible

SAMPLE = 22.0
#: Below this scale the words would be smaller than a hair.
_WORDLESS = 0.46


def paint_gate(painter: QPainter, gate: Gate, place: GatePlace, look: Look, scale: float = 1.0) -> None:
    """One gate: its status in words and in the style of its line; from afar the status alone, larger."""
    painter.setOpacity(FADED if look.fades_gate(gate.id) and gate.measure not in look.picked else 1.0)
    picked = gate.measure in look.picked or look.hovered == gate.id
    tint = theme.colour("accent" if picked else gate.colour)
    label = place.label
    frame = QRectF(label.x, label.y, label.width, label.height)
    if picked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-soft"))
        painter.drawRoundedRect(frame.adjusted(-3, 1, 3, -1), 4, 4)
    _fence(painter, gate, place, tint, 2.6 if picked else 1.8)
    near = scale >= NEAR
    if near:
        _leader(painter, gate, place, tint)
    painter.setPen(theme.colour("ink") if picked else tint)
    if scale < _WORDLESS:
        painter.setOpacity(1.0)
        return
    painter.setFont(fonts.font("badge") if near else fonts.readable(scale, label.height - 4))
    words = gate.label if near else gate.label.partition(":")[0]
    room = frame.adjusted(SAMPLE + 4 if near else 0, 0, 60, 0)
    write(painter, room, LEFT, visible(words))
    painter.setOpacity(1.0)


def _fence(painter: QPainter, gate: Gate, place: GatePlace, tint: QColor, width: float) -> None:
    """The upright line from the height of the words down across the flows."""
    if not place.ticks:
        return
    middle = place.label.y + place.label.height / 2
    path = QPainterPath(QPointF(place.x, middle))
    path.lineTo(place.x, place.bottom)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(tint, width, gate.line))
    painter.drawPath(path)
    painter.setPen(QPen(tint, width + 1.4))
    for y in place.ticks:
        painter.drawLine(QPointF(place.x, y - 4.5), QPointF(place.x, y + 4.5))


def _leader(painter: QPainter, gate: Gate, place: GatePlace, tint: QColor) -> None:
    """A sample of the line before the words, and a hairline from them to the fence."""
    label = place.label
    middle = label.y + label.height / 2
    painter.setPen(pen(tint, 1.8, gate.line))
    painter.drawLine(QPointF(label.x, middle), QPointF(label.x + SAMPLE, middle))
    if not place.ticks:
        return
    painter.setPen(QPen(tint, 0.8))
    end = label.x + label.width + 3
    if place.x > end:
        painter.drawLine(QPointF(end, middle), QPointF(place.x, middle))
    elif place.x < label.x:
        painter.drawLine(QPointF(place.x, middle), QPointF(label.x - 3, middle))
