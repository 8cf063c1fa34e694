"""A card: one question, its answer, who says so and how many passages carry it.

In go words, out comes a click. Must not know the case or the session.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.views.kit import text, theme

_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card."""

    title: str
    caption: str
    says: str
    passages: str

    @property
    def spoken(self) -> str:
        """All of it for a screen reader."""
        return text.plain(f"{self.caption} {self.says}. {self.passages}.")


class Card(QAbstractButton):
    """A question that can be chosen by click, Enter or Space."""

    stepped = Signal(int, int)  # columns and rows to go, from an arrow key

    def __init__(self, words: CardWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self.setAccessibleName(text.plain(words.title))
        self.setAccessibleDescription(words.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 16, 18, 14)
        inside.setSpacing(8)
        inside.addWidget(text.label(words.title, bold=True, size=1.15))
        inside.addWidget(text.label(words.caption))
        inside.addStretch(1)
        inside.addWidget(text.label(words.says, muted=True, size=0.92))
        inside.addWidget(text.label(words.passages, muted=True, size=0.92))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def current(self) -> bool:
        """Whether what is picked now is what this card shows."""
        return self._current

    def mark(self, *, current: bool) -> None:
        """Put the ring on or take it off."""
        self._current = current
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, arrows go to the next card."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _STEPS:
            self.stepped.emit(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, hairline, and the ring in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._current or self.hasFocus()
        wide = 2.0 if self._current else 1.0
        inset = wide / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        line = "accent" if strong else "line-strong" if self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(line), wide))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(frame, 8, 8)
        if self.hasFocus():
            # Focus is a soft ring inside, so that it can be told from the ring of what is picked.
            painter.setPen(QPen(theme.colour("accent-soft"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 6, 6)
