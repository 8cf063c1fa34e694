"""The plot of the timeline: lanes over an axis of days, the brush, and the gestures on both.

In go lanes, a look and a period; out come what was picked and which period was brushed. Must not know the session.
Imports pyqtgraph, so it is itself imported only after the first paint.
"""

from dataclasses import replace

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QToolTip, QWidget

from explorer.layout.lanes import LANES, Lanes, Mark, pack
from explorer.views.kit import theme
from explorer.views.kit.text import plain, tooltip
from explorer.views.timeline.axis import DayAxis, DayBox, day_ticks
from explorer.views.timeline.brush import Brush
from explorer.views.timeline.marks import Frame, Look, Marks, Stack, elided

_LABEL_MOST = 300.0
_TITLES_WIDTH = 76
_ZOOM = 1.4


class LaneTitles(QWidget):
    """The names of the lanes, beside them."""

    def __init__(self, marks: Marks, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self.setFixedWidth(_TITLES_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write each name at the top of its lane, and under them how many marks only scrolling shows."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(theme.colour("ink-muted"))
        painter.setFont(self._marks.font)
        frame = self._marks.frame
        painter.setClipRect(0, 0, self.width(), round(frame.height))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for lane, top in self._marks.stack.tops.items():
            painter.drawText(10, round(top - frame.scroll), self.width() - 10, round(frame.row), flags, LANES[lane])
        painter.setClipping(False)
        if below := self._marks.below():
            rest = self.height() - round(frame.height)
            painter.drawText(10, round(frame.height), self.width() - 10, rest, flags, f"{below} more ↓")
        painter.end()


class TimePlot(QWidget):
    """The lanes over an axis of days. Tells what was picked; the brush tells its period by itself."""

    #: the id of an element, empty for the ground between the marks
    pickChanged = Signal(str)

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
        self._look = Look()
        self._texts: dict[str, str] = {}
        self._widths: dict[str, float] = {}
        self._arrange()
        self._connect()
        self.show_theme()

    def show_lanes(self, lanes: Lanes, *, fit: bool) -> None:
        """Show other lanes; if `fit`, from the first to the last of the days worth seeing."""
        self.lanes = lanes
        first, last = lanes.whole
        room = max(366, (last - first) // 2)
        self.box.setLimits(xMin=first - room, xMax=last + room, minXRange=4, maxXRange=last - first + 2 * room)
        self._measure()
        if fit:
            self.fit()
        self._lay_out(anew=True)

    def show_look(self, look: Look) -> None:
        """Show what is picked, lit and faded; the keyboard stays where it is."""
        self._look = replace(look, cursor=self._look.cursor)
        self._appear()

    def _appear(self) -> None:
        look = self._look
        self.marks.appear(look)
        mark = next((mark for mark in self.lanes.marks if mark.key == look.cursor), None)
        picked = [mark for mark in self.lanes.marks if mark.id in look.picked]
        words = [mark.words] if mark else [mark.words for mark in picked]
        self.canvas.setAccessibleDescription(plain("\n\n".join(words) or f"{len(self.lanes.marks)} dated entries"))

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
        place, frame = self.marks.place_of(element), self.marks.frame
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
        mark = self._mark_at(self.canvas.viewport().mapFrom(self, point))
        return mark.id if mark else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys, the wheel over the rows and the call for a tooltip before pyqtgraph does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QWheelEvent):
            return self._turn(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip(mark.words) if mark else "", self.canvas)
            return True
        return super().eventFilter(watched, event)

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

    def _connect(self) -> None:
        self.canvas.installEventFilter(self)
        self.canvas.viewport().installEventFilter(self)
        self.box.sigXRangeChanged.connect(self._on_box_changed)
        self.box.sigResized.connect(self._on_box_changed)
        self.box.dragged.connect(self.brush.draw)
        self.canvas.scene().sigMouseClicked.connect(self._on_scene_clicked)
        self.rows.valueChanged.connect(self._on_scroll_moved)

    def _measure(self) -> None:
        metrics = QFontMetricsF(self.marks.font)
        for mark in self.lanes.marks:
            self._texts[mark.key], self._widths[mark.key] = elided(metrics, plain(mark.label), _LABEL_MOST)

    def _lay_out(self, *, anew: bool = False) -> None:
        rect = self.box.rect()
        first, last = self.box.viewRange()[0]
        scale = rect.width() / max(last - first, 1e-9)
        if rect.width() < 2:
            return
        row = round(QFontMetricsF(self.marks.font).height() + 3)
        stack = self.marks.stack
        if anew or abs(scale - self.marks.frame.scale) > 1e-9 * scale:
            stack = Stack.of(pack(self.lanes, scale, self._widths), row)
        self.rows.setPageStep(round(rect.height()))
        self.rows.setSingleStep(row)
        self.rows.setRange(0, max(0, round(stack.height - rect.height())))
        self.rows.setVisible(self.rows.maximum() > 0)
        grid = tuple((day - first) * scale for day, _ in day_ticks(first, last, rect.width()))
        frame = Frame(rect.width(), rect.height(), -first * scale, scale, self.rows.value(), row, grid)
        self.marks.put(stack, frame, self._texts)
        self.titles.update()

    def _on_box_changed(self) -> None:
        self._lay_out()

    def _on_scroll_moved(self) -> None:
        self._lay_out()

    def _on_scene_clicked(self, event: MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        placed = self.marks.mark_at(self.marks.mapFromScene(event.scenePos()))
        if event.double():
            if placed:
                self._brush(placed.mark)
            return
        self._look = replace(self._look, cursor=placed.mark.key if placed else None)
        self.pickChanged.emit(placed.mark.id if placed else "")
        self._appear()

    def _brush(self, mark: Mark) -> None:
        first, last = self.lanes.whole
        self.brush.take(first if mark.first is None else mark.first, last if mark.last is None else mark.last)

    def _mark_at(self, at: QPoint) -> Mark | None:
        placed = self.marks.mark_at(self.marks.mapFromScene(self.canvas.mapToScene(at)))
        return placed.mark if placed else None

    def _press(self, event: QKeyEvent) -> bool:
        """Left and right walk along the marks, Enter picks, P brushes, plus, minus and 0 zoom."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000}
        zooms = {Qt.Key.Key_Plus: 1 / _ZOOM, Qt.Key.Key_Equal: 1 / _ZOOM, Qt.Key.Key_Minus: _ZOOM}
        mark = next((mark for mark in self.lanes.marks if mark.key == self._look.cursor), None)
        if key in steps:
            self._walk(steps[key])
        elif key in zooms:
            self._zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif mark and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pickChanged.emit(mark.id)
        elif mark and key == Qt.Key.Key_P:
            self._brush(mark)
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        keys = [mark.key for mark in self.lanes.marks]
        if not keys:
            return
        known = self._look.cursor in keys
        now = keys.index(self._look.cursor or "") if known else -1 if step > 0 else len(keys)
        at = min(max(now + step, 0), len(keys) - 1)
        self._look = replace(self._look, cursor=keys[at])
        self.reveal(self.lanes.marks[at].id)
        self._appear()

    def _zoom(self, factor: float) -> None:
        mark = next((mark for mark in self.lanes.marks if mark.key == self._look.cursor), None)
        centre = QPointF(mark.first, 0) if mark and mark.first is not None else None
        self.box.scaleBy(x=factor, center=centre)

    def _turn(self, event: QWheelEvent) -> bool:
        """With Shift the wheel scrolls the rows, sideways it moves along; otherwise pyqtgraph zooms the days."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.rows.setValue(self.rows.value() - (delta.y() or delta.x()) // 3)
            return True
        if abs(delta.x()) > abs(delta.y()):
            self.box.translateBy(x=-delta.x() / 2 / max(self.marks.frame.scale, 1e-9))
            return True
        return False
