"""The names of the lanes, beside them.

In go the marks with their frame, out comes paint. Must not know pyqtgraph.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.layout.lanes import LANES
from explorer.views.kit import theme
from explorer.views.timeline.marks import Marks

_WIDTH = 76


class LaneTitles(QWidget):
    """The names of the lanes, beside them."""

    def __init__(self, marks: Marks, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self.setFixedWidth(_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write each name at the top of its lane, and under them how many marks only scrolling shows."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(theme.colour("ink-muted"))
        painter.setFont(self._marks.font)
        frame = self._marks.places.frame
        painter.setClipRect(0, 0, self.width(), round(frame.height))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for lane, top in self._marks.places.stack.tops.items():
            painter.drawText(10, round(top - frame.scroll), self.width() - 10, round(frame.row), flags, LANES[lane])
        painter.setClipping(False)
        if below := self._marks.places.below():
            rest = self.height() - round(frame.height)
            painter.drawText(10, round(frame.height), self.width() - 10, rest, flags, f"{below} more ↓")
        painter.end()
