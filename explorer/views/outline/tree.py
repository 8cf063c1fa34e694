"""The tree of the outline: what is open, what is lit, and what a person picks.

In go indexes to light and to open, out comes `rowsPicked` for picks by hand only. Must not know the session.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from explorer.views.outline.delegate import RowDelegate, line_height
from explorer.views.outline.find import Found
from explorer.views.outline.model import SORT, OutlineModel
from explorer.views.outline.rows import HEADINGS, Sort

#: As many found elements are opened at once, so that no click is needed to see what a filter left.
_OPENED_AT_ONCE = 200
#: What stands open in a case that was just opened: the kinds of who, of what and of measures, with their counts.
_OPEN_AT_FIRST: tuple[tuple[Sort, str], ...] = (("table", "actors"), ("table", "goods"), ("table", "measures"))
_Flag = QItemSelectionModel.SelectionFlag


class OutlineTree(QTreeView):
    """A tree whose headings open by click and Enter, and which remembers what was open."""

    rowsPicked = Signal(object)  # tuple[Row, ...], the current one first

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self._model = model
        self._open: set[tuple[Sort, str]] = set()
        # Rows never move: they are only ever exchanged all at once, and then lit anew.
        self._lit: tuple[QModelIndex, ...] = ()
        self._quiet = False
        self._look()
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)

    def forget(self) -> None:
        """Another case: only the first few headings stand open."""
        self._open = set(_OPEN_AT_FIRST)

    def open_again(self) -> None:
        """Open what was open before the rows were exchanged."""
        for sort, key in tuple(self._open):
            self.expand(self._model.index_at(sort, key))

    def open_found(self, found: Found) -> None:
        """Open what was found down to the elements, unless it is too much; show why, where only a passage says it."""
        few = len(found.ids) <= _OPENED_AT_ONCE
        rows = self._model.rows
        below = list(rows.children(None))
        for row in below:
            if row.sort in HEADINGS:
                if few or (row.sort == "table" and rows.groups.divided(row.key)):
                    self.expand(self._model.index_of(row))
                    below.extend(rows.children(row))
            elif few and row.key in found.through:
                self.expand(self._model.index_of(row))

    def light(self, indexes: Iterable[QModelIndex]) -> None:
        """Light rows without telling anybody."""
        lit = QItemSelection()
        self._lit = tuple(index for index in indexes if index.isValid())
        for index in self._lit:
            lit.select(index, index)
        self._quiet = True
        self.selectionModel().select(lit, _Flag.ClearAndSelect)
        self._quiet = False

    def reveal(self, index: QModelIndex) -> None:
        """Make a row current and open the way to it; if it cannot be seen, scroll it to the middle."""
        if not index.isValid() or index == self.currentIndex():
            return
        self._quiet = True
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._quiet = False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight if it was: the footer takes room from below."""
        place = self.visualRect(self.currentIndex())
        seen = place.isValid() and place.intersects(QRect(QPoint(0, 0), event.oldSize()))
        super().resizeEvent(event)
        # Not EnsureVisible: scrolling by items, it reckons with rows of one height.
        if seen and not self.viewport().rect().contains(self.visualRect(self.currentIndex())):
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def drawBranches(  # noqa: N802  # Qt's name
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the arrow beside the first line of a row, not between its two."""
        height = min(rect.height(), line_height(self.fontMetrics()))
        super().drawBranches(painter, QRect(rect.left(), rect.top(), rect.width(), height), index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a heading and picks anything else; the rest is left to the tree."""
        index = self.currentIndex()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not index.isValid():
            super().keyPressEvent(event)
        elif index.data(SORT) in HEADINGS:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._tell(self.selectedIndexes() or [index])

    def _look(self) -> None:
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

    def _tell(self, indexes: Iterable[QModelIndex]) -> None:
        current = self.currentIndex()
        rows = [self._model.row_at(index) for index in sorted(indexes, key=lambda index: index != current)]
        self.rowsPicked.emit(tuple(row for row in rows if row))

    def _on_selection_changed(self) -> None:
        if self._quiet:
            return
        chosen = self.selectedIndexes()
        if not chosen and self.currentIndex().data(SORT) in HEADINGS:
            # Passing over a heading picks nothing and unpicks nothing.
            self.light(self._lit)
        else:
            self._tell(chosen)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.data(SORT) in HEADINGS:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.data(SORT) == "element":
            self.setExpanded(index, not self.isExpanded(index))

    def _on_expanded(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row and self._model.rows.found is None:
            self._open.add((row.sort, row.key))

    def _on_collapsed(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row and self._model.rows.found is None:
            self._open.discard((row.sort, row.key))
