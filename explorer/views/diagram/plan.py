"""The plan: what is to be painted of the layers, the most urgent first.

In go layers, out come works one by one; after each the plan goes on with what has become of it. What is on the screen
comes before what lies around it. Must not know time: whoever asks for a work decides when it is done.
"""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.layers import Layers
from explorer.views.diagram.look import FADED
from explorer.views.diagram.paint.sheet import Job
from explorer.views.diagram.raster import Raster, Work, put, rects

#: What the overview can hold, in pixels.
_OVERVIEW = QSize(1280, 800)


def planned(layers: Layers) -> Iterator[Work]:
    """Everything that is to be painted for the sight of now, and of whatever it pans to."""
    sight, sheet = layers.sight, layers.sheet
    if sight.size.isEmpty() or (sight.hold and sheet is not None and not sight.suits(sheet)):
        return
    if sheet is None or not sight.suits(sheet):
        yield from _begun(layers)
    yield from _filled(layers, view=True)
    yield from _filled(layers, view=False)
    if layers.overview is None:
        yield from _overviewed(layers)


def _begun(layers: Layers) -> Iterator[Work]:
    """The screen, painted with the camera of now, becomes the middle of a new raster."""
    sight = layers.sight
    corner = QPoint(sight.margin, sight.margin)
    raster = Raster(QPixmap(sight.room), sight.camera.panned(corner.toPointF()))
    place = QRect(corner, sight.size)
    work = _fresh(layers, raster.camera, place)
    yield work
    put(raster, place, work.pixels)
    layers.sheet, layers.lit = raster, None


def _filled(layers: Layers, *, view: bool) -> Iterator[Work]:
    """What is missing of the sheet, then of what is lit: on the screen, or everywhere."""
    sheet = layers.sheet
    if sheet is None:
        return
    for place in _places(layers, sheet, view=view):
        work = _fresh(layers, sheet.camera, place)
        yield work
        put(sheet, place, work.pixels)
    if not layers.content.lights:
        return
    if layers.lit is None:
        layers.lit = Raster(QPixmap(sheet.pixels.size()), sheet.camera)
    for place in _places(layers, layers.lit, view=view):
        yield from _lighted(layers, sheet, layers.lit, place)


def _places(layers: Layers, raster: Raster, *, view: bool) -> list[QRect]:
    within = layers.sight.seen(raster) if view else raster.pixels.rect()
    return rects(raster.missing().intersected(within))


def _lighted(layers: Layers, sheet: Raster, lit: Raster, place: QRect) -> Iterator[Work]:
    """The veil first, and what is lit painted over it while it is seen: a pick answers at once."""
    content, camera, ratio = layers.content, sheet.camera, layers.sight.ratio
    copy: Job = partial(_copy, pixels=sheet.pixels, place=place)
    work = Work.fresh(place, camera, content.paper(), chain([copy], content.under(camera, ratio, place)))
    yield work
    if content.veiled:
        veil = Work.fresh(place, camera, content.paper(), content.ground(camera, ratio, place))
        yield veil
        painter = QPainter(work.pixels)
        painter.setOpacity(1.0 - FADED)
        painter.drawPixmap(0, 0, veil.pixels)
        painter.end()
    put(lit, place, work.pixels)
    lit.stale += place
    yield Work(lit.pixels, camera, iter(content.over(camera, ratio, place)), place)
    lit.stale -= place


def _overviewed(layers: Layers) -> Iterator[Work]:
    """The whole sheet, small. If the raster holds all of it, that will do."""
    sheet, whole = layers.sheet, layers.content.sheet()
    if sheet is None or whole.isEmpty():
        return
    if sheet.pixels.rect().contains(sheet.camera.transform().mapRect(whole).toAlignedRect()):
        layers.overview = Raster(QPixmap(sheet.pixels), sheet.camera, QRegion(sheet.valid))
        return
    camera = Camera.fitted(whole, QSizeF(_OVERVIEW))
    work = _fresh(layers, camera, QRect(QPoint(0, 0), _OVERVIEW))
    yield work
    layers.overview = Raster(work.pixels, camera, QRegion(work.pixels.rect()))


def _fresh(layers: Layers, camera: Camera, place: QRect) -> Work:
    content, ratio = layers.content, layers.sight.ratio
    jobs = chain(content.ground(camera, ratio, place), content.base(camera, ratio, place))
    return Work.fresh(place, camera, content.paper(), jobs)


def _copy(painter: QPainter, pixels: QPixmap, place: QRect) -> None:
    """The pixels of a place, where they belong in a raster."""
    painter.save()
    painter.setTransform(QTransform())
    painter.drawPixmap(place.topLeft(), pixels, place)
    painter.restore()
