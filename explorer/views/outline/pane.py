"""The outline pane: search line, tree, and a footer for what the lens hides.

In goes the session, out come picks. Selecting works both ways; what is picked elsewhere is opened and scrolled to here,
without taking the focus. Must not know the other panes.
"""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.case.case import TABLES, Case
from explorer.edit.change import Change
from explorer.graph import lens as lenses
from explorer.graph.lens import Lens
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label
from explorer.views.outline.find import Finder
from explorer.views.outline.model import OutlineModel
from explorer.views.outline.rows import TITLES, Row, Rows, Sort
from explorer.views.outline.tree import FilterLine, OutlineTree

#: As many found elements are opened at once, so that no click is needed to see what a filter left.
_OPENED_AT_ONCE = 200
#: What stands open in a case that was just opened: the kinds of who and what, with their counts.
_OPEN_AT_FIRST: tuple[tuple[Sort, str], ...] = (("table", "actors"), ("table", "goods"), ("table", "measures"))
_SHOWN_TABLES = tuple(name for name in TABLES if name not in ("positions", "questions"))


class Outline(Pane):
    """The case as a tree of words, the accessible twin of the diagram."""

    title = "Outline"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown: Case | None = None
        self._finder: Finder | None = None
        self._open: set[tuple[Sort, str]] = set()
        self._quiet = False
        self.model = OutlineModel(session.case, self)
        self.tree = OutlineTree(self.model)
        self.filter_line = FilterLine(self.tree)
        self.count = label(muted=True, wrap=False)
        self.footer = QWidget()
        self.hidden_count = label(muted=True, wrap=False)
        self.show_all = QPushButton("Show all")
        self._lay_out()
        self.filter_line.textChanged.connect(self._on_filter_typed)
        self.filter_line.returnPressed.connect(self._on_filter_return)
        self.show_all.clicked.connect(self._on_show_all_clicked)
        self.tree.selectionModel().selectionChanged.connect(self._on_tree_picked)
        self.tree.clicked.connect(self._on_tree_clicked)
        self.tree.doubleClicked.connect(self._on_tree_double_clicked)
        self.tree.activated.connect(self._on_tree_activated)
        self.tree.expanded.connect(self._on_tree_expanded)
        self.tree.collapsed.connect(self._on_tree_collapsed)

    def show_case(self, change: Change) -> None:
        """Read the case anew if anything that stands in the outline has changed."""
        case = self.session.case
        if change.whole:
            self._open = set(_OPEN_AT_FIRST)
        elif self._shown and all(getattr(case, name) is getattr(self._shown, name) for name in _SHOWN_TABLES):
            return
        self._shown, self._finder = case, None
        self._fill()
        self.show_lens(self.session.lens)

    def show_lens(self, lens: Lens) -> None:
        """Grey what the lens hides and say how much it is."""
        hidden = lenses.hidden(self.session.case, lens)
        self.model.hide(hidden)
        self.tree.viewport().update()
        self.hidden_count.setText(f"{len(hidden):,} hidden by the lens")
        self.footer.setVisible(bool(hidden))

    def show_selection(self, selection: Selection) -> None:
        """Light what is picked, open the way to it and scroll there."""
        focus = self._index_of(selection)
        self._quiet = True
        if focus.isValid() and self.tree.currentIndex() != focus:
            self.tree.selectionModel().setCurrentIndex(focus, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.reveal(focus)
        self._quiet = False
        self._light(selection, focus)

    def show_theme(self) -> None:
        """Paint again: icons and colours come from the theme."""
        if not hasattr(self, "tree"):
            return
        self.filter_line.tint()
        self.tree.viewport().update()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 6)
        top.setSpacing(8)
        top.addWidget(self.filter_line, 1)
        top.addWidget(self.count)
        self.count.hide()
        foot = QHBoxLayout(self.footer)
        foot.setContentsMargins(10, 6, 8, 6)
        foot.addWidget(self.hidden_count, 1)
        foot.addWidget(self.show_all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.tree, 1)
        whole.addWidget(self.footer)
        self.setTabOrder(self.filter_line, self.tree)

    def _fill(self) -> None:
        """Make the rows that the filter leaves and open what was open."""
        typed = self.filter_line.text().strip()
        if typed and self._finder is None:
            self._finder = Finder(self.session.case)
        found = self._finder.find(typed) if typed and self._finder else None
        self._quiet = True
        self.model.show(Rows(self.session.case, found))
        if found is None:
            for sort, key in tuple(self._open):
                self.tree.expand(self.model.index_at(sort, key))
        else:
            self._open_found(found.through if len(found.ids) <= _OPENED_AT_ONCE else None)
            self.count.setText(f"{len(found.ids):,} of {self._total():,}")
        self._quiet = False
        self.count.setVisible(found is not None)
        self.show_selection(self.session.selection)
        if found is not None:
            self.tree.scrollToTop()

    def _open_found(self, through: frozenset[str] | None) -> None:
        """Open all tables, all kinds unless too much was found, and what was found by its passage only."""
        for table in self.model.rows.children(None):
            self.tree.expand(self.model.index_of(table))
            if through is None:
                continue
            below = [*self.model.rows.children(table)]
            for row in below:
                if row.sort == "kind":
                    self.tree.expand(self.model.index_of(row))
                    below.extend(self.model.rows.children(row))
                elif row.key in through:
                    self.tree.expand(self.model.index_of(row))

    def _total(self) -> int:
        return sum(len(getattr(self.session.case, table)) for table in TITLES)

    def _index_of(self, selection: Selection) -> QModelIndex:
        """Where the first picked element stands; its claim, if the claim was picked and its element is open."""
        if selection.focus is None:
            return QModelIndex()
        index = self.model.index_at("element", selection.focus)
        row = self.model.row_at(index)
        if row is None or selection.claim is None or not self.tree.isExpanded(index):
            return index
        claims = self.model.rows.children(row)
        return next((self.model.index_of(claim) for claim in claims if claim.key == selection.claim), index)

    def _light(self, selection: Selection, focus: QModelIndex) -> None:
        picked = QItemSelection()
        for key in selection.ids:
            index = focus if key == selection.focus else self.model.index_at("element", key)
            if index.isValid():
                picked.select(index, index)
        self._quiet = True
        self.tree.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def _pick(self, rows: list[Row], first: Row | None) -> None:
        """Tell the session what is picked; the current row comes first."""
        case = self.session.case
        rows = sorted(rows, key=lambda row: row is not first)
        lead = rows[0]
        ids: list[str] = []
        for row in rows:
            match row.sort:
                case "claim":
                    ids.append(case.claims[row.key].about)
                case "note":
                    ids.extend(case.notes[row.key].about)
                case "element":
                    ids.append(row.key)
        claim = case.claims[lead.key] if lead.sort == "claim" else None
        quote = next(iter(claim.quotes), None) if claim else self._first_quote(lead)
        self.session.select(*ids, quote=quote, claim=claim.id if claim else None)

    def _first_quote(self, row: Row) -> str | None:
        """A source is no element: picking it leads to its first passage."""
        if row.sort != "source":
            return None
        quotes = [quote for quote in self.session.case.quotes.values() if quote.source == row.key]
        return min(quotes, key=lambda quote: quote.start).id if quotes else None

    def _picked_rows(self) -> list[Row]:
        indexes = self.tree.selectionModel().selectedIndexes()
        return [row for row in map(self.model.row_at, indexes) if row]

    def _on_tree_picked(self) -> None:
        if self._quiet:
            return
        rows = self._picked_rows()
        if rows:
            self._pick(rows, self.model.row_at(self.tree.currentIndex()))
        else:
            # Passing over a heading picks nothing and unpicks nothing.
            current = self.model.row_at(self.tree.currentIndex())
            if current and current.sort in ("table", "kind"):
                self._light(self.session.selection, self._index_of(self.session.selection))
            else:
                self.session.select()

    def _on_tree_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row and row.sort in ("table", "kind"):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _on_tree_activated(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row and row.sort not in ("table", "kind"):
            self._pick(self._picked_rows() or [row], row)

    def _on_tree_double_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row and row.sort == "element":
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _on_tree_expanded(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row and not self.filter_line.text().strip():
            self._open.add((row.sort, row.key))

    def _on_tree_collapsed(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row and not self.filter_line.text().strip():
            self._open.discard((row.sort, row.key))

    def _on_filter_typed(self) -> None:
        self._fill()

    def _on_filter_return(self) -> None:
        """Pick the first thing that the filter left."""
        if self.model.rows.found is None:
            return
        row: Row | None = None
        while row is None or row.sort in ("table", "kind"):
            below = self.model.rows.children(row)
            if not below:
                return
            row = below[0]
        self._pick([row], row)

    def _on_show_all_clicked(self) -> None:
        self.session.look(self.session.lens.cleared())
