"""The message bar: one plain message inside the window, with its details to copy, never a dialog in the way.

In go words, out come words on the clipboard. Must not know what went wrong.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from explorer.views.kit import icons, theme
from explorer.views.kit.cards import Picture
from explorer.views.kit.text import label, plain

#: Longer than any message of ours; what is longer holds a name or a path that somebody else chose.
_LONGEST = 560


class MessageBar(QFrame):
    """Hidden until there is something to say; the newest message replaces the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Message")
        self.details = ""
        self._grave = False
        self.words = label()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sign = Picture("warning", "stance-denies", 18)
        self.copy = QPushButton("Copy details")
        self.copy.clicked.connect(self._on_copy_clicked)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName("Dismiss the message")
        self.close_button.setToolTip("Dismiss")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retint()
        self.hide()

    def fail(self, message: str, details: str = "") -> None:
        """Say what went wrong."""
        self._show(message, details, grave=True)

    def notice(self, message: str, details: str = "") -> None:
        """Say something that should be known."""
        self._show(message, details, grave=False)

    def retint(self) -> None:
        """Take up the colours of the ground."""
        self.close_button.setIcon(icons.icon("close", "ink-muted"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with a stripe: red for what went wrong, blue for what is good to know."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.fillRect(0, 0, 4, self.height(), theme.colour("status-force" if self._grave else "accent"))

    def _show(self, message: str, details: str, *, grave: bool) -> None:
        # One line, whatever the name of a file holds: line breaks and what reorders letters are words of somebody else.
        message = plain(" ".join(message.split()), _LONGEST)
        self.details, self._grave = details, grave
        self._sign.setVisible(grave)
        self.words.setText(message)
        self.setAccessibleDescription(message)
        self.copy.setVisible(bool(details))
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_copy_clicked(self) -> None:
        # setText, because an own QMimeData on the clipboard ends the process badly.
        QGuiApplication.clipboard().setText(f"{self.words.text()}\n\n{self.details}")
