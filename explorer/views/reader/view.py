"""The reader: the text of a source, every quoted passage lit, and the way from a passage to what was made of it.

In go case, lens and selection; out go picks through the session. Must not know the other panes.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.kit import text
from explorer.views.kit.pane import Pane
from explorer.views.reader.findbar import FindBar
from explorer.views.reader.litpaper import LitPaper
from explorer.views.reader.pages import Pages
from explorer.views.reader.passages import Passage, Passages, by_precedence
from explorer.views.reader.places import lost
from explorer.views.reader.sheet import Sheet
from explorer.views.reader.steps import beside, foot_words, picked, target
from explorer.views.reader.strip import MissingStrip, SourceStrip

_SMALLEST, _LARGEST, _ZOOM = 0.6, 3.0, 1.1


class Reader(Pane):
    """The pane of the text."""

    title = "Text"

    #: The elements that the paragraphs in sight speak of, in reading order.
    visibleChanged = Signal(tuple)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._source: str | None = None
        self._hidden: frozenset[str] = frozenset()
        self._pages = Pages(session.case, {})
        self._scale = 1.0
        self._seen: tuple[str, ...] = ()
        self._asked: str | None = None
        self._clicked: list[str] = []
        self.sources, self.missing = SourceStrip(), MissingStrip()
        self.bar, self.paper = FindBar(self), LitPaper()
        self.sheet = Sheet(self.paper)
        self.foot = text.label(muted=True, size=0.9)
        self.foot.setContentsMargins(12, 4, 12, 6)
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.sources, self.missing, self.bar):
            column.addWidget(widget)
        column.addWidget(self.paper, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.paper)
        self._connect()

    def _connect(self) -> None:
        self.sources.chosen.connect(self._show_source)
        self.missing.picked.connect(self._pick)
        self.bar.hitsChanged.connect(self._on_bar_hits)
        self.bar.closed.connect(self.paper.setFocus)
        self.paper.clicked.connect(self._on_paper_clicked)
        self.paper.entered.connect(self._on_paper_clicked)
        self.paper.stepped.connect(self._step)
        self.paper.zoomed.connect(self._on_paper_zoomed)
        self.paper.moved.connect(self._on_paper_moved)
        self.paper.words_at = self.sheet.words_at
        self.paper.margin.marked.connect(self._pick)

    # What the session tells

    def show_case(self, change: Change) -> None:
        """Lay the text down anew if anything but the place of boxes has changed."""
        if change.only("positions"):
            return
        case = self.session.case
        self._hidden = self.session.hidden
        self._gather()
        if change.whole or "sources" in change.tables:
            self._show_source(self._source if self._source in case.sources else next(iter(case.sources), None))
        else:
            self._light()

    def show_lens(self, _lens: Lens) -> None:
        """Light only what the lens leaves."""
        hidden = self.session.hidden
        if hidden != self._hidden:
            self._hidden = hidden
            self._gather()
            self._light()

    def show_selection(self, selection: Selection) -> None:
        """Light what is picked strongly, and bring its first passage into sight."""
        found = target(self.session.case, selection, self._pages, self._source)
        if found is not None and found[0] != self._source:
            self._show_source(found[0])
        else:
            self._light()
        if found is not None:
            self._bring(found[1])

    def show_theme(self) -> None:
        """Set the text again: its colours stand in its letters."""
        if self._source is not None:
            self._set_text()

    # What the window may ask for

    def next_claim(self) -> None:
        """Pick the next passage in reading order."""
        self._step(1)

    def previous_claim(self) -> None:
        """Pick the passage before, in reading order."""
        self._step(-1)

    def find(self) -> None:  # type: ignore[override]  # hides a static QWidget.find that finds windows by number
        """Open the find bar."""
        self.bar.open(self.sheet.seen()[0])

    def find_next(self) -> None:
        """Go to the next hit; without a search, open the bar."""
        self.bar.go_on(1, self.sheet.seen()[0])

    def find_previous(self) -> None:
        """Go to the hit before; without a search, open the bar."""
        self.bar.go_on(-1, self.sheet.seen()[0])

    def set_scale(self, scale: float) -> None:
        """Show the text larger or smaller; 1 is the usual size."""
        scale = min(_LARGEST, max(_SMALLEST, scale))
        if scale != self._scale:
            self._scale = scale
            self._set_text()

    @property
    def scale(self) -> float:
        """How large the text is; 1 is the usual size."""
        return self._scale

    @property
    def source(self) -> str | None:
        """The id of the source that is shown."""
        return self._source

    def visible_quotes(self) -> tuple[str, ...]:
        """The quotes of the paragraphs in sight, in reading order."""
        return tuple(row.quote for row in self.sheet.visible())

    def passage_at(self, point: QPoint) -> str | None:
        """The innermost quote at a point of the text's viewport."""
        unit = self.paper.unit_at(point)
        over = self.sheet.over(unit) if unit is not None else ()
        return over[0].quote if over else None

    def point_of(self, quote: str) -> QPoint | None:
        """A point of the text's viewport on the first letters of a quote."""
        return self.sheet.point_of(quote)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of finding, for when the window has no action for them."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.find_next()
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.find_previous()
        elif event.key() == Qt.Key.Key_Escape and self.bar.isVisible():
            self.bar.close_bar()
        else:
            super().keyPressEvent(event)

    # What happens inside

    def _gather(self) -> None:
        self._pages = Pages(self.session.case, self.session.report.anchors, self._hidden)

    def _show_source(self, source: str | None) -> None:
        case, self._source = self.session.case, source
        self.sources.show_sources(case, source)
        self.missing.show_quotes(lost(case, source, self._pages.places(source)) if source else ())
        self.paper.setAccessibleName(f"Text of {text.plain(case.sources[source].title)}" if source else "No text")
        self.bar.look_in(case.sources[source].text if source else "")
        if source is None:
            self.paper.clear()
        self._set_text()

    def _set_text(self) -> None:
        if self._source is not None:
            base = QApplication.font()
            self.sheet.set_source(self.session.case.sources[self._source], base, self._scale)
        self._light()

    def _light(self) -> None:
        found = self._pages.get(self._source or "", Passages())
        self.sheet.light(self.session.case, found, picked(self.session.case, self.session.selection))
        self.foot.setText(foot_words(found, self.session.selection.quote, len(self.sheet.strong), self._clicked))
        self._tell_visible()

    def _bring(self, row: Passage) -> None:
        if self.paper.ready:
            self._asked = None
            self.paper.bring(*self.sheet.units(row))
        else:
            # Without a layout there is no place to scroll to; it is done when the text comes into sight.
            self._asked = row.quote

    def _pick(self, quote: str) -> None:
        case = self.session.case
        elements = tuple(key for key in case.elements_on(quote) if key in case.elements)
        self.session.select(*by_precedence(case, elements), quote=quote)

    def _step(self, by: int) -> None:
        seen = (self._source, self.sheet.seen()[0])
        quote = beside(self._pages, self.session.selection.quote, by, seen)
        if quote is not None:
            self._pick(quote)

    def _tell_visible(self) -> None:
        seen = tuple(dict.fromkeys(key for row in self.sheet.visible() for key in row.elements))
        if seen != self._seen:
            self._seen = seen
            self.visibleChanged.emit(seen)

    def _on_paper_clicked(self, unit: int) -> None:
        over = [row.quote for row in self.sheet.over(unit)]
        if not over:
            return
        now = self.session.selection.quote
        # A second click in the same place goes on to the passage around; one from elsewhere begins innermost.
        again = now in over and self._clicked == over
        self._clicked = over
        self._pick(over[(over.index(now) + 1) % len(over)] if again and now else over[0])

    def _on_paper_zoomed(self, by: int) -> None:
        self.set_scale(self._scale * (_ZOOM if by > 0 else 1 / _ZOOM))

    def _on_paper_moved(self) -> None:
        row = self.sheet.passages.of(self._asked) if self._asked else None
        if row is not None and self.paper.ready:
            self._bring(row)
        self.sheet.show_margin()
        self._tell_visible()

    def _on_bar_hits(self, hits: tuple[tuple[int, int], ...], now: tuple[int, int] | None) -> None:
        units = self.sheet.span_units
        self.paper.show_hits(tuple(units(*hit) for hit in hits), units(*now) if now else None)
        if now:
            self.paper.bring(*units(*now))
