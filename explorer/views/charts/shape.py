"""The shapes of charts: bands, horizons, counts, words; painted in pixels between the axes.

In goes a chart and a rectangle, out comes paint. What is vague has soft ends, what has no number is hatched. Must not
know the axes' widgets.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from explorer.views.charts.chart import Chart, Form
from explorer.views.charts.scale import reach, unit, upper
from explorer.views.kit import theme
from explorer.views.kit.text import plain

_BAR = 18.0
_GAP = 8.0
_STYLES = {"solid": Qt.PenStyle.SolidLine, "dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


class Shape(QGraphicsObject):
    """What is drawn between the axes, in pixels."""

    def __init__(self, chart: Chart, box: QGraphicsItem) -> None:
        super().__init__(box)
        self.chart = chart
        self.font = QFont()
        self.rect = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(10)

    def fit(self, rect: QRectF) -> None:
        """Fill another rectangle."""
        self.prepareGeometryChange()
        self.rect = QRectF(rect)
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole view box."""
        return self.rect

    def bars(self) -> list[QRectF]:
        """The rectangles of a band, one a month or year."""
        top, bottom = self.up(upper(self.chart)), self.up(self.chart.low or 0.0)
        places = [(self.across(span.first), self.across(span.last)) for span in self.chart.spans]
        return [QRectF(left, top, right - left, bottom - top) for left, right in places]

    def across(self, value: float) -> float:
        """Where a day, or an amount of a count, stands from left to right."""
        (x0, x1), _ = reach(self.chart)
        return self.rect.left() + (value - x0) / (x1 - x0) * self.rect.width()

    def up(self, amount: float) -> float:
        """Where an amount of a band stands from bottom to top."""
        _, top = reach(self.chart)
        return self.rect.bottom() - amount / unit(self.chart) / top * self.rect.height()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the figure in the way that suits it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        PAINTERS[self.chart.form](painter, self)


def _colour(strength: float = 1.0) -> QColor:
    made = theme.colour("mark-figures")
    made.setAlphaF(strength)
    return made


def _paint_band(painter: QPainter, shape: Shape) -> None:
    """From the low to the high bound in every month: never a line, for the source says no number between them."""
    open_top = shape.chart.high is None
    for bar in shape.bars():
        inner = bar.adjusted(1.0, 0, -1.0, 0)
        fill = QLinearGradient(inner.topLeft(), inner.bottomLeft())
        fill.setColorAt(0, _colour(0.0 if open_top else 0.34))
        fill.setColorAt(1, _colour(0.34))
        painter.fillRect(inner, fill)
        painter.setPen(QPen(_colour(), 2.0, _STYLES[shape.chart.line]))
        if not open_top:
            painter.drawLine(inner.topLeft(), inner.topRight())
        if shape.chart.low is not None:
            painter.drawLine(inner.bottomLeft(), inner.bottomRight())


