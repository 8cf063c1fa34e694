"""The light behind the words: where passages stand on the page, and how they are painted.

In go a laid out document and passages in UTF-16 units, out come rectangles and paint. Must not know the session.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from explorer.views.kit import theme

_ROUND = 2.5
_UNDERLINE = 1.3
_FIRST_TRACK, _NEXT_TRACK = 3.0, 2.6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as it is painted: its place in UTF-16 units, its colours, the row of its underline."""

    start: int
    end: int
    table: str = "actors"
    track: int = 0
    strong: bool = False

    @property
    def quiet(self) -> bool:
        """Whether it only names somebody: an underline of dots, so that the text does not turn into a carpet."""
        return self.table == "actors" and not self.strong


@dataclass(frozen=True, slots=True)
class Band:
    """The part of a stretch that stands on one line, in coordinates of the document; `base` is the line of writing."""

    rect: QRectF
    base: float


class Geometry:
    """Where stretches of a document stand; worked out when first asked for, until the page is laid out anew."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._bands: dict[tuple[int, int], tuple[Band, ...]] = {}

    def forget(self) -> None:
        """The page was laid out anew."""
        self._bands.clear()

    def bands(self, start: int, end: int) -> tuple[Band, ...]:
        """The bands of a stretch, one a line."""
        found = self._bands.get((start, end))
        if found is None:
            found = self._bands[start, end] = tuple(self._measured(start, end))
        return found

    def bounds(self, start: int, end: int) -> QRectF:
        """The rectangle around a stretch."""
        whole = QRectF()
        for band in self.bands(start, end):
            whole = whole.united(band.rect)
        return whole

    def _measured(self, start: int, end: int) -> Iterable[Band]:
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            yield from self._of_block(block, start - block.position(), end - block.position())
            block = block.next()

    def _of_block(self, block: QTextBlock, start: int, end: int) -> Iterable[Band]:
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                yield _band(line, first, last, corner)


def _band(line: QTextLine, first: int, last: int, corner: QPointF) -> Band:
    left, right = sorted((_x(line, first), min(_x(line, last), line.x() + line.naturalTextWidth())))
    rect = QRectF(left - 1, line.y() - 1, right - left + 2, line.rect().height() + 2)
    return Band(rect.translated(corner), corner.y() + line.y() + line.ascent())


def _x(line: QTextLine, place: int) -> float:
    # WORKAROUND PySide6 6.11: the place comes back beside the height, the stubs call it an object.
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)


def paint(painter: QPainter, geometry: Geometry, stretches: Iterable[Stretch], exposed: QRectF) -> None:
    """Light the stretches: longer ones below, picked ones above, each with its underline."""
    ordered = sorted(stretches, key=lambda one: (one.strong, one.start - one.end))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = [(one, [b for b in geometry.bands(one.start, one.end) if b.rect.intersects(exposed)]) for one in ordered]
    painter.setPen(Qt.PenStyle.NoPen)
    for one, bands in shown:
        if not one.quiet:
            painter.setBrush(_ground(one))
            for band in bands:
                painter.drawRoundedRect(band.rect, _ROUND, _ROUND)
    for one, bands in shown:
        painter.setPen(_pen(one))
        for band in bands:
            height = band.base + _FIRST_TRACK + one.track * _NEXT_TRACK
            painter.drawLine(QLineF(band.rect.left() + 1, height, band.rect.right() - 1, height))


def paint_hits(
    painter: QPainter, geometry: Geometry, hits: Iterable[tuple[int, int]], now: tuple[int, int] | None, exposed: QRectF
) -> None:
    """Light what the find bar has found; the hit that it stands at has an outline."""
    for hit in hits:
        painter.setBrush(theme.colour("found"))
        painter.setPen(QPen(theme.colour("ink"), 1.5) if hit == now else Qt.PenStyle.NoPen)
        for band in geometry.bands(*hit):
            if band.rect.intersects(exposed):
                painter.drawRoundedRect(band.rect, _ROUND, _ROUND)


def _ground(one: Stretch) -> QColor:
    if one.strong:
        return theme.colour("accent-soft")
    return _mixed(theme.colour(f"lit-{one.table}"), theme.colour(f"mark-{one.table}"), 0.09 * one.track)


def _pen(one: Stretch) -> QPen:
    if one.strong:
        return QPen(theme.colour("accent"), 2.0)
    style = Qt.PenStyle.DotLine if one.table == "actors" else Qt.PenStyle.SolidLine
    return QPen(theme.colour(f"mark-{one.table}"), _UNDERLINE, style)


def _mixed(below: QColor, above: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        below.redF() + (above.redF() - below.redF()) * share,
        below.greenF() + (above.greenF() - below.greenF()) * share,
        below.blueF() + (above.blueF() - below.blueF()) * share,
    )
