"""The frame of the window: takes a file dropped on it, and hears Esc and the side buttons of a mouse.

In go gestures that no pane took, out come signals. Must not know what is inside.
"""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from explorer.shell.veil import Veil

#: Every line of a bar is one less for the diagram.
TOOLBAR_HEIGHT = 38
_SIDES = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}


class Frame(QMainWindow):
    """A main window without anything in it yet."""

    fileChosen = Signal(object)  # Path
    actionAsked = Signal(str)  # the id of an action

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.veil = Veil(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody took steps back out."""
        if event.key() == Qt.Key.Key_Escape:
            self.actionAsked.emit("step-out")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse go back and forward."""
        if event.button() in _SIDES:
            self.actionAsked.emit(_SIDES[event.button()])
        else:
            super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this machine; what it is, is said when it is dropped."""
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.veil.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went away."""
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the file."""
        self.veil.hide()
        path = _file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.fileChosen.emit(path)


def _file_in(held: QMimeData) -> Path | None:
    """The one file of this machine that is dragged, or None."""
    urls = held.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
