"""The selected passage as a citation: its words, where they stand, who says them.

In go a case and a selection, out comes plain text. Must not know the clipboard.
"""

from explorer.case.case import Case
from explorer.case.evidence import Claim, Quote
from explorer.graph.words import chain_words, name, when_words
from explorer.session.selection import Selection


def citation(case: Case, selection: Selection) -> str:
    """Each passage with title, author, publisher, date and address of its source; nothing if there is no passage."""
    return "\n\n".join(_cited(case, quote, claim) for quote, claim in _picked(case, selection))


def _cited(case: Case, quote: Quote, claim: Claim | None) -> str:
    source = case.sources[quote.source]
    parts = [
        f"“{source.title}”",
        name(case, source.author) if source.author else "",
        source.publisher or "",
        when_words(source.published) if source.published else "",
        source.address or "",
        f"retrieved {source.retrieved}" if source.retrieved else "",
        f"characters {quote.start:,} to {quote.end:,}",
    ]
    said = f"\nSaid by: {chain_words(case, claim)}" if claim else ""
    return f"“{quote.exact}”\n{', '.join(part for part in parts if part)}{said}"


def _picked(case: Case, selection: Selection) -> list[tuple[Quote, Claim | None]]:
    """The picked passage, or those of the picked claim, or those of the claims about what is picked; each once."""
    claim = case.claims.get(selection.claim or "")
    if selection.quote in case.quotes:
        claims = case.claims_on(selection.quote or "")
        own = [row for row in claims if row.about in selection.ids]
        found: dict[str, Claim | None] = {selection.quote or "": claim or next(iter((*own, *claims)), None)}
    else:
        found = {}
        for row in (claim,) if claim else case.claims_about(selection.focus or ""):
            for key in row.quotes:
                found.setdefault(key, row)
    return [
        (case.quotes[key], row)
        for key, row in found.items()
        if key in case.quotes and case.quotes[key].source in case.sources
    ]
