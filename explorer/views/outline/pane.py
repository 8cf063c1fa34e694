"""The outline pane: search line, tree, and a footer for what the lens hides.

In goes the session, out come picks. Selecting works both ways; what is picked elsewhere is opened and scrolled to here,
without taking the focus. Must not know the other panes.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.case.case import Case
from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label
from explorer.views.kit.turns import Turns
from explorer.views.outline.filterline import FilterLine
from explorer.views.outline.find import Finder, Found
from explorer.views.outline.model import OutlineModel
from explorer.views.outline.pick import selection_of
from explorer.views.outline.rows import HEADINGS, TITLES, Row, Rows
from explorer.views.outline.tree import OutlineTree

#: Up to so many found elements are told to the other panes.
_RINGED = 1_000
#: Of so many picked elements the rows are lit.
_LIT = 200


class Outline(Pane):
    """The case as a tree of words, the accessible twin of the diagram."""

    title = "Outline"
    #: The case that is shown; None until then, and already when a parent's palette arrives before the widgets do.
    _shown: Case | None = None

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._finder: Finder | None = None
        self._turns = Turns(self)
        self.model = OutlineModel(session.case, self)
        self.tree = OutlineTree(self.model)
        self.filter_line = FilterLine(self.tree)
        self.count = label(muted=True, wrap=False)
        self.footer = QWidget()
        self.hidden_count = label(muted=True, wrap=False)
        self.show_all = QPushButton("Show all")
        self._lay_out()
        self.filter_line.textChanged.connect(lambda: self._fill(tell=True))
        self.filter_line.returnPressed.connect(self._on_filter_return)
        self.show_all.clicked.connect(self._on_show_all_clicked)
        self.tree.rowsPicked.connect(self._on_tree_picked)

    def show_case(self, change: Change) -> None:
        """Read the case anew if anything that stands in the outline has changed."""
        case = self.session.case
        if change.whole:
            self.tree.forget()
        elif change.only("positions", "questions"):
            return
        self._shown, self._finder = case, None
        self._fill()
        self.show_lens(self.session.lens)

    def show_lens(self, _lens: Lens) -> None:
        """Grey what the lens hides and say how much it is."""
        hidden = self.session.hidden
        self.model.hide(hidden)
        self.tree.viewport().update()
        self.hidden_count.setText(f"{len(hidden):,} hidden")
        self.footer.setVisible(bool(hidden))

    def show_selection(self, selection: Selection) -> None:
        """Light what is picked, open the way to it and scroll there."""
        focus = _index_of(selection, self.model, self.tree)
        self.tree.reveal(focus)
        self.tree.light([focus, *(self.model.index_at("element", key) for key in selection.ids[1:_LIT])])

    def show_theme(self) -> None:
        """Paint again: icons and colours come from the theme."""
        if self._shown is not None:
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

    def _fill(self, *, tell: bool = False) -> None:
        """Make the rows that the filter leaves and open what was open; a large case is searched in turns."""
        typed = self.filter_line.typed
        if typed:
            self._turns.run(self._searched(typed, tell))
            return
        self._turns.drop()
        self._show(None)
        if tell:
            self.session.find(())

    def _searched(self, typed: str, tell: bool) -> Iterator[None]:
        if self._finder is None:
            self._finder = Finder(self.session.case)
        for found in self._finder.search(typed):
            if found is not None:
                self._show(found)
                if tell:
                    # What is found everywhere is found nowhere.
                    self.session.find(found.ids if len(found.ids) <= _RINGED else ())
            yield

    def _show(self, found: Found | None) -> None:
        case = self.session.case
        self.model.show(Rows(case, found))
        self.count.setVisible(found is not None)
        if found is None:
            self.tree.open_again()
            self.show_selection(self.session.selection)
        else:
            total = sum(len(getattr(case, table)) for table in TITLES)
            self.count.setText(f"{len(found.ids):,} of {total:,}")
            self.tree.open_found(found)
            self.show_selection(self.session.selection)
            self.tree.scrollToTop()

    def _on_tree_picked(self, rows: tuple[Row, ...]) -> None:
        picked = selection_of(self.session.case, rows) if rows else Selection()
        self.session.select(*picked.ids, quote=picked.quote, claim=picked.claim)

    def _on_filter_return(self) -> None:
        """Pick the first thing that the filter left."""
        self._turns.finish()
        if self.model.rows.found is None:
            return
        below = self.model.rows.children(None)
        while below and below[0].sort in HEADINGS:
            below = self.model.rows.children(below[0])
        if below:
            self._on_tree_picked((below[0],))

    def _on_show_all_clicked(self) -> None:
        self.session.look(self.session.lens.cleared())


def _index_of(selection: Selection, model: OutlineModel, tree: OutlineTree) -> QModelIndex:
    """Where the first picked element stands; its claim, if the claim was picked and its element is open."""
    if selection.focus is None:
        return QModelIndex()
    index = model.index_at("element", selection.focus)
    row = model.row_at(index)
    if row is None or selection.claim is None or not tree.isExpanded(index):
        return index
    claims = model.rows.children(row)
    return next((model.index_of(claim) for claim in claims if claim.key == selection.claim), index)
