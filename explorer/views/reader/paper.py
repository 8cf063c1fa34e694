"""The paper: a read-only text in a column of comfortable width, lit from behind, with its margin.

In go a source, stretches to light and marks; out come signals about clicks and keys, in UTF-16 units. Must not know the
session or what a stretch says.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from explorer.case.evidence import Source
from explorer.views.kit import text, theme
from explorer.views.reader import highlights, page
from explorer.views.reader.highlights import Geometry, Stretch
from explorer.views.reader.margin import WIDTH, Margin

COLUMN = 72
_SAMPLE = "China has become the most important supplier of microelectronics and machine tools"
_RIGHT = 16
_TOP = 10


class Paper(QTextEdit):
    """The text of one source."""

    #: A click without a drag, at this UTF-16 unit.
    clicked = Signal(int)
    #: Enter at the text cursor.
    entered = Signal(int)
    #: J or K: +1 or -1.
    stepped = Signal(int)
    #: Ctrl and the wheel: larger or smaller.
    zoomed = Signal(int)
    #: Another part of the text can be seen, or the same at another place.
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.viewport().setMouseTracking(True)
        self.margin = Margin(self)
        self.geometry_of = Geometry(self.document())
        self._stretches: tuple[Stretch, ...] = ()
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit: tuple[int, int] | None = None
        self._pressed: QPoint | None = None
        #: Whether the text is shown and laid out, so that one can scroll in it.
        self.ready = False
        self._top, self._settling = 0, False
        #: What the words under the pointer say; asked for a tooltip.
        self.words_at: Callable[[int], str] = lambda unit: ""
        self.setAutoFillBackground(True)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_value)
        self.show_ground()

    def show_source(self, source: Source, font: QFont) -> None:
        """Set another text, or the same in another size."""
        self._settling = True
        self.setFont(font)
        page.fill(self.document(), source, font)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.geometry_of.forget()
        self._settling = False
        self._fit_column()

    def show_stretches(self, stretches: tuple[Stretch, ...]) -> None:
        """Light these stretches."""
        self._stretches = stretches
        self.viewport().update()

    def show_hits(self, hits: tuple[tuple[int, int], ...], now: tuple[int, int] | None) -> None:
        """Light what was found, and the hit that the find bar stands at."""
        self._hits, self._hit = hits, now
        self.viewport().update()

    def show_ground(self) -> None:
        """Take up the colours: the strips beside the column are paper too."""
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, theme.colour("surface"))
        self.setPalette(palette)

    def on_screen(self, rect: QRectF) -> QRectF:
        """A rectangle of the document in coordinates of the viewport."""
        return rect.translated(0, -self.verticalScrollBar().value())

    def unit_at(self, point: QPoint) -> int | None:
        """The UTF-16 unit under a point of the viewport, if a letter stands there."""
        spot = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        place = self.document().documentLayout().hitTest(spot, Qt.HitTestAccuracy.ExactHit)
        return place if place >= 0 else None

    def seen(self) -> tuple[int, int]:
        """The first and the last UTF-16 unit of the paragraphs that can be seen."""
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).block()
        last = self.cursorForPosition(area.bottomRight()).block()
        return first.position(), last.position() + last.length() - 1

    def bring(self, start: int, end: int) -> None:
        """Scroll so that a stretch stands a third down, unless it can be seen already."""
        bands = self.geometry_of.bands(start, end)
        if not bands:
            return
        height = self.viewport().height()
        whole, first = self.on_screen(self.geometry_of.bounds(start, end)), self.on_screen(bands[0].rect)
        fits = whole.height() < height
        if (whole if fits else first).top() >= 0 and (whole if fits else first).bottom() <= height:
            return
        down = min(height / 3, max(0.0, height - whole.height() - 8)) if fits else height / 3
        self.verticalScrollBar().setValue(round(bands[0].rect.top() - down))

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
        highlights.paint(painter, self.geometry_of, self._stretches, exposed)
        highlights.paint_hits(painter, self.geometry_of, self._hits, self._hit, exposed)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column comfortable, and the same words at the top."""
        self._fit_column()
        settling, self._settling = self._settling, True
        super().resizeEvent(event)
        self._settling = settling
        self.geometry_of.forget()
        self._hold_top()
        self.margin.setGeometry(self.viewport().x() - WIDTH, self.viewport().y(), WIDTH, self.viewport().height())
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """What can be seen is told once it can be."""
        super().showEvent(event)
        # Not before: on its first show a QTextEdit scrolls to its text cursor.
        self.ready = True
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden text shows nothing."""
        super().hideEvent(event)
        self.ready = False
        self.moved.emit()

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

    def _fit_column(self) -> None:
        column = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) * COLUMN / len(_SAMPLE)
        inner = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(0.0, (inner - column - WIDTH - _RIGHT) / 2)
        wanted = (round(WIDTH + side), _TOP, round(_RIGHT + side), 0)
        held = self.viewportMargins()
        if wanted != (held.left(), held.top(), held.right(), held.bottom()):
            self.setViewportMargins(*wanted)

    def _hold_top(self) -> None:
        if self._top:
            block = self.document().findBlock(self._top)
            bands = self.geometry_of.bands(self._top, self._top + 1) or self.geometry_of.bands(
                block.position(), block.position() + block.length()
            )
            if bands:
                self.verticalScrollBar().setValue(round(bands[0].rect.top()))

    def _on_bar_value(self, value: int) -> None:
        if not self._settling:
            self._top = self.cursorForPosition(QPoint(1, 1)).position() if value else 0
        self.moved.emit()
