"""Paints the titles of the lanes at the upper edge of the screen, where the sheet's own cannot be read.

In go a picture and a camera, out come strokes in pixels of the screen. Must not know what a lane holds.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from explorer.layout.model import Area
from explorer.layout.picture import Picture
from explorer.views.diagram import fonts
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.paint.sheet import TITLED
from explorer.views.diagram.paint.words import CENTRE, write
from explorer.views.kit import theme

_HEIGHT = 22.0
_PADDING = 8.0
#: What the titles take of the screen above a sheet that is seen whole from afar.
HEAD = 14.0
#: Where the sheet's own title ends, from the upper edge of its lane.
_OWN = 24.0


def paint_headings(painter: QPainter, picture: Picture, camera: Camera, screen: QRectF) -> None:
    """The titles of the lanes that are in view, if their own are not, or are too small."""
    end = -1.0
    for lane in picture.lanes:
        place = _place(lane, camera, screen)
        # Where lanes are narrower than their titles, a title that has no room is left out.
        if place is None or place.left() < end:
            continue
        end = place.right() + 4
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(place, 5, 5)
        painter.setPen(theme.colour("ink-muted"))
        painter.setFont(fonts.font("badge"))
        write(painter, place, CENTRE, lane.title)


def _place(lane: Area, camera: Camera, screen: QRectF) -> QRectF | None:
    """Where the title of a lane stands on the screen, or None if its own can be read or nothing of it is in view."""
    corner = camera.to_screen(QPointF(lane.x - 10, lane.y))
    seen = QRectF(corner.x(), corner.y(), (lane.width + 20) * camera.scale, lane.height * camera.scale)
    own = corner.y() + _OWN * camera.scale
    if not lane.title or not seen.intersects(screen) or (camera.scale >= TITLED and own > _HEIGHT):
        return None
    wide = fonts.measured(lane.title, "badge") + 2 * _PADDING
    shown = seen.intersected(screen)
    left = min(max(shown.center().x() - wide / 2, screen.left() + 2), screen.right() - wide - 2)
    top = max(shown.top() - (0 if camera.scale >= TITLED else _HEIGHT + 2), screen.top() + 3)
    return QRectF(left, top, wide, _HEIGHT)
