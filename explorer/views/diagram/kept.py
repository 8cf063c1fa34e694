"""The kept picture: what is on the screen is pixels that were painted before; painting goes on in small pieces.

In go a camera and something that says what to paint, out come pixels at once and the exact picture soon. A move shows
the pixels at another place, a zoom shows them scaled, and where nothing is known an overview of the whole sheet stands
in. Must not know widgets, scenes or timers: whoever owns it calls `turn` while there is work.
"""

import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Protocol

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.paint.box import FADED
from explorer.views.diagram.paint.sheet import Job
from explorer.views.diagram.raster import Raster, Work, put, rects

#: What is painted beyond the screen, so that a pan finds it there; in pixels of the screen.
MARGIN = 256
#: A pan that leaves less than this part of the margin moves the raster along.
_LEFT = 0.6
#: The longest that one turn paints, in seconds.
SLICE = 0.006
#: What the overview can hold, in pixels.
_OVERVIEW = QSize(1280, 800)


class Content(Protocol):
    """What there is to paint. Cameras and places are in pixels of the device, `ratio` of them to one of the screen."""

    @property
    def instant(self) -> bool:
        """So little that all of it can be painted inside a paint event."""

    @property
    def lights(self) -> bool:
        """Something is picked, marked or found."""

    @property
    def veiled(self) -> bool:
        """What is not lit steps back."""

    def paper(self) -> QColor:
        """What everything lies on."""

    def sheet(self) -> QRectF:
        """How far the sheet reaches."""

    def ground(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """What never fades."""

    def base(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """Everything above the ground, nothing of it picked."""

    def under(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """What has to be painted before the veil."""

    def over(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """What is lit."""


class Kept:
    """The pixels of now: the sheet with a margin, the same with what is picked lit, and an overview."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._target, self._size, self._ratio = Camera(), QSize(), 1.0
        self._hold = False
        self._sheet: Raster | None = None
        self._lit: Raster | None = None
        self._overview: Raster | None = None
        self._plan: Iterator[Work] | None = None
        self._work: Work | None = None
        #: Nothing is left to paint.
        self.idle = False

    @property
    def scale(self) -> float:
        """How near the sheet is seen, in pixels of the screen."""
        return self._target.scale / self._ratio

    def seen_on_sheet(self) -> QRectF:
        """What of the sheet the screen shows."""
        corner = QPointF(self._size.width(), self._size.height())
        return QRectF(self._target.to_sheet(QPointF(0, 0)), self._target.to_sheet(corner))

    def aim(self, camera: Camera, size: QSize, ratio: float, *, hold: bool = False) -> None:
        """Show what a camera sees on a screen of so many pixels; while held, nothing is painted for another scale."""
        target = Camera(camera.scale * ratio, camera.x * ratio, camera.y * ratio)
        if (target.scale, size, ratio, hold) != (self._target.scale, self._size, self._ratio, self._hold):
            self._drop()
        if ratio != self._ratio:
            self._sheet = self._lit = None
        self._target, self._size, self._ratio, self._hold = target, size, ratio, hold
        self._follow()
        if self.content.instant and (not hold or self._sheet is None):
            self.finish()

    def renew(self) -> None:
        """Everything looks different: paint it again, and show the old until then."""
        self._drop()
        self._overview = None
        for raster in (self._sheet, self._lit):
            if raster is not None:
                raster.stale = QRegion(raster.valid)

    def forget(self) -> None:
        """Nothing of the old may be shown any more."""
        self._drop()
        self._sheet = self._lit = self._overview = None

    def repaint(self, where: QRectF) -> None:
        """A part of the sheet looks different."""
        self._drop()
        for raster in (self._sheet, self._lit):
            if raster is not None:
                raster.age(raster.camera.transform().mapRect(where).toAlignedRect())

    def relight(self) -> None:
        """Something else is picked, marked or found."""
        self._drop()
        if not self.content.lights:
            self._lit = None
        elif self._lit is not None:
            self._lit.stale = QRegion(self._lit.valid)

    def show(self, painter: QPainter) -> None:
        """Draw what there is onto a screen whose pixels are those of the device."""
        rest = unlit = QRegion(QRect(QPoint(0, 0), self._size))
        if self._lit is not None and self.content.lights:
            rest = unlit = self._lit.show(painter, self._target, self._size)
        if self._sheet is not None and not rest.isEmpty():
            painter.setClipRegion(rest)
            rest = rest.intersected(self._sheet.show(painter, self._target, self._size))
        if not rest.isEmpty():
            self._stand_in(painter, rest)
        if self.content.veiled and not unlit.isEmpty():
            veil = self.content.paper()
            veil.setAlphaF(1.0 - FADED)
            painter.setClipRegion(unlit)
            painter.fillRect(unlit.boundingRect(), veil)
        painter.setClipping(False)

    def exact(self) -> bool:
        """Whether what is on the screen is as it should be, to the pixel."""
        layers = (self._sheet, self._lit) if self.content.lights else (self._sheet,)
        return all(layer is not None and self._good(layer) for layer in layers)

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
                self._plan = self._planned()
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

    def _planned(self) -> Iterator[Work]:
        """What to paint, the most urgent first. After each work the plan goes on with what has become of it."""
        if self._size.isEmpty() or (self._hold and self._sheet is not None and not self._serves(self._sheet)):
            return
        if self._sheet is None or not self._serves(self._sheet):
            yield from self._begun()
        yield from self._filled(view=True)
        yield from self._filled(view=False)
        if self._overview is None:
            yield from self._overviewed()

    def _begun(self) -> Iterator[Work]:
        """The screen, painted with the camera of now, becomes the middle of a new raster."""
        margin = round(MARGIN * self._ratio)
        room = self._size.grownBy(_margins(margin))
        raster = Raster(QPixmap(room), self._target.panned(QPointF(margin, margin)))
        place = QRect(QPoint(margin, margin), self._size)
        work = self._fresh(raster, place)
        yield work
        put(raster, place, work.pixels)
        self._sheet, self._lit = raster, None

    def _filled(self, *, view: bool) -> Iterator[Work]:
        """What is missing of the sheet, then of what is lit: on the screen, or everywhere."""
        sheet = self._sheet
        if sheet is None:
            return
        for place in _places(sheet, self._seen(sheet) if view else sheet.pixels.rect()):
            work = self._fresh(sheet, place)
            yield work
            put(sheet, place, work.pixels)
        if not self.content.lights:
            return
        if self._lit is None:
            self._lit = Raster(QPixmap(sheet.pixels.size()), sheet.camera)
        lit = self._lit
        for place in _places(lit, self._seen(lit) if view else lit.pixels.rect()):
            yield from self._lighted(sheet, lit, place)

    def _lighted(self, sheet: Raster, lit: Raster, place: QRect) -> Iterator[Work]:
        """The veil first, and what is lit painted over it while it is seen: a pick answers at once."""
        camera, ratio = sheet.camera, self._ratio
        copy: Job = partial(_copy, pixels=sheet.pixels, place=place)
        jobs = chain([copy], self.content.under(camera, ratio, place))
        work = Work.fresh(place, camera, self.content.paper(), jobs)
        yield work
        if self.content.veiled:
            veil = Work.fresh(place, camera, self.content.paper(), self.content.ground(camera, ratio, place))
            yield veil
            painter = QPainter(work.pixels)
            painter.setOpacity(1.0 - FADED)
            painter.drawPixmap(0, 0, veil.pixels)
            painter.end()
        put(lit, place, work.pixels)
        lit.stale += place
        yield Work(lit.pixels, camera, iter(self.content.over(camera, ratio, place)), place)
        lit.stale -= place

    def _overviewed(self) -> Iterator[Work]:
        """The whole sheet, small. If the raster holds all of it, that will do."""
        sheet, whole = self._sheet, self.content.sheet()
        if sheet is None or whole.isEmpty():
            return
        if sheet.pixels.rect().contains(sheet.camera.transform().mapRect(whole).toAlignedRect()):
            self._overview = Raster(QPixmap(sheet.pixels), sheet.camera, QRegion(sheet.valid))
            return
        camera = Camera.fitted(whole, QSizeF(_OVERVIEW))
        work = self._fresh(Raster(QPixmap(), camera), QRect(QPoint(0, 0), _OVERVIEW))
        yield work
        self._overview = Raster(work.pixels, camera, QRegion(work.pixels.rect()))

    def _fresh(self, raster: Raster, place: QRect) -> Work:
        camera, ratio = raster.camera, self._ratio
        jobs = chain(self.content.ground(camera, ratio, place), self.content.base(camera, ratio, place))
        return Work.fresh(place, camera, self.content.paper(), jobs)

    def _follow(self) -> None:
        """After a pan that has used up the margin, the raster moves so that the screen lies in its middle again."""
        sheet = self._sheet
        if sheet is None or not self._serves(sheet):
            return
        margin = round(MARGIN * self._ratio)
        away = self._seen(sheet).topLeft() - QPoint(margin, margin)
        if max(abs(away.x()), abs(away.y())) <= margin * (1 - _LEFT):
            return
        if self._plan is not None and sheet.pixels.rect().contains(self._seen(sheet)):
            return  # what is being painted is finished first, else a long drag would never finish anything
        self._drop()
        sheet.moved(-away)
        if self._lit is not None:
            self._lit.moved(-away)

    def _serves(self, raster: Raster) -> bool:
        """Whether a raster is of the scale and size that is wanted."""
        room = self._size.grownBy(_margins(round(MARGIN * self._ratio)))
        return raster.fits(self._target) and raster.pixels.size() == room

    def _seen(self, raster: Raster) -> QRect:
        return raster.seen(self._target, self._size)

    def _good(self, raster: Raster) -> bool:
        return (
            self._serves(raster)
            and not raster.missing().intersects(self._seen(raster))
            and (raster.pixels.rect().contains(self._seen(raster)))
        )

    def _stand_in(self, painter: QPainter, rest: QRegion) -> None:
        """Where nothing is known yet, the overview; before there is one, at least the lanes."""
        painter.setClipRegion(rest)
        painter.fillRect(rest.boundingRect(), self.content.paper())
        if self._overview is not None:
            self._overview.show(painter, self._target, self._size)
            return
        painter.save()
        painter.setTransform(self._target.transform(), combine=True)
        for job in self.content.ground(self._target, self._ratio, rest.boundingRect()):
            job(painter)
        painter.restore()


def _margins(all_round: int) -> QMargins:
    return QMargins(all_round, all_round, all_round, all_round)


def _places(raster: Raster, within: QRect) -> list[QRect]:
    """What is to be painted of a raster inside a rectangle."""
    return rects(raster.missing().intersected(within))


def _copy(painter: QPainter, pixels: QPixmap, place: QRect) -> None:
    painter.save()
    painter.setTransform(QTransform())
    painter.drawPixmap(place.topLeft(), pixels, place)
    painter.restore()
