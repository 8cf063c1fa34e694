"""Where each quote stands in its source, and which do not.

In go a case and the anchors of its check, out come spans in code points. Must not know how quotes are found again.
"""

from collections.abc import Mapping

from explorer.case.case import Case
from explorer.case.evidence import Quote
from explorer.text.anchor import Anchor

#: The stretches of each quote: one, or several if the quote leaves words out.
Places = Mapping[str, tuple[tuple[int, int], ...]]


def places(case: Case, source: str, anchors: Mapping[str, Anchor]) -> Places:
    """Where every quote of a source stands that stands there; one that the check has not met stands where it says."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    if source not in case.sources:
        return found
    size = len(case.sources[source].text)
    for quote in case.quotes_in(source):
        spans = _spans(quote, anchors.get(quote.id))
        if spans and all(0 <= start < end <= size for start, end in spans):
            found[quote.id] = spans
    return found


def _spans(quote: Quote, anchor: Anchor | None) -> tuple[tuple[int, int], ...]:
    if anchor is None:
        return ((quote.start, quote.end),)
    return tuple((part.start, part.end) for part in anchor.parts) if anchor.found else ()


def lost(case: Case, source: str, found: Places) -> tuple[Quote, ...]:
    """The quotes of a source that were not found in it, in the order of the file."""
    return tuple(quote for quote in case.quotes_in(source) if quote.id not in found)
