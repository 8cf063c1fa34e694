"""The tree and the search line of the outline: how keys work in them.

In go keys, out come what Qt's own tree and line say. Must not know the session.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView

from explorer.views.kit import icons
from explorer.views.kit.text import tooltip
from explorer.views.outline.delegate import RowDelegate, line_height
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
        # By rows: by pixels Qt asks for the height of every row, a quarter of a second for 5,000 opened ones.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setMouseTracking(True)
        self.setAccessibleName("Outline of the case")

    def reveal(self, index: QModelIndex) -> None:
        """Open the way to a row; if it cannot be seen, scroll it to the middle."""
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def drawBranches(  # noqa: N802  # Qt's name
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the arrow beside the first line of a row, not between its two."""
        height = min(rect.height(), line_height(self.fontMetrics()))
        super().drawBranches(painter, QRect(rect.left(), rect.top(), rect.width(), height), index)

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
        self._clear = QAction(self)
        self._clear.setToolTip(tooltip("Clear the filter"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        self.tint()

    def tint(self) -> None:
        """Take up the colours of the ground; the style's own cross cannot be seen on the dark one."""
        self._clear.setIcon(icons.icon("clear", "ink-muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc and arrow down, leave the rest to the line."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._tree.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, typed: str) -> None:
        self._clear.setVisible(bool(typed))
