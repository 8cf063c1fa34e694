"""The hand: turns mouse, wheel, fingers and keys on the canvas into its signals.

In go the events of a canvas, out come its signals and moves of its camera. Must not know the session.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.glide import Glide
from explorer.views.diagram.hover import Hovering
from explorer.views.diagram.keys import Way, line_end, step
from explorer.views.diagram.kinetic import Swing
from explorer.views.diagram.paint.trace import Trace
from explorer.views.diagram.pick import Hit
from explorer.views.diagram.pointing import Pointing
from explorer.views.diagram.touch import Touch

#: How far one step with Ctrl+Shift and an arrow carries a box, on the sheet.
NUDGE = 10.0
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
}  # fmt: skip
_STEPS: dict[Way, tuple[float, float]] = {
    "left": (-NUDGE, 0.0), "right": (NUDGE, 0.0), "up": (0.0, -NUDGE), "down": (0.0, NUDGE),
}  # fmt: skip
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Hand:
    """What the canvas is asked with mouse, wheel, fingers and keys."""

    def __init__(self, canvas: Canvas, hovering: Hovering, glide: Glide) -> None:
        self._canvas, self._hovering, self._glide = canvas, hovering, glide
        self.swing = Swing(canvas)
        self.swing.moved.connect(canvas.pan)
        self._pointer = Pointing(canvas, self.swing)
        self._touch = Touch(canvas, self._pointer)
        #: How far two fingers on a touchpad have gone.
        self._scrolled = QPointF()
        #: None: not held; else whether something was dragged while Space was held.
        self._space: bool | None = None
        kind = QEvent.Type
        self._takes: dict[QEvent.Type, Callable[[QEvent], bool]] = {
            kind.MouseButtonPress: self._on_press,
            kind.MouseMove: self._on_move,
            kind.MouseButtonRelease: self._on_release,
            kind.MouseButtonDblClick: self._on_double_click,
            kind.Wheel: self._on_wheel,
            kind.KeyPress: self._on_key,
            kind.KeyRelease: self._on_key_released,
            kind.ContextMenu: self._on_menu,
            kind.Leave: self._on_leave,
            kind.FocusOut: self._on_focus_out,
            kind.Hide: self._on_hide,
            kind.NativeGesture: self._touch.on_native,
            kind.TouchBegin: self._touch.on_touch,
            kind.TouchUpdate: self._touch.on_touch,
            kind.TouchEnd: self._touch.on_touch,
            kind.TouchCancel: self._touch.on_touch,
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
        if button == _MIDDLE or (button == _LEFT and self._space is not None):
            self._space = None if self._space is None else True
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

    def _on_wheel(self, event: QEvent) -> bool:
        """A wheel zooms at the cursor; a touchpad pans, with Ctrl it zooms; Shift pans sideways."""
        if not isinstance(event, QWheelEvent):
            return False
        event.accept()
        self._settle()
        point, at = event.position(), int(event.timestamp())
        if event.phase() == Qt.ScrollPhase.ScrollEnd and event.pixelDelta().isNull():
            # macOS goes on by itself, and says so by events.
            if sys.platform != "darwin":
                self.swing.let_go(at)
            return True
        if not event.pixelDelta().isNull() and not event.modifiers() & _CONTROL:
            self._scroll(QPointF(event.pixelDelta()), at)
            return True
        self.swing.stop()
        if event.modifiers() & _SHIFT:
            delta = event.angleDelta()
            self._canvas.pan(QPointF(delta.y() or delta.x(), 0) / 2)
        else:
            self._canvas.zoom(1.0015 ** event.angleDelta().y(), point)
        return True

    def _scroll(self, by: QPointF, at: int) -> None:
        if self.swing.running:
            self.swing.stop()
        self._scrolled += by
        self.swing.follow(at, self._scrolled)
        self._canvas.pan(by)

    def _on_key(self, event: QEvent) -> bool:
        """Walk, carry, ask for the card; Space is for pinning when it is let go, and for dragging until then."""
        if not isinstance(event, QKeyEvent):
            return False
        way = _WAYS.get(event.key())
        if way and event.modifiers() & _CONTROL and event.modifiers() & _SHIFT:
            self._canvas.nudgeAsked.emit(*_STEPS[way])
        elif way:
            self._walk(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._canvas.cardAsked.emit()
        elif event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = False
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() & _SHIFT:
            # X11 and Wayland make a context menu of the Menu key only.
            self._ask_menu_by_key()
        elif event.key() == Qt.Key.Key_Escape:
            # Only who had nothing to let go of here lets Esc go on to the window.
            return self._pointer.cancel() or self._hovering.dismiss()
        else:
            return False
        return True

    def _on_key_released(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        dragged, self._space = self._space, None
        if dragged is False:
            self._canvas.pinAsked.emit()
        return True

    def _walk(self, way: Way) -> None:
        canvas = self._canvas
        here = next((key for key in sorted(canvas.look.picked) if key in canvas.scene.picture.box_by_id), None)
        there = line_end(canvas.scene, canvas.look.picked, way) if here is None else None
        there = there or step(canvas.scene, canvas.look.hidden, here, way)
        if there:
            canvas.walked.emit(there)

    def _on_menu(self, event: QEvent) -> bool:
        """By mouse about what lies under it."""
        if not isinstance(event, QContextMenuEvent):
            return False
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_by_key()
        else:
            self._ask_menu(QPointF(event.pos()))
        return True

    def _ask_menu_by_key(self) -> None:
        """About what is picked, where it stands; else about the ground."""
        canvas = self._canvas
        here = next((canvas.point_of(key) for key in sorted(canvas.look.picked)), None)
        if here is not None and canvas.rect().contains(here):
            self._ask_menu(QPointF(here))
        else:
            self._pointer.cancel()
            self._settle()
            canvas.menuAsked.emit(None, canvas.mapToGlobal(canvas.rect().center()))

    def _ask_menu(self, point: QPointF) -> None:
        self._pointer.cancel()
        self._settle()
        self._canvas.menuAsked.emit(self._canvas.hit_at(point), self._canvas.mapToGlobal(point).toPoint())

    def _on_leave(self, _event: QEvent) -> bool:
        """Nothing is hovered outside."""
        self._hover(None)
        return False

    def _on_focus_out(self, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._space = None
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
