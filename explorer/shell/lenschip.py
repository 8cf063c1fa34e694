"""A chip of the lens bar: a word that opens a popup, and a cross while something is filtered.

In go words, out come `opened` and `cleared`. Must not know the lens.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from explorer.views.kit import theme
from explorer.views.kit.text import plain, tooltip

_HEIGHT = 26
_PAD = 9
_MARK = 7


class _Part(QAbstractButton):
    """A word with a chevron, or a cross: painted, so that it needs no font or file for its mark."""

    def __init__(self, parent: QWidget, *, cross: bool = False) -> None:
        super().__init__(parent)
        self._cross = cross
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Just the words and the mark."""
        if self._cross:
            return QSize(22, _HEIGHT)
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD + 5 + _MARK, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and arrow down press as Space does."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter) if self._cross else (
            Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down,
        )  # fmt: skip
        if event.key() in keys:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, the mark, the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 4, 4)
        self._paint_mark(painter, place)
        if self.text():
            words = place.adjusted(_PAD, 0, -_PAD - _MARK - 4, 0)
            painter.setPen(theme.colour("ink"))
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        pen = QPen(theme.colour("ink-muted"), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._cross:
            at, half = place.center(), _MARK / 2
            painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half))
            painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))
        else:
            at = QPointF(place.right() - _PAD - _MARK / 2, place.center().y() + 1)
            painter.drawPolyline([at + QPointF(-3.5, -2), at + QPointF(0, 1.5), at + QPointF(3.5, -2)])


class Chip(QWidget):
    """A filter in a word or two; says its state, opens its choices, can be cleared."""

    opened = Signal()
    cleared = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._long = self._short = title
        self._active = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button = _Part(self)
        self.cross = _Part(self, cross=True)
        self.cross.setAccessibleName(f"Clear {title.lower()}")
        self.cross.setToolTip(tooltip(f"Clear {title.lower()}"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        self.button.clicked.connect(self.opened)
        self.cross.clicked.connect(self.cleared)
        self.say(title)

    @property
    def words(self) -> str:
        """What the chip says in full."""
        return self._long

    @property
    def active(self) -> bool:
        """Whether it filters."""
        return self._active

    def say(self, words: str, short: str = "", *, active: bool = False) -> None:
        """Say the state, in full and for little room; an active chip has a cross."""
        self._long, self._short = plain(words), plain(short or words)
        self._active = active
        self.cross.setVisible(active)
        self.button.setAccessibleName(self._long)
        self.button.setToolTip(tooltip(self._long))
        self.shorten(short=False)

    def shorten(self, *, short: bool) -> None:
        """Show the short words or the full ones."""
        self.button.setText(self._short if short else self._long)
        self.button.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame: a hairline, the accent while it filters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self._active else "line-strong"), 1))
        painter.setBrush(theme.colour("accent-soft" if self._active else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
