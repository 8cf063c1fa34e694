"""The pipeline: whenever case or lens change, the scene is made anew and told.

In go the session's signals, out comes `sceneChanged`. What only filters changes no place, so it costs no layout. Must
not know any widget.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.graph.project import project
from explorer.layout.card import Measure
from explorer.layout.scene import Scene, arranged
from explorer.session.state import Session


class Pipeline(QObject):
    """Keeps the scene of the session's case and lens."""

    sceneChanged = Signal(object)  # Scene

    def __init__(self, session: Session, measure: Measure, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._measure = measure
        self._scenes: dict[str, Scene] = {}
        self._lenses: dict[str, Lens] = {}
        session.caseChanged.connect(self._on_session_case)
        session.lensChanged.connect(self._on_session_lens)

    @property
    def scene(self) -> Scene:
        """The scene of the current view; laid out when it is first asked for."""
        view = self._session.lens.view
        if view not in self._scenes:
            self._lenses[view] = self._session.lens
            self._scenes[view] = arranged(self._session.case, self._session.lens, self._measure)
        return self._scenes[view]

    def _on_session_case(self, change: Change) -> None:
        # Every view is laid out anew when it is next looked at; the views that nobody looks at cost nothing.
        self._scenes.clear()
        self.sceneChanged.emit(self.scene)

    def _on_session_lens(self, lens: Lens) -> None:
        known = self._scenes.get(lens.view)
        if known is not None and lens.stands_as(self._lenses[lens.view]):
            self._scenes[lens.view] = replace(known, graph=project(self._session.case, lens))
        else:
            self._scenes.pop(lens.view, None)
        self.sceneChanged.emit(self.scene)
