"""The projection: bundles, lanes, gates, denials; a filter hides and never changes what is there."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.case.case import Case
from explorer.graph.lens import FACETS, Lens, choices
from explorer.graph.model import Edge, Graph, View
from explorer.graph.project import project
from tests.article import VIEWS, article, scene
from tests.small_case import small_case


def _edge(graph: Graph, source: str, target: str) -> Edge:
    return next(edge for edge in graph.edges if (edge.source, edge.target) == (source, target))


def _case(*flows: dict[str, Any], **tables: object) -> Case:
    actors = [{"id": key, "kind": "state", "name": key.upper()} for key in ("a", "b", "c", "d")]
    goods = [{"id": key, "kind": "weapons", "name": key} for key in ("g", "h")]
    rows = [{"id": f"f{i}", "kind": "supply", **flow} for i, flow in enumerate(flows)]
    return Case.model_validate({"title": "t", "actors": actors, "goods": goods, "flows": rows, **tables})


def test_flows_between_the_same_two_boxes_are_one_line() -> None:
    bundle = _edge(scene("flow").graph, "good-microelectronics", "russia")
    assert set(bundle.elements) == {
        "flow-f1-microelectronics", "flow-f2", "flow-f3-microelectronics", "flow-f5", "flow-f6", "flow-f7",
    }  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_every_element_of_the_view_is_on_a_line_and_ids_are_unique(view: View) -> None:
    graph, case = scene(view).graph, article()
    drawn = set(graph.edges_of)
    if view != "relations":
        assert drawn >= set(case.flows) | set(case.transformations)
    if view != "flow":
        assert drawn >= set(case.relations)
    for things in (graph.nodes, graph.edges, graph.gates):
        ids = [thing.id for thing in things]
        assert len(ids) == len(set(ids))


def test_every_relation_has_a_line_of_its_own_with_its_role() -> None:
    graph = scene("relations").graph
    assert sorted(edge.elements for edge in graph.edges) == sorted((key,) for key in article().relations)
    assert {edge.label for edge in graph.edges} == {row.role for row in article().relations.values()}


def test_who_gives_and_takes_stands_where_it_does_so_more() -> None:
    lanes = {node.id: node.lane for node in scene("flow").graph.nodes}
    assert lanes["china"] == lanes["abroad"] == "supplier"
    assert lanes["russia"] == "recipient"  # takes thirteen flows, gives one
    assert lanes["north-korea"] == "supplier"  # gives one and takes one: where the reading begins
    assert lanes["good-microelectronics"] == "good"
    assert lanes["good-missiles-and-weapons"] == "made"
    assert lanes["good-war-against-ukraine"] == "used"


def test_a_target_without_flows_stands_with_the_suppliers() -> None:
    graph = scene("flow").graph
    assert graph.node_by_id["restricted-firms"].lane == "supplier"
    assert "restricted-firms" not in graph.edges_from


def test_the_view_of_both_adds_who_takes_part_in_no_flow() -> None:
    lanes = {node.id: node.lane for node in scene("both").graph.nodes}
    assert lanes["stoltenberg"] == lanes["event-e10"] == "named"
    assert lanes["russia"] == "recipient"
    assert {node.lane for node in scene("relations").graph.nodes} == {None}


def test_intermediaries_stand_in_the_way() -> None:
    graph = project(_case({"supplier": "a", "good": "g", "via": ["b"], "recipient": "c"}), Lens())
    assert [(edge.source, edge.target) for edge in graph.edges] == [("a", "g"), ("g", "b"), ("b", "c")]
    assert graph.node_by_id["b"].lane == "recipient"


def test_a_flow_to_nobody_named_ends_at_its_good() -> None:
    graph = project(_case({"supplier": "a", "good": "g"}), Lens())
    assert [(edge.source, edge.target) for edge in graph.edges] == [("a", "g")]


def test_a_cycle_of_flows_gives_every_box_one_lane() -> None:
    flows = [{"supplier": a, "good": g, "recipient": b} for a, g, b in (("a", "g", "b"), ("b", "h", "a"))]
    graph = project(_case(*flows), Lens())
    assert {node.id: node.lane for node in graph.nodes} == {"a": "supplier", "b": "supplier", "g": "good", "h": "good"}


def test_an_end_that_the_case_does_not_hold_is_left_out() -> None:
    graph = project(_case({"supplier": "a", "good": "gone", "recipient": "b"}, {"supplier": "a", "good": "g"}), Lens())
    assert [(edge.source, edge.target) for edge in graph.edges] == [("a", "g")]


def test_only_what_is_denied_throughout_is_drawn_as_denied() -> None:
    graph = scene("flow").graph
    denied = [edge.id for edge in graph.edges if edge.denied]
    assert denied == ["china>good-lethal-weapons", "good-lethal-weapons>russia"]
    assert {_edge(graph, "china", "good-lethal-weapons").line} == {"dashed"}


def test_a_line_is_drawn_as_its_surest_claim_allows() -> None:
    graph = scene("flow").graph
    assert _edge(graph, "good-microelectronics", "good-war-objectives").line == "dashed"  # inferred by its author only
    assert _edge(graph, "china", "good-microelectronics").line == "solid"
    assert {edge.line for edge in project(_case({"supplier": "a", "good": "g"}), Lens()).edges} == {"dotted"}


def test_a_doubt_beside_a_plain_statement_leaves_the_line_solid() -> None:
    def line(*stances: str) -> str:
        claims = [
            {"id": f"k{i}", "about": "f0", "statement": "s", "speaker": "a", "stance": stance}
            for i, stance in enumerate(stances)
        ]
        return project(_case({"supplier": "a", "good": "g"}, claims=claims), Lens()).edges[0].line

    assert line("hedges") == "dotted"
    assert line("hedges", "says") == "solid"
    assert line("denies", "hedges") == "dotted"
    assert line("denies", "says") == "solid"


def test_the_articles_gates_stand_at_china_russia_and_the_firms() -> None:
    gates = {gate.id: gate for gate in scene("flow").graph.gates}
    assert sorted(gates) == [
        "measure-m1@china", "measure-m2@china", "measure-m3@china", "measure-m4@china",
        "measure-m5@restricted-firms", "measure-m6@russia",
    ]  # fmt: skip
    out = {edge.id for edge in scene("flow").graph.edges_from["china"]}
    assert all(gates[f"measure-m{n}@china"].edges == out for n in (1, 2, 3, 4))
    assert gates["measure-m5@restricted-firms"].edges == frozenset()
    assert "russia>good-advanced-technology" in gates["measure-m6@russia"].edges
    assert len(gates["measure-m6@russia"].edges) == 9
    assert gates["measure-m1@china"].label == "Under discussion: sanctions"
    assert (gates["measure-m1@china"].line, gates["measure-m4@china"].line) == ("dotted", "solid")


def test_relations_have_no_gates() -> None:
    assert scene("relations").graph.gates == ()


def test_a_measure_on_goods_stands_only_across_these() -> None:
    measure = {"id": "m", "kind": "sanctions", "name": "m", "targets": ["a"], "goods": ["h"],
               "history": [{"status": "announced"}]}  # fmt: skip
    flows = [{"supplier": "a", "good": good, "recipient": "b"} for good in "gh"]
    (gate,) = project(_case(*flows, measures=[measure]), Lens()).gates
    assert gate.edges == {"a>h"}


def test_a_measure_on_a_good_alone_stands_at_the_good() -> None:
    measure = {"id": "m", "kind": "sanctions", "name": "m", "goods": ["g"], "history": [{"status": "announced"}]}
    (gate,) = project(_case({"supplier": "a", "good": "g", "recipient": "b"}, measures=[measure]), Lens()).gates
    assert gate.node == "g"
    assert gate.edges == {"a>g", "g>b"}


def test_what_is_given_in_return_says_so() -> None:
    assert scene("flow").graph.node_by_id["good-advanced-technology"].place == "in return for artillery shells"


def test_a_kind_that_no_vocabulary_knows_is_drawn_all_the_same() -> None:
    case = Case.model_validate(
        {"title": "t", "actors": [{"id": "a", "kind": "pirate-state", "name": "A"}],
         "goods": [{"id": "g", "kind": "spice", "name": "G"}],
         "flows": [{"id": "f", "kind": "smuggling", "supplier": "a", "good": "g"}]}
    )  # fmt: skip
    graph = project(case, Lens())
    assert [(node.id, node.icon) for node in graph.nodes] == [("a", "dot"), ("g", "dot")]


def test_a_box_whose_lines_are_all_hidden_goes_with_them() -> None:
    graph = project(article(), Lens().switched("stance", "denies", on=False))
    assert graph.hidden == {"flow-f12", "good-lethal-weapons"} | (graph.hidden - set(graph.node_by_id) - {"flow-f12"})
    assert "restricted-firms" not in graph.hidden
    assert "good-lethal-weapons" in graph.hidden


_PAIRS = [(facet, choice.value) for facet in FACETS for choice in choices(article(), Lens())[facet]]


@given(st.frozensets(st.sampled_from(_PAIRS)), st.sampled_from(VIEWS), st.dates() | st.none(), st.booleans())
def test_a_filter_only_hides(off: frozenset[tuple[str, str]], view: View, since: date | None, undated: bool) -> None:
    graph, whole = project(article(), Lens(view, since, None, undated, off)), scene(view).graph
    assert (graph.nodes, graph.edges, graph.gates) == (whole.nodes, whole.edges, whole.gates)
    assert graph.hidden <= set(article().elements)
    for edge in graph.edges:
        if edge.source in graph.hidden or edge.target in graph.hidden:
            assert set(edge.elements) <= graph.hidden


def test_a_small_case_is_projected_in_the_order_of_its_tables() -> None:
    graph = project(small_case(), Lens(view="both"))
    assert [node.id for node in graph.nodes] == ["china", "russia", "chips", "arms", "missiles"]
