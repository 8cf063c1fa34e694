"""The lit paper: a text lit from behind that can be clicked and stepped through.

In go stretches to light, out come signals about clicks and keys, in UTF-16 units. Must not know the session or what a
stretch says.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from explorer.views.kit import text
from explorer.views.reader import highlights
from explorer.views.reader.highlights import Stretch
from explorer.views.reader.paper import Paper


class LitPaper(Paper):
    """The text of one source with its light."""

    #: A click without a drag, at this UTF-16 unit.
    clicked = Signal(int)
    #: Enter at the text cursor.
    entered = Signal(int)
    #: J or K: +1 or -1.
    stepped = Signal(int)
    #: Ctrl and the wheel: larger or smaller.
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.viewport().setMouseTracking(True)
        #: What the words under the pointer say; asked for a tooltip.
        self.words_at: Callable[[int], str] = lambda unit: ""
        self._stretches: tuple[Stretch, ...] = ()
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit: tuple[int, int] | None = None
        self._pressed: QPoint | None = None

    def show_stretches(self, stretches: tuple[Stretch, ...]) -> None:
        """Light these stretches."""
        self._stretches = stretches
        self.viewport().update()

    def show_hits(self, hits: tuple[tuple[int, int], ...], now: tuple[int, int] | None) -> None:
        """Light what was found, and the hit that the find bar stands at."""
        self._hits, self._hit = hits, now
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer, and show that it can be clicked."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            unit = self.unit_at(event.pos())
            words = self.words_at(unit) if unit is not None else ""
            QToolTip.showText(event.globalPos(), text.tooltip(words) if words else "", self.viewport())
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and not event.buttons():
            unit = self.unit_at(event.position().toPoint())
            over = unit is not None and any(one.start <= unit < one.end for one in self._stretches)
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Light first, letters above."""
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        exposed = QRectF(event.rect()).translated(0, scrolled)
        # Only what can be seen is measured: a long text has thousands of places.
        first, last = self.seen()
        lit = [one for one in self._stretches if one.start <= last and one.end > first]
        hits = [hit for hit in self._hits if hit[0] <= last and hit[1] > first]
        highlights.paint(painter, self.geometry_of, lit, exposed)
        highlights.paint_hits(painter, self.geometry_of, hits, self._hit, exposed)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is a pick; a drag chooses words to copy."""
        super().mouseReleaseEvent(event)
        point, began = event.position().toPoint(), self._pressed
        self._pressed = None
        if began is None or (point - began).manhattanLength() >= QApplication.startDragDistance():
            return
        unit = self.unit_at(point)
        if unit is not None and not self.textCursor().hasSelection():
            self.clicked.emit(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K go from claim to claim, Enter picks the passage at the cursor."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_J else -1)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the text grows or shrinks; else it scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