def _paint_horizon(painter: QPainter, shape: Shape) -> None:
    """From the day that the forecast looks from to its horizon, in the line of its stance."""
    stretch = shape.chart.stretch
    if stretch is None:
        return
    left, right = shape.across(stretch.start[0]), shape.across(stretch.end[1])
    height = QFontMetricsF(shape.font).height()
    bar = QRectF(left, shape.rect.bottom() - _BAR - 6, right - left, _BAR)
    width = max(bar.width(), 1.0)
    for strength, edge in ((0.24, False), (1.0, True)):
        soft = QLinearGradient(bar.topLeft(), bar.topRight())
        soft.setColorAt(0, _colour(strength * 0.15))
        soft.setColorAt(min((shape.across(stretch.start[1]) - left) / width, 0.49), _colour(strength))
        soft.setColorAt(max((shape.across(stretch.end[0]) - left) / width, 0.5), _colour(strength))
        soft.setColorAt(1, _colour(strength * 0.15))
        painter.setBrush(Qt.BrushStyle.NoBrush if edge else QBrush(soft))
        painter.setPen(QPen(QBrush(soft), 1.8, _STYLES[shape.chart.line]) if edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(bar, 3, 3)
    text = QRectF(bar.left(), bar.top() - height - 5, bar.width(), height + 2)
    _write(painter, shape, text.adjusted(0, 0, -text.width() / 2 - _GAP, 0), stretch.start_words)
    _write(painter, shape, text.adjusted(text.width() / 2 + _GAP, 0, 0, 0), stretch.end_words, right=True)
    _write(painter, shape, bar.adjusted(_GAP, 0, -_GAP, 0), shape.chart.stance, centre=True)


def _paint_count(painter: QPainter, shape: Shape) -> None:
    """From nought to the number; soft where the source says 'around', hatched between two bounds."""
    chart, one = shape.chart, unit(shape.chart)
    low, high = chart.low, chart.high
    zero, end = shape.across(0.0), shape.across(upper(chart) / one)
    middle = shape.rect.center().y()
    bar = QRectF(min(zero, end), middle - _BAR / 2, abs(end - zero), _BAR)
    sure = bar.width() * (0.0 if low is None else abs(low) / one)
    fill = QLinearGradient(bar.topLeft(), bar.topRight())
    soft_end = chart.approximate or high is None
    fill.setColorAt(0, _colour(0.45))
    fill.setColorAt(0.78 if soft_end else 1, _colour(0.45))
    fill.setColorAt(1, _colour(0.0 if soft_end else 0.45))
    if low == high or high is None:
        painter.fillRect(bar, fill)
    else:
        painter.fillRect(QRectF(bar.left(), bar.top(), sure, bar.height()), _colour(0.45))
        painter.fillRect(bar, QBrush(_colour(0.5), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(_colour(), 1.2))
        painter.drawRect(bar)
    text = QRectF(bar.right() + _GAP, bar.top(), shape.rect.right() - bar.right() - _GAP, bar.height())
    _write(painter, shape, text, chart.amount)


def _paint_words(painter: QPainter, shape: Shape) -> None:
    """A bar without an end, hatched: the words stand in it, and no number does."""
    bar = QRectF(shape.rect.left() + 1, shape.rect.center().y() - 12, shape.rect.width() - 2, 24)
    for strength, edge in ((0.30, False), (0.9, True)):
        fading = QLinearGradient(bar.topLeft(), bar.topRight())
        fading.setColorAt(0.6, _colour(strength))
        fading.setColorAt(1, _colour(0.0))
        if edge:
            painter.setPen(QPen(QBrush(fading), 1.3, Qt.PenStyle.DashLine))
            painter.drawPolyline([bar.topRight(), bar.topLeft(), bar.bottomLeft(), bar.bottomRight()])
        else:
            _hatch(painter, bar, strength)
    metrics = QFontMetricsF(shape.font)
    text = plain(shape.chart.wording)
    width = min(metrics.horizontalAdvance(text) + 12, bar.width() - 20)
    plate = QRectF(bar.left() + 8, bar.top() + 3, width, bar.height() - 6)
    painter.fillRect(plate, theme.colour("surface"))
    _write(painter, shape, plate.adjusted(6, 0, 0, 0), shape.chart.wording)


def _hatch(painter: QPainter, bar: QRectF, strength: float) -> None:
    """Slanted lines that grow fainter to the right: a pattern brush cannot."""
    painter.save()
    painter.setClipRect(bar)
    x = bar.left() - bar.height()
    while x < bar.right():
        share = min(1.0, (bar.right() - x) / max(bar.width() * 0.4, 1.0))
        painter.setPen(QPen(_colour(max(strength * share, 0.0)), 1.0))
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x + bar.height(), bar.top()))
        x += 7.0
    painter.restore()


def _write(
    painter: QPainter, shape: Shape, place: QRectF, text: str, *, right: bool = False, centre: bool = False
) -> None:
    shown = QFontMetricsF(shape.font).elidedText(plain(text), Qt.TextElideMode.ElideRight, place.width())
    painter.setPen(theme.colour("ink"))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    side = Qt.AlignmentFlag.AlignHCenter if centre else side
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


PAINTERS: Mapping[Form, Callable[[QPainter, Shape], None]] = {
    "band": _paint_band,
    "horizon": _paint_horizon,
    "count": _paint_count,
    "words": _paint_words,
}
