"""What lies over the window while a file is held above it.

In go nothing, out comes a frame with one sentence. Must not know files.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.views.kit import theme

_WORDS = "Drop the file to open the case"


class Veil(QWidget):
    """A dashed frame; mouse and drop go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin veil, a frame, a sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.colour("ground"))
        veil.setAlpha(200)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(theme.colour("accent"), 2.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(14, 14, -14, -14), 10, 10)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _WORDS)
