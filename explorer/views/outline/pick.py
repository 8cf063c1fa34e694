"""What picking rows of the outline means for the session.

In go a case and rows, out comes a selection. Must not know Qt or the session.
"""

from collections.abc import Sequence

from explorer.case.case import Case
from explorer.session.selection import Selection
from explorer.views.outline.rows import Row


def selection_of(case: Case, rows: Sequence[Row]) -> Selection:
    """The selection that rows stand for, the first one in focus; a claim brings its passage along."""
    ids = dict.fromkeys(key for row in rows for key in _elements(case, row))
    lead = rows[0]
    if lead.sort == "claim":
        return Selection(tuple(ids), next(iter(case.claims[lead.key].quotes), None), lead.key)
    return Selection(tuple(ids), _first_quote(case, lead.key) if lead.sort == "source" else None)


def _elements(case: Case, row: Row) -> tuple[str, ...]:
    match row.sort:
        case "element":
            return (row.key,)
        case "claim":
            return (case.claims[row.key].about,)
        case "note":
            return tuple(key for key in case.notes[row.key].about if key in case.elements)
        case _:
            return ()


def _first_quote(case: Case, source: str) -> str | None:
    """A source is no element: picking it leads to its first passage."""
    return min(case.quotes_in(source), key=lambda quote: quote.start).id if case.quotes_in(source) else None
