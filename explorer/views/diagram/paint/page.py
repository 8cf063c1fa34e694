"""Paints the page of an export: title, sentence, the sheet, the legend, sources and date.

In go a scene and the words around it, out come strokes on any paint device; the sheet is painted by the same functions
as on the screen. Must not know files.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter

from explorer.layout.scene import Scene
from explorer.views.diagram import fonts
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.legend import Placed, entries, height_of, paint_legend, placed
from explorer.views.diagram.paint.sheet import paint_sheet
from explorer.views.diagram.paint.words import FIRST, TOP, as_shapes, write
from explorer.views.kit import theme
from explorer.views.kit.text import plain

_MARGIN = 24.0
_LEAST = 720.0


@dataclass(frozen=True, slots=True)
class Page:
    """A scene with the words that must travel with it."""

    scene: Scene
    title: str
    sentence: str
    sources: str
    look: Look
    #: Words are drawn as the shapes of their letters.
    shapes: bool = False
    #: Paints the sheet; for pixels there may be a faster way than for lines and words that stay what they are.
    sheet: Callable[[QPainter, Scene, Look], None] = paint_sheet

    def width(self) -> float:
        """In pixels at 100 %."""
        return max(_LEAST, self.scene.picture.width) + 2 * _MARGIN

    def _room(self) -> float:
        return self.width() - 2 * _MARGIN

    def _heading(self) -> float:
        return 34.0 + _wrapped_height(self.sentence, "place", self._room()) + 12.0

    def _legend(self, top: float) -> list[Placed]:
        return placed(entries(self.scene.graph), self._room(), _MARGIN, top)

    def size(self) -> QSizeF:
        """In pixels at 100 %."""
        foot = _wrapped_height(self.sources, "place", self._room()) + 10.0
        legend = height_of(self._legend(0.0))
        return QSizeF(self.width(), 2 * _MARGIN + self._heading() + self.scene.picture.height + legend + foot + 16.0)

    def paint(self, painter: QPainter) -> None:
        """Everything, from the corner of the painter on."""
        with as_shapes(self.shapes):
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        size = self.size()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), size), theme.colour("ground"))
        self._paint_heading(painter)
        top = _MARGIN + self._heading()
        painter.save()
        picture = self.scene.picture
        painter.translate(_MARGIN + (self._room() - picture.width) / 2 - picture.x, top - picture.y)
        self.sheet(painter, self.scene, self.look)
        painter.restore()
        legend = self._legend(top + self.scene.picture.height + 8.0)
        paint_legend(painter, legend)
        y = top + self.scene.picture.height + 8.0 + height_of(legend) + 8.0
        painter.setFont(fonts.font("place"))
        painter.setPen(theme.colour("ink-muted"))
        write(painter, QRectF(_MARGIN, y, self._room(), size.height() - y), TOP, plain(self.sources))

    def _paint_heading(self, painter: QPainter) -> None:
        title = QFont(fonts.font("name"))
        title.setPixelSize(20)
        painter.setFont(title)
        painter.setPen(theme.colour("ink"))
        write(painter, QRectF(_MARGIN, _MARGIN, self._room(), 28.0), FIRST, plain(self.title, 120))
        painter.setFont(fonts.font("place"))
        painter.setPen(theme.colour("ink-muted"))
        write(painter, QRectF(_MARGIN, _MARGIN + 32.0, self._room(), 200.0), TOP, plain(self.sentence))


def _wrapped_height(text: str, style: fonts.Style, room: float) -> float:
    return fonts.wrapped_height(plain(text), style, room)
