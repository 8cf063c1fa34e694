"""Finds a quote that leaves words out: its parts in their order, with gaps of a sensible size.

In goes a quote with "..." in it, out come the stretches of its parts; the gaps are not part of them. Must not know the
words around the quote.
"""

import re

from explorer.text.fold import skeleton
from explorer.text.search import Selector, cuts_nothing, occurrences
from explorer.text.span import Span, Text

_GAP = 4_000
_PARTS = 40
_BEGINNINGS = 200
_LEFT_OUT = re.compile(r"[\[(]\s*(?:\.\s?\.\s?\.|…)\s*[\])]|\.\.\.+|\. \. \.|…")


def parts_of(exact: str) -> tuple[str, ...]:
    """The parts of a quote that leaves something out; a quote that leaves nothing out is one part."""
    return tuple(part for part in _LEFT_OUT.split(exact) if skeleton(part))


def find_parts(text: Text, parts: tuple[str, ...], quote: Selector, near: int | None) -> tuple[Span, ...] | None:
    """Where the parts of the quote stand, one after the other; None if they do not."""
    if not 2 <= len(parts) <= _PARTS:
        return None
    # The borders at "..." are the quoter's own, so they must run between words; the outer ones are the quote's.
    bounds = [
        Selector(
            part,
            quote.prefix if number == 0 else "",
            quote.suffix if number == len(parts) - 1 else "",
            start=0,
        )
        for number, part in enumerate(parts)
    ]
    needles = [skeleton(part) for part in parts]
    folded = text.folded
    at = None if near is None else folded.place(near)
    beginnings = occurrences(folded.text, needles[0], at)
    if at is not None:
        beginnings.sort(key=lambda place: abs(place - at))
    for beginning in beginnings[:_BEGINNINGS]:
        spans = _chain(text, bounds, needles, beginning)
        if spans:
            return spans
    return None


def _chain(text: Text, bounds: list[Selector], needles: list[str], beginning: int) -> tuple[Span, ...] | None:
    spans: list[Span] = []
    low, high = beginning, beginning + len(needles[0])
    for bound, needle in zip(bounds, needles, strict=True):
        found = _next(text, bound, needle, low, high)
        if found is None or (spans and found[0].start - spans[-1].end >= _GAP):
            return None
        span, low = found
        spans.append(span)
        high = low + _GAP
    return tuple(spans)


def _next(text: Text, bound: Selector, needle: str, low: int, high: int) -> tuple[Span, int] | None:
    """The first whole-word place of a part that begins between two folded places, and where it ends there."""
    hay = text.folded.text
    at = hay.find(needle, low, high + len(needle))
    while at != -1:
        end = at + len(needle)
        span = Span(*text.folded.span(at, end))
        if cuts_nothing(text.raw, *span, bound):
            return span, end
        at = hay.find(needle, at + 1, high + len(needle))
    return None
