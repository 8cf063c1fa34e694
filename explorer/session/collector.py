"""Garbage is collected in the GUI thread, and nowhere else.

In goes nothing, nothing comes out. WORKAROUND PySide6 6.8 to 6.12: Python looks for garbage in whatever thread happens
to allocate; if that is a worker, the widgets and models in a circle die there, and Qt ends the process now and then.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_500  # ms
#: More objects than this since the last look are no garbage of a window, but a large case or picture that was made.
_THRONG = 60_000


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
        if gc.get_count()[0] > _THRONG:
            # To look through a case of 10,000 actors takes a second, and nothing in it is ever part of a circle: it is
            # set apart, which takes no time, and dies like anything else when nobody holds it any more.
            gc.freeze()
            return
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])
