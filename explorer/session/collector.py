"""Garbage is collected in the GUI thread, and nowhere else.

In goes nothing, nothing comes out. WORKAROUND PySide6 6.8 to 6.12: Python looks for garbage in whatever thread happens
to allocate; if that is a worker, the widgets and models in a circle die there, and Qt ends the process now and then.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_500  # ms


class Collector(QObject):
    """Switches the automatic collection off and does the same work by a timer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(_EVERY)

    def _on_timer_timeout(self) -> None:
        """Collect the oldest generation that Python itself would collect by now."""
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])
