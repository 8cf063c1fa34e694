"""The first case against its document: every row of the article is held, and every passage stands in its place."""

import tomllib
from hashlib import sha256

import pytest

from explorer import assets
from explorer.case.case import Case
from explorer.case.check import check
from explorer.case.evidence import Claim, Quote
from explorer.case.file import dump, read
from explorer.case.kinds import VOCABULARY_OF_TABLE, vocabulary
from explorer.case.reference import references
from tests.seed_rows import EVENTS, FIGURES, FLOWS, HELD, MEASURES, ROWS, Held

SHA256 = "57c1ec1b2532c994c876384499237e6bbdfbd7d90c5d5036cc61d7c2a971e789"
FILE = assets.resource("cases/stoltenberg-china.json")
SEED = assets.seed("stoltenberg-china/article.txt")
CASE = read(FILE)
ARTICLE = CASE.sources["article"]


def _carries(case: Case, claim: Claim, held: Held) -> bool:
    said = (" ".join(case.speaker_chain(claim)), claim.stance, claim.basis)
    return said == (held.chain, held.stance, held.basis) and any(
        held.words in case.quotes[key].exact for key in claim.quotes
    )


def test_the_seed_is_the_document_byte_for_byte() -> None:
    content = SEED.read_bytes()
    origin = tomllib.loads(assets.seed("stoltenberg-china/source.toml").read_text(encoding="utf-8"))
    assert sha256(content).hexdigest() == SHA256 == origin["sha256"]
    assert ARTICLE.text == content.decode("utf-8")
    assert ARTICLE.text_sha256 == ARTICLE.raw_sha256 == SHA256
    assert ARTICLE.published is not None
    assert origin["title"] == ARTICLE.title
    assert origin["author"] == CASE.actors[ARTICLE.author or ""].name
    assert (origin["published"]["earliest"], origin["published"]["latest"]) == (
        ARTICLE.published.earliest,
        ARTICLE.published.latest,
    )


def test_the_file_is_what_the_program_would_save() -> None:
    assert dump(CASE) == FILE.read_text(encoding="utf-8")


def test_the_check_finds_nothing() -> None:
    report = check(CASE)
    assert report.findings == ()
    assert report.coverage.count("unread") == 0


@pytest.mark.parametrize("quote", CASE.quotes.values(), ids=lambda quote: quote.id)
def test_a_quote_stands_exactly_at_its_place(quote: Quote) -> None:
    text = ARTICLE.text
    assert text[quote.start : quote.end] == quote.exact
    assert text[: quote.start].endswith(quote.prefix)
    assert text[quote.end :].startswith(quote.suffix)
    assert len(quote.prefix) >= min(32, quote.start)
    assert len(quote.suffix) >= min(32, len(text) - quote.end)
    assert CASE.claims_on(quote.id), "carries no claim"


def test_what_is_marked_as_saying_nothing_carries_no_quote() -> None:
    marks = ARTICLE.no_claim
    assert [mark.exact for mark in marks] == [
        "by Sededin Dedovic", ARTICLE.title, "© Thomas Lohnes / Getty Images", "© Kevin Dietsch / Getty Images",
        "© Pool / Getty Images", "China Nato",
    ]  # fmt: skip
    for mark in marks:
        assert ARTICLE.text[mark.start : mark.end] == mark.exact
        assert not [quote.id for quote in CASE.quotes.values() if quote.start < mark.end and mark.start < quote.end]


def test_the_parts_of_the_page() -> None:
    parts = [(part.role, ARTICLE.text[part.start : part.end]) for part in ARTICLE.parts]
    assert [role for role, _ in parts] == [
        "headline", "standfirst", "byline", "headline", "credit", "caption", "credit", "caption", "credit", "tags",
    ]  # fmt: skip
    assert parts[0][1] == parts[3][1] == ARTICLE.title
    assert all(words.startswith("©") for role, words in parts if role == "credit")


@pytest.mark.parametrize("element", CASE.elements)
def test_an_element_has_a_claim_with_a_passage(element: str) -> None:
    assert CASE.claims_about(element)
    assert all(claim.quotes for claim in CASE.claims_about(element))


def test_every_kind_is_in_the_vocabulary() -> None:
    for table, name in VOCABULARY_OF_TABLE.items():
        assert {row.kind for row in getattr(CASE, table).values()} <= set(vocabulary(name)), table
    assert {step.status for measure in CASE.measures.values() for step in measure.history} <= set(vocabulary("status"))
    assert {claim.stance for claim in CASE.claims.values()} <= set(vocabulary("stance"))
    assert {claim.basis for claim in CASE.claims.values()} <= set(vocabulary("basis"))


def test_every_reference_resolves() -> None:
    found = list(references(CASE))
    assert len(found) > 500
    assert not [one for one in found if CASE.table_of.get(one.key) not in one.meant]


def test_all_rows_are_asked_for() -> None:
    assert {held.row for held in HELD} == {f"{letter}{n}" for letter, most in ROWS.items() for n in range(1, most + 1)}


@pytest.mark.parametrize("held", HELD, ids=lambda held: f"{held.row}-{held.elements.split()[0]}")
def test_a_row_is_held(held: Held) -> None:
    for element in held.elements.split():
        carrying = [claim for claim in CASE.claims_about(element) if _carries(CASE, claim, held)]
        assert carrying, element
        passages = [key for claim in carrying for key in claim.quotes if held.words in CASE.quotes[key].exact]
        assert any(element in CASE.elements_on(key) for key in passages)


def test_the_flows_go_where_the_article_says() -> None:
    assert {
        key: (
            CASE.actors[flow.supplier].name,
            CASE.goods[flow.good].name,
            CASE.actors[flow.recipient].name if flow.recipient else None,
        )
        for key, flow in CASE.flows.items()
    } == FLOWS
    assert {key: flow.exchange_for for key, flow in CASE.flows.items() if flow.exchange_for} == {"flow-f11": "flow-f10"}


def test_the_measures_have_come_as_far_as_the_article_says() -> None:
    assert {
        key: (measure.issuers, *measure.targets, measure.history[-1].status) for key, measure in CASE.measures.items()
    } == MEASURES


def test_the_events_are_dated_as_the_article_allows() -> None:
    dates = {
        key: (event.when.earliest, event.when.latest, bool(event.when.worked_out))
        for key, event in CASE.events.items()
        if event.when
    }
    assert dates == EVENTS
    assert [key for key, event in CASE.events.items() if event.planned] == ["event-e13"]


def test_the_figures_are_those_of_the_article() -> None:
    assert {
        key: (figure.low, figure.high, figure.unit, figure.per, figure.approximate)
        for key, figure in CASE.figures.items()
    } == FIGURES


def test_only_chinas_denial_stands_against_others() -> None:
    against = {claim.id: claim.against for claim in CASE.claims.values() if claim.against}
    assert against == {"claim-f12": ("relation-r2-support", "flow-f2")}


def test_every_question_points_at_its_answer() -> None:
    assert len(CASE.questions) >= 6
    for question in CASE.questions.values():
        assert question.caption
        assert set(question.select) <= set(CASE.elements)
