"""The lens: every facet hides what it names, periods meet vague dates, what hangs on a hidden end goes with it."""

from datetime import date

import pytest

from explorer.case.case import Case
from explorer.graph.lens import FACETS, Lens, choices, hidden
from explorer.graph.trait import dates_of, ends, span
from tests.article import article
from tests.small_case import small_case


def _gone(lens: Lens) -> frozenset[str]:
    return hidden(small_case(), lens)


def _without(facet: str, value: str) -> frozenset[str]:
    return _gone(Lens().switched(facet, value, on=False))


def test_no_filter_hides_nothing() -> None:
    assert not Lens().filters
    assert _gone(Lens()) == frozenset()


def test_a_value_is_switched_off_and_on_again() -> None:
    lens = Lens(view="both").switched("stance", "says", on=False)
    assert lens.filters
    assert lens.switched("stance", "says", on=True) == Lens(view="both") == lens.cleared()


def test_stance_hides_what_nobody_says_otherwise() -> None:
    assert _without("stance", "denies") == {"f-arms"}
    assert "f-chips" in _without("stance", "says")


def test_an_element_stays_as_long_as_one_claim_about_it_does() -> None:
    case = small_case()
    rows = [row.model_copy(update={"basis": "inferred"}) if row.id == "c1" else row for row in case.claims.values()]
    rows = [row for row in rows if row.about != "chips"]
    case = case.replaced(claims={row.id: row for row in rows})
    assert "f-chips" not in hidden(case, Lens().switched("basis", "inferred", on=False))


def test_basis_hides_and_takes_along_what_hangs_on_it() -> None:
    assert _without("basis", "inferred") == {"chips", "f-chips", "t1"}


def test_kind_hides_the_elements_of_one_table_only() -> None:
    assert _without("kind", "goods/weapons") == {"arms", "missiles", "f-arms", "t1"}
    assert _without("kind", "events/war") == {"e2"}


def test_ends_take_relations_and_flows_along() -> None:
    assert {"r1", "f-chips", "f-arms"} <= _without("kind", "actors/state")


def test_status_hides_measures() -> None:
    assert _without("status", "under-discussion") == {"m1"}


def test_support_tells_what_has_a_passage() -> None:
    assert {"russia", "e2", "r1", "g1"} <= _without("support", "unsupported")
    assert "e1" not in _without("support", "unsupported")
    assert {"e1", "m1", "chips"} <= _without("support", "supported")


@pytest.mark.parametrize(
    ("since", "until", "stays"),
    [
        (date(2023, 3, 15), None, True),
        (date(2023, 4, 1), None, False),
        (None, date(2023, 3, 1), True),
        (None, date(2023, 2, 28), False),
        (date(2023, 3, 31), date(2023, 3, 31), True),
    ],
)
def test_a_vague_date_is_in_a_period_that_it_can_meet(since: date | None, until: date | None, stays: bool) -> None:
    assert ("e1" not in _gone(Lens(since=since, until=until))) == stays


def test_what_has_no_date_stays_or_goes_as_wished() -> None:
    since = date(2023, 1, 1)
    assert "f-arms" not in _gone(Lens(since=since))
    gone = _gone(Lens(since=since, undated=False))
    assert {"f-arms", "r1", "m1", "g1"} <= gone
    assert not {"china", "chips", "t1"} & gone  # not dated by nature


def test_undated_alone_is_no_filter() -> None:
    assert _gone(Lens(undated=False)) == frozenset()


def test_an_open_end_never_ends() -> None:
    flow = article().flows["flow-f3-microelectronics"]
    assert span(dates_of(flow)[0]) == (date(2023, 1, 1), None)
    assert flow.id not in hidden(article(), Lens(since=date(2030, 1, 1)))
    assert flow.id in hidden(article(), Lens(until=date(2022, 12, 31)))


def test_a_measure_is_dated_by_every_step_of_its_history() -> None:
    assert len(dates_of(article().measures["measure-m1"])) == 1
    assert dates_of(article().measures["measure-m4"]) == ()
    assert dates_of(article().actors["china"]) == ()


def test_ends_are_everything_without_which_nothing_can_be_drawn() -> None:
    case = small_case()
    assert ends(case.flows["f-chips"]) == ("china", "chips", "russia")
    assert ends(case.transformations["t1"]) == ("chips", "missiles")
    assert ends(case.relations["r1"]) == ("china", "russia")
    assert ends(case.measures["m1"]) == ()


def test_choices_are_counted_over_the_whole_case() -> None:
    found = choices(small_case(), Lens().switched("kind", "goods/weapons", on=False))
    assert list(found) == list(FACETS)
    kinds = {choice.value: choice for choice in found["kind"]}
    assert (kinds["goods/weapons"].count, kinds["goods/weapons"].on) == (2, False)
    assert (kinds["actors/state"].count, kinds["actors/state"].on) == (2, True)
    assert "goods/machinery" not in kinds
    stances = {choice.value: choice.count for choice in found["stance"]}
    assert stances == {"says": 4, "denies": 1}  # elements, not claims: two sources say the same of one flow


def test_every_element_of_the_article_has_a_kind_and_a_support() -> None:
    found = choices(article(), Lens())
    assert sum(choice.count for choice in found["kind"]) == len(article().elements)
    assert sum(choice.count for choice in found["support"]) == len(article().elements)
    assert sum(choice.count for choice in found["status"]) == len(article().measures)


def test_an_empty_case_offers_nothing() -> None:
    assert all(rows == () for rows in choices(Case(title="t"), Lens()).values())
