"""The listing: which boxes of a canvas a screen reader finds, where, and what it is told when something changes.

In go a canvas, the words of its boxes and what is picked; out come keys, rectangles and events. Must not know how Qt
hands them on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.layout.model import Box, Picture
from explorer.session.selection import Selection
from explorer.views.diagram.accessible.spoken import Spoken
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.canvas import Canvas

#: Somebody who listens walks; a list of thousands helps nobody, and each item costs an object.
MOST = 200
#: So many items may have been made before those that are out of view are given up.
_KEPT = 4 * MOST

_Seen = tuple[Picture, Camera, QRect, frozenset[str], frozenset[str]]


class Item(QObject):
    """What stands for a box towards Qt: an object of its own, the same as long as the box is drawn."""

    def __init__(self, key: str, name: str, parent: "Listing") -> None:
        super().__init__(parent)
        self.key, self.name, self.listing = key, name, parent


class Listing(QObject):
    """The boxes of a canvas as a list: those in view, in reading order, and whatever is picked."""

    def __init__(self, canvas: Canvas, spoken: Spoken) -> None:
        super().__init__(canvas)
        self.canvas, self.spoken = canvas, spoken
        self.on = False
        self._items: dict[str, Item] = {}
        self._selection = Selection()
        self._order: _Order | None = None
        self._seen: tuple[_Seen, tuple[str, ...]] | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def switch(self, on: bool) -> None:
        """List the boxes, or none."""
        self.on = on
        if not on:
            self._drop(list(self._items))

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the boxes that are listed, in reading order."""
        if not self.on:
            return ()
        canvas = self.canvas
        picked = frozenset(self._selection.ids)
        seen: _Seen = (canvas.scene.picture, canvas.camera, canvas.rect(), canvas.look.hidden, picked)
        if self._seen is None or self._seen[0][0] is not seen[0] or self._seen[0][1:] != seen[1:]:
            self._seen = seen, self._listed()
        return self._seen[1]

    @property
    def current(self) -> str | None:
        """The box at which somebody who walks by keys stands."""
        boxes = self.canvas.scene.picture.box_by_id
        return next((key for key in self._selection.ids if key in boxes), None) if self.on else None

    def item(self, key: str) -> Item:
        """What stands for a box towards Qt; made when it is first asked for."""
        if key not in self._items:
            if len(self._items) >= _KEPT:
                listed = frozenset(self.keys)
                self._drop([old for old in self._items if old not in listed])
            self._items[key] = Item(key, self.spoken.name(self.canvas.scene.graph, key), self)
        return self._items[key]

    def holds(self, item: Item) -> bool:
        """Whether an item still stands for a box."""
        return self._items.get(item.key) is item and item.key in self.canvas.scene.picture.box_by_id

    def place(self, key: str) -> QRect:
        """Where a box is on the screen."""
        box = self.canvas.scene.picture.box_by_id.get(key)
        if box is None:
            return QRect()
        rect = self.canvas.camera.transform().mapRect(QRectF(box.x, box.y, box.width, box.height)).toRect()
        return QRect(self.canvas.mapToGlobal(rect.topLeft()), rect.size())

    def in_view(self, key: str) -> bool:
        """Whether any of a box can be seen."""
        canvas = self.canvas
        return QRect(canvas.mapToGlobal(canvas.rect().topLeft()), canvas.size()).intersects(self.place(key))

    def is_picked(self, key: str) -> bool:
        """Whether a box is picked."""
        return key in self._selection.ids

    def at(self, point: QPointF) -> str | None:
        """The box under a point of the screen."""
        found = self.canvas.hit_at(self.canvas.mapFromGlobal(point))
        return found.id if found and found.kind == "node" else None

    def show_scene(self) -> None:
        """Take up another scene: items of boxes that are gone go, those that are called otherwise say so."""
        self._seen = self._order = None
        if not self._items:  # nobody has asked: a large scene need not be looked through
            return
        graph, boxes = self.canvas.scene.graph, self.canvas.scene.picture.box_by_id
        self._drop([key for key in self._items if key not in boxes])
        for key, item in self._items.items():
            name = self.spoken.name(graph, key)
            if name != item.name:
                item.name = name
                self._tell(item, QAccessible.Event.NameChanged)
        self._tell(self.canvas, QAccessible.Event.DescriptionChanged)

    def show_selection(self, selection: Selection) -> None:
        """Tell what is picked and what no longer is, and speak the first of it: a box as an item, else in words."""
        before, self._selection = self._selection, selection
        if not self._heard() or before.ids == selection.ids:
            return
        for key in before.ids:
            if key not in selection.ids and key in self._items:
                self._tell(self._items[key], QAccessible.Event.SelectionRemove)
        boxes = self.canvas.scene.picture.box_by_id
        for key in selection.ids[:MOST]:
            if key not in before.ids and key in boxes:
                self._tell(self.item(key), QAccessible.Event.Selection)
        focus = selection.focus
        if focus in boxes:
            self._tell_focus()
        elif focus and self.canvas.hasFocus():
            event = QAccessibleAnnouncementEvent(self.canvas, self.spoken.element(focus))
            QAccessible.updateAccessibility(event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Qt tells of the canvas itself only after this, and what is said last is what is spoken.
        if now is self.canvas and self._heard():
            QTimer.singleShot(0, self, self._tell_focus)

    def _tell_focus(self) -> None:
        current = self.current
        if current and self._heard() and self.canvas.hasFocus():
            self._tell(self.item(current), QAccessible.Event.Focus)

    def _heard(self) -> bool:
        return self.on and QAccessible.isActive()

    def _tell(self, about: QObject, what: QAccessible.Event) -> None:
        if self._heard():
            QAccessible.updateAccessibility(QAccessibleEvent(about, what))

    def _drop(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._items.pop(key).deleteLater()

    def _listed(self) -> tuple[str, ...]:
        """The boxes in view; of too many the picked, then what is lit, then the first."""
        canvas = self.canvas
        if self._order is None or self._order.picture is not canvas.scene.picture:
            self._order = _Order(canvas.scene.picture)
        corner = canvas.camera.to_sheet(QPointF(0, 0))
        other = canvas.camera.to_sheet(QPointF(canvas.width(), canvas.height()))
        hidden, boxes = canvas.look.hidden, canvas.scene.picture.box_by_id
        found = [key for key in self._order.within(QRectF(corner, other)) if key not in hidden]
        first = [key for key in self._selection.ids[:MOST] if key in boxes]
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
