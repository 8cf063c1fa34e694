"""The three arrangements of the same selection: flow, reading, questions.

In go the docks and the middle of the window, out come docks moved and panes shown. Must not know the session.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from explorer.shell.centre import Centre
from explorer.views.diagram.view import DiagramView

if TYPE_CHECKING:
    # They come after the first paint.
    from explorer.views.questions.pane import Questions
    from explorer.views.reader.view import Reader

Name = Literal["flow", "reading", "questions"]

#: Raised when docks are added or renamed: a stored layout of another version is not taken up.
VERSION = 2
_AREAS = {
    "outline": Qt.DockWidgetArea.LeftDockWidgetArea,
    "inspector": Qt.DockWidgetArea.RightDockWidgetArea,
    "reader": Qt.DockWidgetArea.RightDockWidgetArea,
    "timeline": Qt.DockWidgetArea.BottomDockWidgetArea,
    "charts": Qt.DockWidgetArea.BottomDockWidgetArea,
}
#: These stand behind each other, as tabs.
_TABBED = ("timeline", "charts")
#: What stays beside the text, and beside the questions.
_KEPT: Mapping[Name, tuple[str, ...]] = {"reading": ("inspector",), "questions": ("outline",)}


@dataclass(frozen=True, slots=True)
class Moved:
    """What an arrangement moves about."""

    window: QMainWindow
    centre: Centre
    docks: Mapping[str, QDockWidget]
    diagram: DiagramView


class TabTitles(QObject):
    """Takes the titles off docks that have tabs: a tab says it already, and a title costs a line of the diagram."""

    def __init__(self, window: QMainWindow, docks: Sequence[QDockWidget]) -> None:
        super().__init__(window)
        self._window, self._docks = window, tuple(docks)
        for dock in docks:
            for signal in (dock.topLevelChanged, dock.visibilityChanged, dock.dockLocationChanged):
                signal.connect(self._on_dock_moved)

    def _on_dock_moved(self, _how: object) -> None:
        # Later, and never if the window is gone by then: docks also tell this while it is being deleted.
        QTimer.singleShot(0, self, self._retitle)

    def _retitle(self) -> None:
        for dock in self._docks:
            bare = bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating()
            if bare != (dock.titleBarWidget() is not None):
                old = dock.titleBarWidget()
                dock.setTitleBarWidget(QWidget() if bare else None)  # type: ignore[arg-type]  # None gives Qt's own
                if old is not None:
                    old.deleteLater()


class Arrangement(QObject):
    """Knows which arrangement is shown, and how the docks of the first one stood."""

    def __init__(self, moved: Moved, changed: Callable[[], None], legend: Callable[[], bool]) -> None:
        super().__init__(moved.window)
        self.current: Name = "flow"
        self._moved, self._changed, self._legend = moved, changed, legend
        self._docks = QByteArray()
        self._fresh = False
        # The sides reach down to the status bar: text and outline need the height, the timeline the diagram's width.
        moved.window.setCorner(Qt.Corner.BottomLeftCorner, _AREAS["outline"])
        moved.window.setCorner(Qt.Corner.BottomRightCorner, _AREAS["reader"])
        moved.window.setTabPosition(_AREAS["timeline"], QTabWidget.TabPosition.North)
        TabTitles(moved.window, [moved.docks[key] for key in _TABBED])

    def meet(self, reader: "Reader", questions: "Questions") -> None:
        """Get to know the panes that take the middle; without them there is only the first arrangement."""
        self._reader, self._questions = reader, questions
        self._moved.centre.stack.addWidget(questions)
        questions.questionChosen.connect(self._on_questions_chosen)
        reader.visibleChanged.connect(self._on_reader_visible)

    def first(self) -> None:
        """Put the docks where they stand in a new window, as wide as it allows."""
        window, docks = self._moved.window, self._moved.docks
        for key, dock in docks.items():
            dock.setFloating(False)
            window.addDockWidget(_AREAS[key], dock)
            dock.show()
        window.splitDockWidget(docks["inspector"], docks["reader"], Qt.Orientation.Vertical)
        window.tabifyDockWidget(docks["timeline"], docks["charts"])
        docks["timeline"].raise_()
        self._share_room()
        # Once more when the window is there: only then the middle knows how high its words are.
        self._fresh = True
        QTimer.singleShot(0, self, self._on_window_there)

    def _share_room(self) -> None:
        window, docks = self._moved.window, self._moved.docks
        wide, high = window.width(), window.height()
        side, right = max(210, min(290, wide // 7)), max(350, min(470, wide // 4))
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([docks["outline"], docks["inspector"], docks["reader"]], [side, right, right], across)
        window.resizeDocks([docks["timeline"]], [max(150, high // 5)], down)
        window.resizeDocks([docks["inspector"], docks["reader"]], [high // 2, high // 2], down)

    def show(self, name: Name) -> None:
        """Go to an arrangement; what is picked stays."""
        if name == self.current:
            return
        if self.current == "flow":
            self._docks = self._moved.window.saveState(VERSION)
        self._leave()
        self.current = name
        if name == "flow":
            self._moved.window.restoreState(self._docks, VERSION)
        else:
            for key, dock in self._moved.docks.items():
                dock.setVisible(key in _KEPT[name])
        if name == "reading":
            # The small diagram has no room for a legend.
            self._moved.diagram.set_legend_visible(False)
            self._moved.centre.show_text_beside(self._reader)
            self._reader.setFocus()
        # While the text stands in the middle, its dock is empty.
        self._moved.docks["reader"].toggleViewAction().setEnabled(name != "reading")
        self._moved.centre.stack.setCurrentIndex(1 if name == "questions" else 0)
        if name == "questions":
            self._questions.setFocus()
        self._changed()

    def reset(self) -> None:
        """Everything where it stands in a new window."""
        self.show("flow")
        self.first()
        self._changed()

    def state(self) -> QByteArray:
        """The docks as they stand in the first arrangement."""
        return self._moved.window.saveState(VERSION) if self.current == "flow" else self._docks

    def restore(self, state: QByteArray) -> bool:
        """Put the docks as they stood; False if the state is of another version or damaged."""
        restored = self._moved.window.restoreState(state, VERSION)
        self._fresh = self._fresh and not restored
        return restored

    def _leave(self) -> None:
        if self.current == "reading":
            self._moved.docks["reader"].setWidget(self._reader)
            self._reader.show()
            self._moved.diagram.mark(())
            self._moved.diagram.set_legend_visible(self._legend())

    def _on_window_there(self) -> None:
        if self._fresh:
            self._share_room()

    def _on_questions_chosen(self, _question: object) -> None:
        # Before the cards are hidden: a hidden widget passes the focus on as Tab does, and a click would get a ring.
        self._moved.diagram.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show("flow")
        # A large view shown whole can be too small to read: an answer is brought near, once the diagram has its size.
        QTimer.singleShot(0, self._moved.diagram, self._moved.diagram.zoom_if_far)

    def _on_reader_visible(self, ids: tuple[str, ...]) -> None:
        if self.current == "reading":
            self._moved.diagram.mark(ids)
