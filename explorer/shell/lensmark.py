"""A check mark that can be seen on both grounds.

In goes the state of the button, out comes paint. The style's own marks take their outline from the window's colour,
which on the dark ground leaves nothing to be seen. Must not know what is marked.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from explorer.views.kit import theme

_SIZE = 15
_GAP = 8


class Check(QCheckBox):
    """A check mark with words."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box, a tick, the words."""
        painter, box = _begun(self)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("surface"), 1.8))
            at = box.topLeft()
            painter.drawPolyline([at + QPointF(3.4, 7.6), at + QPointF(6.2, 10.4), at + QPointF(11.2, 4.4)])


def _begun(button: QAbstractButton) -> tuple[QPainter, QRectF]:
    """Draw the words and the ring of the focus, and make pen and brush ready for the mark."""
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(button.rect())
    words = whole.adjusted(_SIZE + _GAP, 0, 0, 0)
    painter.setPen(theme.colour("ink"))
    painter.drawText(
        words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic, button.text()
    )
    box = QRectF(0.5, (whole.height() - _SIZE) / 2 + 0.5, _SIZE - 1, _SIZE - 1)
    if button.hasFocus():
        width = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text()).width()
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.drawLine(QPointF(words.left(), whole.bottom() - 1), QPointF(words.left() + width, whole.bottom() - 1))
    on = button.isChecked()
    painter.setPen(QPen(theme.colour("accent" if on else "line-strong"), 1))
    painter.setBrush(theme.colour("accent" if on else "surface"))
    return painter, box
