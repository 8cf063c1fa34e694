"""The search line of the outline.

In go keys, out comes what Qt's own line says. Must not know what is searched.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.views.kit import icons
from explorer.views.kit.text import tooltip


class FilterLine(QLineEdit):
    """A line in which Esc empties it and arrow down goes on to the tree."""

    def __init__(self, tree: QWidget) -> None:
        super().__init__()
        self._tree = tree
        self.setPlaceholderText("Filter the outline")
        self.setAccessibleName("Filter the outline")
        self._clear = QAction(self)
        self._clear.setToolTip(tooltip("Clear the filter"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        self.tint()

    @property
    def typed(self) -> str:
        """What is searched for; nothing means no filter."""
        return self.text().strip()

    def tint(self) -> None:
        """Take up the colours of the ground; the style's own cross cannot be seen on the dark one."""
        self._clear.setIcon(icons.icon("close", "ink-muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc and arrow down, leave the rest to the line."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._tree.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, typed: str) -> None:
        self._clear.setVisible(bool(typed))
