"""The desk: all that an action can act on, in one value.

In go the parts of a window, out come the same. Must not know the actions.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from explorer.session.jobs import Jobs
from explorer.session.pipeline import Pipeline
from explorer.session.settings import Settings
from explorer.session.state import Session
from explorer.shell.arrangement import Arrangement
from explorer.shell.centre import Welcome
from explorer.shell.dress import Dress
from explorer.shell.faults import Faults
from explorer.shell.messages import MessageBar
from explorer.shell.opening import Opening
from explorer.shell.palette import Palette
from explorer.views.diagram.view import DiagramView
from explorer.views.kit.pane import Pane
from explorer.views.reader.view import Reader


@dataclass(slots=True)
class Desk:
    """The parts of one window. The palette comes last, because it is made of the actions."""

    window: QMainWindow
    session: Session
    pipeline: Pipeline
    settings: Settings
    jobs: Jobs
    dress: Dress
    faults: Faults
    messages: MessageBar
    opening: Opening
    welcome: Welcome
    arrangement: Arrangement
    diagram: DiagramView
    reader: Reader
    panes: tuple[Pane, ...]
    palette: Palette = field(init=False)

    def step_pane(self, by: int) -> None:
        """Go to the next pane in sight, or to the one before."""
        seen = [pane for pane in self.panes if self._in_sight(pane)]
        if not seen:
            return
        now = self.window.focusWidget()
        here = next((n for n, pane in enumerate(seen) if now and (now is pane or pane.isAncestorOf(now))), None)
        place = (0 if by > 0 else -1) if here is None else here + by
        _enter(seen[place % len(seen)])

    def _in_sight(self, pane: Pane) -> bool:
        """Docks behind a tab are not hidden for Qt: it puts them beside the window."""
        if not pane.isVisible():
            return False
        place = QRect(pane.mapTo(self.window, QPoint(0, 0)), pane.size())
        return pane.window() is not self.window or self.window.rect().intersects(place)

    def step_out(self) -> None:
        """One step back out: what is pinned, then what is picked."""
        if not self.diagram.unpin():
            self.session.select()


def _enter(pane: QWidget) -> None:
    target = pane
    if pane.focusProxy() is None and pane.focusPolicy() == Qt.FocusPolicy.NoFocus:
        inner = pane.findChildren(QWidget)
        target = next((w for w in inner if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus), pane)
    target.setFocus(Qt.FocusReason.TabFocusReason)
