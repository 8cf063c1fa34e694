"""Picks: what hands and keys point at in the diagram becomes the selection.

In go signals of the canvas and calls of actions, out go picks to the session, and what else is asked for. Must not know
how anything is painted.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from explorer.case.parts import FOLD
from explorer.graph.walk import neighbourhood
from explorer.session.state import Session
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.pick import Hit

#: More boxes than this are not picked at once: nobody can look at their claims one by one.
MOST = 500
#: What a hit is called in the list of actions.
_PLACES = {"node": "box", "edge": "line", "gate": "gate", "frame": "frame"}


class Picks(QObject):
    """Picks one thing or several, keeps what is pinned, walks along lines."""

    cardAsked = Signal()
    foldAsked = Signal(str)  # id of a folded box, or of a frame
    menuAsked = Signal(str, QPoint)  # on what (a place of the list of actions), where on the screen
    said = Signal(str)  # something to know, for the status bar

    def __init__(self, session: Session, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._session, self._canvas = session, canvas
        self._pinned: tuple[str, ...] = ()
        #: The frame on which a menu was asked for.
        self.frame = ""
        #: Whether something is being picked by pointing at it: then it is in sight, and nothing has to move.
        self.pointing = False
        canvas.hitPicked.connect(self._on_canvas_hit)
        canvas.bandPicked.connect(self._on_canvas_band)
        canvas.closerAsked.connect(self._on_canvas_closer)
        canvas.menuAsked.connect(self._on_canvas_menu)
        canvas.walked.connect(self._on_canvas_walked)
        canvas.cardAsked.connect(self._on_canvas_card)
        canvas.pinAsked.connect(self.pin)

    def pick(self, *elements: str) -> None:
        """Pick elements beside what is pinned."""
        self._session.select(*self._cut(elements, "lines"), *self._pinned)

    def pick_all(self) -> None:
        """Pick every box that is shown, as many as can be looked at."""
        look, boxes = self._canvas.look, self._canvas.scene.picture.boxes
        self._session.select(*self._pinned, *self._cut([box.id for box in boxes if box.id not in look.hidden], "boxes"))

    def pin(self) -> None:
        """Keep what is picked lit while other things are picked, or let go of it."""
        focus = self._session.selection.focus
        if focus:
            pinned = focus in self._pinned
            self._pinned = tuple(key for key in self._pinned if key != focus) if pinned else (*self._pinned, focus)
            self._session.select(*dict.fromkeys((focus, *self._pinned)))

    def unpin(self) -> bool:
        """Let go of what was pinned; whether there was anything."""
        had, self._pinned = bool(self._pinned), ()
        return had

    def _point(self, ids: Sequence[str]) -> None:
        self.pointing = True
        try:
            self._session.select(*ids)
        finally:
            self.pointing = False

    def _cut(self, ids: Sequence[str], what: str) -> Sequence[str]:
        """As many as can be looked at, and that is said: a line between folds stands for thousands."""
        if len(ids) > MOST:
            self.said.emit(f"The first {MOST:,} of {len(ids):,} {what} are picked")
        return ids[:MOST]

    def _on_canvas_hit(self, found: Hit | None, adding: bool) -> None:
        if found is None:
            if not adding and not self._pinned:
                self._session.select()
            return
        if found.kind == "frame":
            self.foldAsked.emit(found.id)
            return
        kept, elements = self._session.selection.ids if adding else self._pinned, self._cut(found.elements, "lines")
        again = adding and set(elements) <= set(kept)
        ids = [key for key in kept if key not in elements] if again else [*elements, *kept]
        self._point(ids)

    def _on_canvas_band(self, boxes: tuple[str, ...], adding: bool) -> None:
        kept = self._session.selection.ids if adding else self._pinned
        self._point([*kept, *self._cut(boxes, "boxes")])

    def _on_canvas_closer(self, box: str) -> None:
        graph = self._canvas.scene.graph
        if graph.node_by_id[box].table == FOLD:
            self.foldAsked.emit(box)
        else:
            self._canvas.zoom_to(neighbourhood(graph, [box], 1).nodes)

    def _on_canvas_card(self) -> None:
        """Enter opens what is picked: a fold by a step, all else as a card."""
        focus = self._session.selection.focus or ""
        if focus in self._canvas.scene.graph.members:
            self.foldAsked.emit(focus)
        else:
            self.cardAsked.emit()

    def _on_canvas_menu(self, found: Hit | None, at: QPoint) -> None:
        """What the menu is about is picked first, so that everything in it acts on the pick."""
        self.frame = found.id if found is not None and found.kind == "frame" else ""
        if found is not None and found.elements and not set(found.elements) <= set(self._session.selection.ids):
            self._point([*self._cut(found.elements, "lines"), *self._pinned])
        self.menuAsked.emit(_PLACES[found.kind] if found is not None else "ground", at)

    def _on_canvas_walked(self, box: str) -> None:
        self.pick(box)
