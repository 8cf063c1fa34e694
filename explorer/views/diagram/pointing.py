"""Pointing: a press that becomes a click or a drag.

In go points of the canvas with their times, from a mouse or a finger, out come clicks as signals of the canvas and
moves of a grip. Must not know events.
"""

from PySide6.QtCore import QPointF, Qt

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.grip import Band, Carry, Grip, Link, Pan, Survey
from explorer.views.diagram.kinetic import Swing
from explorer.views.diagram.pick import Hit

#: A hand that trembles less than this still clicks, in pixels.
_DRAG = 5
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Pointing:
    """A press that becomes a click or a drag."""

    def __init__(self, canvas: Canvas, swing: Swing) -> None:
        self._canvas, self._swing = canvas, swing
        self._grip: Grip | None = None
        self._start: QPointF | None = None
        self._found: Hit | None = None
        self._adding = False
        self._dragging = False

    @property
    def held(self) -> bool:
        """Whether a button is down."""
        return self._start is not None

    def pan(self, point: QPointF, at: int) -> None:
        """Drag the view from here, whatever lies there."""
        self._begin(point, at, Pan(self._canvas, self._swing, point))
        self._dragging = True

    def begin(
        self, point: QPointF, at: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:  # fmt: skip
        """Press here: a click if it is let go here, else a drag of what lies here."""
        self._found = self._canvas.hit_at(point)
        self._adding = bool(modifiers & (_CONTROL | _SHIFT))
        self._begin(point, at, self._grip_for(point, modifiers))
        if isinstance(self._grip, Survey):
            self._dragging = True
            self._grip.move(point, at)

    def go(self, point: QPointF, at: int) -> None:
        """Drag to here."""
        if self._start is None or self._grip is None:
            return
        if not self._dragging and (point - self._start).manhattanLength() < _DRAG:
            return
        self._dragging = True
        self._grip.move(point, at)

    def end(self, point: QPointF, at: int) -> None:
        """Let go here."""
        grip, dragging, held = self._grip, self._dragging, self.held
        self._reset()
        if grip is not None and dragging:
            grip.drop(point, at)
        elif held:
            self._canvas.hitPicked.emit(self._found, self._adding)

    def cancel(self) -> bool:
        """Put back what is dragged; whether there was a drag."""
        grip, dragging = self._grip, self._dragging
        self._reset()
        if grip is not None and dragging:
            grip.cancel()
        return dragging

    def put_back(self) -> None:
        """End the drag if it carries boxes."""
        if isinstance(self._grip, Carry):
            self.cancel()

    def _begin(self, point: QPointF, at: int, grip: Grip) -> None:
        self.cancel()
        self._swing.stop()
        self._swing.follow(at, point)
        self._start, self._grip = point, grip

    def _reset(self) -> None:
        self._grip, self._start, self._dragging = None, None, False
        self._canvas.unsetCursor()

    def _grip_for(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> Grip:
        canvas, found = self._canvas, self._found
        if canvas.minimap_at(point) is not None:
            return Survey(canvas)
        source = canvas.look.hovered
        if source is not None and canvas.trace.port is not None and canvas.trace.at_port(point):
            return Link(canvas, source, canvas.trace.port)
        if found is not None and found.kind == "node":
            return Carry(canvas, _carried(canvas, found.id), point)
        if found is None and modifiers & _SHIFT:
            return Band(canvas, point, adding=bool(modifiers & _CONTROL))
        return Pan(canvas, self._swing, point)


def _carried(canvas: Canvas, box: str) -> list[str]:
    """The boxes that go along with one: all that are picked, if it is."""
    boxes, picked = canvas.scene.picture.box_by_id, canvas.look.picked
    return sorted(key for key in picked if key in boxes) if box in picked else [box]
