"""The swing: a view that was flicked goes on for a moment and comes to rest.

In go the moves of a hand with their times, out come moves in pixels. Its timer runs only while something moves. Must
not know what is moved.
"""

import math
from collections import deque

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer, Signal

#: How long before letting go a hand counts as moving, and after which time a third of the speed is left, in ms.
_LAST, _DECAY = 80, 325.0
#: Pixels a second: below the first nothing is flicked, below the second it stands, above the third nobody can follow.
_LEAST, _REST, _MOST = 240.0, 24.0, 6_000.0
_FRAME = 16


class Swing(QObject):
    """What is left of a flick."""

    moved = Signal(QPointF)
    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        #: Off for who asks for less motion.
        self.wanted = True
        self._hand: deque[tuple[int, QPointF]] = deque(maxlen=16)
        self._speed = QPointF()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._on_timer_tick)

    @property
    def running(self) -> bool:
        """Whether it still moves."""
        return self._timer.isActive()

    def follow(self, at: int, point: QPointF) -> None:
        """The hand is at a point, at a time in milliseconds."""
        self._hand.append((at, QPointF(point)))

    def let_go(self, at: int) -> None:
        """The hand lets go: go on at its speed, if it moved."""
        recent = [(time, point) for time, point in self._hand if at - time <= _LAST]
        self._hand.clear()
        if not self.wanted or len(recent) < 2 or recent[-1][0] <= recent[0][0]:
            return
        speed = (recent[-1][1] - recent[0][1]) * (1_000 / (recent[-1][0] - recent[0][0]))
        size = math.hypot(speed.x(), speed.y())
        if size >= _LEAST:
            self._speed = speed * min(1.0, _MOST / size)
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """Stand still, and forget the hand."""
        self._hand.clear()
        if self._timer.isActive():
            self._timer.stop()
            self.rested.emit()

    def _on_timer_tick(self) -> None:
        passed = min(100, self._clock.restart())
        # What an exponentially falling speed covers in this time: the way does not depend on how often we are called.
        left = math.exp(-passed / _DECAY)
        self.moved.emit(self._speed * (_DECAY / 1_000 * (1 - left)))
        self._speed *= left
        if math.hypot(self._speed.x(), self._speed.y()) < _REST:
            self.stop()
