"""The keyboard: walks over boxes, carries them, pins, asks for cards and menus; and the menus by mouse.

In go key and menu events of a canvas, out come its signals. Must not know the session.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.keys import Way, line_end, step

#: How far one step with Ctrl+Shift and an arrow carries a box, on the sheet.
NUDGE = 10.0
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
}  # fmt: skip
_STEPS: dict[Way, tuple[float, float]] = {
    "left": (-NUDGE, 0.0), "right": (NUDGE, 0.0), "up": (0.0, -NUDGE), "down": (0.0, NUDGE),
}  # fmt: skip
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """`settle` clears the way for a menu, `let_go` ends what Esc can end and says whether there was anything."""

    def __init__(self, canvas: Canvas, settle: Callable[[], None], let_go: Callable[[], bool]) -> None:
        self._canvas, self._settle, self._let_go = canvas, settle, let_go
        #: None: not held; else whether something was dragged while Space was held.
        self._space: bool | None = None

    def drags(self) -> bool:
        """Whether Space is held, so that a press drags the view; then Space does not pin when it is let go."""
        if self._space is None:
            return False
        self._space = True
        return True

    def on_key(self, event: QEvent) -> bool:
        """Walk, carry, ask for the card; Space pins when it is let go, and drags until then."""
        if not isinstance(event, QKeyEvent):
            return False
        way, key = _WAYS.get(event.key()), event.key()
        if way and event.modifiers() & _CONTROL and event.modifiers() & _SHIFT:
            self._canvas.nudgeAsked.emit(*_STEPS[way])
        elif way:
            self._walk(way)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._canvas.cardAsked.emit()
        elif key == Qt.Key.Key_Space:
            self._space = self._space if event.isAutoRepeat() else False
        elif key == Qt.Key.Key_F10 and event.modifiers() & _SHIFT:
            # X11 and Wayland make a context menu of the Menu key only.
            self._ask_here()
        elif key == Qt.Key.Key_Escape:
            # Only who had nothing to let go of here lets Esc go on to the window.
            return self._let_go()
        else:
            return False
        return True

    def on_released(self, event: QEvent) -> bool:
        """Pin, if Space was only pressed."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        dragged, self._space = self._space, None
        if dragged is False:
            self._canvas.pinAsked.emit()
        return True

    def on_focus_out(self, event: QEvent) -> bool:
        """Who is elsewhere will not let go of Space here."""
        if isinstance(event, QFocusEvent):
            self._space = None
        return False

    def on_menu(self, event: QEvent) -> bool:
        """By mouse about what lies under it, by key about what is picked."""
        if not isinstance(event, QContextMenuEvent):
            return False
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_here()
        else:
            self._ask(QPointF(event.pos()))
        return True

    def _walk(self, way: Way) -> None:
        canvas = self._canvas
        here = next((key for key in sorted(canvas.look.picked) if key in canvas.scene.picture.box_by_id), None)
        there = line_end(canvas.scene, canvas.look.picked, way) if here is None else None
        there = there or step(canvas.scene, canvas.look.hidden, here, way)
        if there:
            canvas.walked.emit(there)

    def _ask_here(self) -> None:
        """A menu about what is picked, where it stands; else about the ground."""
        canvas = self._canvas
        here = next((canvas.point_of(key) for key in sorted(canvas.look.picked)), None)
        if here is not None and canvas.rect().contains(here):
            self._ask(QPointF(here))
        else:
            self._let_go()
            self._settle()
            canvas.menuAsked.emit(None, canvas.mapToGlobal(canvas.rect().center()))

    def _ask(self, point: QPointF) -> None:
        self._let_go()
        self._settle()
        self._canvas.menuAsked.emit(self._canvas.hit_at(point), self._canvas.mapToGlobal(point).toPoint())
