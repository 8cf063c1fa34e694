"""Paints what a gesture shows while it lasts: the rubber band, the port of a box, the line that is being drawn.

In go a trace in screen pixels, out come strokes. Must not know the sheet.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from explorer.views.kit import theme

#: Half the size of a port, and how near to its middle it is hit.
PORT, PORT_REACH = 5.0, 9.0


@dataclass(frozen=True, slots=True)
class Trace:
    """What is shown: a band, a port, a line from a port to the pointer; `meets`: the line could end there."""

    band: QRectF | None = None
    port: QPointF | None = None
    link: tuple[QPointF, QPointF] | None = None
    meets: bool = False

    def at_port(self, point: QPointF) -> bool:
        """Whether a point lies on the port."""
        if self.port is None:
            return False
        away = self.port - point
        return QPointF.dotProduct(away, away) <= PORT_REACH * PORT_REACH


def paint_trace(painter: QPainter, trace: Trace) -> None:
    """Paint it over everything else."""
    accent = theme.colour("accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if trace.band is not None:
        ground = theme.colour("accent-soft")
        ground.setAlphaF(0.45)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(ground)
        painter.drawRect(trace.band)
    if trace.link is not None:
        start, end = trace.link
        reach = max(24.0, abs(end.x() - start.x()) / 2)
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine if trace.meets else Qt.PenStyle.DashLine))
        painter.drawPath(path)
    for middle in (trace.port, trace.link[1] if trace.link else None):
        if middle is not None:
            painter.setPen(QPen(accent, 1.6))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(middle, PORT, PORT)
