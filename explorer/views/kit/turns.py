"""Work in turns: what takes longer than a moment goes on in the next turns of the event loop, keys and paint between.

In goes an iterator whose steps are short, nothing comes out: the steps do the work. Must not know what they do.
"""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

#: Seconds of work at once, and in each later turn.
_AT_ONCE, _A_TURN = 0.012, 0.008


class Turns(QObject):
    """One piece of work at a time; new work takes the place of what is not done yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def busy(self) -> bool:
        """Whether work is waiting for its next turn."""
        return self._steps is not None

    def run(self, steps: Iterator[object]) -> None:
        """Begin at once; what is over in a moment is done when this returns."""
        self._steps = steps
        self._go(_AT_ONCE)

    def finish(self) -> None:
        """Do now what is left."""
        self._go(None)

    def drop(self) -> None:
        """Forget what is left."""
        self._steps = None

    def _go(self, budget: float | None) -> None:
        steps, began = self._steps, perf_counter()
        if steps is None:
            return
        for _ in steps:
            if budget is not None and perf_counter() - began > budget:
                self._timer.start(0)
                return
        # A last step may have begun something else.
        if self._steps is steps:
            self._steps = None

    def _on_timer_timeout(self) -> None:
        self._go(_A_TURN)
