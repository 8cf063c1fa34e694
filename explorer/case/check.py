"""Checks a case: does every line lead to a passage, does every passage stand where it should, is all of it read?

In goes a case, out comes a report. Must not know how a report is shown. Time grows with the case, not faster.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from explorer.case.case import ELEMENT_TABLES, Case
from explorer.case.coverage import Coverage, covered
from explorer.case.evidence import Quote, Source
from explorer.case.finding import Finding
from explorer.case.problem import shown
from explorer.case.rule import rule_findings
from explorer.text.anchor import STATUSES, Anchor, Selector, Span, Status, Text, locate

__all__ = ["Coverage", "Finding", "Report", "anchored", "check"]

Say = Callable[[str], None]

#: Passages between two words about the progress.
_EVERY = 2_000

_STATUS_WORDS: Mapping[Status, str] = {
    "normalized": "stands there with other marks",
    "ellipsis": "stands there in parts",
    "fuzzy": "stands there in other words",
    "conflict": "what stands there says something else",
    "orphan": "is not found in the source",
}


@dataclass(frozen=True)
class Report:
    """What a check found: findings, where each quote stands, what is read, how much there is."""

    findings: tuple[Finding, ...]
    anchors: Mapping[str, Anchor]
    coverage: Coverage
    elements: Mapping[str, int]
    claims: int

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The findings that make the case unfit to be opened."""
        return tuple(finding for finding in self.findings if finding.severity == "broken")

    @cached_property
    def found(self) -> frozenset[str]:
        """The quotes that stand in their source."""
        return frozenset(key for key, anchor in self.anchors.items() if anchor.found)

    @cached_property
    def lost(self) -> tuple[str, ...]:
        """The quotes of which nothing stands in their source."""
        return tuple(key for key, anchor in self.anchors.items() if anchor.status == "orphan")

    @property
    def quotes(self) -> Mapping[str, Status]:
        """The status of each quote by its id."""
        return {key: anchor.status for key, anchor in self.anchors.items()}

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many quotes have each status; all six are named."""
        counts = Counter(anchor.status for anchor in self.anchors.values())
        return {status: counts[status] for status in STATUSES}


def check(case: Case, say: Say = lambda _: None) -> Report:
    """Everything that can be said about a case without asking a person.

    `say` is told now and then what is looked at, and may raise to stop.
    """
    texts = {key: Text(source.text) for key, source in case.sources.items()}
    anchors: dict[str, Anchor] = {}
    for number, (key, quote) in enumerate(case.quotes.items()):
        if number % _EVERY == 0:
            say(f"{number:,} of {len(case.quotes):,} passages")
        anchors[key] = _anchor(quote, texts)
    say("sentences")
    marks = {key: tuple(_marks(source)) for key, source in case.sources.items()}
    coverage = covered(case, anchors, marks)
    say("references and dates")
    findings = (
        *rule_findings(case),
        *(finding for source in case.sources.values() for finding in _source_findings(source)),
        *(finding for key, anchor in anchors.items() for finding in _quote_findings(case.quotes[key], anchor)),
        *_unread(case, coverage),
    )
    elements = {table: len(getattr(case, table)) for table in ELEMENT_TABLES}
    return Report(findings, anchors, coverage, elements, len(case.claims))


def anchored(quote: Quote, text: str | Text) -> Anchor:
    """Where the passage of a quote stands in a text."""
    return locate(Selector(quote.exact, quote.prefix, quote.suffix, quote.start, quote.end), text)


def _anchor(quote: Quote, texts: Mapping[str, Text]) -> Anchor:
    text = texts.get(quote.source)
    return Anchor("orphan", differences=("its source is missing",)) if text is None else anchored(quote, text)


def _marks(source: Source) -> Iterator[Span]:
    """The marked stretches whose words still stand there."""
    for mark in source.no_claim:
        if source.text[mark.start : mark.end] == mark.exact:
            yield Span(mark.start, mark.end)


def _source_findings(source: Source) -> Iterator[Finding]:
    where = f"sources > {source.id}"
    if not source.text_is_intact():
        told = "the text is not the one that the quotes were taken from: its SHA-256 differs; look at every passage"
        yield Finding("text-changed", f"{where} > text", told)
    for number, mark in enumerate(source.no_claim, 1):
        if source.text[mark.start : mark.end] != mark.exact:
            told = f"“{shown(mark.exact)}” does not stand at {mark.start} to {mark.end}"
            yield Finding("quote-not-exact", f"{where} > no_claim > row {number}", told)
    for number, part in enumerate(source.parts, 1):
        if not part.start < part.end <= len(source.text):
            told = f"runs from {part.start} to {part.end}, but the text ends at {len(source.text)}"
            yield Finding("part-outside", f"{where} > parts > row {number}", told)


def _quote_findings(quote: Quote, anchor: Anchor) -> Iterator[Finding]:
    where = f"quotes > {quote.id}"
    if anchor.status != "exact":
        differences = f" ({'; '.join(anchor.differences)})" if anchor.differences else ""
        told = f"{anchor.status}: “{shown(quote.exact)}” {_STATUS_WORDS[anchor.status]}{differences}"
        yield Finding("quote-not-exact", where, told)
    elif (anchor.start, anchor.end) != (quote.start, quote.end):
        told = f"“{shown(quote.exact)}” stands at {anchor.start} to {anchor.end}, not at {quote.start} to {quote.end}"
        yield Finding("quote-moved", where, told)


def _unread(case: Case, coverage: Coverage) -> Iterator[Finding]:
    for sentence in coverage.sentences:
        if sentence.reading == "unread":
            start, end = sentence.span
            words = shown(case.sources[sentence.source].text[start:end])
            told = f"nothing is made of “{words}”; add a claim, or mark it as saying nothing with the reason"
            yield Finding("sentence-unread", f"sources > {sentence.source} > {start} to {end}", told)
