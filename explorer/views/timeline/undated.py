"""The list of what has no date: under the names of the lanes, one click picks.

In go entries, out comes the id of what was picked. Must not know the session or pyqtgraph.
"""

from collections.abc import Container, Iterable
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer.layout.lanes import LANES, Undated
from explorer.views.kit.text import plain, tooltip

_ID = Qt.ItemDataRole.UserRole
_WIDTH = 250


class UndatedList(QListWidget):
    """What could have a date and has none."""

    pickChanged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("No date said")
        self.setFixedWidth(_WIDTH)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_picked)
        self.itemActivated.connect(self._on_item_picked)

    def show_entries(self, entries: Iterable[Undated]) -> None:
        """List other entries, lane by lane."""
        self.clear()
        order = sorted(entries, key=lambda entry: list(LANES).index(entry.lane))
        for lane, group in groupby(order, key=attrgetter("lane")):
            heading = QListWidgetItem(LANES[lane])
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(heading)
            for entry in group:
                item = QListWidgetItem(plain(entry.label))
                item.setData(_ID, entry.id)
                item.setToolTip(tooltip(entry.words))
                self.addItem(item)

    def show_picked(self, ids: Container[str]) -> None:
        """Mark what is picked."""
        for row in range(self.count()):
            item = self.item(row)
            item.setSelected(item.data(_ID) in ids)

    def _on_item_picked(self, item: QListWidgetItem) -> None:
        self.pickChanged.emit(item.data(_ID))
