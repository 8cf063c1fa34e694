"""Edits: what hands do to boxes and lines becomes commands.

In go signals of the canvas and calls of actions, out go commands and picks to the session. Must not know how anything
is painted.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF

from explorer.edit.commands import AddFlow, AddRelation, AddTransformation, MoveBox, move_boxes, reset_box
from explorer.graph.model import View
from explorer.session.state import Session
from explorer.views.diagram.canvas import Canvas

if TYPE_CHECKING:
    # Made of many widgets, for which a start is not to wait.
    from explorer.views.diagram.connect import Connector

#: The views that draw what a command adds.
_DRAWN: Mapping[type, tuple[View, ...]] = {
    AddFlow: ("flow", "both"),
    AddTransformation: ("flow", "both"),
    AddRelation: ("relations", "both"),
}


class Edits(QObject):
    """Moves boxes, gives them back to the layout, adds lines."""

    def __init__(self, session: Session, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._session, self._canvas = session, canvas
        self._connector: Connector | None = None
        canvas.boxesDragged.connect(self._on_canvas_dragged)
        canvas.nudgeAsked.connect(self._on_canvas_nudged)
        canvas.connectionAsked.connect(self._on_canvas_connection)

    @property
    def connector(self) -> "Connector":
        """The sheet that asks what is to be added; made when it is first needed."""
        if self._connector is None:
            from explorer.views.diagram.connect import Connector

            self._connector = Connector(self._canvas)
            self._connector.chosen.connect(self._on_connector_chosen)
        return self._connector

    @property
    def put(self) -> tuple[str, ...]:
        """The picked boxes that a person has put somewhere in this view."""
        picked, view = self._session.selection.ids, self._session.lens.view
        rows = self._session.case.positions.values() if picked else ()
        places = {row.box for row in rows if row.view == view}
        return tuple(key for key in picked if key in places)

    @property
    def source(self) -> str | None:
        """The picked box from which something can be connected."""
        focus = self._session.selection.focus
        known = focus is not None and self._session.case.table_of.get(focus) in ("actors", "goods")
        return focus if known and focus in self._canvas.scene.picture.box_by_id else None

    def reset(self) -> None:
        """Give the picked boxes back to the layout."""
        self._session.do(reset_box(self._session.case, self._session.lens.view, self.put))

    def connect_picked(self) -> None:
        """Ask to what the picked box is to be connected, and how."""
        source = self.source
        if source is not None:
            self._ask(source, None)

    def _ask(self, source: str, target: str | None) -> None:
        canvas = self._canvas
        box = canvas.scene.picture.box_by_id[target or source]
        corner = canvas.camera.to_screen(QPointF(box.x, box.bottom + 6)).toPoint()
        inside = canvas.rect()
        place = QPoint(max(0, min(corner.x(), inside.right())), max(0, min(corner.y(), inside.bottom())))
        self.connector.ask(self._session.case, source, target, canvas.mapToGlobal(place))

    def _on_canvas_dragged(self, corners: Mapping[str, tuple[float, float]]) -> None:
        if not corners:
            return
        command = move_boxes(self._session.case, self._session.lens.view, corners)
        if isinstance(command, MoveBox):
            # A fold has no name in the case, only in the graph.
            node = self._canvas.scene.graph.node_by_id.get(command.box)
            command = replace(command, label=f"Move {node.label}") if node else command
        self._session.do(command)

    def _on_canvas_nudged(self, dx: float, dy: float) -> None:
        boxes = self._canvas.scene.picture.box_by_id
        picked = [boxes[key] for key in self._session.selection.ids if key in boxes]
        self._on_canvas_dragged({box.id: (box.x + dx, box.y + dy) for box in picked})

    def _on_canvas_connection(self, source: str, target: str) -> None:
        # A fold is many: to which of them is not said.
        if target in self._session.case.elements:
            self._ask(source, target)

    def _on_connector_chosen(self, command: AddFlow | AddRelation | AddTransformation) -> None:
        """Add it and pick it; where this view does not draw it, go to the one that draws everything."""
        session = self._session
        session.do(command)
        drawn = _DRAWN[type(command)]
        if session.lens.view not in drawn:
            session.look(replace(session.lens, view="both"))
        session.select(_key(command))


def _key(command: AddFlow | AddRelation | AddTransformation) -> str:
    match command:
        case AddFlow(flow):
            return flow.id
        case AddRelation(relation):
            return relation.id
        case AddTransformation(made):
            return made.id
