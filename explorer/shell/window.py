"""The window: docks around the diagram, toolbar, menus, status bar; what is dropped on it and how it closes.

In go session, pipeline, jobs, settings; out goes nothing. It holds the parts together and knows none of their insides.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QDockWidget, QMainWindow

from explorer.edit.change import Change
from explorer.session.jobs import Jobs
from explorer.session.pipeline import Pipeline
from explorer.session.settings import Settings
from explorer.session.state import Session
from explorer.shell.actions import ACTIONS
from explorer.shell.arrangement import VERSION, Arrangement, Moved
from explorer.shell.centre import Centre, Headline, Welcome
from explorer.shell.desk import Desk
from explorer.shell.dress import Dress
from explorer.shell.faults import Faults
from explorer.shell.lensbar import LensBar
from explorer.shell.menus import Bindings, fill
from explorer.shell.messages import MessageBar
from explorer.shell.opening import Opening
from explorer.shell.palette import Palette
from explorer.shell.status import StatusBar
from explorer.shell.toolbar import Toolbars
from explorer.shell.trail import Trail
from explorer.shell.veil import Veil
from explorer.views.charts.view import Charts
from explorer.views.diagram.view import DiagramView
from explorer.views.inspector.view import Inspector
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import plain
from explorer.views.outline.pane import Outline
from explorer.views.questions.pane import Questions
from explorer.views.reader.view import Reader
from explorer.views.timeline.view import Timeline

NAME = "Sanctions Explorer"
_SIZE, _LEAST = (1440, 900), (960, 600)


class Window(QMainWindow):
    """The main window."""

    def __init__(
        self, session: Session, pipeline: Pipeline, jobs: Jobs, settings: Settings, dress: Dress, faults: Faults
    ) -> None:
        super().__init__()
        self.session, self.settings, self.jobs = session, settings, jobs
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.messages = MessageBar()
        self.opening = Opening(session, jobs, settings, self.messages, self)
        self.diagram, self.questions = DiagramView(session, pipeline), Questions(session)
        self.outline, self.inspector, self.reader = Outline(session), Inspector(session), Reader(session)
        self.timeline, self.charts = Timeline(session), Charts(session)
        self.headline, self.trail, self.lensbar = Headline(session), Trail(session), LensBar(session)
        self.welcome = Welcome(session, settings, self.opening.choose)
        self.centre = Centre(self.messages, (self.headline, self.welcome), self.diagram, self.questions)
        self.setCentralWidget(self.centre)
        self.docks = {key: self._dock(key, pane) for key, pane in self._docked().items()}
        moved = Moved(self, self.centre, self.docks, self.diagram, self.reader, self.questions)
        self.arrangement = Arrangement(moved, self._on_arrangement_changed, lambda: settings.legend)
        self.desk = self._desk(pipeline, dress, faults)
        self.bindings = Bindings(self.desk, ACTIONS)
        self.palette_box = self.desk.palette = Palette(session, list(self.bindings.made.values()), self)
        self.toolbars = Toolbars(self, self.bindings, self.trail, self.lensbar)
        fill(self.menuBar(), self.bindings, self.opening, self.desk, list(self.docks.values()))
        self.status = StatusBar(session, jobs, self)
        self.setStatusBar(self.status)
        self.veil = Veil(self)
        self._begin()
        session.caseChanged.connect(self._on_session_case)
        faults.happened.connect(self.messages.fail)
        self.palette_box.phraseChosen.connect(self._on_palette_phrase)
        self.diagram.cardAsked.connect(self._on_diagram_card)

    def restore(self) -> None:
        """Stand where the window stood the last time, else where a new one stands."""
        self.arrangement.first()
        # As if by a click: nobody has moved by keys yet, so nothing needs a ring.
        self.diagram.setFocus(Qt.FocusReason.MouseFocusReason)
        stored = self.settings.window(VERSION)
        if stored is not None:
            self.restoreGeometry(stored[0])
            self.arrangement.restore(stored[1])

    def panes(self) -> tuple[Pane, ...]:
        """All panes in the order in which F6 goes through them."""
        return (
            self.outline, self.diagram, self.questions, self.timeline, self.charts, self.inspector, self.reader,
        )  # fmt: skip

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything is kept and no worker runs."""
        # An exception below must leave the window open: Qt closes it unless it was told otherwise.
        event.ignore()
        self.settings.store_window(VERSION, self.saveGeometry(), self.arrangement.state())
        self.settings.flush()
        self.jobs.close()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lens bar goes where there is room."""
        super().resizeEvent(event)
        if hasattr(self, "toolbars"):
            self.toolbars.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take up the colours of another ground."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "bindings"):
            self.bindings.retint()
            self.messages.retint()
            self.welcome.retint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody took steps back out."""
        if event.key() == Qt.Key.Key_Escape:
            self.bindings["step-out"].trigger()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse go back and forward."""
        sides = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}
        if event.button() in sides:
            self.bindings[sides[event.button()]].trigger()
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
        """Open a case; say what else it would have to be."""
        self.veil.hide()
        path = _file_in(event.mimeData())
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.lower() == ".json":
            self.opening.open(path)
        else:
            self.messages.fail(f"{path.name} is not a case: drop a file that ends in .json")

    def _docked(self) -> dict[str, Pane]:
        return {
            "outline": self.outline, "inspector": self.inspector, "reader": self.reader, "timeline": self.timeline,
            "charts": self.charts,
        }  # fmt: skip

    def _dock(self, key: str, pane: Pane) -> QDockWidget:
        dock = QDockWidget(pane.title, self)
        dock.setObjectName(key)
        dock.setWidget(pane)
        return dock

    def _desk(self, pipeline: Pipeline, dress: Dress, faults: Faults) -> Desk:
        return Desk(
            self, self.session, pipeline, self.settings, self.jobs, dress, faults, self.messages, self.opening,
            self.welcome, self.arrangement, self.diagram, self.reader, self.panes(),
        )  # fmt: skip

    def _begin(self) -> None:
        for pane in (*self.panes(), self.headline, self.trail, self.lensbar):
            pane.begin()
        self.diagram.set_legend_visible(self.settings.legend)
        if self.settings.minimap is not None:
            self.diagram.set_minimap_visible(self.settings.minimap)
        self._entitle()

    def _entitle(self) -> None:
        place = self.session.opened.place
        # First the path, because setting it sets the title too.
        self.setWindowFilePath(place)
        self.setWindowTitle(f"[*]{plain(self.session.case.title, 200)} - {NAME}")

    def _on_session_case(self, _change: Change) -> None:
        self._entitle()

    def _on_arrangement_changed(self) -> None:
        self.bindings.refresh()

    def _on_palette_phrase(self, _source: str, words: str) -> None:
        self.bindings["find"].trigger()
        self.reader.bar.line.setText(words)

    def _on_diagram_card(self) -> None:
        self.docks["inspector"].show()
        self.docks["inspector"].raise_()
        self.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _file_in(held: QMimeData) -> Path | None:
    """The one file of this machine that is dragged, or None."""
    urls = held.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
