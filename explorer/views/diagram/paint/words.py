"""Writes the words of the diagram: as text, or as the shapes of its letters for who has not these fonts.

In go a painter, a place and a text that may be shown, out come letters. Must not know what is written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QTextLayout, QTextOption

_AS_SHAPES: ContextVar[bool] = ContextVar("as_shapes", default=False)
#: Where in its rectangle a text stands.
CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
LEFT = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.AlignmentFlag.AlignLeft.value)
#: One line at the upper left.
FIRST = int(Qt.AlignmentFlag.AlignLeft.value) | int(Qt.AlignmentFlag.AlignTop.value)
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
#: Wrapped from the upper left on.
TOP = FIRST | _WRAP


@contextmanager
def as_shapes(on: bool) -> Iterator[None]:
    """Whatever is written inside is drawn as shapes, if so wanted."""
    token = _AS_SHAPES.set(on)
    try:
        yield
    finally:
        _AS_SHAPES.reset(token)


def write(painter: QPainter, place: QRectF, flags: int, text: str) -> None:
    """Write into a rectangle, aligned and wrapped as the flags say."""
    if not _AS_SHAPES.get():
        painter.drawText(place, flags, text)
        return
    path, height = _laid_out(painter, text, place.width(), flags)
    low = flags & int(Qt.AlignmentFlag.AlignBottom.value)
    middle = flags & int(Qt.AlignmentFlag.AlignVCenter.value)
    top = place.height() - height if low else (place.height() - height) / 2 if middle else 0.0
    _fill(painter, path.translated(place.left(), place.top() + top))


def write_at(painter: QPainter, baseline: QPointF, text: str) -> None:
    """Write one line from a point of its baseline on."""
    if not _AS_SHAPES.get():
        painter.drawText(baseline, text)
        return
    path, _ = _laid_out(painter, text, 1e6, int(Qt.AlignmentFlag.AlignLeft.value))
    _fill(painter, path.translated(baseline.x(), baseline.y() - QFontMetricsF(painter.font()).ascent()))


def _laid_out(painter: QPainter, text: str, room: float, flags: int) -> tuple[QPainterPath, float]:
    """The shapes of a text, and how high it is. A line break in it is one on the page."""
    option = QTextOption(Qt.AlignmentFlag(flags & int(Qt.AlignmentFlag.AlignHorizontal_Mask.value)))
    wraps = bool(flags & _WRAP)
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wraps else QTextOption.WrapMode.ManualWrap)
    path, height = QPainterPath(), 0.0
    path.setFillRule(Qt.FillRule.WindingFill)
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, painter.font())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        for run in layout.glyphRuns():
            font = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                path.addPath(font.pathForGlyph(glyph).translated(place))
    return path, height


def _fill(painter: QPainter, path: QPainterPath) -> None:
    painter.fillPath(path, painter.pen().color())
