"""Paints the frame around the boxes of one group: a rounded rectangle with the group's name above, and a chevron.

In go a placed frame and how near it is seen, out come strokes. Must not know what the group is.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from explorer.layout.model import Area
from explorer.views.diagram import fonts
from explorer.views.diagram.paint.words import LEFT, write
from explorer.views.kit import theme
from explorer.views.kit.text import visible

#: The height of the title bar, inside the frame at its upper edge.
BAR = 20.0
_CHEVRON = 12.0
#: Below this scale the words would be smaller than a hair.
_WORDLESS = 0.42


def bar(frame: Area) -> QRectF:
    """Where a frame can be taken hold of: its title with the chevron."""
    return QRectF(frame.x, frame.y, frame.width, min(BAR, frame.height))


def paint_frame(painter: QPainter, frame: Area, scale: float = 1.0) -> None:
    """A calm frame behind the boxes; the chevron says that it folds."""
    # From afar a ground of its own would look like a hole or a box: there it is as calm as the lane.
    near = scale >= _WORDLESS
    ground = theme.colour("raised")
    ground.setAlphaF(0.5)
    painter.setPen(QPen(theme.colour("line-strong" if near else "line"), max(1.0, 0.6 / scale)))
    painter.setBrush(ground if near else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(frame.x, frame.y, frame.width, frame.height), 8, 8)
    if scale < _WORDLESS:
        return
    place = bar(frame)
    _chevron(painter, QPointF(place.left() + 5 + _CHEVRON / 2, place.center().y()))
    room = place.adjusted(5 + _CHEVRON + 3, 0, -5, 0)
    painter.setFont(fonts.readable(scale, BAR - 3))
    painter.setPen(theme.colour("ink-muted"))
    # A long name keeps its beginning; the whole of it is in the hover card and the outline.
    words = QFontMetricsF(painter.font()).elidedText(
        visible(frame.title[:200]), Qt.TextElideMode.ElideRight, room.width()
    )
    write(painter, room, LEFT, words)


def _chevron(painter: QPainter, middle: QPointF) -> None:
    """Points down: what it stands for is unfolded."""
    painter.setPen(QPen(theme.colour("ink-muted"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([middle + QPointF(-3.5, -1.8), middle + QPointF(0, 2), middle + QPointF(3.5, -1.8)]))
