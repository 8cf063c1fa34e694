"""The hand: what is done on the canvas with mouse, wheel, fingers and keys, each event led to who knows what to do.

In go the events of a canvas, out come its signals and moves of its camera. Must not know the session.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.glide import Glide
from explorer.views.diagram.hover import Hovering
from explorer.views.diagram.keyboard import Keyboard
from explorer.views.diagram.kinetic import Swing
from explorer.views.diagram.paint.trace import Trace
from explorer.views.diagram.pick import Hit
from explorer.views.diagram.pointing import Pointing
from explorer.views.diagram.touch import Touch
from explorer.views.diagram.wheel import Wheel

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Hand:
    """What the canvas is asked with mouse, wheel, fingers and keys."""

    def __init__(self, canvas: Canvas, hovering: Hovering, glide: Glide) -> None:
        self._canvas, self._hovering, self._glide = canvas, hovering, glide
        self.swing = Swing(canvas)
        self.swing.moved.connect(canvas.pan)
        self._pointer = Pointing(canvas, self.swing)
        self._keyboard = Keyboard(canvas, self._settle, lambda: self._pointer.cancel() or hovering.dismiss())
        touch, wheel = Touch(canvas, self._pointer, self._settle), Wheel(canvas, self.swing, self._settle)
        kind = QEvent.Type
        self._takes: dict[QEvent.Type, Callable[[QEvent], bool]] = {
            kind.MouseButtonPress: self._on_press,
            kind.MouseMove: self._on_move,
            kind.MouseButtonRelease: self._on_release,
            kind.MouseButtonDblClick: self._on_double_click,
            kind.Leave: self._on_leave,
            kind.Hide: self._on_hide,
            kind.Wheel: wheel.on_wheel,
            kind.KeyPress: self._keyboard.on_key,
            kind.KeyRelease: self._keyboard.on_released,
            kind.FocusOut: self._keyboard.on_focus_out,
            kind.ContextMenu: self._keyboard.on_menu,
            kind.NativeGesture: touch.on_native,
            kind.TouchBegin: touch.on_touch,
            kind.TouchUpdate: touch.on_touch,
            kind.TouchEnd: touch.on_touch,
            kind.TouchCancel: touch.on_touch,
        }
        canvas.gesture = self.take

    def take(self, event: QEvent) -> bool:
        """Do what an event asks for; whether it was one for the hand."""
        taken = self._takes.get(event.type())
        return taken is not None and taken(event)

    def let_go(self) -> None:
        """Another scene comes: boxes that are held may no longer be there. Whoever only pans goes on."""
        self._pointer.put_back()
        self._hovering.dismiss()

    def _settle(self) -> None:
        """Whoever takes hold of the sheet finds it where it will be, with nothing in the way."""
        self._glide.finish()
        self._hovering.dismiss()

    def _on_press(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        self._settle()
        button, point, at = event.button(), event.position(), int(event.timestamp())
        event.setAccepted(button in (_LEFT, _MIDDLE))
        if button == _MIDDLE or (button == _LEFT and self._keyboard.drags()):
            self._pointer.pan(point, at)
        elif button == _LEFT:
            self._pointer.begin(point, at, event.modifiers())
        else:
            self.swing.stop()
        return True

    def _on_move(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if self._pointer.held:
            self._pointer.go(event.position(), int(event.timestamp()))
        else:
            self._hover(event.position())
        return True

    def _on_release(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() in (_LEFT, _MIDDLE):
            self._pointer.end(event.position(), int(event.timestamp()))
        return True

    def _on_double_click(self, event: QEvent) -> bool:
        """On the ground: fit. On a box: nearer to it."""
        if isinstance(event, QMouseEvent) and event.button() == _LEFT:
            found = self._canvas.hit_at(event.position())
            if found is None:
                self._canvas.fit()
            elif found.kind == "node":
                self._canvas.closerAsked.emit(found.id)
        return True

    def _on_leave(self, _event: QEvent) -> bool:
        """Nothing is hovered outside."""
        self._hover(None)
        return False

    def _on_hide(self, _event: QEvent) -> bool:
        self._pointer.cancel()
        self._hovering.dismiss()
        self.swing.stop()
        return False

    def _hover(self, point: QPointF | None) -> None:
        canvas = self._canvas
        if point is not None and canvas.trace.at_port(point):
            return
        found = canvas.hit_at(point) if point is not None else None
        canvas.hover(found.id if found else None)
        canvas.show_trace(Trace(port=_port(canvas, found)))
        self._hovering.over(found, point or QPointF())


def _port(canvas: Canvas, found: Hit | None) -> QPointF | None:
    """Where the port of a hovered box is; none on what nothing can be connected to, or too small to aim at."""
    if found is None or found.kind != "node" or canvas.camera.scale < 0.3:
        return None
    if canvas.scene.graph.node_by_id[found.id].table not in ("actors", "goods"):
        return None
    box = canvas.scene.picture.box_by_id[found.id]
    return canvas.camera.to_screen(QPointF(box.right, box.y + box.height / 2))
