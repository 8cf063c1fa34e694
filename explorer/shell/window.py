"""The window: docks around the diagram, toolbar, menus, status bar; what is dropped on it and how it closes.

In go session, pipeline, jobs, settings; out goes nothing. It holds the parts together and knows none of their insides.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
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
from explorer.shell.frame import Frame
from explorer.shell.lensbar import LensBar
from explorer.shell.menus import Bindings, fill
from explorer.shell.messages import MessageBar
from explorer.shell.opening import Opening
from explorer.shell.palette import Palette
from explorer.shell.status import StatusBar
from explorer.shell.toolbar import Toolbars
from explorer.shell.trail import Trail
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


class Window(Frame):
    """The main window."""

    def __init__(
        self, session: Session, pipeline: Pipeline, jobs: Jobs, settings: Settings, dress: Dress, faults: Faults
    ) -> None:
        super().__init__()
        self.session, self.settings, self.jobs = session, settings, jobs
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        #: In the order in which F6 goes through them.
        self.panes: tuple[Pane, ...] = (
            self.outline, self.diagram, self.questions, self.timeline, self.charts, self.inspector, self.reader,
        )  # fmt: skip
        self.docks = {
            "outline": _dock("outline", self.outline, self),
            "inspector": _dock("inspector", self.inspector, self),
            "reader": _dock("reader", self.reader, self),
            "timeline": _dock("timeline", self.timeline, self),
            "charts": _dock("charts", self.charts, self),
        }
        self._make_desk(pipeline, dress, faults)
        self._begin()
        session.caseChanged.connect(self._on_session_case)
        faults.happened.connect(self.messages.fail)
        self.palette_box.phraseChosen.connect(self._on_palette_phrase)
        self.diagram.cardAsked.connect(self._on_diagram_card)
        self.fileChosen.connect(self._on_frame_dropped)
        self.actionAsked.connect(lambda key: self.bindings[key].trigger())

    def restore(self) -> None:
        """Stand where the window stood the last time, else where a new one stands."""
        self.arrangement.first()
        # As if by a click: nobody has moved by keys yet, so nothing needs a ring.
        self.diagram.setFocus(Qt.FocusReason.MouseFocusReason)
        stored = self.settings.window(VERSION)
        if stored is not None:
            self.restoreGeometry(stored[0])
            self.arrangement.restore(stored[1])

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

    def _make_desk(self, pipeline: Pipeline, dress: Dress, faults: Faults) -> None:
        """Everything that is made of the actions: they need the desk, and the desk needs the arrangement."""
        session, settings = self.session, self.settings
        moved = Moved(self, self.centre, self.docks, self.diagram, self.reader, self.questions)
        self.arrangement = Arrangement(moved, self._on_arrangement_changed, lambda: settings.legend)
        self.desk = Desk(
            self, session, pipeline, settings, self.jobs, dress, faults, self.messages, self.opening, self.welcome,
            self.arrangement, self.diagram, self.reader, self.panes,
        )  # fmt: skip
        self.bindings = Bindings(self.desk, ACTIONS)
        self.palette_box = self.desk.palette = Palette(session, list(self.bindings.made.values()), self)
        self.toolbars = Toolbars(self, self.bindings, self.trail, self.lensbar)
        fill(self.menuBar(), self.bindings, self.opening, self.desk, list(self.docks.values()))
        self.status = StatusBar(session, self.jobs, self)
        self.setStatusBar(self.status)

    def _begin(self) -> None:
        for pane in (*self.panes, self.headline, self.trail, self.lensbar):
            pane.begin()
        self.diagram.set_legend_visible(self.settings.legend)
        if self.settings.minimap is not None:
            self.diagram.set_minimap_visible(self.settings.minimap)
        self._on_session_case(Change(whole=True))

    def _on_session_case(self, _change: Change) -> None:
        place = self.session.opened.place
        # First the path, because setting it sets the title too.
        self.setWindowFilePath(place)
        self.setWindowTitle(f"[*]{plain(self.session.case.title, 200)} - {NAME}")

    def _on_arrangement_changed(self) -> None:
        self.bindings.refresh()

    def _on_palette_phrase(self, _source: str, words: str) -> None:
        self.bindings["find"].trigger()
        self.reader.bar.line.setText(words)

    def _on_diagram_card(self) -> None:
        self.docks["inspector"].show()
        self.docks["inspector"].raise_()
        self.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_frame_dropped(self, path: Path) -> None:
        if path.suffix.lower() == ".json":
            self.opening.open(path)
        else:
            self.messages.fail(f"{path.name} is not a case: drop a file that ends in .json")


def _dock(key: str, pane: Pane, window: QMainWindow) -> QDockWidget:
    dock = QDockWidget(pane.title, window)
    dock.setObjectName(key)
    dock.setWidget(pane)
    return dock
