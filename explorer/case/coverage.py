"""How much of the sources has been read: sentence by sentence, with a claim, marked as saying nothing, or unread.

In go a case and its anchors, out comes the coverage. Must not know how passages are found.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from explorer.case.case import Case
from explorer.case.evidence import Source
from explorer.text.anchor import Anchor
from explorer.text.sentence import sentences
from explorer.text.span import Span

Reading = Literal["with_claim", "no_claim", "unread"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source and what has been made of it."""

    source: str
    span: Span
    reading: Reading


@dataclass(frozen=True)
class Coverage:
    """All sentences of all sources, in their order."""

    sentences: tuple[Sentence, ...]

    def count(self, reading: Reading) -> int:
        """How many sentences have been read like this."""
        return self._counts[reading]

    @cached_property
    def _counts(self) -> Counter[Reading]:
        return Counter(sentence.reading for sentence in self.sentences)


def covered(case: Case, anchors: Mapping[str, Anchor], marks: Mapping[str, tuple[Span, ...]]) -> Coverage:
    """What has been read: `anchors` by quote; `marks` by source are the stretches that are known to say nothing."""
    claimed: dict[str, list[Span]] = {}
    for key, quote in case.quotes.items():
        if anchors[key].found and case.claims_on(key):
            claimed.setdefault(quote.source, []).extend(anchors[key].parts)
    return Coverage(
        tuple(
            sentence
            for key, source in case.sources.items()
            for sentence in _read(source, claimed.get(key, ()), marks.get(key, ()))
        )
    )


def _read(source: Source, claimed: Iterable[Span], marked: Iterable[Span]) -> Iterator[Sentence]:
    spans = sentences(source.text)
    with_claim = _touched(source.text, spans, claimed)
    no_claim = _touched(source.text, spans, marked)
    for number, span in enumerate(spans):
        reading: Reading = "with_claim" if number in with_claim else "no_claim" if number in no_claim else "unread"
        yield Sentence(source.id, span, reading)


def _touched(text: str, spans: tuple[Span, ...], stretches: Iterable[Span]) -> set[int]:
    """The numbers of the sentences of which a stretch holds more than white space; one walk over both."""
    touched: set[int] = set()
    number = 0
    for start, end in _merged(stretches):
        while number < len(spans) and spans[number].end <= start:
            number += 1
        at = number
        while at < len(spans) and spans[at].start < end:
            low, high = max(start, spans[at].start), min(end, spans[at].end)
            if not text[low:high].isspace():
                touched.add(at)
            at += 1
        number = max(number, at - 1)
    return touched


def _merged(stretches: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(stretches):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
