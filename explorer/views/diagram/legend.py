"""The legend below the canvas: always there, folds to one word, a click on an entry filters.

In go a graph and a lens, out comes `entrySwitched`. Must not know the session.
"""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.graph.model import Graph
from explorer.views.diagram.paint.legend import Entry, Placed, entries, height_of, paint_legend, placed
from explorer.views.kit import theme
from explorer.views.kit.text import tooltip

_MARGIN = 10
_WIDE = 900


class Legend(QWidget):
    """What colours, icons and lines mean."""

    entrySwitched = Signal(object, bool)  # pairs of facet and value, on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend")
        self._graph = Graph()
        self._placed: list[Placed] = []
        self._off: frozenset[tuple[str, str]] = frozenset()

    def show_graph(self, graph: Graph, off: frozenset[tuple[str, str]]) -> None:
        """Explain a graph."""
        self._off, self._graph = off, graph
        self.setAccessibleDescription("; ".join(entry.label for entry in entries(graph)))
        self._arrange()

    def entry_at(self, point: QPointF) -> Entry | None:
        """The entry under a point."""
        return next((row.entry for row in self._placed if row.frame.contains(point)), None)

    def point_of(self, label: str) -> QPointF | None:
        """Where an entry can be clicked."""
        return next((row.frame.center() for row in self._placed if row.entry.label == label), None)

    def sizeHint(self) -> QSize:
        """As high as the rows are at this width."""
        return QSize(300, round(height_of(self._placed)) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entries over a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("ground"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        paint_legend(painter, self._placed, self._off)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch what was clicked."""
        entry = self.entry_at(event.position())
        if entry and entry.facets and event.button() == Qt.MouseButton.LeftButton:
            self.entrySwitched.emit(entry.facets, self._off.issuperset(entry.facets))

    def event(self, event: QEvent) -> bool:
        """Say what a click would do."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(QPointF(event.pos()))
            if entry and entry.facets:
                verb = "Show" if self._off.issuperset(entry.facets) else "Hide"
                QToolTip.showText(event.globalPos(), tooltip(f"{verb}: {entry.label}"), self)
            return True
        return super().event(event)

    def _arrange(self) -> None:
        # A narrow canvas needs its height more than the names of the icons of actors, which their places tell anyway.
        rows = entries(self._graph, actors=self.width() >= _WIDE)
        self._placed = placed(rows, self.width() - 2 * _MARGIN, _MARGIN, 6)
        self.setFixedHeight(round(height_of(self._placed)) + 12 if self._placed else 0)
        self.update()
