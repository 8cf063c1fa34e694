"""The layers of pixels that a screen is made of: the sheet, the same with what is picked lit, an overview.

In go a sight and rasters that somebody painted, out come pixels on a painter, and whether they are exact. Must not know
how they are painted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, Self

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QRegion

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.look import FADED
from explorer.views.diagram.paint.sheet import Job
from explorer.views.diagram.raster import Raster

#: What is painted beyond the screen, so that a pan finds it there; in pixels of the screen.
MARGIN = 256
#: A pan that leaves less than this part of the margin moves the raster along.
_LEFT = 0.6


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


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen: a camera and a size in pixels of the device, `ratio` of them to one of the screen."""

    camera: Camera = field(default_factory=Camera)
    size: QSize = field(default_factory=QSize)
    ratio: float = 1.0
    #: Somebody is zooming: nothing is painted for another scale than there is.
    hold: bool = False

    @classmethod
    def through(cls, camera: Camera, size: QSize, ratio: float, *, hold: bool) -> Self:
        """What a camera of the screen sees."""
        return cls(Camera(camera.scale * ratio, camera.x * ratio, camera.y * ratio), size, ratio, hold)

    @property
    def margin(self) -> int:
        """What is painted beyond the screen, in pixels of the device."""
        return round(MARGIN * self.ratio)

    @property
    def room(self) -> QSize:
        """How large a raster is."""
        return self.size.grownBy(QMargins(self.margin, self.margin, self.margin, self.margin))

    @property
    def screen(self) -> QRect:
        """All of the screen."""
        return QRect(QPoint(0, 0), self.size)

    def on_sheet(self) -> QRectF:
        """What of the sheet the screen shows."""
        return self.camera.seen(self.screen)

    def suits(self, raster: Raster) -> bool:
        """Whether a raster is of the scale and size that is wanted."""
        return raster.fits(self.camera) and raster.pixels.size() == self.room

    def seen(self, raster: Raster) -> QRect:
        """What of a raster the screen shows."""
        return raster.seen(self.camera, self.size)

    def satisfied(self, raster: Raster | None) -> bool:
        """Whether a raster has all that the screen shows."""
        if raster is None or not self.suits(raster):
            return False
        seen = self.seen(raster)
        return raster.pixels.rect().contains(seen) and not raster.missing().intersects(seen)


class Layers:
    """What there is of pixels, for a content and a sight."""

    def __init__(self, content: Content) -> None:
        self.content, self.sight = content, Sight()
        self.sheet: Raster | None = None
        self.lit: Raster | None = None
        self.overview: Raster | None = None

    def exact(self) -> bool:
        """Whether what is on the screen is as it should be, to the pixel."""
        wanted = (self.sheet, self.lit) if self.content.lights else (self.sheet,)
        return all(self.sight.satisfied(raster) for raster in wanted)

    def age(self, where: QRectF | None = None) -> None:
        """Everything, or a part of the sheet, must be painted again and can be shown until then."""
        for raster in (self.sheet, self.lit):
            if raster is not None and where is None:
                raster.stale = QRegion(raster.valid)
            elif raster is not None and where is not None:
                raster.age(raster.camera.transform().mapRect(where).toAlignedRect())

    def forget(self) -> None:
        """Nothing of this may be shown any more."""
        self.sheet = self.lit = self.overview = None

    def strayed(self) -> QPoint | None:
        """How far a pan has led away from the middle of the raster, if that uses up the margin."""
        if self.sheet is None or not self.sight.suits(self.sheet):
            return None
        margin = self.sight.margin
        away = self.sight.seen(self.sheet).topLeft() - QPoint(margin, margin)
        return away if max(abs(away.x()), abs(away.y())) > margin * (1 - _LEFT) else None

    def follow(self, away: QPoint) -> None:
        """Move the rasters so that the screen lies in their middle again."""
        for raster in (self.sheet, self.lit):
            if raster is not None:
                raster.moved(-away)

    def show(self, painter: QPainter) -> None:
        """Draw what there is onto a screen whose pixels are those of the device."""
        camera, size = self.sight.camera, self.sight.size
        rest = unlit = QRegion(self.sight.screen)
        if self.lit is not None and self.content.lights:
            rest = unlit = self.lit.show(painter, camera, size)
        if self.sheet is not None and not rest.isEmpty():
            painter.setClipRegion(rest)
            rest = rest.intersected(self.sheet.show(painter, camera, size))
        if not rest.isEmpty():
            self._stand_in(painter, rest)
        if self.content.veiled and not unlit.isEmpty():
            veil = self.content.paper()
            veil.setAlphaF(1.0 - FADED)
            painter.setClipRegion(unlit)
            painter.fillRect(unlit.boundingRect(), veil)
        painter.setClipping(False)

    def _stand_in(self, painter: QPainter, rest: QRegion) -> None:
        """Where nothing is known yet, the overview; before there is one, at least the lanes."""
        painter.setClipRegion(rest)
        painter.fillRect(rest.boundingRect(), self.content.paper())
        camera, ratio = self.sight.camera, self.sight.ratio
        if self.overview is not None:
            self.overview.show(painter, camera, self.sight.size)
            return
        painter.save()
        painter.setTransform(camera.transform(), combine=True)
        for job in self.content.ground(camera, ratio, rest.boundingRect()):
            job(painter)
        painter.restore()
