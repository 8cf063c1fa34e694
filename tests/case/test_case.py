"""The case: ids once over all tables, lookups that are derived and never stale."""

import pytest
from pydantic import ValidationError

from explorer.case.case import ELEMENT_TABLES, TABLES, Case
from explorer.case.parts import Position
from tests.article import article
from tests.small_case import small_case


def test_an_id_is_used_once_over_all_tables() -> None:
    rows = {
        "actors": [{"id": "a", "kind": "state", "name": "A"}],
        "goods": [{"id": "a", "kind": "weapons", "name": "a"}],
    }
    with pytest.raises(ValidationError, match="'a' is used twice: in actors and in goods"):
        Case.model_validate({"title": "t", **rows})


def test_an_empty_case_has_empty_tables() -> None:
    case = Case(title="t")
    assert all(len(getattr(case, name)) == 0 for name in TABLES)
    assert case.elements == {}


@pytest.mark.parametrize("wrong", [{"format": "another"}, {"version": 2}, {"title": ""}, {"extra": 1}])
def test_another_format_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Case.model_validate({"title": "t", **wrong})


def test_elements_are_those_of_all_element_tables_in_order() -> None:
    case = article()
    assert list(case.elements) == [key for name in ELEMENT_TABLES for key in getattr(case, name)]
    assert all(case.table_of[key] in ELEMENT_TABLES for key in case.elements)
    assert case.table_of["article" if "article" in case.sources else next(iter(case.sources))] == "sources"


def test_claims_are_found_by_what_they_are_about_and_by_what_carries_them() -> None:
    case = small_case()
    assert [claim.id for claim in case.claims_about("f-chips")] == ["c1", "c2"]
    assert case.claims_about("russia") == ()
    assert [claim.id for claim in case.claims_on("q3")] == ["c3"]
    assert [quote.id for quote in case.quotes_of("f-chips")] == ["q1", "q2"]
    assert case.elements_on("q1") == ("f-chips",)
    assert case.elements_on("gone") == ()


def test_a_quote_that_is_gone_is_left_out() -> None:
    case = small_case().replaced(quotes={})
    assert case.quotes_of("f-chips") == ()
    assert case.speaker_chain(case.claims["c1"]) == ("stoltenberg",)


def test_the_chain_ends_at_the_source() -> None:
    case = small_case()
    assert case.speaker_chain(case.claims["c1"]) == ("stoltenberg", "article")
    assert case.speaker_chain(case.claims["c5"]) == ("article",)
    through = case.claims["c1"].model_copy(update={"via": ("csis",)})
    assert case.speaker_chain(through) == ("stoltenberg", "csis", "article")


def test_a_case_with_other_tables_has_lookups_of_its_own() -> None:
    old = small_case()
    assert old.elements
    assert old.table_of["c1"] == "claims"
    assert old.claims_about("f-chips")
    assert old.claims_on("q1")
    new = old.replaced(claims={}, actors={})
    assert new.claims_about("f-chips") == ()
    assert new.claims_on("q1") == ()
    assert "china" not in new.elements
    assert "c1" not in new.table_of
    assert old.claims_about("f-chips")
    assert new.flows is old.flows


def test_where_boxes_were_put_is_taken_for_nothing_that_is_said() -> None:
    old = small_case()
    elements = old.elements
    assert "p1" not in old.table_of
    new = old.replaced(positions={"p1": Position(id="p1", view="flow", box="china", x=1.0, y=2.0)})
    assert new.elements is elements
    assert new.table_of["p1"] == "positions"
    assert new.claims_about("f-chips") == old.claims_about("f-chips")


def test_cases_of_the_same_content_are_equal_whatever_was_looked_up() -> None:
    one, other = small_case(), small_case()
    assert one.elements
    assert one == other
    assert one.replaced(title="Other") != other


def test_a_case_is_written_and_read_as_the_same() -> None:
    assert Case.model_validate(article().model_dump(mode="json")) == article()


def test_the_flows_at_an_end_are_known_in_the_order_of_the_file() -> None:
    case = small_case()
    by_end = {key: [flow.id for flow in flows] for key, flows in case.flows_at.items()}
    assert by_end == {"china": ["f-chips", "f-arms"], "chips": ["f-chips"], "russia": ["f-chips", "f-arms"],
                      "arms": ["f-arms"]}  # fmt: skip
    itself = case.flows["f-arms"].model_copy(update={"recipient": "china"})
    assert case.replaced(flows={"f-arms": itself}).flows_at["china"] == (itself,)
    nobody = itself.model_copy(update={"recipient": None})
    assert set(case.replaced(flows={"f-arms": nobody}).flows_at) == {"china", "arms"}
