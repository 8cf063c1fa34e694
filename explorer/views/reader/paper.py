"""The paper: a read-only text of comfortable width that keeps its place, with its margin.

In go a source and a font, out come places on the page and a signal when other words can be seen. Must not know what is
lit in it or what a click does.
"""

import re

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QResizeEvent, QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from explorer.case.evidence import Source
from explorer.views.reader import page
from explorer.views.reader.highlights import Geometry
from explorer.views.reader.margin import WIDTH, Margin

#: Letters a line, at most.
COLUMN = 72
_SAMPLE = "China has become the most important supplier of microelectronics and machine tools"
_RIGHT = 16
_TOP = 10
#: To find out where such a word can be broken takes Qt a time that grows with its square: minutes for 200,000 letters.
_ENDLESS = re.compile(r"\S{10000}")


class Paper(QTextEdit):
    """The text of one source as it lies on the screen."""

    #: Another part of the text can be seen, or the same at another place.
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.margin = Margin(self)
        self.geometry_of = Geometry(self.document())
        #: Whether the text is shown and laid out, so that one can scroll in it.
        self.ready = False
        self._top, self._settling = 0, False
        self.verticalScrollBar().valueChanged.connect(self._on_bar_value)
        # The colour of the paper stands in the style sheet: a palette of our own would be put back by Qt when the
        # application is dressed anew.
        self.setObjectName("paper")

    def show_source(self, source: Source, font: QFont) -> None:
        """Set another text, or the same in another size."""
        self._settling = True
        self.setFont(font)
        wrap = QTextOption.WrapMode
        self.setWordWrapMode(wrap.WrapAnywhere if _ENDLESS.search(source.text) else wrap.WrapAtWordBoundaryOrAnywhere)
        page.fill(self.document(), source, font)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.geometry_of.forget()
        self._settling = False
        _fit(self)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column comfortable, and the same words at the top."""
        _fit(self)
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


def _fit(paper: Paper) -> None:
    """Margins that leave a column of comfortable width in the middle."""
    column = QFontMetricsF(paper.font()).horizontalAdvance(_SAMPLE) * COLUMN / len(_SAMPLE)
    inner = paper.width() - paper.verticalScrollBar().sizeHint().width()
    side = max(0.0, (inner - column - WIDTH - _RIGHT) / 2)
    wanted = (round(WIDTH + side), _TOP, round(_RIGHT + side), 0)
    held = paper.viewportMargins()
    if wanted != (held.left(), held.top(), held.right(), held.bottom()):
        paper.setViewportMargins(*wanted)
