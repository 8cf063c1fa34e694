"""What Qt hands to a screen reader: the canvas as a list and each box as an item of it.

In go the objects of a listing, out come role, name, description, state and place. Must not know how any of them is
worked out, and must never override `interface_cast`: what Python returns there ends the process at the first question.

WORKAROUND PySide6 6.11: what a factory made is never given back, so none of it may hold on to what it speaks for.
"""

from weakref import ref

from PySide6.QtCore import QObject, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from explorer.views.diagram.accessible.listing import Item, Listing


def interface(thing: QObject) -> QAccessibleInterface | None:
    """The interface of a canvas that has a listing or of an item of one; None for anything else. Qt owns it."""
    if isinstance(thing, Item):
        return BoxItem(thing)
    listing = next((one for one in thing.children() if isinstance(one, Listing)), None)
    return CanvasList(listing) if listing else None


def _of(thing: QObject | None) -> QAccessibleInterface:
    """The interface that Qt keeps for an object, or what Qt takes for none."""
    # The stubs know no None, by which Qt means that there is nothing.
    return QAccessible.queryAccessibleInterface(thing) if thing else None  # type: ignore[return-value]  # as said


def _drawn(held: ref[Item]) -> Item | None:
    """The item, as long as its box is drawn."""
    item = held()
    there = item is not None and isValid(item) and isValid(item.listing) and item.is_drawn
    return item if there else None


class CanvasList(QAccessibleWidget):
    """The canvas: a list whose children are the boxes in view, then its widgets if it has any."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing.canvas, QAccessible.Role.List)
        self._held = ref(listing)

    def _listing(self) -> Listing | None:
        """The listing if it is on. On the way out of a window Qt asks once more, when it is already gone."""
        listing = self._held()
        return listing if listing is not None and isValid(listing) and listing.on else None

    def _keys(self) -> tuple[str, ...]:
        listing = self._listing()
        return listing.keys if listing else ()

    def text(self, t: QAccessible.Text) -> str:
        """Name as the widget has it; the case in words, and how to go through it."""
        listing = self._listing()
        if listing and t == QAccessible.Text.Description:
            return listing.spoken.whole(listing.canvas.scene.graph, len(listing.keys))
        return super().text(t)

    def childCount(self) -> int:
        """How many boxes are listed."""
        return len(self._keys()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """A box by its place in the list."""
        listing, keys = self._listing(), self._keys()
        if listing and 0 <= index < len(keys):
            return _of(listing.item(keys[index]))
        return super().child(index - len(keys))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a box in the list, or -1."""
        keys, item = self._keys(), child.object()
        if isinstance(item, Item):
            return keys.index(item.key) if item.key in keys else -1
        index = super().indexOfChild(child)
        return index + len(keys) if index >= 0 else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The box under a point of the screen, as a click would find it."""
        listing = self._listing()
        key = listing.shown.at(QPointF(x, y)) if listing else None
        return _of(listing.item(key)) if listing and key else super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        """The box at which somebody who walks by keys stands."""
        listing = self._listing()
        if listing is None or not listing.canvas.hasFocus():
            return super().focusChild()
        return _of(listing.item(listing.current) if listing.current else listing.canvas)


class BoxItem(QAccessibleObject):
    """A box: an item of the list."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self._held = ref(item)

    def isValid(self) -> bool:
        """Whether the box is still drawn."""
        return _drawn(self._held) is not None

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def text(self, t: QAccessible.Text) -> str:
        """Its name, and in the description whatever can be seen of it."""
        item = _drawn(self._held)
        if item and t == QAccessible.Text.Name:
            return item.name
        if item and t == QAccessible.Text.Description:
            return item.listing.spoken.box(item.listing.canvas.scene.graph, item.key)
        return ""

    def state(self) -> QAccessible.State:
        """Whether it is picked, in focus, in view."""
        state, item = QAccessible.State(), _drawn(self._held)
        if item is None:
            state.invalid = 1
            return state
        listing, key = item.listing, item.key
        state.focusable = state.selectable = state.multiSelectable = state.extSelectable = 1
        state.selected = int(key in listing.selection.ids)
        state.focused = int(listing.canvas.hasFocus() and listing.current == key)
        state.offscreen = int(not listing.shown.in_view(key))
        state.invisible = int(not listing.canvas.isVisible() or key in listing.canvas.look.hidden)
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        item = _drawn(self._held)
        return item.listing.shown.place(item.key) if item else QRect()

    def parent(self) -> QAccessibleInterface:
        """The list."""
        item = _drawn(self._held)
        return _of(item.listing.canvas if item else None)

    def window(self) -> QWindow:
        """The window that it is in."""
        item = _drawn(self._held)
        return item.listing.canvas.window().windowHandle() if item else super().window()

    def childCount(self) -> int:
        """A box has nothing inside."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        """A box has nothing inside."""
        return _of(None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """A box has nothing inside."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """A box has nothing inside."""
        return _of(None)
