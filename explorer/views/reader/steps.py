"""Which passage comes next, which are picked, which is to be brought into sight.

In go a case, a selection and the passages of every source; out come quotes and passages. Must not know Qt.
"""

from collections.abc import Sequence

from explorer.case.case import Case
from explorer.session.selection import Selection
from explorer.text.english import counted
from explorer.views.reader.pages import Pages
from explorer.views.reader.passages import Passage, Passages


def picked(case: Case, selection: Selection) -> frozenset[str]:
    """The quotes of everything that is picked; a claim that was picked stands for itself alone."""
    claim = case.claims.get(selection.claim or "")
    if claim is not None:
        return frozenset({*claim.quotes, *([selection.quote] if selection.quote else [])})
    quotes = {quote.id for key in selection.ids for quote in case.quotes_of(key)}
    return frozenset(quotes | ({selection.quote} if selection.quote else set()))


def target(case: Case, selection: Selection, pages: Pages, current: str | None) -> tuple[str, Passage] | None:
    """The source and the passage that a selection leads to: its quote, its claim's, else the first of the focus."""
    claim = case.claims.get(selection.claim or "")
    wanted: list[set[str]] = [{selection.quote} if selection.quote else set(), set(claim.quotes) if claim else set()]
    wanted += [{quote.id for quote in case.quotes_of(key)} for key in selection.ids]
    for quotes in filter(None, wanted):
        holding = {pages.source_of(key) for key in quotes}
        for source in sorted((key for key in pages if key in holding), key=lambda key: key != current):
            row = next((row for row in pages[source].rows if row.quote in quotes), None)
            if row is not None:
                return source, row
    return None


def beside(pages: Pages, quote: str | None, by: int, seen: tuple[str | None, int]) -> str | None:
    """The quote one step on (1) or back (-1) in the reading order of all sources; without one, from what is in sight.

    After the last comes the first.
    """
    sources = list(pages)
    if not sources:
        return None
    source, place = _place(pages, quote, by, seen)
    at = sources.index(source) if source is not None else 0
    for _ in range(len(sources) + 1):
        rows = pages[sources[at]].rows
        if 0 <= place < len(rows):
            return rows[place].quote
        at = (at + by) % len(sources)
        place = 0 if by > 0 else len(pages[sources[at]].rows) - 1
    return None


def _place(pages: Pages, quote: str | None, by: int, seen: tuple[str | None, int]) -> tuple[str | None, int]:
    """The source and the row in it to begin with."""
    source = pages.source_of(quote)
    if source is not None:
        place = next((at for at, row in enumerate(pages[source].rows) if row.quote == quote), None)
        if place is not None:
            return source, place + by
    source, start = seen
    rows = pages[source].rows if source is not None and source in pages else ()
    place = next((at for at, row in enumerate(rows) if row.start >= start), None)
    if place is None:
        return None, 0 if by > 0 else -1
    return source, place if by > 0 else place - 1


def foot_words(found: Passages, quote: str | None, strong: int, clicked: Sequence[str]) -> str:
    """Where one stands among the passages of a text: 'Passage 3 of 69 · 2 of 3 passages here, click for the next'."""
    rows = found.rows
    place = next((number for number, row in enumerate(rows, 1) if row.quote == quote), None)
    if place is not None:
        here = f" · {clicked.index(quote) + 1} of {len(clicked)} passages here" if quote in clicked else ""
        return f"Passage {place} of {len(rows)}" + (f"{here}, click for the next" if len(clicked) > 1 and here else "")
    if not rows:
        return "No passages in this text"
    count = counted(len(rows), "passage")
    return f"{strong} of {count} picked" if strong else f"{count} · J and K step through them"
