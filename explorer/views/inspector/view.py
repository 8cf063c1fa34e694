"""The inspector: what a case says about the picked element, and every claim with its words.

In go case and selection; out go picks through the session. Must not know the other panes.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.analysis.conflict import Contradiction, contradictions
from explorer.case.evidence import Claim
from explorer.edit.change import Change
from explorer.graph.group import key_of
from explorer.graph.lens import Lens
from explorer.graph.model import Graph
from explorer.layout.scene import Scene
from explorer.session.pipeline import Pipeline
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.inspector.cards import ClaimCard, Shown
from explorer.views.inspector.folds import fold_page
from explorer.views.inspector.sections import Desk, empty, page
from explorer.views.inspector.words import found_words
from explorer.views.kit import text
from explorer.views.kit.growing import Growing
from explorer.views.kit.pane import Pane


class Inspector(Pane):
    """The pane of claims."""

    title = "Claims"

    def __init__(self, session: Session, pipeline: Pipeline | None = None, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pipeline = pipeline
        self._conflicts: tuple[Contradiction, ...] = ()
        self._unfolded: dict[str, int] = {}
        self._ids: tuple[str, ...] | None = None
        self.area = Growing()
        self.area.setAccessibleName(self.title)
        self.area.grown.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hint = text.label("The filters hide this in the other panes.", muted=True, size=0.92)
        self.hint.setContentsMargins(14, 8, 14, 0)
        self.hint.hide()
        column.setSpacing(0)
        column.addWidget(self.hint)
        column.addWidget(self.area)
        self.setFocusProxy(self.area)
        if pipeline is not None:
            pipeline.sceneChanged.connect(self._on_pipeline_scene)

    @property
    def cards(self) -> tuple[ClaimCard, ...]:
        """The cards of the claims that are shown."""
        return tuple(self.area.content.findChildren(ClaimCard))

    def show_case(self, change: Change) -> None:
        """Show the picked element anew if anything but the place of boxes has changed."""
        if change.only("positions"):
            return
        self._conflicts = contradictions(self.session.case)
        self._unfolded = {}
        self._build()

    def show_selection(self, selection: Selection) -> None:
        """Show the element in focus; another claim of the same only moves the outline."""
        if selection.ids != self._ids:
            self._unfolded = {}
            self._build()
        self._mark()
        self.show_lens(self.session.lens)

    def show_lens(self, _lens: Lens) -> None:
        """Claims stay whatever is filtered; it is said that the rest of the window hides them."""
        self.hint.setVisible(self.session.selection.focus in self.session.hidden)

    def show_theme(self) -> None:
        """Build again: a few words carry a colour of their own."""
        if self._ids is not None:
            self._build()

    def _build(self) -> None:
        case = self.session.case
        graph = self._pipeline.scene.graph if self._pipeline else Graph()
        ids = tuple(key for key in self.session.selection.ids if key in case.elements or key in graph.members)
        self._ids = self.session.selection.ids
        shown = Shown(case, self._amiss, self._show_claim)
        desk = Desk(shown, self._conflicts, self._select, self._unfold, self._unfolded)
        if ids and ids[0] in graph.members:
            self.area.show_widgets(fold_page(desk, graph, ids[0], ids[1:]))
        else:
            self.area.show_widgets(page(desk, ids[0], ids[1:]) if ids else empty(desk))

    def _on_pipeline_scene(self, _scene: Scene) -> None:
        """Who is in a fold changes with every step."""
        if key_of(self.session.selection.focus or "") is not None:
            self._build()

    def _mark(self) -> None:
        """Outline the card of the picked claim or passage, and bring it into sight."""
        selection, first = self.session.selection, None
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
        self._unfolded[heading] = self._unfolded.get(heading, 0) + 1
        self._build()
        self.area.finish()
        QTimer.singleShot(0, self.area, lambda: self.area.verticalScrollBar().setValue(place))
