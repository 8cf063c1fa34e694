from explorer.analysis.conflict import (
    ANSWERED,
    DISPUTED,
    SAID_AND_DENIED,
    Contradiction,
    contradictions,
    contradictions_of,
)
from explorer.case.case import Case
from tests.views.small import claim, rows, small_case


def _with(*claims: dict[str, object]) -> Case:
    return small_case(claims=list(claims))


def test_a_claim_against_an_element_is_paired_with_what_is_said_of_it() -> None:
    assert contradictions(small_case()) == (
        Contradiction(("f-weapons", "f-chips"), ("c-flow",), ("c-denial",), DISPUTED),
    )


def test_the_same_element_said_and_denied_is_a_contradiction() -> None:
    case = _with(claim("said", "f-weapons"), claim("denied", "f-weapons", speaker="china", stance="denies"))
    assert contradictions(case) == (Contradiction(("f-weapons",), ("said",), ("denied",), SAID_AND_DENIED),)


def test_an_answer_that_denies_nothing_is_called_an_answer() -> None:
    case = _with(claim("said", "f-chips"), claim("answer", "f-weapons", speaker="china", against=["f-chips"]))
    assert [pair.rule for pair in contradictions(case)] == [ANSWERED]


def test_a_denial_of_what_nobody_says_is_no_contradiction() -> None:
    case = _with(claim("denied", "f-weapons", speaker="china", stance="denies", against=["f-shells"]))
    assert contradictions(case) == ()


def test_who_denies_what_they_say_themselves_is_left_alone() -> None:
    case = _with(claim("said", "f-chips"), claim("hedged", "f-chips", stance="denies"))
    assert contradictions(case) == ()


def test_two_sentences_of_one_speaker_against_the_same_are_one() -> None:
    case = _with(
        claim("said", "f-chips"),
        claim("first", "f-weapons", speaker="china", stance="denies", against=["f-chips"]),
        claim("second", "f-lost", speaker="china", against=["f-chips"]),
    )
    (pair,) = contradictions(case)
    assert (pair.left, pair.right, pair.rule) == (("said",), ("first", "second"), DISPUTED)
    assert pair.elements == ("f-weapons", "f-chips", "f-lost")


def test_two_speakers_against_the_same_are_two() -> None:
    case = _with(
        claim("said", "f-chips"),
        claim("first", "f-chips", speaker="china", stance="denies"),
        claim("second", "f-chips", speaker="russia", stance="denies"),
    )
    assert [pair.right for pair in contradictions(case)] == [("first",), ("second",)]


def test_only_those_of_an_element() -> None:
    found = contradictions(small_case())
    assert contradictions_of(found, "f-chips") == found
    assert contradictions_of(found, "f-shells") == ()


def test_a_case_without_claims_has_none() -> None:
    assert contradictions(Case.model_validate({**rows(), "claims": []})) == ()
