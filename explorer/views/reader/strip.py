"""The strips above the text: which source it is, and which passages were not found in it.

In go sources and quotes, out comes what was picked. Must not know where passages stand.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from explorer.case.case import Case
from explorer.case.evidence import Quote, Source
from explorer.graph.words import name, when_words
from explorer.text.english import capital, counted
from explorer.views.kit import text
from explorer.views.kit.cards import Link

_MOST = 5


class SourceStrip(QWidget):
    """Where the text comes from; with several sources, the choice among them."""

    #: The id of the source that was chosen.
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Mapping[str, Source] | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName("Source")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.choice.activated.connect(self._on_choice_activated)
        self.line = text.label(muted=True, size=0.92)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(4)
        column.addWidget(self.choice)
        column.addWidget(self.line)

    def show_sources(self, case: Case, current: str | None) -> None:
        """Offer the sources of a case, with one of them shown."""
        if case.sources is not self._offered:
            # Not at every source that is shown: a case may hold thousands.
            self._offered = case.sources
            self.choice.clear()
            self.choice.addItems([text.plain(source.title, 120) for source in case.sources.values()])
        self.choice.setVisible(len(case.sources) > 1)
        if current is not None:
            self.choice.setCurrentIndex(list(case.sources).index(current))
        words = provenance(case, case.sources[current]) if current else "This case holds no text."
        self.line.setText(text.plain(words))

    def _on_choice_activated(self, place: int) -> None:
        self.chosen.emit(list(self._offered or ())[place])


class MissingStrip(QWidget):
    """The passages that a text was said to hold and does not."""

    #: The quote that was picked.
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 2, 12, 6)
        self._column.setSpacing(0)
        self.quotes: tuple[str, ...] = ()
        self.hide()

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """List quotes in their own words."""
        self.quotes = tuple(quote.id for quote in quotes)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(quotes))
        if not quotes:
            return
        words = counted(len(quotes), "passage was", "passages were")
        self._column.addWidget(text.label(f"{words} not found in this text", bold=True, size=0.92))
        for quote in quotes[:_MOST]:
            self._column.addWidget(
                Link(f"“{text.clip(quote.exact, 160)}”", partial(self.picked.emit, quote.id), icon="unsupported")
            )
        if len(quotes) > _MOST:
            self._column.addWidget(text.label(f"and {len(quotes) - _MOST} more", muted=True, size=0.92))


def provenance(case: Case, source: Source) -> str:
    """Where a text comes from: 'Article by Sededin Dedovic, 17 June 2024'."""
    words = capital(source.kind)
    if source.author:
        words += f" by {name(case, source.author)}"
    if source.publisher:
        words += f", {source.publisher}"
    return words + (f", {when_words(source.published)}" if source.published else ", date not said")
