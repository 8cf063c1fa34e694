"""Fingers: pinch and pan on a touchpad or a screen.

In go touch and native gesture events of a canvas, out come moves of its camera; one finger does what the mouse does.
Must not know what is drawn.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt
from PySide6.QtGui import QEventPoint, QNativeGestureEvent, QTouchEvent

from explorer.views.diagram.canvas import Canvas

_ENDS = (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


class Pointer(Protocol):
    """What one finger can do."""

    def begin(self, point: QPointF, at: int) -> None:
        """Press here."""

    def go(self, point: QPointF, at: int) -> None:
        """Drag to here."""

    def end(self, point: QPointF, at: int) -> None:
        """Let go here."""

    def cancel(self) -> bool:
        """Forget the drag; whether there was one."""


class Touch:
    """One finger points, two move and scale the sheet."""

    def __init__(self, canvas: Canvas, pointer: Pointer, settle: Callable[[], None]) -> None:
        self._canvas, self._pointer, self._settle = canvas, pointer, settle
        self._two: tuple[QPointF, float] | None = None
        self._pointing = False
        canvas.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def on_native(self, event: QEvent) -> bool:
        """A pinch on a touchpad scales at the pointer, a double tap with two fingers fits, a pan pans."""
        if not isinstance(event, QNativeGestureEvent):
            return False
        self._settle()
        sort = event.gestureType()
        if sort == Qt.NativeGestureType.ZoomNativeGesture:
            self._canvas.zoom(max(0.1, 1.0 + event.value()), event.position())
        elif sort == Qt.NativeGestureType.SmartZoomNativeGesture:
            self._canvas.fit()
        elif sort == Qt.NativeGestureType.PanNativeGesture:
            self._canvas.pan(event.delta())
        else:
            return False
        event.accept()
        return True

    def on_touch(self, event: QEvent) -> bool:
        """Fingers came, moved or left."""
        if not isinstance(event, QTouchEvent):
            return False
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._forget()
            return True
        if event.device() is not None and event.device().type() == event.device().DeviceType.TouchPad:
            # A touchpad points with the cursor; only its two-finger moves are for us.
            event.setAccepted(event.pointCount() > 1)
        down = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        if len(down) >= 2:
            self._pinch(down[0].position(), down[1].position())
        elif self._two is not None:
            # The second finger has left: the one that stays must not drag what happens to lie under it.
            self._two = None if not down else self._two
        else:
            self._point(event, down)
        return True

    def _pinch(self, one: QPointF, other: QPointF) -> None:
        middle, apart = (one + other) / 2, max(1.0, QLineF(one, other).length())
        if self._two is None:
            self._forget()
            self._settle()
        else:
            before, was = self._two
            self._canvas.pan(middle - before)
            self._canvas.zoom(apart / was, middle)
        self._two = (middle, apart)

    def _point(self, event: QTouchEvent, down: list[QEventPoint]) -> None:
        at = int(event.timestamp())
        if event.type() in _ENDS or not down:
            if self._pointing:
                self._pointing = False
                self._pointer.end(event.points()[0].position(), at)
        elif self._pointing:
            self._pointer.go(down[0].position(), at)
        else:
            self._pointing = True
            self._settle()
            self._pointer.begin(down[0].position(), at)

    def _forget(self) -> None:
        self._two = None
        if self._pointing:
            self._pointing = False
            self._pointer.cancel()
