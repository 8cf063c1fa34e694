"""The pane: a widget that is told of case, lens and selection, and asks the session for everything.

In goes the session, out come calls of `show_case`, `show_lens`, `show_selection`, `show_theme`. Must not know the other
panes.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.session.selection import Selection
from explorer.session.state import Session


class Pane(QWidget):
    """A part of the window. It never calls another pane: it picks through the session and waits to be told."""

    #: What the dock and the window menu call it.
    title = ""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAccessibleName(self.title)
        session.caseChanged.connect(self._on_session_case)
        session.lensChanged.connect(self._on_session_lens)
        session.selectionChanged.connect(self._on_session_selection)

    def begin(self) -> None:
        """Show everything for the first time."""
        self.show_case(Change(whole=True))
        self.show_lens(self.session.lens)
        self.show_selection(self.session.selection)

    def show_case(self, change: Change) -> None:
        """Show the case anew, as far as the change asks for it. Called at the start with a whole change."""

    def show_lens(self, lens: Lens) -> None:
        """Show what the lens leaves."""

    def show_selection(self, selection: Selection) -> None:
        """Show what is picked."""

    def show_theme(self) -> None:
        """Take up the colours again after the ground has changed."""

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another ground."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_theme()

    def _on_session_case(self, change: Change) -> None:
        self.show_case(change)

    def _on_session_lens(self, lens: Lens) -> None:
        self.show_lens(lens)

    def _on_session_selection(self, selection: Selection) -> None:
        self.show_selection(selection)
