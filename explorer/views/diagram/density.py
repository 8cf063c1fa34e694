"""Density: from afar, how many lines run where, instead of lines that hide each other.

In go curved pieces and their colours, out come jobs that add them up on a grid of pixels and paint the sum: one line is
a faint stroke, many are ink. Imports numpy, so only large scenes load it. Must not know what a line means.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QTransform

from explorer.views.diagram.camera import Camera
from explorer.views.diagram.paint.sheet import Job
from explorer.views.diagram.pieces import Ints
from explorer.views.diagram.segments import clipped, flattened, straight
from explorer.views.diagram.tracks import Tracks
from explorer.views.kit import theme

_BATCH, _SAMPLES = 5_000, 40_000
#: How dark one line is, and the darkest that many can get.
_FAINT, _DARK = 0.26, 0.82
_ROWS = 100
#: From afar a curve needs few corners.
_COARSE = 0.6
_STRAIGHT = 0.1

Grid = NDArray[np.float32]


def density_jobs(
    tracks: Tracks, tokens: Sequence[str], camera: Camera, place: QRect, darkest: dict[float, float]
) -> Iterator[Job]:
    """The density of tracks in a rectangle of pixels; `tokens` is the colour of every stroke.

    `darkest` keeps what is taken for many at each scale.
    """
    within = camera.seen(place)
    which = tracks.touching(within.left() - 9, within.top() - 9, within.right() + 9, within.bottom() + 9)
    colour_of = tracks.stroke[which]
    # A pixel more all around: what is shared between two cells may spill over the edge.
    wide, high = place.width() + 2, place.height() + 2
    ink, sums = np.zeros((4, high * wide), np.float32), np.zeros(high * wide, np.float32)
    yield pause
    for number, token in enumerate(tokens):
        mine = which[colour_of == number]
        if not len(mine):
            continue
        sums[:] = 0
        yield pause
        for begin in range(0, len(mine), _BATCH):
            some_of = mine[begin : begin + _BATCH]
            some_of = some_of[_crossing(tracks.pieces.bounds[tracks.piece[some_of]], camera)]
            for steep, ends, weight in _ends(tracks, some_of, camera, place):
                yield pause
                for part in _portions(ends):
                    _add(sums, ends[part], weight[part], *((wide, 1) if steep else (1, wide)))
                    yield pause
        tint = theme.colour(token)
        for channel, value in enumerate((1.0, tint.redF(), tint.greenF(), tint.blueF())):
            ink[channel] += sums * np.float32(value)
            yield pause
    if not len(which):
        return
    many = darkest.get(camera.scale) or darkest.setdefault(camera.scale, _many(ink[0]))
    yield pause
    shaped = ink.reshape(4, high, wide)[:, 1:-1, 1:-1]
    for top in range(0, place.height(), _ROWS):
        yield partial(_paint, ink=shaped[:, top : top + _ROWS], many=many, at=place.topLeft() + QPoint(0, top))


def pause(_painter: QPainter) -> None:
    """Paints nothing: a place where work may stop for a turn."""


def _ends(tracks: Tracks, which: Ints, camera: Camera, place: QRect) -> Iterator[tuple[bool, Grid, Grid]]:
    """Straight pieces in cells of the grid, flat ones and steep ones, each with its long side first and growing.

    With each goes how many lines run there.
    """
    piece = tracks.piece[which]
    # Farther away a curve is as good as straight.
    cut = (
        straight(tracks.pieces, piece) if camera.scale < _STRAIGHT
        else flattened(tracks.pieces, piece, camera.scale, fine=_COARSE)
    )  # fmt: skip
    left, top = (place.left() - camera.x) / camera.scale, (place.top() - camera.y) / camera.scale
    right, bottom = left + place.width() / camera.scale, top + place.height() / camera.scale
    kept = clipped(cut, left, top, right, bottom)
    weight = tracks.count[which[kept.owner]].astype(np.float32)
    ends32: Grid = ((kept.ends - (left, top, left, top)) * camera.scale + 1.0).astype(np.float32)
    steep = np.abs(ends32[:, 3] - ends32[:, 1]) > np.abs(ends32[:, 2] - ends32[:, 0])
    for is_steep, mine in ((False, ~steep), (True, steep)):
        some = ends32[mine][:, [1, 0, 3, 2]] if is_steep else ends32[mine]
        back = some[:, 2] < some[:, 0]
        some[back] = some[back][:, [2, 3, 0, 1]]
        yield is_steep, some, weight[mine]


def _crossing(bounds: Grid, camera: Camera) -> NDArray[np.bool_]:
    """Which pieces run over the middle of a cell in one direction at least; of the others nothing is seen."""
    corner = np.array([camera.x - 0.5, camera.y - 0.5], np.float32)
    low = np.ceil(bounds[:, :2] * np.float32(camera.scale) + corner)
    high = np.ceil(bounds[:, 2:] * np.float32(camera.scale) + corner)
    made: NDArray[np.bool_] = (high > low).any(axis=1)
    return made


def _portions(ends: Grid) -> Iterator[slice]:
    """Straight pieces a few at a time, so that what is worked out for them fits where it is near at hand."""
    steps = np.cumsum(ends[:, 2] - ends[:, 0])
    if not len(steps):
        return
    begin = 0
    for end in [*np.searchsorted(steps, np.arange(_SAMPLES, float(steps[-1]), _SAMPLES)).tolist(), len(ends)]:
        if end > begin:
            yield slice(begin, end)
            begin = end


def _add(sums: Grid, ends: Grid, weight: Grid, along: int, across: int) -> None:
    """Add lines to cells: at every step along its long side a line is shared by the two cells that it runs between."""
    first = np.ceil(ends[:, 0] - 0.5).astype(np.int32)
    count = np.maximum(np.ceil(ends[:, 2] - 0.5).astype(np.int32) - first, 0)
    slope = (ends[:, 3] - ends[:, 1]) / np.maximum(ends[:, 2] - ends[:, 0], np.float32(1e-6))
    begin = ends[:, 1] - slope * (ends[:, 0] - np.float32(0.5)) - np.float32(0.5)
    before = (np.cumsum(count) - count).astype(np.int32)
    step = np.arange(int(count.sum()), dtype=np.int32) + np.repeat(first - before, count)
    beside = np.repeat(begin, count) + np.repeat(slope, count) * step.astype(np.float32)
    low = np.floor(beside)
    heavy = np.repeat(weight, count)
    part = (beside - low) * heavy
    cells = step * np.int32(along) + low.astype(np.int32) * np.int32(across)
    # All in 32 bits: adding other types at places is twenty times as slow.
    np.add.at(sums, cells, heavy - part)
    np.add.at(sums, cells + across, part)


def _many(sums: Grid) -> float:
    """From how many lines in one place on it is as dark as it gets."""
    some = sums[sums > 0.5]
    return max(4.0, float(np.percentile(some, 99.5))) if len(some) else 4.0


def _paint(painter: QPainter, ink: Grid, many: float, at: QPoint) -> None:
    total = ink[0]
    strength = np.log(_DARK / _FAINT) / np.log(many)
    alpha = np.where(total < 1, total * _FAINT, np.minimum(_FAINT * np.maximum(total, 1) ** strength, _DARK))
    scaled = alpha * 255 / np.maximum(total, 1e-6)
    pixels = (alpha * 255).astype(np.uint32) << 24
    for channel, shift in ((1, 16), (2, 8), (3, 0)):
        pixels |= (ink[channel] * scaled).astype(np.uint32) << shift
    high, wide = total.shape
    image = QImage(pixels.tobytes(), wide, high, wide * 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter.save()
    painter.setTransform(QTransform())
    painter.drawImage(at, image)
    painter.restore()
