"""The sheet of the timeline: lanes, titles, axis and brush put together, laid out anew as the scale changes.

In go lanes and a ground, out come places and the marks at them. Must not know the session, nor gestures. Imports
pyqtgraph, so it is itself imported only after the first paint.
"""

import pyqtgraph as pg
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from explorer.layout.lanes import Lanes, Mark
from explorer.layout.packing import pack
from explorer.views.kit import theme
from explorer.views.kit.text import plain
from explorer.views.timeline.axis import DayAxis, DayBox, day_ticks
from explorer.views.timeline.brush import Brush
from explorer.views.timeline.marks import Marks
from explorer.views.timeline.places import Frame, Places, Stack, elided
from explorer.views.timeline.titles import LaneTitles

_LABEL_MOST = 300.0


class Sheet(QWidget):
    """The lanes over an axis of days, as they are seen; its hands are those of `TimePlot`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = Lanes()
        self.box = DayBox(enableMenu=False)
        self.axis = DayAxis("bottom")
        # Not a PlotWidget: its plot item brings seven menus and four axes along that nobody sees.
        self.canvas = pg.GraphicsView(self)
        self.marks = Marks(self.box)
        self.titles = LaneTitles(self.marks, self)
        self.rows = QScrollBar(Qt.Orientation.Vertical, self)
        self.brush = Brush(self)
        self._texts: dict[str, str] = {}
        self._widths: dict[str, float] = {}
        self._arrange()
        self.box.sigXRangeChanged.connect(self._on_view_moved)
        self.box.sigResized.connect(self._on_view_moved)
        self.rows.valueChanged.connect(self._on_view_moved)
        self.show_theme()

    def show_lanes(self, lanes: Lanes, *, fit: bool) -> None:
        """Show other lanes; if `fit`, from the first to the last of the days worth seeing."""
        if fit:  # another case: the same keys may have other words
            self._texts, self._widths = {}, {}
        self.lanes = lanes
        first, last = lanes.whole
        room = max(366, (last - first) // 2)
        self.box.setLimits(xMin=first - room, xMax=last + room, minXRange=4, maxXRange=last - first + 2 * room)
        self._measure()
        if fit:
            self.fit()
        self._lay_out(anew=True)

    def show_theme(self) -> None:
        """Take up the colours of the ground."""
        self.canvas.setBackground(theme.colour("surface"))
        self.axis.setPen(pg.mkPen(theme.colour("line-strong")))
        self.axis.setTextPen(pg.mkPen(theme.colour("ink-muted")))
        self.brush.show_theme()
        self.marks.update()
        self.titles.update()

    def fit(self) -> None:
        """Show all days worth seeing at first."""
        first, last = self.lanes.main
        pad = 0.03 * (last - first)
        self.box.setXRange(first - pad, last + pad, padding=0)

    def reveal(self, element: str) -> None:
        """Bring a mark into view without changing the scale."""
        place, frame = self.marks.place_of(element), self.marks.places.frame
        if place is None or not frame.width:
            return
        if place.right() < 0 or place.left() > frame.width:
            self.box.translateBy(x=(place.left() - frame.width / 3) / frame.scale)
        y = place.y() + frame.scroll
        if not frame.scroll <= y <= frame.scroll + frame.height - frame.row:
            self.rows.setValue(round(y - frame.height / 3))

    def point_of(self, element: str) -> QPoint | None:
        """The middle of what is seen of the first mark of an element, in the pixels of this widget."""
        place = self.marks.place_of(element)
        if place is None:
            return None
        seen = place.intersected(self.marks.boundingRect())
        centre = (place if seen.isEmpty() else seen).center()
        at: QPoint = self.canvas.mapFromScene(self.marks.mapToScene(centre))
        seat: QPoint = self.canvas.viewport().mapTo(self, at)
        return seat

    def element_at(self, point: QPoint) -> str | None:
        """The element whose mark is under a point of this widget."""
        mark = self.mark_at(self.canvas.viewport().mapFrom(self, point))
        return mark.id if mark else None

    def mark_at(self, at: QPoint) -> Mark | None:
        """The mark under a point of the canvas."""
        placed = self.marks.mark_at(self.marks.mapFromScene(self.canvas.mapToScene(at)))
        return placed.mark if placed else None

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # Without its place kept, a bar that comes and goes would change the scale, and thereby whether it is needed.
        keeping = self.rows.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.rows.setSizePolicy(keeping)
        for part, stretch in ((self.titles, 0), (self.canvas, 1), (self.rows, 0)):
            row.addWidget(part, stretch)
        font = QFont(self.font())
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.92))
        self.marks.font = font
        self.axis.setStyle(tickFont=font, tickLength=-4, tickTextOffset=3)
        stack = pg.GraphicsLayout()
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addItem(self.box, 0, 0)
        stack.addItem(self.axis, 1, 0)
        self.canvas.setCentralItem(stack)
        self.axis.linkToView(self.box)
        self.box.addItem(self.brush.region, ignoreBounds=True)
        self.box.setMouseEnabled(x=True, y=False)
        self.box.setDefaultPadding(0)
        self.canvas.setAntialiasing(True)
        self.canvas.setAccessibleName("Timeline")
        self.setFocusProxy(self.canvas)

    def _measure(self) -> None:
        metrics = QFontMetricsF(self.marks.font)
        for mark in self.lanes.marks:
            if mark.key in self._texts:
                continue
            self._texts[mark.key], self._widths[mark.key] = elided(metrics, plain(mark.label), _LABEL_MOST)

    def _lay_out(self, *, anew: bool = False) -> None:
        rect = self.box.rect()
        first, last = self.box.viewRange()[0]
        scale = rect.width() / max(last - first, 1e-9)
        if rect.width() < 2:
            return
        row = round(QFontMetricsF(self.marks.font).height() + 3)
        stack = self.marks.places.stack
        if anew or abs(scale - self.marks.places.frame.scale) > 1e-9 * scale:
            stack = Stack.of(pack(self.lanes, scale, self._widths), row, self.lanes.throngs)
        self.rows.setPageStep(round(rect.height()))
        self.rows.setSingleStep(row)
        self.rows.setRange(0, max(0, round(stack.height - rect.height())))
        self.rows.setVisible(self.rows.maximum() > 0)
        grid = tuple((day - first) * scale for day, _ in day_ticks(first, last, rect.width()))
        frame = Frame(rect.width(), rect.height(), -first * scale, scale, self.rows.value(), row, grid)
        self.marks.put(Places(stack, frame), self._texts)
        self.titles.update()

    def _on_view_moved(self) -> None:
        self._lay_out()
