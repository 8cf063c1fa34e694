"""Which boxes of a canvas are in view, in the order in which they are read, and where they are on the screen.

In go a canvas and what is picked, out come ids and rectangles. Must not know who asks.
"""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QPointF, QRect, QRectF

from explorer.layout.model import Box
from explorer.layout.picture import Picture
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.canvas import Canvas

#: Somebody who listens walks; a list of thousands helps nobody, and each item costs an object.
MOST = 200

_Sight = tuple[Camera, QRect, frozenset[str], tuple[str, ...]]


class Shown:
    """The boxes of a canvas that are in view, worked out when they are asked for."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._order = _Order(Picture())
        self._last: tuple[_Sight, tuple[str, ...]] | None = None

    def forget(self) -> None:
        """Hold on to no picture that is no longer shown."""
        self._order, self._last = _Order(Picture()), None

    def keys(self, picked: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of the boxes in view and of those that are picked, in reading order, at most `MOST`."""
        canvas = self._canvas
        if self._order.picture is not canvas.scene.picture:
            self._order, self._last = _Order(canvas.scene.picture), None
        sight: _Sight = (canvas.camera, canvas.rect(), canvas.look.hidden, picked)
        if self._last is None or self._last[0] != sight:
            self._last = sight, self._listed(picked)
        return self._last[1]

    def place(self, key: str) -> QRect:
        """Where a box is on the screen."""
        canvas = self._canvas
        box = canvas.scene.picture.box_by_id.get(key)
        if box is None:
            return QRect()
        rect = canvas.camera.transform().mapRect(QRectF(box.x, box.y, box.width, box.height)).toRect()
        return QRect(canvas.mapToGlobal(rect.topLeft()), rect.size())

    def in_view(self, key: str) -> bool:
        """Whether any of a box can be seen."""
        canvas = self._canvas
        return QRect(canvas.mapToGlobal(canvas.rect().topLeft()), canvas.size()).intersects(self.place(key))

    def at(self, point: QPointF) -> str | None:
        """The box under a point of the screen, as a click would find it."""
        found = self._canvas.hit_at(self._canvas.mapFromGlobal(point))
        return found.id if found and found.kind == "node" else None

    def _listed(self, picked: tuple[str, ...]) -> tuple[str, ...]:
        """The boxes in view; of too many the picked, then what is lit, then the first."""
        canvas = self._canvas
        corner = canvas.camera.to_sheet(QPointF(0, 0))
        other = canvas.camera.to_sheet(QPointF(canvas.width(), canvas.height()))
        hidden, boxes = canvas.look.hidden, canvas.scene.picture.box_by_id
        found = [key for key in self._order.within(QRectF(corner, other)) if key not in hidden]
        first = [key for key in picked[:MOST] if key in boxes]
        if len(found) > MOST and canvas.look.lit:
            first += [key for key in found if key in canvas.look.lit.nodes]
        return self._order.sorted(list(dict.fromkeys([*first, *found]))[:MOST])


class _Order:
    """The boxes of a picture from left to right, and their places in the order in which they are read."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self._boxes = sorted(picture.boxes, key=lambda box: box.x)
        self._lefts = [box.x for box in self._boxes]
        self._widest = max((box.width for box in self._boxes), default=0.0)

    def within(self, view: QRectF) -> list[str]:
        """The ids of the boxes of which something lies in a rectangle, in reading order."""
        start = bisect_left(self._lefts, view.left() - self._widest)
        end = bisect_right(self._lefts, view.right())
        top, bottom, left = view.top(), view.bottom(), view.left()
        seen = [b for b in self._boxes[start:end] if b.right >= left and b.y <= bottom and b.bottom >= top]
        return [box.id for box in sorted(seen, key=_reading)]

    def sorted(self, keys: list[str]) -> tuple[str, ...]:
        """Some boxes in reading order."""
        boxes = self.picture.box_by_id
        return tuple(sorted(keys, key=lambda key: _reading(boxes[key])))


def _reading(box: Box) -> tuple[int, int, float, float]:
    """Part by part, column by column from the left, down each column."""
    return box.part, box.rank, box.y, box.x
