"""Paints the minimap: the whole sheet small, and the part of it that is in view.

In go a scene, a camera and the canvas, out come strokes in a corner. Must not know the mouse.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.kit import theme

_WIDTH, _HEIGHT, _MARGIN = 180.0, 120.0, 12.0


def frame(canvas: QRectF) -> QRectF:
    """Where the minimap lies on the canvas."""
    return QRectF(canvas.right() - _WIDTH - _MARGIN, canvas.bottom() - _HEIGHT - _MARGIN, _WIDTH, _HEIGHT)


def paint_minimap(painter: QPainter, scene: Scene, camera: Camera, canvas: QRectF) -> None:
    """Boxes as small marks, the view as a frame."""
    place, picture = frame(canvas), scene.picture
    if not picture.width or not picture.height:
        return
    painter.setPen(QPen(theme.colour("line-strong"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(place, 5, 5)
    scale = min((_WIDTH - 12) / picture.width, (_HEIGHT - 12) / picture.height)
    x = place.center().x() - (picture.x + picture.width / 2) * scale
    y = place.center().y() - (picture.y + picture.height / 2) * scale
    painter.setPen(Qt.PenStyle.NoPen)
    for node in scene.graph.nodes:
        box = picture.box_by_id[node.id]
        painter.setBrush(theme.colour(node.colour if node.table == "goods" else "line-strong"))
        painter.drawRect(
            QRectF(x + box.x * scale, y + box.y * scale, max(2, box.width * scale), max(1.5, box.height * scale))
        )
    seen = QRectF(camera.to_sheet(canvas.topLeft()), camera.to_sheet(canvas.bottomRight()))
    shown = QRectF(x + seen.x() * scale, y + seen.y() * scale, seen.width() * scale, seen.height() * scale)
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(shown.intersected(place))
