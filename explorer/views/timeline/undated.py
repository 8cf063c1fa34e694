"""The list of what has no date: under the names of the lanes, one click picks.

In go entries, out comes the id of what was picked. Must not know the session or pyqtgraph.
"""

from collections.abc import Container, Iterable
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer.layout.lanes import LANES, Undated
from explorer.views.kit.text import plain, tooltip

_ID = Qt.ItemDataRole.UserRole
_WIDTH = 250
#: Entries of one lane; nobody reads thousands, and each is an item of its own.
_MOST = 300


class UndatedList(QListWidget):
    """What could have a date and has none."""

    pickChanged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Undated, ...] = ()
        self._stale = False
        self._picked: Container[str] = ()
        self.setAccessibleName("No date said")
        self.setFixedWidth(_WIDTH)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_picked)
        self.itemActivated.connect(self._on_item_picked)

    def show_entries(self, entries: Iterable[Undated]) -> None:
        """List other entries, lane by lane; they are made when the list is seen."""
        self._entries, self._stale = tuple(entries), True
        if self.isVisible():
            self._fill()

    def show_picked(self, ids: Container[str]) -> None:
        """Mark what is picked."""
        self._picked = ids
        for row in range(self.count()):
            item = self.item(row)
            item.setSelected(item.data(_ID) in ids)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the entries if they are not yet made."""
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        self.clear()
        order = sorted(self._entries, key=lambda entry: list(LANES).index(entry.lane))
        for lane, group in groupby(order, key=attrgetter("lane")):
            self._head(LANES[lane])
            rows = list(group)
            for entry in rows[:_MOST]:
                item = QListWidgetItem(plain(entry.label))
                item.setData(_ID, entry.id)
                item.setToolTip(tooltip(entry.words))
                self.addItem(item)
            if len(rows) > _MOST:
                self._head(f"and {len(rows) - _MOST:,} more, each in the outline")
        self.show_picked(self._picked)

    def _head(self, words: str) -> None:
        heading = QListWidgetItem(words)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(heading)

    def _on_item_picked(self, item: QListWidgetItem) -> None:
        self.pickChanged.emit(item.data(_ID))
