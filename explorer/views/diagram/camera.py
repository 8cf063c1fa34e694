"""The camera: how sheet and screen lie on each other.

In go gestures in screen pixels, out come scale and offset. Must not know what is drawn.
"""

from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QTransform

NEAREST = 4.0
FARTHEST = 0.05
#: A sheet too large for that may be seen from a little farther than where all of it fits.
_BEYOND = 0.7
#: A small case is not blown up to fill a large window.
FIT_MOST = 1.25


@dataclass(frozen=True, slots=True)
class Camera:
    """screen = sheet * scale + offset."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    #: How far away this sheet may be seen.
    farthest: float = FARTHEST

    @classmethod
    def fitted(cls, sheet: QRectF, screen: QSizeF, margin: float = 12.0, head: float = 0.0) -> Self:
        """The camera that shows all of a part of the sheet in the middle of the screen, below a head."""
        if sheet.isEmpty() or screen.isEmpty():
            return cls()
        room = QSizeF(max(1.0, screen.width() - 2 * margin), max(1.0, screen.height() - 2 * margin - head))
        scale = min(FIT_MOST, room.width() / sheet.width(), room.height() / sheet.height())
        middle = sheet.center()
        x, y = screen.width() / 2 - middle.x() * scale, (screen.height() + head) / 2 - middle.y() * scale
        return cls(scale, x, y, min(FARTHEST, scale * _BEYOND))

    def zoomed(self, factor: float, at: QPointF) -> Self:
        """Nearer or farther, keeping the point of the sheet under `at` where it is."""
        scale = min(NEAREST, max(self.farthest, self.scale * factor))
        ratio = scale / self.scale
        return replace(self, scale=scale, x=at.x() - (at.x() - self.x) * ratio, y=at.y() - (at.y() - self.y) * ratio)

    def panned(self, by: QPointF) -> Self:
        """Moved by screen pixels."""
        return replace(self, x=self.x + by.x(), y=self.y + by.y())

    def toward(self, other: Self, share: float) -> Self:
        """The camera at a share of the way to another one."""
        return replace(
            other,
            scale=self.scale + (other.scale - self.scale) * share,
            x=self.x + (other.x - self.x) * share,
            y=self.y + (other.y - self.y) * share,
        )

    def transform(self) -> QTransform:
        """The transform for a painter."""
        return QTransform(self.scale, 0, 0, self.scale, self.x, self.y)

    def to_sheet(self, point: QPointF) -> QPointF:
        """From screen to sheet."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def seen(self, place: QRect) -> QRectF:
        """What of the sheet is seen in a rectangle of pixels."""
        corners = QRectF(place)
        return QRectF(self.to_sheet(corners.topLeft()), self.to_sheet(corners.bottomRight()))

    def to_screen(self, point: QPointF) -> QPointF:
        """From sheet to screen."""
        return QPointF(point.x() * self.scale + self.x, point.y() * self.scale + self.y)
