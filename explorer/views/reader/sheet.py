"""The sheet: a source on the paper with its passages lit, counted in code points as a case does.

In go a case, a source and passages, out come places, quotes and what can be seen. Must not know the session.
"""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFont

from explorer.case.case import Case
from explorer.case.evidence import Source
from explorer.views.kit.letters import source_font
from explorer.views.reader.highlights import Stretch
from explorer.views.reader.litpaper import LitPaper
from explorer.views.reader.margin import Mark
from explorer.views.reader.offsets import Offsets
from explorer.views.reader.passages import Passage, Passages, words_of

#: The running text is larger than the words of the window around it.
_SIZE = 1.2


class Sheet:
    """One source as it lies in the reader."""

    def __init__(self, paper: LitPaper) -> None:
        self.paper = paper
        self.passages = Passages()
        self._offsets = Offsets("")
        self._words: dict[str, str] = {}
        self._strong: frozenset[str] = frozenset()

    def set_source(self, source: Source, base: QFont, scale: float) -> None:
        """Lay another source down, or the same in another size."""
        self._offsets = Offsets(source.text)
        self.paper.show_source(source, source_font(base, _SIZE * scale))

    def light(self, case: Case, passages: Passages, strong: frozenset[str]) -> None:
        """Light passages; those of the quotes in `strong` are picked."""
        if passages is not self.passages:
            self.passages = passages
            self._words = {row.quote: words_of(case, row) for row in passages.rows}
        self._strong = strong
        self.paper.show_stretches(
            tuple(
                Stretch(*self.span_units(*part), row.table, row.track, row.quote in strong)
                for row in passages.rows
                for part in row.parts
            )
        )
        self.show_margin()

    @property
    def strong(self) -> tuple[str, ...]:
        """The quotes of this text that are picked, in reading order."""
        return tuple(row.quote for row in self.passages.rows if row.quote in self._strong)

    def show_margin(self) -> None:
        """Put the marks beside the lines that can be seen."""
        view = QRectF(self.paper.viewport().rect()).adjusted(-1e4, -20, 1e4, 20)
        marks: list[Mark] = []
        bars: list[tuple[float, float]] = []
        for row in self.passages.within(*self.seen()):
            bands = self.paper.geometry_of.bands(*self.units(row))
            if not bands:
                continue
            first, last = self.paper.on_screen(bands[0].rect), self.paper.on_screen(bands[-1].rect)
            strong = row.quote in self._strong
            if view.intersects(first):
                marks.append(Mark(row.quote, row.table, self._words[row.quote], first.center().y(), strong))
            if strong:
                bars.append((first.top(), last.bottom()))
        self.paper.margin.show_marks(marks, bars)

    def units(self, row: Passage) -> tuple[int, int]:
        """The place of a passage as Qt counts."""
        return self.span_units(row.start, row.end)

    def span_units(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of code points as Qt counts."""
        return self._offsets.units(start), self._offsets.units(end)

    def over(self, unit: int) -> tuple[Passage, ...]:
        """The passages over a UTF-16 unit, the innermost first."""
        return self.passages.at(self._offsets.points(unit))

    def words_at(self, unit: int) -> str:
        """What the passages over a UTF-16 unit say."""
        return "\n".join(dict.fromkeys(self._words[row.quote] for row in self.over(unit)))

    def point_of(self, quote: str) -> QPoint | None:
        """A point of the viewport on the first letters of a passage, whether they can be seen or not."""
        row = self.passages.of(quote)
        bands = self.paper.geometry_of.bands(*self.span_units(*row.parts[0])) if row else ()
        if not bands:
            return None
        rect = self.paper.on_screen(bands[0].rect)
        return QPoint(round(rect.left() + min(5.0, rect.width() / 2)), round(rect.center().y()))

    def visible(self) -> tuple[Passage, ...]:
        """The passages of the paragraphs that can be seen, in reading order."""
        return self.passages.within(*self.seen()) if self.paper.ready else ()

    def seen(self) -> tuple[int, int]:
        """The first and the last code point of the paragraphs that can be seen."""
        first, last = self.paper.seen()
        return self._offsets.points(first), self._offsets.points(last)
