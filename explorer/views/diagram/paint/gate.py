"""Paints gates: the upright line, its ticks, its words.

In go a gate and its place, out come strokes. Must not know measures.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from explorer.graph.model import Gate
from explorer.layout.model import GatePlace
from explorer.views.diagram import fonts
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import FADED
from explorer.views.diagram.paint.line import pen
from explorer.views.kit import theme
from explorer.views.kit.text import visible

SAMPLE = 22.0


def paint_gate(painter: QPainter, gate: Gate, place: GatePlace, look: Look) -> None:
    """One gate: its status in words and in the style of its line."""
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
    painter.setPen(theme.colour("ink") if picked else tint)
    painter.setFont(fonts.font("badge"))
    painter.drawText(
        frame.adjusted(SAMPLE + 4, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        visible(gate.label),
    )  # fmt: skip
    painter.setOpacity(1.0)


def _fence(painter: QPainter, gate: Gate, place: GatePlace, tint: object, width: float) -> None:
    label = place.label
    colour = theme.colour("accent") if width > 2 else theme.colour(gate.colour)
    middle = label.y + label.height / 2
    painter.setPen(pen(colour, width, gate.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(label.x, middle), QPointF(label.x + SAMPLE, middle))
    if not place.ticks:
        return
    leader = QPen(colour, 0.8)
    painter.setPen(leader)
    right = place.x > label.x
    start = label.x + label.width + 3 if right and place.x > label.x + label.width + 3 else label.x - 3
    if right != (start < place.x):
        start = place.x
    painter.drawLine(QPointF(start, middle), QPointF(place.x, middle))
    path = QPainterPath(QPointF(place.x, middle))
    path.lineTo(place.x, place.bottom)
    painter.setPen(pen(colour, width, gate.line))
    painter.drawPath(path)
    painter.setPen(QPen(colour, width + 1.4))
    for y in place.ticks:
        painter.drawLine(QPointF(place.x, y - 4.5), QPointF(place.x, y + 4.5))
