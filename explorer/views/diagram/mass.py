"""Paints many things of one kind at once: straight pieces, heads, marks, rings; all from arrays.

In go arrays, out come jobs for a painter. Imports numpy, so only large scenes load it. Must not know scenes or looks.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.flat import Stroke
from explorer.views.diagram.paint.line import HEAD, dashes
from explorer.views.diagram.paint.sheet import Job
from explorer.views.diagram.pieces import Floats
from explorer.views.diagram.segments import Segments, dashed, lengthened
from explorer.views.kit import theme

#: How many of them one job paints.
_LINES, _HEADS, _MARKS = 1_200, 250, 5_000
#: No line is thinner than this on the screen, no mark smaller.
THINNEST, SMALLEST = 0.9, 1.6
#: Dashes shorter than this on the screen would only look grey.
_SHORTEST = 1.6
_SEAM = 0.4


def segment_jobs(some: Segments, stroke: Stroke, camera: Camera, ratio: float, halo: float = 0.0) -> Iterator[Job]:
    """Straight pieces of the sheet in one stroke; `halo` makes them wider on the sheet."""
    pattern = dashes(stroke.line)
    scale = camera.scale / ratio
    if pattern and pattern[0] * scale >= _SHORTEST and not halo:
        some = dashed(some, *pattern)
    if not len(some):
        return
    ends = some.ends * camera.scale + (camera.x, camera.y, camera.x, camera.y)
    ends = lengthened(ends, _SEAM) if pattern is None else np.ascontiguousarray(ends)
    pen = QPen(theme.colour(stroke.colour), max((stroke.width + halo) * camera.scale, THINNEST * ratio))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    for begin in range(0, len(ends), _LINES):
        yield partial(_lines, ends=ends[begin : begin + _LINES], pen=pen)


def _lines(painter: QPainter, ends: Floats, pen: QPen) -> None:
    painter.save()
    painter.setTransform(QTransform())
    painter.setPen(pen)
    # The array is read as it lies there: four doubles are a QLineF. Making objects of them would cost most.
    painter.drawLines(cast("QLineF", shiboken6.wrapInstance(ends.ctypes.data, QLineF)), len(ends))
    painter.restore()


def head_jobs(
    tips: Floats, ways: Floats, filled: Sequence[bool], colours: Sequence[str], least: float
) -> Iterator[Job]:
    """Heads at the ends of lines, filled or open, on the sheet; none shorter than `least`."""
    groups: dict[tuple[bool, str], list[int]] = {}
    for i, key in enumerate(zip(filled, colours, strict=True)):
        groups.setdefault(key, []).append(i)
    places = tips.tolist()
    for (full, colour), members in groups.items():
        for begin in range(0, len(members), _HEADS):
            some = [(*places[i], float(ways[i])) for i in members[begin : begin + _HEADS]]
            yield partial(_heads, some=some, full=full, colour=colour, long=max(HEAD, least))


def _heads(painter: QPainter, some: list[tuple[float, float, float]], full: bool, colour: str, long: float) -> None:
    half = long * (0.525 if full else 0.45)
    path = QPainterPath()
    for x, y, way in some:
        back = x - way * long
        wings = QPolygonF([QPointF(back, y - half), QPointF(x, y), QPointF(back, y + half)])
        path.addPolygon(wings)
    tint = theme.colour(colour)
    painter.setPen(Qt.PenStyle.NoPen if full else QPen(tint, 1.4 * long / HEAD))
    painter.setBrush(tint if full else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def mark_jobs(bounds: NDArray[np.float32], tint: QColor, camera: Camera, ratio: float) -> Iterator[Job]:
    """Boxes of the sheet as plain rectangles of one colour."""
    left, top = bounds[:, 0] * camera.scale + camera.x, bounds[:, 1] * camera.scale + camera.y
    least = SMALLEST * ratio
    wide = np.maximum((bounds[:, 2] - bounds[:, 0]) * camera.scale, least)
    high = np.maximum((bounds[:, 3] - bounds[:, 1]) * camera.scale, least)
    frames = np.ascontiguousarray(np.column_stack([left, top, wide, high]), np.float64)
    for begin in range(0, len(frames), _MARKS):
        yield partial(_marks, frames=frames[begin : begin + _MARKS], tint=tint)


def _marks(painter: QPainter, frames: Floats, tint: QColor) -> None:
    painter.save()
    painter.setTransform(QTransform())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRects(cast("QRectF", shiboken6.wrapInstance(frames.ctypes.data, QRectF)), len(frames))
    painter.restore()


def paint_ring(painter: QPainter, frame: QRectF, unit: float) -> None:
    """The ring of what is picked, around a mark: as wide on the screen as near; `unit` is a pixel there."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2.2 * unit))
    painter.drawRoundedRect(frame.adjusted(-3 * unit, -3 * unit, 3 * unit, 3 * unit), 4 * unit, 4 * unit)
