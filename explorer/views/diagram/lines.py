"""Lines by key: from line to line at a box, into a bundle and out of it.

In go calls of actions, out go picks to the session. Must not know keys.
"""

from explorer.session.state import Session
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.keys import lines_at, next_line


class Lines:
    """Steps over the lines at the box where it began."""

    def __init__(self, session: Session, canvas: Canvas) -> None:
        self._session, self._canvas = session, canvas
        self._box = ""

    def step(self, by: int) -> None:
        """Pick the next line at the box where this began, or the one before; an opened bundle strand by strand."""
        scene, selection = self._canvas.scene, self._session.selection
        if selection.focus and selection.focus in scene.picture.box_by_id:
            self._box = selection.focus
        if self._box in scene.picture.box_by_id:
            there = next_line(lines_at(scene, self._canvas.look.hidden, self._box), selection.ids, by)
            if there:
                self._session.select(*there)

    @property
    def bundle(self) -> tuple[str, ...]:
        """All that runs on the line of which only a part is picked; nothing if there is no more."""
        picked, graph = self._session.selection, self._canvas.scene.graph
        edges = graph.edges_of.get(picked.focus, ()) if picked.focus else ()
        shown = [tuple(key for key in edge.elements if key not in graph.hidden) for edge in edges]
        return next((row for row in shown if len(row) > 1 and not set(row) <= set(picked.ids)), ())

    def open(self) -> None:
        """Pick all that runs on the line of which a part is picked."""
        if self.bundle:
            self._session.select(*self.bundle)
