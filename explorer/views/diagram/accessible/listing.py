"""The listing: the items of a canvas that a screen reader knows, and what it is told when something changes.

In go a canvas, the words of its boxes and what is picked; out come items and events. Must not know how Qt hands them
on.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.session.selection import Selection
from explorer.views.diagram.accessible.shown import MOST, Shown
from explorer.views.diagram.accessible.spoken import Spoken
from explorer.views.diagram.canvas import Canvas

#: So many items may have been made before those that are out of view are given up.
_KEPT = 4 * MOST


class Item(QObject):
    """What stands for a box towards Qt: an object of its own, the same as long as the box is drawn."""

    def __init__(self, key: str, name: str, parent: "Listing") -> None:
        super().__init__(parent)
        self.key, self.name, self.listing = key, name, parent

    @property
    def is_drawn(self) -> bool:
        """Whether its box is still there."""
        return self.key in self.listing.items and self.key in self.listing.canvas.scene.picture.box_by_id


class Listing(QObject):
    """The boxes of a canvas as a list: those in view, in reading order, and whatever is picked."""

    def __init__(self, canvas: Canvas, spoken: Spoken) -> None:
        super().__init__(canvas)
        self.canvas, self.spoken, self.shown = canvas, spoken, Shown(canvas)
        self.on = False
        self.selection = Selection()
        #: By the ids of their boxes; made when somebody first asks.
        self.items: dict[str, Item] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def switch(self, on: bool) -> None:
        """List the boxes, or none."""
        self.on = on
        if not on:
            self._drop(list(self.items))

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the boxes that are listed, in reading order."""
        return self.shown.keys(self.selection.ids) if self.on else ()

    @property
    def current(self) -> str | None:
        """The box at which somebody who walks by keys stands; none while a line or a gate is in focus."""
        focus = self.selection.focus
        return focus if self.on and focus in self.canvas.scene.picture.box_by_id else None

    def item(self, key: str) -> Item:
        """What stands for a box towards Qt."""
        if key not in self.items:
            if len(self.items) >= _KEPT:
                listed = frozenset(self.keys)
                self._drop([old for old in self.items if old not in listed])
            self.items[key] = Item(key, self.spoken.name(self.canvas.scene.graph, key), self)
        return self.items[key]

    def show_scene(self) -> None:
        """Take up another scene: items of boxes that are gone go, those that are called otherwise say so."""
        self.shown.forget()
        if not self.items:  # nobody has asked: a large scene need not be looked through
            return
        graph, boxes = self.canvas.scene.graph, self.canvas.scene.picture.box_by_id
        self._drop([key for key in self.items if key not in boxes])
        for key, item in self.items.items():
            name = self.spoken.name(graph, key)
            if name != item.name:
                item.name = name
                self._tell(item, QAccessible.Event.NameChanged)
        self._tell(self.canvas, QAccessible.Event.DescriptionChanged)

    def show_selection(self, selection: Selection) -> None:
        """Tell what is picked and what no longer is, and speak the first of it: a box as an item, else in words."""
        before, self.selection = self.selection, selection
        if not self._heard() or before.ids == selection.ids:
            return
        gone, come = set(before.ids) - set(selection.ids), set(selection.ids) - set(before.ids)
        for key in (key for key in before.ids if key in gone and key in self.items):
            self._tell(self.items[key], QAccessible.Event.SelectionRemove)
        boxes = self.canvas.scene.picture.box_by_id
        for key in (key for key in selection.ids[:MOST] if key in come and key in boxes):
            self._tell(self.item(key), QAccessible.Event.Selection)
        self._tell_focus()
        if selection.focus and not self.current and self.canvas.hasFocus():
            words = self.spoken.element(selection.focus)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, words))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Qt tells of the canvas itself only after this, and what is said last is what is spoken.
        if now is self.canvas and self._heard():
            QTimer.singleShot(0, self, self._tell_focus)

    def _tell_focus(self) -> None:
        if self.current and self.canvas.hasFocus():
            self._tell(self.item(self.current), QAccessible.Event.Focus)

    def _heard(self) -> bool:
        return self.on and QAccessible.isActive()

    def _tell(self, about: QObject, what: QAccessible.Event) -> None:
        if self._heard():
            QAccessible.updateAccessibility(QAccessibleEvent(about, what))

    def _drop(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.items.pop(key).deleteLater()
