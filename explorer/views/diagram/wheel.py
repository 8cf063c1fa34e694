"""The wheel: zooms at the pointer, and pans with two fingers on a touchpad.

In go wheel events of a canvas, out come moves of its camera. Must not know what is drawn.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.kinetic import Swing

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Wheel:
    """A wheel zooms; a touchpad pans, with Ctrl it zooms; Shift pans sideways."""

    def __init__(self, canvas: Canvas, swing: Swing, settle: Callable[[], None]) -> None:
        self._canvas, self._swing, self._settle = canvas, swing, settle
        #: How far two fingers on a touchpad have gone.
        self._gone = QPointF()

    def on_wheel(self, event: QEvent) -> bool:
        """Zoom or pan."""
        if not isinstance(event, QWheelEvent):
            return False
        event.accept()
        self._settle()
        at, pixels = int(event.timestamp()), QPointF(event.pixelDelta())
        if event.phase() == Qt.ScrollPhase.ScrollEnd and pixels.isNull():
            # macOS goes on by itself, and says so by events.
            if sys.platform != "darwin":
                self._swing.let_go(at)
        elif not pixels.isNull() and not event.modifiers() & _CONTROL:
            self._pan(pixels, at)
        else:
            self._swing.stop()
            delta = event.angleDelta()
            if event.modifiers() & _SHIFT:
                self._canvas.pan(QPointF(delta.y() or delta.x(), 0) / 2)
            else:
                self._canvas.zoom(1.0015 ** delta.y(), event.position())
        return True

    def _pan(self, by: QPointF, at: int) -> None:
        if self._swing.running:
            self._swing.stop()
        self._gone += by
        self._swing.follow(at, self._gone)
        self._canvas.pan(by)
