"""A card of the charts: one figure with its title, who says it, its picture and a caption. One click picks it.

In goes a chart, out comes the id of what was picked. Must not know the session.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.views.charts.chart import Chart
from explorer.views.charts.plot import FigurePlot
from explorer.views.kit import theme
from explorer.views.kit.text import label, plain, tooltip


class Card(QWidget):
    """A figure that can be clicked anywhere."""

    pickChanged = Signal(str)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.picked = False
        self.plot = FigurePlot(chart, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(plain(chart.title))
        self.setAccessibleDescription(plain(chart.words))
        self.setToolTip(tooltip(chart.words))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(3)
        column.addWidget(_modest(label(chart.title, bold=True)))
        column.addWidget(_modest(label(chart.said, muted=True, size=0.92)))
        column.addSpacing(4)
        if chart.form == "band":
            column.addWidget(_modest(label(chart.unit, muted=True, size=0.92)))
        column.addWidget(self.plot)
        column.addWidget(_modest(label(chart.caption, size=0.92)))

    def show_picked(self, picked: bool) -> None:
        """Show the ring of what is picked, or take it away."""
        if picked != self.picked:
            self.picked = picked
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the outline; the ring where the card is picked, a dotted one at the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        accent = self.picked or self.hasFocus()
        style = Qt.PenStyle.DotLine if self.hasFocus() and not self.picked else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("accent" if accent else "line"), 2.0 if accent else 1.0, style))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the figure."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pickChanged.emit(self.chart.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the figure with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pickChanged.emit(self.chart.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has left."""
        super().focusOutEvent(event)
        self.update()


def _modest(made: QLabel) -> QLabel:
    """A label that takes the width it is given: a word without end must not push the other columns away."""
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    made.setSizePolicy(policy)
    return made
