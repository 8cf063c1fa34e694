"""What has been read: sentences touched by a claim's passage, by a mark, or by nothing."""

from hashlib import sha256

import pytest

from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.coverage import Coverage, Reading, Sentence, covered
from explorer.case.evidence import Claim, Quote, Source
from explorer.text.anchor import Anchor, Span, Status

TEXT = "One is here. Two is here. Three is here."
ONE, TWO, THREE = Span(0, 12), Span(13, 25), Span(26, 40)


def _source(key: str, text: str = TEXT) -> Source:
    digest = sha256(text.encode()).hexdigest()
    return Source(id=key, title="x", short="x", text=text, text_sha256=digest, raw_sha256=digest)


def _case(*quotes: str, claimed: bool = True, texts: tuple[str, ...] = (TEXT,)) -> Case:
    claim = Claim(id="c", about="e", statement="x", speaker="s0", quotes=quotes)
    return Case(
        title="x",
        sources=table_of([_source(f"s{number}", text) for number, text in enumerate(texts)]),
        quotes=table_of([Quote(id=key, source="s0", exact="x", start=0, end=1) for key in quotes]),
        claims=table_of([claim] if claimed else []),
    )


def _at(*parts: tuple[int, int]) -> Anchor:
    spans = tuple(Span(*part) for part in parts)
    return Anchor("exact", spans[0].start, spans[-1].end, 1.0, spans)


def _readings(coverage: Coverage) -> list[Reading]:
    return [sentence.reading for sentence in coverage.sentences]


C: Reading = "with_claim"
N: Reading = "no_claim"
U: Reading = "unread"


@pytest.mark.parametrize(
    ("parts", "readings"),
    [
        ([(13, 25)], [U, C, U]),
        ([(15, 16)], [U, C, U]),  # one letter is enough
        ([(13, 26)], [U, C, U]),  # the space after it belongs to nobody
        ([(12, 13)], [U, U, U]),
        ([(3, 4)], [U, U, U]),  # the space between two words says nothing
        ([(3, 4), (5, 6)], [C, U, U]),
        ([(11, 14)], [C, C, U]),
        ([(0, 40)], [C, C, C]),
        ([(0, 1), (39, 40)], [C, U, C]),  # a quote with words left out: the gap is not read
        ([(0, 1), (1, 2), (30, 31)], [C, U, C]),
        ([(39, 40), (0, 1)], [C, U, C]),
        ([(0, 40), (13, 14)], [C, C, C]),  # one inside another
        ([(0, 1), (0, 14)], [C, C, U]),
        ([(0, 0), (13, 13)], [U, U, U]),
    ],
)
def test_a_passage_reads_the_sentences_of_which_it_holds_a_letter(
    parts: list[tuple[int, int]], readings: list[Reading]
) -> None:
    assert _readings(covered(_case("q"), {"q": _at(*parts)}, {})) == readings
    marks = {"s0": tuple(Span(*part) for part in parts)}
    marked = [N if reading == C else U for reading in readings]
    assert _readings(covered(_case(), {}, marks)) == marked


def test_a_claim_outweighs_a_mark() -> None:
    coverage = covered(_case("q"), {"q": _at(ONE)}, {"s0": (ONE, TWO)})
    assert _readings(coverage) == [C, N, U]


def test_a_passage_that_no_claim_stands_on_reads_nothing() -> None:
    assert _readings(covered(_case("q", claimed=False), {"q": _at(ONE)}, {})) == [U, U, U]


@pytest.mark.parametrize("status", ["conflict", "orphan"])
def test_a_passage_that_was_not_found_reads_nothing(status: Status) -> None:
    lost = Anchor(status, 0, 12, 1.0, (ONE,))
    assert _readings(covered(_case("q"), {"q": lost}, {})) == [U, U, U]


@pytest.mark.parametrize("status", ["exact", "normalized", "ellipsis", "fuzzy"])
def test_a_passage_that_was_found_somehow_reads(status: Status) -> None:
    found = Anchor(status, 0, 12, 1.0, (ONE,))
    assert _readings(covered(_case("q"), {"q": found}, {})) == [C, U, U]


def test_several_quotes_read_together() -> None:
    coverage = covered(_case("q", "r"), {"q": _at(THREE), "r": _at(ONE)}, {})
    assert _readings(coverage) == [C, U, C]


def test_sources_are_read_apart_and_in_their_order() -> None:
    coverage = covered(_case("q", texts=(TEXT, "Four. Five.")), {"q": _at((0, 5))}, {"s1": (Span(6, 11),)})
    assert [(sentence.source, sentence.reading) for sentence in coverage.sentences] == [
        ("s0", C), ("s0", U), ("s0", U), ("s1", U), ("s1", N),
    ]  # fmt: skip
    assert [sentence.span for sentence in coverage.sentences[:3]] == [ONE, TWO, THREE]


def test_many_passages_over_many_sentences_are_told_apart() -> None:
    text = "It is so. " * 500
    parts = [(10 * number + 3, 10 * number + 4) for number in range(0, 500, 7)]
    coverage = covered(_case("q", texts=(text,)), {"q": _at(*parts)}, {})
    assert _readings(coverage) == [U if number % 7 else C for number in range(500)]


def test_readings_are_counted() -> None:
    rows = [Sentence("s", ONE, reading) for reading in (C, N, U, U, C)]
    coverage = Coverage(tuple(rows))
    assert [coverage.count(reading) for reading in (C, N, U)] == [2, 1, 2]
    assert Coverage(()).count("unread") == 0
