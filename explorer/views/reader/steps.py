"""Which passage comes next, which are picked, which is to be brought into sight.

In go a case, a selection and the passages of every source; out come quotes and passages. Must not know Qt.
"""

from collections.abc import Mapping, Sequence

from explorer.case.case import Case
from explorer.session.selection import Selection
from explorer.text.english import counted
from explorer.views.reader.passages import Passage, Passages


def picked(case: Case, selection: Selection) -> frozenset[str]:
    """The quotes of everything that is picked; a claim that was picked stands for itself alone."""
    claim = case.claims.get(selection.claim or "")
    if claim is not None:
        return frozenset({*claim.quotes, *([selection.quote] if selection.quote else [])})
    quotes = {quote.id for key in selection.ids for quote in case.quotes_of(key)}
    return frozenset(quotes | ({selection.quote} if selection.quote else set()))


def target(
    case: Case, selection: Selection, pages: Mapping[str, Passages], current: str | None
) -> tuple[str, Passage] | None:
    """The source and the passage that a selection leads to: its quote, its claim's, else the first of the focus."""
    claim = case.claims.get(selection.claim or "")
    wanted: list[set[str]] = [{selection.quote} if selection.quote else set(), set(claim.quotes) if claim else set()]
    wanted += [{quote.id for quote in case.quotes_of(key)} for key in selection.ids]
    for quotes in filter(None, wanted):
        for source in sorted(pages, key=lambda key: key != current):
            row = next((row for row in pages[source].rows if row.quote in quotes), None)
            if row is not None:
                return source, row
    return None


def beside(
    pages: Mapping[str, Passages], quote: str | None, by: int, seen: tuple[str | None, int]
) -> str | None:  # fmt: skip
    """The quote `by` steps on in the reading order of all sources; without one, from the source and place in sight."""
    rows: Sequence[tuple[str, Passage]] = [(key, row) for key, found in pages.items() for row in found.rows]
    if not rows:
        return None
    now = next((place for place, (_, row) in enumerate(rows) if row.quote == quote), None)
    if now is None:
        source, start = seen
        first = next((place for place, (key, row) in enumerate(rows) if key == source and row.start >= start), 0)
        now = first - 1 if by > 0 else first
    return rows[(now + by) % len(rows)][1].quote


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
