"""The citation: the passage that is meant, its source, its place, and who says it."""

from explorer.case.base import table_of
from explorer.case.evidence import When
from explorer.session.selection import Selection
from explorer.shell.cite import citation
from tests.small_case import small_case


def test_a_picked_passage_is_cited_with_its_place_and_chain() -> None:
    told = citation(small_case(), Selection(("f-chips",), quote="q2"))
    words, source, said = told.split("\n")
    assert words == "“CSIS names China as well”"
    assert source == "“An article”, Sededin Dedovic, A paper, characters 65 to 89"
    assert said == "Said by: CSIS > article"


def test_a_claim_cites_its_own_passage_and_an_element_all_of_its() -> None:
    case = small_case()
    assert citation(case, Selection(("f-chips",), claim="c2")).startswith("“CSIS names")
    whole = citation(case, Selection(("f-chips",))).split("\n\n")
    assert [one.partition(" ")[0] for one in whole] == ["“China", "“CSIS"]


def test_everything_that_is_known_of_the_source_is_said() -> None:
    case = small_case()
    when = When(wording="in June")
    source = case.sources["article"].model_copy(update={"published": when, "address": "https://example.org/a"})
    told = citation(case.replaced(sources=table_of([source])), Selection(quote="q1"))
    assert "in June" in told
    assert "https://example.org/a" in told


def test_what_has_no_passage_has_no_citation() -> None:
    case = small_case()
    assert citation(case, Selection()) == ""
    assert citation(case, Selection(("russia",))) == ""
    assert citation(case, Selection(quote="nowhere")) == ""
