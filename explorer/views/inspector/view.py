"""The inspector: what a case says about the picked element, and every claim with its words.

In go case and selection; out go picks through the session. Must not know the other panes.
"""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from explorer.analysis.conflict import Contradiction, contradictions
from explorer.case.case import TABLES
from explorer.case.evidence import Claim
from explorer.edit.change import Change
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.inspector.cards import ClaimCard, Shown
from explorer.views.inspector.sections import Desk, notes, page
from explorer.views.inspector.words import about_words, found_words
from explorer.views.kit import text
from explorer.views.kit.cards import title
from explorer.views.kit.pane import Pane

EMPTY = "Click any box, line, date or passage. Every claim opens its words."
HOW = (
    "A solid line is stated by a source, a dashed one was inferred by its author, a dotted one is weaker still.",
    "In the text, click a lit passage to see what was made of it. J and K go from claim to claim.",
    "Ctrl+K finds anything by name or by the words of a passage.",
)
#: Seconds of building before the first and between the next turns of the event loop.
_AT_ONCE, _A_TURN = 0.004, 0.008


class Inspector(Pane):
    """The pane of claims."""

    title = "Claims"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._tables: tuple[object, ...] = ()
        self._conflicts: tuple[Contradiction, ...] = ()
        self._unfolded: frozenset[str] = frozenset()
        self._ids: tuple[str, ...] | None = None
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        inner = QWidget()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._rest: Iterator[QWidget] = iter(())
        self._frame = QVBoxLayout(inner)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self._content)
        self._frame.addStretch(1)
        self.area.setWidget(inner)
        self.setFocusProxy(self.area)

    @property
    def cards(self) -> tuple[ClaimCard, ...]:
        """The cards of the claims that are shown."""
        return tuple(self._content.findChildren(ClaimCard))

    def show_case(self, change: Change) -> None:
        """Show the picked element anew if anything but the place of boxes has changed."""
        case = self.session.case
        tables = tuple(getattr(case, name) for name in TABLES if name != "positions")
        if not change.whole and all(new is old for new, old in zip(tables, self._tables, strict=True)):
            return
        self._tables, self._conflicts = tables, contradictions(case)
        self._unfolded = frozenset()
        self._build()

    def show_selection(self, selection: Selection) -> None:
        """Show the element in focus; another claim of the same only moves the outline."""
        if selection.ids != self._ids:
            self._unfolded = frozenset()
            self._build()
        self._mark(selection)

    def show_theme(self) -> None:
        """Build again: a few words carry a colour of their own."""
        if self._ids is not None:
            self._build()

    def finish(self) -> None:
        """Build at once what would be built in the next moments."""
        self._grow(self._content, budget=None)

    def _build(self) -> None:
        """Begin anew: what can be seen at once comes now, the rest in the next turns of the event loop."""
        case = self.session.case
        ids = tuple(key for key in self.session.selection.ids if key in case.elements)
        self._ids = self.session.selection.ids
        shown = Shown(case, self._amiss, self._show_claim)
        desk = Desk(shown, self._conflicts, self._select, self._unfold, self._unfolded)
        self._rest = page(desk, ids[0], ids[1:]) if ids else iter(self._empty(desk))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(14, 12, 14, 18)
        self._column.setSpacing(6)
        self._replace(content)
        self._grow(content, _AT_ONCE)

    def _replace(self, content: QWidget) -> None:
        """Put new content in; the old one may be telling of a click right now and goes later."""
        old, self._content = self._content, content
        focused = self.focusWidget()
        if focused is not None and old.isAncestorOf(focused):
            self.area.setFocus()
        old.hide()
        self._frame.removeWidget(old)
        old.deleteLater()
        self._frame.insertWidget(0, content)
        self.area.verticalScrollBar().setValue(0)

    def _grow(self, content: QWidget, budget: float | None) -> None:
        """Build for `budget` seconds and go on in the next turn; None builds all that is left."""
        if content is not self._content:
            return
        began = perf_counter()
        for widget in self._rest:
            self._column.addWidget(widget)
            if budget is not None and perf_counter() - began > budget:
                QTimer.singleShot(0, content, lambda: self._grow(content, _A_TURN))
                return
        self._mark(self.session.selection)

    def _empty(self, desk: Desk) -> list[QWidget]:
        case = self.session.case
        rows: list[QWidget] = [text.label(EMPTY, bold=True, size=1.1)]
        rows += [text.label(line, muted=True) for line in HOW]
        rows += [title("This case"), text.label(case.about or case.title), text.label(about_words(case), muted=True)]
        return [*rows, *notes(desk, [note for note in case.notes.values() if not note.about], "Notes by the analyst")]

    def _mark(self, selection: Selection) -> None:
        """Outline the card of the picked claim or passage, and bring it into sight."""
        first: ClaimCard | None = None
        for card in self.cards:
            by_claim = selection.claim is not None and card.claim.id == selection.claim
            picked = by_claim or (selection.claim is None and selection.quote in card.claim.quotes)
            card.show_picked(picked)
            first = first or (card if picked else None)
        if first is not None:
            # The layout has not placed a new card yet.
            QTimer.singleShot(0, first, lambda: self.area.ensureWidgetVisible(first, 0, 20))

    def _amiss(self, quote: str) -> str:
        anchor = self.session.report.anchors.get(quote)
        return found_words(anchor) if anchor is not None else ""

    def _select(self, key: str) -> None:
        """Pick an element; one that is picked already comes to the front of the others."""
        now = self.session.selection
        if key in now.ids:
            rest = (other for other in now.ids if other != key)
            self.session.select(key, *rest, quote=now.quote, depth=now.depth)
        else:
            self.session.select(key)

    def _show_claim(self, claim: Claim, quote: str | None) -> None:
        ids = self.session.selection.ids
        keep = ids if claim.about in ids else (claim.about,)
        self.session.select(*keep, quote=quote, claim=claim.id)

    def _unfold(self, heading: str) -> None:
        place = self.area.verticalScrollBar().value()
        self._unfolded |= {heading}
        self._build()
        self.finish()
        QTimer.singleShot(0, self.area, lambda: self.area.verticalScrollBar().setValue(place))
