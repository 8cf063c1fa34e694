"""Evidence: vague dates in order, sources that know their text, grades within their scales."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from explorer.case.evidence import Claim, Quote, Source, Stance, When, denied
from tests.article import article
from tests.small_case import small_case


def test_a_date_may_be_open_on_either_side() -> None:
    assert When(earliest=date(2024, 1, 1)).latest is None
    assert When().earliest is None


def test_a_date_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="ends \\(2023-01-01\\) before it begins \\(2024-01-01\\)"):
        When(earliest=date(2024, 1, 1), latest=date(2023, 1, 1))


def test_a_source_knows_whether_its_text_is_intact() -> None:
    source = small_case().sources["article"]
    assert source.text_is_intact()
    assert not source.model_copy(update={"text": source.text + " "}).text_is_intact()
    assert all(row.text_is_intact() for row in article().sources.values())


def test_a_hash_is_a_hash() -> None:
    row = small_case().sources["article"].model_dump(mode="json")
    with pytest.raises(ValidationError):
        Source.model_validate({**row, "text_sha256": "abc"})


@pytest.mark.parametrize("wrong", [{"start": -1}, {"end": 0}, {"exact": ""}, {"source": "No Id"}])
def test_a_quote_without_a_place_is_none(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Quote.model_validate({"id": "q", "source": "s", "exact": "x", "start": 0, "end": 1, **wrong})


@pytest.mark.parametrize(
    "wrong",
    [{"stance": "shouts"}, {"basis": "guessed"}, {"reliability": "G"}, {"credibility": 0}, {"credibility": 7},
     {"statement": ""}],
)  # fmt: skip
def test_a_claim_outside_the_scales_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate({"id": "c", "about": "a", "statement": "s", "speaker": "x", **wrong})


def test_a_claim_that_nobody_graded_cannot_be_judged() -> None:
    claim = Claim(id="c", about="a", statement="s", speaker="x")
    assert (claim.reliability, claim.credibility, claim.basis, claim.stance) == ("F", 6, "stated", "says")
    assert claim.quotes == ()


@pytest.mark.parametrize(
    ("stances", "all_deny"),
    [([], False), (["denies"], True), (["denies", "denies"], True), (["denies", "hedges"], False), (["says"], False)],
)
def test_only_what_nobody_else_says_is_denied(stances: list[Stance], all_deny: bool) -> None:
    claims = [Claim(id=f"c{n}", about="a", statement="s", speaker="x", stance=s) for n, s in enumerate(stances)]
    assert denied(claims) is all_deny
