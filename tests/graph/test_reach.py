"""What a measure would hit: flows at its targets, with the reason, never more than its words say."""

from explorer.graph.reach import hits
from tests.article import article


def test_a_measure_hits_what_its_target_supplies_and_receives() -> None:
    case = article()
    china = hits(case, case.measures["measure-m1"])
    assert {hit.flow for hit in china} == {flow.id for flow in case.flows.values() if flow.supplier == "china"}
    assert {hit.reason for hit in china} == {"China is a target and supplies this flow"}
    russia = {hit.flow: hit.reason for hit in hits(case, case.measures["measure-m6"])}
    assert russia["flow-f11"] == "Russia is a target and supplies this flow"
    assert russia["flow-f10"] == "Russia is a target and receives this flow"


def test_companies_of_a_country_are_not_the_country() -> None:
    case = article()
    assert "flow-f4" not in {hit.flow for hit in hits(case, case.measures["measure-m1"])}


def test_a_target_that_supplies_nothing_is_hit_nowhere() -> None:
    case = article()
    assert hits(case, case.measures["measure-m5"]) == ()


def test_who_passes_on_is_touched_too() -> None:
    case = article()
    flow = case.flows["flow-f10"].model_copy(update={"via": ("turkey",)})
    measure = case.measures["measure-m5"].model_copy(update={"targets": ("turkey",)})
    case = case.replaced(flows={flow.id: flow})
    assert [hit.reason for hit in hits(case, measure)] == ["Turkey is a target and passes on this flow"]
