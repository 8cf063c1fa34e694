"""The grips: what a drag does from the first pixel until it ends, one class for each kind.

In go points of the canvas, out come moves of its camera, traces on it and its signals. A grip that is cancelled leaves
the case as it was. Must not know buttons, keys or the session.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from explorer.case.parts import FOLD
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.kinetic import Swing
from explorer.views.diagram.motion import moved, small
from explorer.views.diagram.paint.trace import Trace


class Grip(Protocol):
    """A drag that has begun."""

    def move(self, point: QPointF, at: int) -> None:
        """The pointer is at a point, at a time in milliseconds."""

    def drop(self, point: QPointF, at: int) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Leave boxes and lines as they were before."""


class Pan:
    """Moves the view; it swings out when it is let go in a flick."""

    def __init__(self, canvas: Canvas, swing: Swing, start: QPointF) -> None:
        self._canvas, self._swing, self._last = canvas, swing, start

    def move(self, point: QPointF, at: int) -> None:
        """Go along."""
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._canvas.pan(point - self._last)
        self._last = point
        self._swing.follow(at, point)

    def drop(self, _point: QPointF, at: int) -> None:
        """Go on for a moment, or stand."""
        self._swing.let_go(at)

    def cancel(self) -> None:
        """Stand: who looks elsewhere has changed nothing."""
        self._swing.stop()


class Survey:
    """Moves the view by the minimap."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def move(self, point: QPointF, _at: int) -> None:
        """Bring the place under the pointer into the middle."""
        place = self._canvas.minimap_at(point)
        if place is not None:
            self._canvas.pan(QPointF(self._canvas.rect().center()) - self._canvas.camera.to_screen(place))

    def drop(self, point: QPointF, at: int) -> None:
        """Stay there."""
        self.move(point, at)

    def cancel(self) -> None:
        """Stay, too."""


class Carry:
    """Carries boxes. In a small picture their lines go along, in a large one they follow when it is over."""

    def __init__(self, canvas: Canvas, boxes: Iterable[str], start: QPointF) -> None:
        self._canvas, self._start, self._scene = canvas, start, canvas.scene
        known = self._scene.picture.box_by_id
        self._corners = {key: (known[key].x, known[key].y) for key in boxes}
        self._gates = {
            key: [gate.id for gate in self._scene.graph.gates_at.get(key, ())] for key in self._corners
        }  # fmt: skip

    def move(self, point: QPointF, _at: int) -> None:
        """Show the boxes where they are held."""
        canvas, corners = self._canvas, self._at(point)
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        if not small(self._scene.picture):
            canvas.lift({key: QPointF(*corner) for key, corner in corners.items()})
            return
        canvas.show_passing(replace(self._scene, picture=moved(self._scene.picture, corners, self._gates)))

    def drop(self, point: QPointF, _at: int) -> None:
        """Put them down."""
        corners = self._at(point)
        self._canvas.lift({})
        self._canvas.boxesDragged.emit(corners)

    def cancel(self) -> None:
        """Put them back."""
        self._canvas.lift({})
        if self._canvas.scene is not self._scene:
            self._canvas.show_passing(self._scene)

    def _at(self, point: QPointF) -> dict[str, tuple[float, float]]:
        by = (point - self._start) / self._canvas.camera.scale
        return {key: (x + by.x(), y + by.y()) for key, (x, y) in self._corners.items()}


class Band:
    """Draws a rubber band; what it touches is picked when it is let go."""

    def __init__(self, canvas: Canvas, start: QPointF, *, adding: bool) -> None:
        self._canvas, self._start, self._adding = canvas, start, adding

    def move(self, point: QPointF, _at: int) -> None:
        """Draw it up to the pointer."""
        self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas.show_trace(Trace(band=QRectF(self._start, point).normalized()))

    def drop(self, point: QPointF, _at: int) -> None:
        """Tell what it touches."""
        self.cancel()
        canvas, band = self._canvas, QRectF(self._start, point).normalized()
        area = QRectF(canvas.camera.to_sheet(band.topLeft()), canvas.camera.to_sheet(band.bottomRight()))
        touched = tuple(
            box.id for box in canvas.scene.picture.boxes
            if box.id not in canvas.look.hidden and area.intersects(QRectF(box.x, box.y, box.width, box.height))
        )  # fmt: skip
        canvas.bandPicked.emit(touched, self._adding)

    def cancel(self) -> None:
        """Take it away."""
        self._canvas.show_trace(Trace())


class Link:
    """Draws a line from the port of a box; dropped on another box, it asks what is to connect them."""

    def __init__(self, canvas: Canvas, source: str, start: QPointF) -> None:
        self._canvas, self._source, self._start = canvas, source, start

    def move(self, point: QPointF, _at: int) -> None:
        """Draw it up to the pointer."""
        target = self._target(point)
        self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas.show_trace(Trace(link=(self._start, point), meets=target is not None))
        self._canvas.hover(target or self._source)

    def drop(self, point: QPointF, _at: int) -> None:
        """Ask, if there is a box."""
        self.cancel()
        target = self._target(point)
        if target is not None:
            self._canvas.connectionAsked.emit(self._source, target)

    def cancel(self) -> None:
        """Take it away."""
        self._canvas.show_trace(Trace())
        self._canvas.hover(None)

    def _target(self, point: QPointF) -> str | None:
        found = self._canvas.hit_at(point)
        if found is None or found.kind != "node" or found.id == self._source:
            return None
        return found.id if self._canvas.scene.graph.node_by_id[found.id].table != FOLD else None
