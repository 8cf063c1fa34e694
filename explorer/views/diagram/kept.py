"""The kept picture: what is on the screen is pixels that were painted before; painting goes on in small pieces.

In go a camera and something that says what to paint, out come pixels at once and the exact picture soon. A move shows
the pixels at another place, a zoom shows them scaled, and where nothing is known an overview of the whole sheet stands
in. Must not know widgets, scenes or timers: whoever owns it calls `turn` while there is work.
"""

import time
from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.layers import Content, Layers, Sight
from explorer.views.diagram.plan import planned
from explorer.views.diagram.raster import Work

#: The longest that one turn paints, in seconds.
SLICE = 0.006


class Kept:
    """The pixels of now, and the work on those that are missing."""

    def __init__(self, content: Content) -> None:
        self.layers = Layers(content)
        self._plan: Iterator[Work] | None = None
        self._work: Work | None = None
        #: Nothing is left to paint.
        self.idle = False

    def aim(self, camera: Camera, size: QSize, ratio: float, *, hold: bool = False) -> None:
        """Show what a camera sees on a screen of so many pixels; while held, nothing is painted for another scale."""
        layers, old = self.layers, self.layers.sight
        new = layers.sight = Sight.through(camera, size, ratio, hold=hold)
        if (new.camera.scale, size, ratio, hold) != (old.camera.scale, old.size, old.ratio, old.hold):
            self._drop()
        if ratio != old.ratio:
            layers.forget()
        self._follow()
        if layers.content.instant and (not hold or layers.sheet is None):
            self.finish()

    def renew(self, content: Content) -> None:
        """There is something else to paint; the old is shown until it is."""
        self._drop()
        self.layers.content, self.layers.overview = content, None
        self.layers.age()

    def forget(self) -> None:
        """Nothing of the old may be shown any more."""
        self._drop()
        self.layers.forget()

    def repaint(self, where: QRectF) -> None:
        """A part of the sheet looks different."""
        self._drop()
        self.layers.age(where)

    def relight(self) -> None:
        """Something else is picked, marked or found."""
        self._drop()
        lit = self.layers.lit
        if lit is not None and self.layers.content.lights:
            lit.stale = lit.stale.united(lit.valid)
        else:
            self.layers.lit = None

    def exact(self) -> bool:
        """Whether what is on the screen is as it should be, to the pixel."""
        return self.layers.exact()

    def turn(self, seconds: float | None = SLICE) -> bool:
        """Paint for so long; whether there is more to do."""
        end = None if seconds is None else time.perf_counter() + seconds
        while self._step(end):
            if end is not None and time.perf_counter() >= end:
                return True
        return False

    def finish(self, seconds: float | None = None) -> None:
        """Paint until what is on the screen is exact, but no longer than so many seconds."""
        end = None if seconds is None else time.perf_counter() + seconds
        while not self.exact() and self._step(end):
            if end is not None and time.perf_counter() >= end:
                return

    def _step(self, end: float | None) -> bool:
        """Go on with the work at hand, or begin the next; whether there was any."""
        if self._work is None:
            if self._plan is None:
                self._plan = planned(self.layers)
            self._work = next(self._plan, None)
        if self._work is None:
            self._plan = None
            self.idle = True
            return False
        if self._work.run(None if end is None else max(0.0, end - time.perf_counter())):
            self._work = None
        return True

    def _drop(self) -> None:
        self._plan = self._work = None
        self.idle = False

    def _follow(self) -> None:
        """After a pan that has used up the margin, the raster moves so that the screen lies in its middle again."""
        sheet, away = self.layers.sheet, self.layers.strayed()
        if sheet is None or away is None:
            return
        if self._plan is not None and sheet.pixels.rect().contains(self.layers.sight.seen(sheet)):
            return  # what is being painted is finished first, else a long drag would never finish anything
        self._drop()
        self.layers.follow(away)
