"""The hand: turns mouse, wheel and keys on the canvas into its signals.

In go the events of a canvas, out come its signals and moves of its camera. Must not know the session.
"""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.keys import Way, step
from explorer.views.diagram.pick import Hit
from explorer.views.kit.text import tooltip

_DRAG = 5
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
}  # fmt: skip


class Hand:
    """What the canvas is asked with mouse, wheel and keys."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._press: QPointF | None = None
        self._pressed: Hit | None = None
        self._panning = False
        kind = QEvent.Type
        self._takes = {
            kind.MouseButtonPress: self._on_press,
            kind.MouseMove: self._on_move,
            kind.MouseButtonRelease: self._on_release,
            kind.MouseButtonDblClick: self._on_double_click,
            kind.Wheel: self._on_wheel,
            kind.KeyPress: self._on_key,
            kind.ToolTip: self._on_tooltip,
            kind.Leave: self._on_leave,
        }
        canvas.gesture = self.take

    def take(self, event: QEvent) -> bool:
        """Do what an event asks for; whether it was one for the hand."""
        taken = self._takes.get(event.type())
        return taken is not None and taken(event)

    def _on_press(self, event: QEvent) -> bool:
        """Remember where a click or drag begins."""
        if not isinstance(event, QMouseEvent):
            return False
        self._press = event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._canvas.hit_at(event.position()) if left else None
        self._panning = event.button() == Qt.MouseButton.MiddleButton
        event.setAccepted(event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton))
        return True

    def _on_move(self, event: QEvent) -> bool:
        """Hover, drag a box, or pan."""
        if not isinstance(event, QMouseEvent):
            return False
        canvas = self._canvas
        if self._press is None:
            self._hover(event.position())
            return True
        by = event.position() - self._press
        if not canvas.lifted and not self._panning and by.manhattanLength() < _DRAG:
            return True
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._pressed and self._pressed.kind == "node" and not self._panning:
            box = canvas.scene.picture.box_by_id[self._pressed.id]
            canvas.lift({box.id: QPointF(box.x, box.y) + by / canvas.camera.scale})
        else:
            self._panning = True
            canvas.pan(by)
            self._press = event.position()
        return True

    def _on_release(self, event: QEvent) -> bool:
        """Finish a drag, or pick."""
        if not isinstance(event, QMouseEvent):
            return False
        canvas = self._canvas
        still = not canvas.lifted and not self._panning
        if self._press is not None and still and event.button() == Qt.MouseButton.LeftButton:
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            canvas.hitPicked.emit(self._pressed, adding)
        dropped = canvas.lifted
        self._press, self._pressed, self._panning = None, None, False
        canvas.unsetCursor()
        canvas.lift({})
        for key, corner in dropped.items():
            canvas.boxDragged.emit(key, corner.x(), corner.y())
        return True

    def _on_double_click(self, event: QEvent) -> bool:
        """On the ground: fit."""
        if isinstance(event, QMouseEvent) and self._canvas.hit_at(event.position()) is None:
            self._canvas.fit()
        return True

    def _on_wheel(self, event: QEvent) -> bool:
        """A wheel zooms at the cursor; a touchpad pans, with Ctrl it zooms; Shift pans sideways."""
        if not isinstance(event, QWheelEvent):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not event.pixelDelta().isNull() and not control:
            self._canvas.pan(QPointF(event.pixelDelta()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            delta = event.angleDelta()
            self._canvas.pan(QPointF(delta.y() or delta.x(), 0) / 2)
        else:
            self._canvas.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()
        return True

    def _on_key(self, event: QEvent) -> bool:
        """Walk, ask for the card, pin."""
        if not isinstance(event, QKeyEvent):
            return False
        way = _WAYS.get(event.key())
        if way:
            self._walk(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._canvas.cardAsked.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._canvas.pinAsked.emit()
        else:
            return False
        return True

    def _walk(self, way: Way) -> None:
        canvas = self._canvas
        boxes = canvas.scene.picture.box_by_id
        here = next((key for key in sorted(canvas.look.picked) if key in boxes), None)
        there = step(canvas.scene, canvas.look.hidden, here, way)
        if there:
            canvas.walked.emit(there)

    def _on_tooltip(self, event: QEvent) -> bool:
        """Answer with what lies under the pointer."""
        if not isinstance(event, QHelpEvent):
            return False
        found = self._canvas.hit_at(QPointF(event.pos()))
        if found and found.id in self._canvas.tips:
            QToolTip.showText(event.globalPos(), tooltip(self._canvas.tips[found.id]), self._canvas)
        else:
            QToolTip.hideText()
        return True

    def _on_leave(self, _event: QEvent) -> bool:
        """Nothing is hovered outside."""
        self._hover(None)
        return False

    def _hover(self, point: QPointF | None) -> None:
        found = self._canvas.hit_at(point) if point is not None else None
        self._canvas.hover(found.id if found else None)
