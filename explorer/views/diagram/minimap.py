"""The minimap: the whole sheet small, painted once, and the part of it that is in view.

In go a drawing, a camera and the canvas, out come strokes in a corner, and for a point in it the place on the sheet.
Must not know the mouse.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from explorer.layout.picture import Picture
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.content import Drawing
from explorer.views.diagram.paint.sheet import prepare
from explorer.views.kit import theme

_WIDTH, _HEIGHT, _MARGIN = 180.0, 120.0, 12.0
_PADDING = 6.0
#: The frame of what is in view can be seen however near one is.
_LEAST = 5.0


def frame(canvas: QRectF) -> QRectF:
    """Where the minimap lies on the canvas."""
    return QRectF(canvas.right() - _WIDTH - _MARGIN, canvas.bottom() - _HEIGHT - _MARGIN, _WIDTH, _HEIGHT)


def sheet_point(picture: Picture, canvas: QRectF, point: QPointF) -> QPointF | None:
    """The place on the sheet that a point in the minimap stands for, or None beside it."""
    place = frame(canvas)
    if not place.contains(point) or not picture.width or not picture.height:
        return None
    return _camera(picture).to_sheet(point - place.topLeft())


def _camera(picture: Picture) -> Camera:
    """How sheet and minimap lie on each other, from the corner of the minimap."""
    scale = min((_WIDTH - 2 * _PADDING) / picture.width, (_HEIGHT - 2 * _PADDING) / picture.height)
    x = _WIDTH / 2 - (picture.x + picture.width / 2) * scale
    y = _HEIGHT / 2 - (picture.y + picture.height / 2) * scale
    return Camera(scale, x, y)


class Minimap:
    """The minimap of a drawing, and its pixels until something of it changes."""

    def __init__(self) -> None:
        self._pixels: QPixmap | None = None
        self._hidden: frozenset[str] = frozenset()

    def forget(self) -> None:
        """Paint it anew when it is next wanted."""
        self._pixels = None

    def paint(self, painter: QPainter, drawing: Drawing, camera: Camera, canvas: QRectF, ratio: float) -> None:
        """Boxes as small marks, the view as a frame."""
        picture, place = drawing.scene.picture, frame(canvas)
        if not picture.width or not picture.height:
            return
        hidden = drawing.look.hidden
        if self._pixels is None or self._pixels.devicePixelRatio() != ratio or self._hidden != hidden:
            self._pixels, self._hidden = _painted(drawing, ratio), hidden
        painter.drawPixmap(place.topLeft(), self._pixels)
        mine = _camera(picture)
        seen = QRectF(
            mine.to_screen(camera.to_sheet(canvas.topLeft())), mine.to_screen(camera.to_sheet(canvas.bottomRight()))
        )
        shown = seen.intersected(QRectF(0, 0, _WIDTH, _HEIGHT).adjusted(1, 1, -1, -1))
        if shown.isEmpty():
            return
        wide, high = max(_LEAST, shown.width()), max(_LEAST, shown.height())
        mark = QRectF(shown.center().x() - wide / 2, shown.center().y() - high / 2, wide, high)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(mark.translated(place.topLeft()))


def _painted(drawing: Drawing, ratio: float) -> QPixmap:
    pixels = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    prepare(painter)
    painter.setPen(QPen(theme.colour("line-strong"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1), 5, 5)
    camera = _camera(drawing.scene.picture)
    for job in drawing.marks(camera, QRect(0, 0, round(_WIDTH), round(_HEIGHT))):
        job(painter)
    painter.end()
    return pixels
