"""The margin: a small mark for every passage beside the line where it begins.

In go marks with their place and words, out comes what was clicked. Shape carries what colour carries. Must not know the
case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.views.kit import text, theme

#: How many marks stand beside each other; further ones share the last, drawn as a plus.
ACROSS = 3
SIZE, STEP = 8.0, 11.0
WIDTH = round(ACROSS * STEP + 11)


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage in the margin: its quote, its kind, what it says, and the middle of its line in the viewport."""

    quote: str
    table: str
    words: str
    y: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A painted mark: where it stands and the passages that share it."""

    rect: QRectF
    marks: tuple[Mark, ...]


class Margin(QWidget):
    """The strip left of the text."""

    #: The quote whose mark was clicked.
    marked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spots: tuple[Spot, ...] = ()
        self._bars: tuple[tuple[float, float], ...] = ()
        self.setMouseTracking(True)
        self.setFixedWidth(WIDTH)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What is painted now, from top to bottom."""
        return self._spots

    def show_marks(self, marks: Sequence[Mark], bars: Sequence[tuple[float, float]]) -> None:
        """Show marks and, beside picked passages, bars from one height to another."""
        self._spots, self._bars = tuple(_placed(marks)), tuple(bars)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for top, bottom in self._bars:
            painter.drawRoundedRect(QRectF(WIDTH - 4, top, 3, bottom - top), 1.5, 1.5)
        for spot in self._spots:
            _draw(painter, spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A mark can be clicked, and says so."""
        over = self._spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A clicked mark picks its passage."""
        spot = self._spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.marked.emit(spot.marks[0].quote)

    def event(self, event: QEvent) -> bool:
        """Say what a mark stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._spot_at(QPointF(event.pos()))
            words = "\n".join(mark.words for mark in spot.marks) if spot else ""
            QToolTip.showText(event.globalPos(), text.tooltip(words) if words else "", self)
            return True
        return super().event(event)

    def _spot_at(self, point: QPointF) -> Spot | None:
        return next((spot for spot in self._spots if spot.rect.adjusted(-1.5, -4, 1.5, 4).contains(point)), None)


def _placed(marks: Sequence[Mark]) -> list[Spot]:
    """Marks of one line beside each other, against the text; what has no room shares the last spot."""
    lines: dict[float, list[Mark]] = {}
    for mark in marks:
        lines.setdefault(round(mark.y, 1), []).append(mark)
    spots: list[Spot] = []
    for y, row in lines.items():
        groups: list[tuple[Mark, ...]] = [(mark,) for mark in row]
        if len(row) > ACROSS:
            groups = [*groups[: ACROSS - 1], tuple(row[ACROSS - 1 :])]
        left = WIDTH - 8 - len(groups) * STEP
        for place, group in enumerate(groups):
            spots.append(Spot(QRectF(left + place * STEP, y - SIZE / 2, SIZE, SIZE), group))
    return spots


def _draw(painter: QPainter, spot: Spot) -> None:
    mark = spot.marks[0]
    colour = theme.colour("accent" if any(one.strong for one in spot.marks) else f"mark-{mark.table}")
    if len(spot.marks) > 1:
        painter.setPen(QPen(colour, 1.8))
        middle = spot.rect.center()
        painter.drawLine(QPointF(spot.rect.left(), middle.y()), QPointF(spot.rect.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), spot.rect.top()), QPointF(middle.x(), spot.rect.bottom()))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(shape(mark.table, spot.rect))


def shape(table: str, place: QRectF) -> QPainterPath:
    """The shape of a kind of element: arrows flow, bars are figures, a gate is a measure."""
    path = QPainterPath()
    x, y, size = place.x(), place.y(), place.width()
    match table:
        case "flows":
            path.addPolygon(_corners(place, (0, 0), (1, 0.5), (0, 1)))
        case "measures":
            for left in (0.0, 0.64):
                path.addRect(QRectF(x + left * size, y, size * 0.36, size))
        case "transformations":
            path.addPolygon(_corners(place, (0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5)))
        case "figures":
            for left, top in ((0.0, 0.55), (0.37, 0.25), (0.74, 0.0)):
                path.addRect(QRectF(x + left * size, y + top * size, size * 0.26, size * (1 - top)))
        case "relations":
            path.addEllipse(place)
            path.addEllipse(place.adjusted(2, 2, -2, -2))
        case "events":
            path.addRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        case "goods":
            path.addPolygon(_corners(place, (0.5, 0), (1, 0.27), (1, 0.73), (0.5, 1), (0, 0.73), (0, 0.27)))
        case _:
            path.addEllipse(place.adjusted(1.5, 1.5, -1.5, -1.5))
    path.closeSubpath()
    return path


def _corners(place: QRectF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF(
        [QPointF(place.x() + across * place.width(), place.y() + down * place.height()) for across, down in corners]
    )
