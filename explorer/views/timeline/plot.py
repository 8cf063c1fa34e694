"""The plot of the timeline: what mouse, wheel and keys do on its sheet.

In go a look and gestures, out come what was picked and, through the brush, the period. Must not know the session.
Imports pyqtgraph, so it is itself imported only after the first paint.
"""

from dataclasses import replace

from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.layout.lanes import Lanes, Mark
from explorer.views.kit.text import plain, tooltip
from explorer.views.timeline.marks import Look
from explorer.views.timeline.sheet import Sheet

_ZOOM = 1.4


class TimePlot(Sheet):
    """The sheet with hands. Tells what was picked; the brush tells its period by itself."""

    #: the id of an element, empty for the ground between the marks
    pickChanged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self.canvas.installEventFilter(self)
        self.canvas.viewport().installEventFilter(self)
        self.canvas.scene().sigMouseClicked.connect(self._on_scene_clicked)
        self.box.dragged.connect(self.brush.draw)

    def show_look(self, look: Look) -> None:
        """Show what is picked, lit and faded; the keyboard stays where it is."""
        self._look = replace(look, cursor=self._look.cursor)
        self._appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys, the wheel over the rows and the call for a tooltip before pyqtgraph does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._enter()
        if isinstance(event, QWheelEvent):
            return self._turn(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip(mark.words) if mark else "", self.canvas)
            return True
        return super().eventFilter(watched, event)

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

    def _appear(self) -> None:
        look = self._look
        self.marks.appear(look)
        mark = next((mark for mark in self.lanes.marks if mark.key == look.cursor), None)
        picked = [mark for mark in self.lanes.marks if mark.id in look.picked]
        words = [mark.words] if mark else [mark.words for mark in picked]
        self.canvas.setAccessibleDescription(plain("\n\n".join(words) or f"{_count(self.lanes):,} dated entries"))

    def _brush(self, mark: Mark) -> None:
        first, last = self.lanes.whole
        self.brush.take(first if mark.first is None else mark.first, last if mark.last is None else mark.last)

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

    def _enter(self) -> None:
        """Stand on what is picked, or on the first mark, so that the keyboard has a place that can be seen."""
        if self._look.cursor is None and self.lanes.marks and not self.underMouse():
            marks = self.lanes.marks
            mark = next((mark for mark in marks if mark.id in self._look.picked), marks[0])
            self._look = replace(self._look, cursor=mark.key)
            self._appear()

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
            self.box.translateBy(x=-delta.x() / 2 / max(self.marks.places.frame.scale, 1e-9))
            return True
        return False


def _count(lanes: Lanes) -> int:
    """How many entries have a date, drawn or counted."""
    drawn = sum(mark.lane not in lanes.throngs for mark in lanes.marks)
    return drawn + sum(throng.total for throng in lanes.throngs.values())
