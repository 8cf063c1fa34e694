"""Where each quote stands in its source, and which do not.

In go a case and the anchors of its check, out come spans in code points. Must not know how quotes are found again.
"""

from collections.abc import Mapping

from explorer.case.case import Case
from explorer.case.evidence import Quote
from explorer.text.anchor import Anchor

Places = Mapping[str, tuple[int, int]]


def places(case: Case, anchors: Mapping[str, Anchor]) -> Places:
    """The span of every quote that stands in its source; one that the check has not met stands where it says."""
    found: dict[str, tuple[int, int]] = {}
    for quote in case.quotes.values():
        start, end = _span(quote, anchors.get(quote.id))
        source = case.sources.get(quote.source)
        if source is not None and 0 <= start < end <= len(source.text):
            found[quote.id] = (start, end)
    return found


def _span(quote: Quote, anchor: Anchor | None) -> tuple[int, int]:
    if anchor is None:
        return quote.start, quote.end
    if not anchor.found or anchor.start is None or anchor.end is None:
        return 0, 0
    return anchor.start, anchor.end


def lost(case: Case, source: str, found: Places) -> tuple[Quote, ...]:
    """The quotes of a source that were not found in it, in the order of the file."""
    return tuple(quote for quote in case.quotes.values() if quote.source == source and quote.id not in found)
