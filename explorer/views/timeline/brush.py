"""The brush: a period drawn over the plot, snapped to days.

In go drags and the period of a lens, out comes the period as two dates. Must not know the session or the marks.
"""

from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal

from explorer.layout.days import date_of, day_of
from explorer.views.kit import theme

#: While a drag goes on, the period is told at most this often, in milliseconds.
LIVE_MS = 60

#: An open end is drawn so many days from 1970: far outside of any case.
_BEYOND = 3_000_000


class Brush(QObject):
    """The region of a plot that stands for a period; without a period it cannot be seen."""

    #: since and until, both inclusive; None is an open end
    periodChanged = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.region = pg.LinearRegionItem(swapMode="sort")
        self.region.setZValue(-10)
        self.region.setVisible(False)
        self._moving = False
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.setInterval(LIVE_MS)
        self._live.timeout.connect(self._tell)
        self.region.sigRegionChanged.connect(self._on_region_moved)
        self.region.sigRegionChangeFinished.connect(self._on_region_dropped)

    def show_period(self, since: date | None, until: date | None) -> None:
        """Show a period that was set elsewhere, without telling it back."""
        if self._moving:
            return
        begin = day_of(since) if since else -_BEYOND
        end = day_of(until) + 1 if until else _BEYOND
        with QSignalBlocker(self.region):
            self.region.setRegion((begin, max(end, begin + 1)))
        self.region.setVisible(since is not None or until is not None)

    def show_theme(self) -> None:
        """Take up the colours of the ground."""
        accent, soft, hover = theme.colour("accent"), theme.colour("accent"), theme.colour("accent")
        soft.setAlpha(22)
        hover.setAlpha(38)
        self.region.setBrush(pg.mkBrush(soft))
        self.region.setHoverBrush(pg.mkBrush(hover))
        for line in self.region.lines:
            line.setPen(pg.mkPen(accent, width=1.5))
            line.setHoverPen(pg.mkPen(accent, width=3))

    def draw(self, begin: float, end: float, over: bool) -> None:
        """Stretch the region over a drag that began somewhere else."""
        self._moving = not over
        first, last = sorted((begin, end))
        with QSignalBlocker(self.region):
            self.region.setRegion((round(first), max(round(last), round(first) + 1)))
        self.region.setVisible(True)
        if over:
            self._tell()
        elif not self._live.isActive():
            self._live.start()

    def take(self, first: int, last: int) -> None:
        """Brush the days from `first` up to, not including, `last`."""
        self.draw(first, last, over=True)

    def _on_region_moved(self) -> None:
        self._moving = True
        if not self._live.isActive():
            self._live.start()

    def _on_region_dropped(self) -> None:
        self._moving = False
        self._tell()

    def _tell(self) -> None:
        if not self._moving:
            self._live.stop()
        first, last = self.region.getRegion()
        begin, end = round(first), max(round(last), round(first) + 1)
        since = None if first <= -_BEYOND / 2 else date_of(begin)
        until = None if last >= _BEYOND / 2 else date_of(end - 1)
        self.periodChanged.emit(since, until)
