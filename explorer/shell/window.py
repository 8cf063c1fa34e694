"""The window: docks around the diagram, toolbar, menus, status bar; what is dropped on it and how it closes.

In go session, pipeline, jobs, settings; out goes nothing. It holds the parts together and knows none of their insides.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QToolBar

from explorer.edit.change import Change
from explorer.session.jobs import Jobs
from explorer.session.pipeline import Pipeline
from explorer.session.settings import Settings
from explorer.session.state import Session
from explorer.shell.arrangement import VERSION, Arrangement, Moved
from explorer.shell.centre import Centre, Headline, Welcome
from explorer.shell.dress import Dress
from explorer.shell.faults import Faults
from explorer.shell.frame import TOOLBAR_HEIGHT, Frame
from explorer.shell.messages import MessageBar
from explorer.shell.opening import Opening
from explorer.views.diagram.view import DiagramView
from explorer.views.kit.text import plain

if TYPE_CHECKING:
    from explorer.shell.desk import Desk
    from explorer.shell.menus import Bindings
    from explorer.shell.palette import Palette
    from explorer.shell.status import StatusBar
    from explorer.shell.toolbar import Toolbars
    from explorer.views.charts.view import Charts
    from explorer.views.inspector.view import Inspector
    from explorer.views.kit.pane import Pane
    from explorer.views.outline.pane import Outline
    from explorer.views.questions.pane import Questions
    from explorer.views.reader.view import Reader
    from explorer.views.timeline.view import Timeline

NAME = "Sanctions Explorer"
_SIZE, _LEAST = (1440, 900), (960, 600)
#: What a window manager puts above a window, at most.
_TITLE_BAR = 36
_CHARTS, _PAUSE = "charts", 15
_END = object()
_P = TypeVar("_P", bound="Pane")
#: The docks and what they are called before their panes are there.
_DOCKS = {"outline": "Outline", "inspector": "Claims", "reader": "Text", "timeline": "Timeline", "charts": "Charts"}


class Window(Frame):
    """The main window.

    It is made in two steps: `__init__` makes what the first paint shows, the diagram with the frame around it;
    `furnish` makes the rest, in stages, so that a start does not wait for panes nor the event loop for all of them.
    """

    outline: "Outline"
    inspector: "Inspector"
    reader: "Reader"
    questions: "Questions"
    timeline: "Timeline"
    charts: "Charts"
    panes: "tuple[Pane, ...]"
    desk: "Desk"
    bindings: "Bindings"
    palette_box: "Palette"
    toolbars: "Toolbars"
    status: "StatusBar"

    def __init__(
        self, session: Session, pipeline: Pipeline, jobs: Jobs, settings: Settings, dress: Dress, faults: Faults
    ) -> None:
        super().__init__()
        self.session, self.settings, self.jobs = session, settings, jobs
        self._pipeline, self._dress, self._faults = pipeline, dress, faults
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
        self.diagram, self.headline = DiagramView(session, pipeline), Headline(session)
        self.welcome = Welcome(session, settings, self.opening.choose)
        self.centre = Centre(self.messages, (self.headline, self.welcome), self.diagram)
        self.setCentralWidget(self.centre)
        self.docks = {key: _dock(key, words, self) for key, words in _DOCKS.items()}
        moved = Moved(self, self.centre, self.docks, self.diagram)
        self.arrangement = Arrangement(moved, self._on_arrangement_changed, lambda: settings.legend)
        self._keep_room()
        self._begin()
        self._stages: Iterator[None] | None = self._furnishing()
        self._loading = False
        session.caseChanged.connect(self._on_session_case)
        faults.happened.connect(self.messages.fail)
        self.fileChosen.connect(self._on_frame_dropped)

    def furnish(self) -> None:
        """Make everything else now."""
        if self._stages is not None:
            stages, self._stages = self._stages, None
            for _ in stages:
                pass

    def furnish_by_turns(self) -> None:
        """Make everything else, a stage each turn of the event loop; what draws charts is loaded beside it."""
        self._loading = True
        self.jobs.answered.connect(self._on_jobs_done)
        self.jobs.failed.connect(self._on_jobs_done)
        # Numpy is half of what charts load. WORKAROUND PySide6 6.11: not pyqtgraph itself, which touches every class of
        # Qt; two threads that do so at once end the process now and then.
        self.jobs.run(_CHARTS, import_module, "numpy", label="Loading timeline and charts")
        self._take_turn()

    def _take_turn(self) -> None:
        if self._stages is not None and next(self._stages, _END) is not _END:
            QTimer.singleShot(_PAUSE if self._loading else 0, self, self._take_turn)

    def _on_jobs_done(self, key: str, *_: object) -> None:
        # If loading failed, the pane that needs it says so.
        self._loading = self._loading and key != _CHARTS

    def restore(self) -> None:
        """Stand where the window stood the last time, else where a new one stands: whole on the screen."""
        room = self.screen().availableGeometry().size()
        self.resize(
            self.size().boundedTo(QSize(room.width(), room.height() - _TITLE_BAR)).expandedTo(self.minimumSize())
        )
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

    def _keep_room(self) -> None:
        """Bars of the height of the real ones, so that the diagram need not move when they come."""
        self.menuBar().addMenu("File")
        self._spare = QToolBar(self)
        self._spare.setObjectName("spare")
        self._spare.setFixedHeight(TOOLBAR_HEIGHT)
        self._spare.setMovable(False)
        self.addToolBar(self._spare)
        self.statusBar().showMessage(" ")

    def _begin(self) -> None:
        self.diagram.begin()
        self.headline.begin()
        self.diagram.set_legend_visible(self.settings.legend)
        if self.settings.minimap is not None:
            self.diagram.set_minimap_visible(self.settings.minimap)
        self._on_session_case(Change(whole=True))

    def _furnishing(self) -> Iterator[None]:
        """The stages of the rest. Each imports what it needs: that is most of what it costs."""
        self.diagram.set_accessible(self.settings.accessible)
        yield
        from explorer.views.reader.view import Reader

        self.reader = self._placed("reader", Reader(self.session))
        yield
        from explorer.views.inspector.view import Inspector

        self.inspector = self._placed("inspector", Inspector(self.session, self._pipeline))
        yield
        from explorer.views.outline.pane import Outline

        self.outline = self._placed("outline", Outline(self.session))
        yield
        from explorer.views.questions.pane import Questions

        self.questions = Questions(self.session)
        self.questions.begin()
        self.arrangement.meet(self.reader, self.questions)
        yield
        while self._loading:
            yield
        from explorer.views.charts.view import Charts
        from explorer.views.timeline.view import Timeline

        self.timeline = self._placed("timeline", Timeline(self.session))
        self.charts = self._placed("charts", Charts(self.session))
        yield
        self._make_desk()
        yield
        self._make_bars()

    def _placed(self, key: str, pane: _P) -> _P:
        self.docks[key].setWidget(pane)
        pane.begin()
        return pane

    def _make_desk(self) -> None:
        """Everything that is made of the actions: they need the desk, and the desk needs all panes."""
        from explorer.shell.actions import ACTIONS
        from explorer.shell.context import ContextMenus
        from explorer.shell.desk import Desk
        from explorer.shell.menus import Bindings
        from explorer.shell.motion import moves
        from explorer.shell.palette import Palette

        #: In the order in which F6 goes through them.
        self.panes = (
            self.outline, self.diagram, self.questions, self.timeline, self.charts, self.inspector, self.reader,
        )  # fmt: skip
        self.desk = Desk(
            self, self.session, self._pipeline, self.settings, self.jobs, self._dress, self._faults, self.messages,
            self.opening, self.welcome, self.arrangement, self.diagram, self.reader, self.panes,
        )  # fmt: skip
        self.bindings = Bindings(self.desk, ACTIONS)
        self.palette_box = self.desk.palette = Palette(self.session, list(self.bindings.made.values()), self)
        self.palette_box.phraseChosen.connect(self._on_palette_phrase)
        self.diagram.cardAsked.connect(self._on_diagram_card)
        self.diagram.said.connect(self._on_diagram_said)
        self._context = ContextMenus(self.desk, self.bindings)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.diagram.set_motion(moves(self.settings.motion, application))
        self.diagram.foldAsked.connect(self._on_diagram_fold)
        self.actionAsked.connect(lambda key: self.bindings[key].trigger())

    def _make_bars(self) -> None:
        from explorer.shell.lensbar import LensBar
        from explorer.shell.menus import fill
        from explorer.shell.status import StatusBar
        from explorer.shell.toolbar import Toolbars
        from explorer.shell.trail import Trail

        self.trail, self.lensbar = Trail(self.session), LensBar(self.session)
        self.trail.begin()
        self.lensbar.begin()
        self.removeToolBar(self._spare)
        self._spare.deleteLater()
        self.toolbars = Toolbars(self, self.bindings, self.trail, self.lensbar)
        self.menuBar().clear()
        fill(self.menuBar(), self.bindings, self.opening, self.desk, list(self.docks.values()))
        self.status = StatusBar(self.session, self._pipeline, self.jobs, self)
        self.setStatusBar(self.status)

    def _on_session_case(self, _change: Change) -> None:
        place = self.session.opened.place
        # First the path, because setting it sets the title too.
        self.setWindowFilePath(place)
        self.setWindowTitle(f"[*]{plain(self.session.case.title, 200)} - {NAME}")

    def _on_arrangement_changed(self) -> None:
        if hasattr(self, "bindings"):
            self.bindings.refresh()

    def _on_palette_phrase(self, _source: str, words: str) -> None:
        self.bindings["find"].trigger()
        self.reader.bar.line.setText(words)

    def _on_diagram_card(self) -> None:
        self.docks["inspector"].show()
        self.docks["inspector"].raise_()
        self.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_diagram_fold(self, box: str) -> None:
        from explorer.shell import folding

        folding.asked(self.desk, box)

    def _on_diagram_said(self, words: str) -> None:
        self.statusBar().showMessage(words, 6_000)

    def _on_frame_dropped(self, path: Path) -> None:
        if path.suffix.lower() == ".json":
            self.opening.open(path)
        else:
            self.messages.fail(f"{path.name} is not a case: drop a file that ends in .json")


def _dock(key: str, words: str, window: QMainWindow) -> QDockWidget:
    dock = QDockWidget(words, window)
    dock.setObjectName(key)
    return dock
