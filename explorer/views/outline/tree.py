"""The tree and the search line of the outline: how keys work in them.

In go keys, out come what Qt's own tree and line say. Must not know the session.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView

from explorer.views.outline.delegate import RowDelegate
from explorer.views.outline.model import SORT, OutlineModel


class OutlineTree(QTreeView):
    """A tree in which Enter opens and closes a heading."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName("Outline of the case")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter on a heading, leave the rest to the tree."""
        index = self.currentIndex()
        heading = index.data(SORT) in ("table", "kind")
        if heading and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().keyPressEvent(event)


class FilterLine(QLineEdit):
    """The search line: Esc empties it, arrow down goes into the tree."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__()
        self._tree = tree
        self.setPlaceholderText("Filter the outline")
        self.setAccessibleName("Filter the outline")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc and arrow down, leave the rest to the line."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._tree.setFocus()
        else:
            super().keyPressEvent(event)
