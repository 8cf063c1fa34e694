"""Pieces of a page about something: words that can be clicked, headings, cards.

In go plain words and an icon, out come widgets that wrap, can be reached with Tab and say their name. Must not know the
case.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.views.kit import icons, text, theme

_ICON = 14
_GAP = 6
#: A longer word than this does not make a pane wider.
_LONGEST = 160
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
#: Above and below the words; at the sides only a chip has room.
_PAD = 3


class Link(QPushButton):
    """Words that lead somewhere. Unlike a push button they wrap, and nothing in them is markup or a mnemonic."""

    #: Room at the left and the right of the words.
    side = 0

    def __init__(
        self,
        words: str,
        go: Callable[[], object] | None = None,
        *,
        icon: str = "",
        tint: str = "ink-muted",
        colour: str = "accent",
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = text.plain(words)
        self._icon, self._tint, self._colour = icon, tint, colour
        self._heights: dict[int, int] = {}
        self.setAccessibleName(self.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if bold:
            font = QFont(self.font())
            font.setBold(True)
            self.setFont(font)
        if go is not None:
            # The signal says whether the button is checked; that is no business of `go`.
            self.clicked.connect(lambda _checked: go())

    def sizeHint(self) -> QSize:
        """All words on one line."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.words) + self._before() + 2 * self.side + 2
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The longest word, or what there is room for in any pane."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.words.split()), default=0)
        wide = min(longest, _LONGEST) + self._before() + 2 * self.side + 2
        return QSize(wide, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        # A layout asks several times for the same width.
        if width not in self._heights:
            room = QRect(0, 0, max(20, width - 2 * self.side - self._before()), 100_000)
            metrics = self.fontMetrics()
            # The bounding rectangle is rounded now up, now down; whole lines are not.
            lines = max(1, round(metrics.boundingRect(room, _WRAPPED, self.words).height() / metrics.lineSpacing()))
            self._heights[width] = max(lines * metrics.lineSpacing(), _ICON) + 2 * _PAD
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underlined while the pointer is on it."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Plain again."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and words; soft ground for the keyboard."""
        painter = QPainter(self)
        if self.hasFocus():
            self._draw_focus(painter)
        line = self.fontMetrics().height()
        if self._icon:
            place = QRectF(self.side, _PAD + max(0.0, (line - _ICON) / 2), _ICON, _ICON)
            icons.paint(painter, self._icon, place, theme.colour(self._tint))
        painter.setPen(theme.colour(self._colour))
        if self.underMouse():
            font = QFont(self.font())
            font.setUnderline(True)
            painter.setFont(font)
        words = self.rect().adjusted(self.side + self._before(), _PAD, -self.side, -_PAD)
        painter.drawText(words, _WRAPPED, self.words)

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(theme.colour("accent-soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _before(self) -> int:
        return _ICON + _GAP if self._icon else 0


class Chip(Link):
    """A small rounded word: something else that is picked, a way to switch."""

    side = 7

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill, with what a link shows on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("raised" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
        super().paintEvent(event)


class Card(QFrame):
    """A sheet on the ground, with a stripe in a colour token at its left. A click on it goes where it leads."""

    def __init__(self, stripe: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stripe = stripe
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 9, 10, 8)
        self.column.setSpacing(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet and its stripe."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if self.stripe:
            painter.setPen(QPen(theme.colour(self.stripe), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(3.5, 8), QPointF(3.5, self.height() - 8))


class Picture(QWidget):
    """An icon by itself, tinted with a colour token."""

    def __init__(self, name: str, tint: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tint = name, tint
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in its colour on the ground of now."""
        icons.paint(QPainter(self), self._name, QRectF(self.rect()), theme.colour(self._tint))


def title(words: str) -> QWidget:
    """The heading of a section."""
    made = text.label(words, bold=True, size=0.95)
    made.setContentsMargins(0, 10, 0, 0)
    return made
