"""The marks of the timeline: points, bars with vague ends and their labels, painted in pixels.

In go places and what is picked, faded and under the keyboard; out come paint, and the mark under a point. Must not know
the session, the axis or where the places come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from explorer.layout.packing import Placed
from explorer.layout.throng import Throng
from explorer.views.kit import theme
from explorer.views.timeline.places import LANE_GAP, THRONG_ROWS, Frame, Places

_FADE = 44.0
_STYLES = {"solid": Qt.PenStyle.SolidLine, "dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


@dataclass(frozen=True)
class Look:
    """What is picked, what belongs to it, what the lens hides, and where the keyboard stands."""

    picked: frozenset[str] = frozenset()
    lit: frozenset[str] = frozenset()
    faded: frozenset[str] = frozenset()
    cursor: str | None = None

    def opacity(self, element: str) -> float:
        """How strongly an element is drawn."""
        if element in self.faded:
            return 0.3
        return 1.0 if not self.lit or element in self.lit else 0.5


class Marks(QGraphicsObject):
    """All marks as one item over the plot, in the pixels of the view box."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(10)
        self.places = Places()
        self.look = Look()
        self.texts: Mapping[str, str] = {}
        self.font = QFont()

    def put(self, places: Places, texts: Mapping[str, str]) -> None:
        """Show marks at other places, with the text of each label by key."""
        now, new = self.places.frame, places.frame
        if (new.width, new.height) != (now.width, now.height):
            self.prepareGeometryChange()
        self.places, self.texts = places, texts
        self.update()

    def appear(self, look: Look) -> None:
        """Show what is picked and what is faded."""
        self.look = look
        self.update()

    def place_of(self, element: str) -> QRectF | None:
        """The rectangle of the first mark of an element."""
        placed = self.places.stack.packing.first_of.get(element)
        return self.places.bar(placed) if placed else None

    def mark_at(self, point: QPointF) -> Placed | None:
        """The mark whose bar or label is under a point."""
        return next((p for p in self.places.seen() if self.places.whole(p).adjusted(-2, 0, 2, 0).contains(point)), None)

    def boundingRect(self) -> QRectF:
        """The whole view box."""
        return QRectF(0, 0, self.places.frame.width, self.places.frame.height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the hairlines, then every mark that can be seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        self._paint_hairlines(painter)
        for lane, throng in self.places.stack.throngs.items():
            self._paint_throng(painter, lane, throng)
        for placed in self.places.seen():
            painter.setOpacity(self.look.opacity(placed.mark.id))
            self._paint_mark(painter, placed)

    def _paint_hairlines(self, painter: QPainter) -> None:
        painter.setPen(QPen(_faint(theme.colour("line"), 0.55), 1))
        for x in self.places.frame.grid:
            painter.drawLine(QPointF(round(x) + 0.5, 0), QPointF(round(x) + 0.5, self.places.frame.height))
        painter.setPen(QPen(theme.colour("line"), 1))
        for top in list(self.places.stack.tops.values())[1:]:
            y = round(top - LANE_GAP / 2 - self.places.frame.scroll) + 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.places.frame.width, y))

    def _paint_throng(self, painter: QPainter, lane: str, throng: Throng) -> None:
        """How many there are, as words over bars."""
        stack, frame = self.places.stack, self.places.frame
        top = stack.tops[lane] - frame.scroll
        room = (THRONG_ROWS - 1) * frame.row - 4
        most = max(throng.counts, default=0) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faint(theme.colour(f"mark-{lane}"), 0.45))
        for number, count in enumerate(throng.counts):
            x = (throng.first + number * throng.step) * frame.scale + frame.origin
            width, height = throng.step * frame.scale, room * count / most
            if count and x < frame.width and x + width > 0:
                painter.drawRect(QRectF(x, top + THRONG_ROWS * frame.row - 2 - height, max(width - 0.5, 0.5), height))
        painter.setPen(theme.colour("ink-muted"))
        words = f"{throng.total:,}, up to {most:,} at a time · those of what is picked stand below"
        painter.drawText(QRectF(6, top, frame.width, frame.row), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_mark(self, painter: QPainter, placed: Placed) -> None:
        mark, bar = placed.mark, self.places.bar(placed)
        colour = theme.colour(mark.colour)
        if mark.id in self.look.picked or mark.key == self.look.cursor:
            self._paint_ring(painter, placed)
        if mark.point:
            _paint_point(painter, bar, colour, planned=mark.planned, worked_out=mark.worked_out)
        else:
            _paint_bar(painter, bar, colour, placed, self.places.frame)
        text = self.places.label(placed)
        if placed.inside and mark.sure is None:
            # Hatching under letters is hard on the eyes.
            painter.fillRect(text.adjusted(-3, 4, 3, -4), theme.colour("surface"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.texts[mark.key])

    def _paint_ring(self, painter: QPainter, placed: Placed) -> None:
        whole = self.places.whole(placed).adjusted(-3, 0.5, 3, -0.5)
        picked = placed.mark.id in self.look.picked
        painter.setBrush(theme.colour("accent-soft") if picked else Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DotLine if placed.mark.key == self.look.cursor and not picked else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("accent"), 2.0 if placed.mark.key == self.look.cursor else 1.4, style))
        painter.drawRoundedRect(whole, 4, 4)


def _paint_point(painter: QPainter, bar: QRectF, colour: QColor, *, planned: bool, worked_out: bool) -> None:
    side = min(bar.width(), bar.height())
    place = QRectF(bar.center().x() - side / 2, bar.center().y() - side / 2, side, side)
    painter.setPen(_outline(QBrush(colour), worked_out))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(place)
    painter.setBrush(Qt.BrushStyle.NoBrush if planned else _faint(colour, 0.3) if worked_out else colour)
    painter.drawEllipse(place)


def _paint_bar(painter: QPainter, bar: QRectF, colour: QColor, placed: Placed, frame: Frame) -> None:
    mark = placed.mark
    strength = 0.0 if mark.planned else 0.20 if mark.lane != "figures" else 0.6
    fill, edge = _fading(bar, colour, strength, placed, frame), _fading(bar, colour, 0.9, placed, frame)
    if mark.sure is None:
        # Some day in it, nobody says which: hatched, so that it does not read as a stretch of time.
        fill = QBrush(_faint(colour, strength and 0.35), Qt.BrushStyle.BDiagPattern)
        edge = edge if mark.first is None or mark.last is None else QBrush(_faint(colour, 0.9))
    painter.setBrush(fill)
    painter.setPen(_outline(edge, mark.worked_out) if mark.lane != "measures" or mark.worked_out else Qt.PenStyle.NoPen)
    radius = min(3.0, bar.height() / 2)
    painter.drawRoundedRect(bar, radius, radius)
    if mark.lane == "measures":
        line = QPen(edge, 2.2, _STYLES[mark.line], Qt.PenCapStyle.FlatCap)
        painter.setPen(line)
        painter.drawLine(bar.bottomLeft(), bar.bottomRight())
    for open_end, x, way in ((mark.first is None, bar.left(), -1), (mark.last is None, bar.right(), 1)):
        if open_end:
            _paint_arrow(painter, QPointF(x, bar.center().y()), way, min(bar.height() / 3, 4.0), colour)


def _outline(brush: QBrush, worked_out: bool) -> QPen:
    pen = QPen(brush, 1.3)
    if worked_out:
        pen.setDashPattern([2.6, 2.0])
    return pen


def _paint_arrow(painter: QPainter, tip: QPointF, way: int, size: float, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    back = tip.x() - way * size
    painter.drawPolyline(QPolygonF([QPointF(back, tip.y() - size), tip, QPointF(back, tip.y() + size)]))


def _fading(bar: QRectF, colour: QColor, strength: float, placed: Placed, frame: Frame) -> QBrush:
    """Full where the mark is sure; weaker towards the bounds of a vague end, and down to little at an open one."""
    mark = placed.mark
    width = max(bar.width(), 1.0)
    sure = mark.sure or (None, None)
    begin = _share(bar, frame, sure[0]) if sure[0] is not None else min(_FADE / width, 0.5)
    end = _share(bar, frame, sure[1]) if sure[1] is not None else 1 - min(_FADE / width, 0.5)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    vague_start = mark.first is None or begin > 0.001
    vague_end = mark.last is None or end < 0.999
    gradient.setColorAt(0, _faint(colour, strength * (0.15 if vague_start else 1)))
    gradient.setColorAt(min(begin, 1.0), _faint(colour, strength))
    gradient.setColorAt(max(end, begin, 0.0), _faint(colour, strength))
    gradient.setColorAt(1, _faint(colour, strength * (0.15 if vague_end else 1)))
    return QBrush(gradient)


def _share(bar: QRectF, frame: Frame, day: int) -> float:
    return min(max((day * frame.scale + frame.origin - bar.left()) / max(bar.width(), 1.0), 0.0), 1.0)


def _faint(colour: QColor, strength: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(min(max(strength, 0.0), 1.0))
    return made
