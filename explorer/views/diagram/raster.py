"""Rasters: pixels of a part of the sheet, and the work that paints them.

In go jobs that paint, a camera and places, out come pixels that can be shown moved or scaled. All lengths are pixels of
the device. Must not know what the jobs paint, nor the widget.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.paint.sheet import Job, prepare

#: Cameras whose scales differ by less show the same picture.
_SAME = 1e-9


@dataclass
class Raster:
    """Pixels, the camera that they were painted with, and where they are good.

    `stale` is what can be shown until it has been painted again.
    """

    pixels: QPixmap
    camera: Camera
    valid: QRegion = field(default_factory=QRegion)
    stale: QRegion = field(default_factory=QRegion)

    def fits(self, camera: Camera) -> bool:
        """Whether a camera shows these pixels one to one."""
        return abs(self.camera.scale - camera.scale) <= _SAME * camera.scale

    def offset(self, camera: Camera) -> QPoint:
        """Where the corner of these pixels lies on the screen of a camera of the same scale, in whole pixels."""
        return QPoint(round(camera.x - self.camera.x), round(camera.y - self.camera.y))

    def seen(self, camera: Camera, size: QSize) -> QRect:
        """What part of these pixels a screen of a camera of the same scale shows."""
        return QRect(-self.offset(camera), size)

    def show(self, painter: QPainter, camera: Camera, size: QSize) -> QRegion:
        """Draw onto a screen; returns what of the screen has not been covered."""
        whole = QRegion(QRect(QPoint(0, 0), size))
        if self.fits(camera):
            offset = self.offset(camera)
            for rect in rects(self.valid.intersected(self.seen(camera, size))):
                painter.drawPixmap(rect.topLeft() + offset, self.pixels, rect)
            return whole - self.valid.translated(offset)
        factor = camera.scale / self.camera.scale
        corner = QPointF(camera.x - self.camera.x * factor, camera.y - self.camera.y * factor)
        screen = QRectF(
            (0 - corner.x()) / factor, (0 - corner.y()) / factor, size.width() / factor, size.height() / factor
        )
        covered = QRegion()
        for rect in rects(self.valid):
            source = QRectF(rect).intersected(screen)
            if not source.isEmpty():
                target = QRectF(corner + source.topLeft() * factor, source.size() * factor)
                painter.drawPixmap(target, self.pixels, source)
                covered += target.toRect()
        return whole - covered

    def moved(self, by: QPoint) -> None:
        """Move the pixels inside themselves; what comes in from outside is not good yet."""
        room = self.pixels.rect()
        self.pixels.scroll(by.x(), by.y(), room)
        self.camera = self.camera.panned(QPointF(by))
        self.valid = self.valid.translated(by).intersected(room)
        self.stale = self.stale.translated(by).intersected(room)

    def age(self, where: QRect) -> None:
        """A part must be painted again."""
        self.stale += self.valid.intersected(where)

    def missing(self) -> QRegion:
        """What has to be painted."""
        return (QRegion(self.pixels.rect()) - self.valid) + self.stale


@dataclass
class Work:
    """Jobs that paint a part of a raster, a slice a turn, and what has become of them.

    All places are those of the raster; `corner` is where these pixels lie in it.
    """

    pixels: QPixmap
    camera: Camera
    jobs: Iterator[Job]
    clip: QRect
    corner: QPoint = field(default_factory=QPoint)
    done: bool = False

    @classmethod
    def fresh(cls, place: QRect, camera: Camera, ground: QColor, jobs: Iterable[Job]) -> "Work":
        """Work on new pixels for a place of the raster of a camera."""
        pixels = QPixmap(place.size())
        pixels.fill(ground)
        return cls(pixels, camera, iter(jobs), place, QPoint(place.topLeft()))

    def run(self, seconds: float | None = None) -> bool:
        """Paint for so long, or to the end; whether all is painted."""
        painter = QPainter(self.pixels)
        # Pixels that are still being painted when a fault ends a job would take the program with them.
        try:
            self._paint(painter, None if seconds is None else time.perf_counter() + seconds)
        finally:
            painter.end()
        return self.done

    def _paint(self, painter: QPainter, end: float | None) -> None:
        prepare(painter)
        # Jobs may set the transform to what they like, the corner stays where it is.
        painter.setViewport(QRect(QPoint(0, 0), self.pixels.size()))
        painter.setWindow(QRect(self.corner, self.pixels.size()))
        painter.setClipRect(self.clip)
        painter.setTransform(self.camera.transform())
        for job in self.jobs:
            job(painter)
            if end is not None and time.perf_counter() >= end:
                return
        self.done = True


def rects(region: QRegion) -> list[QRect]:
    """The rectangles of a region."""
    return list(cast("Iterable[QRect]", region))  # the stubs do not know that it can be walked over


def put(raster: Raster, place: QRect, pixels: QPixmap) -> None:
    """Lay painted pixels into a raster."""
    painter = QPainter(raster.pixels)
    painter.drawPixmap(place.topLeft(), pixels)
    painter.end()
    raster.valid += place
    raster.stale -= place
