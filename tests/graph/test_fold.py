"""Folding: every element is represented once, no line is lost, counts add up, and unfolding gives the graph back."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.case.case import Case
from explorer.case.parts import FOLD
from explorer.graph.fold import folded
from explorer.graph.group import fold_id, group_keys
from explorer.graph.lens import Lens
from explorer.graph.model import VIEWS, Graph, Grouping, View
from explorer.graph.project import project
from explorer.graph.related import stand_ins
from explorer.graph.walk import neighbourhood

GROUPINGS: tuple[Grouping, ...] = ("country", "kind", "group")
_KINDS = ("company", "state")
_GOODS = ("electronics", "parts")


def trade(**tables: object) -> Case:
    """Two Chinese companies and a Turkish one supply two goods to two Russian ones; a measure hits the Chinese."""
    actors = [
        {"id": key, "kind": "company", "name": key.upper(), "country": country}
        for key, country in {"c1": "CN", "c2": "CN", "t1": "TR", "r1": "RU", "r2": "RU"}.items()
    ]
    goods = [{"id": key, "kind": "electronics", "name": key} for key in ("g1", "g2")]
    flows = [
        {"id": f"f-{a}-{g}-{b}", "kind": "supply", "supplier": a, "good": g, "recipient": b}
        for a, g, b in (("c1", "g1", "r1"), ("c2", "g1", "r2"), ("c2", "g2", "r1"), ("t1", "g2", "r2"))
    ]
    measures = [
        {"id": "m", "kind": "sanctions", "name": "M", "targets": ["c1", "c2"], "history": [{"status": "announced"}]}
    ]
    rows = {"actors": actors, "goods": goods, "flows": flows, "measures": measures}
    return Case.model_validate({"title": "t", **rows, **tables})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Small cases with all that can be folded: chains, intermediaries, owners in rings, measures, rings of flows."""
    actors = [f"a{i}" for i in range(draw(st.integers(2, 9)))]
    goods = [f"g{i}" for i in range(draw(st.integers(1, 4)))]
    actor, good = st.sampled_from(actors), st.sampled_from(goods)
    flows = draw(st.lists(st.tuples(actor, good, st.none() | actor, st.lists(actor, max_size=2)), max_size=12))
    ties = draw(st.lists(st.tuples(actor, actor, st.sampled_from(("ownership", "tie"))), max_size=6))
    made = draw(st.lists(st.tuples(good, good), max_size=3))
    aims = draw(st.lists(st.lists(actor, max_size=4), max_size=5))
    rows: dict[str, Any] = {
        "actors": [
            {"id": key, "kind": draw(st.sampled_from(_KINDS)), "name": key,
             "country": draw(st.sampled_from(("CN", "RU", None)))} for key in actors
        ],
        "goods": [{"id": key, "kind": draw(st.sampled_from(_GOODS)), "name": key} for key in goods],
        "flows": [
            {"id": f"f{i}", "kind": "supply", "supplier": a, "good": g, "recipient": b, "via": via}
            for i, (a, g, b, via) in enumerate(flows)
        ],
        "relations": [
            {"id": f"r{i}", "kind": kind, "subject": a, "role": "belongs to", "object": b}
            for i, (a, b, kind) in enumerate(ties)
        ],
        "transformations": [
            {"id": f"t{i}", "kind": "made-into", "input": a, "output": b} for i, (a, b) in enumerate(made)
        ],
        "measures": [
            {"id": f"m{i}", "kind": "sanctions", "name": "m", "targets": aim, "history": [{"status": "announced"}]}
            for i, aim in enumerate(aims)
        ],
    }  # fmt: skip
    return Case.model_validate({"title": "t", **rows})


@st.composite
def lenses(draw: st.DrawFn, case: Case) -> Lens:
    """A lens with some groups folded and some members taken out."""
    view, grouped = draw(st.sampled_from(VIEWS)), draw(st.sampled_from(GROUPINGS))
    whole = project(case, Lens(view=view))
    keys = group_keys(case, grouped, ((node.id, node.lane) for node in whole.nodes))
    folds = draw(st.frozensets(st.sampled_from(sorted(set(keys.values())) or [""])))
    shown = draw(st.frozensets(st.sampled_from(sorted(case.actors)), max_size=3))
    off = draw(st.frozensets(st.sampled_from((("kind", "actors/state"), ("kind", "goods/parts")))))
    return Lens(view=view, grouped=grouped, folded=folds, shown=shown, off=off)


def elements(graph: Graph) -> set[str]:
    """Everything that has a line, a gate or a box."""
    return {node.id for node in graph.nodes} | set(graph.edges_of) | set(graph.gates_of)


@given(st.data())
def test_every_element_is_represented_once_and_no_line_is_lost(data: st.DataObject) -> None:
    case = data.draw(cases())
    lens = data.draw(lenses(case))
    whole, graph = project(case, Lens(view=lens.view)), project(case, lens)
    members = [key for row in graph.members.values() for key in row]
    boxes = [node.id for node in graph.nodes if node.table != FOLD]
    assert Counter(members + boxes) == Counter(node.id for node in whole.nodes)
    assert set(graph.edges_of) | set(graph.gates_of) | set(graph.inside) == elements(whole) - {*members, *boxes}
    assert not set(graph.inside) & (set(graph.edges_of) | set(graph.gates_of))
    for key in elements(whole):
        assert graph.holds(key) != (graph.representative(key) not in (None, key))
        assert len(stand_ins(case, graph, key)) == 1


@given(st.data())
def test_counts_add_up_and_everything_leads_somewhere(data: st.DataObject) -> None:
    case = data.draw(cases())
    graph = project(case, data.draw(lenses(case)))
    assert sum(node.count or 1 for node in graph.nodes) == len(project(case, Lens(view=graph.view)).nodes)
    assert all(node.count == len(graph.members[node.id]) > 1 for node in graph.nodes if node.table == FOLD)
    for things in (graph.nodes, graph.edges, graph.gates):
        assert len({thing.id for thing in things}) == len(things)
    assert all({edge.source, edge.target} <= graph.node_by_id.keys() for edge in graph.edges)
    for gate in graph.gates:
        assert gate.node in graph.node_by_id
        assert all(gate.node in (graph.edge_by_id[key].source, graph.edge_by_id[key].target) for key in gate.edges)
    assert set(graph.moved.values()) - {""} <= graph.edge_by_id.keys()
    lanes = {node.id: node.lane for node in graph.whole.nodes} if graph.whole else {}
    assert all(lanes[key] == graph.node_by_id[fold].lane for fold, row in graph.members.items() for key in row)


@given(st.data())
def test_a_frame_holds_at_least_two_boxes_of_one_lane(data: st.DataObject) -> None:
    case = data.draw(cases())
    graph = project(case, data.draw(lenses(case)))
    framed = Counter(node.group for node in graph.nodes if node.group)
    assert all(count > 1 and key in graph.group_titles for key, count in framed.items())
    assert len({(node.group, node.lane) for node in graph.nodes if node.group}) == len(framed)


@given(st.data())
def test_unfolding_gives_the_graph_back(data: st.DataObject) -> None:
    case = data.draw(cases())
    lens = data.draw(lenses(case))
    graph = project(case, lens)
    assert graph.whole == project(case, Lens(view=lens.view))
    plain = project(case, Lens(view=lens.view, grouped=lens.grouped))
    assert (plain.edges, plain.gates, plain.members) == (graph.whole.edges, graph.whole.gates, {})
    assert [node.id for node in plain.nodes] == [node.id for node in graph.whole.nodes]


@given(st.data())
def test_what_is_lit_is_drawn(data: st.DataObject) -> None:
    case = data.draw(cases())
    graph = project(case, data.draw(lenses(case)))
    for key in [*case.elements, *graph.members]:
        for depth in (None, 2):
            found = neighbourhood(graph, [key], depth)
            assert found.nodes <= graph.node_by_id.keys()
            assert found.edges <= graph.edge_by_id.keys()


@pytest.mark.parametrize("view", VIEWS)
def test_without_a_grouping_nothing_is_folded(view: View) -> None:
    graph = project(trade(), Lens(view=view, folded=frozenset({"supplier/country:CN"})))
    assert (graph.members, graph.whole, graph.group_titles) == ({}, None, {})
    assert folded(graph, trade(), Lens(view=view)) is graph


def test_a_folded_country_is_one_box_with_its_lines_and_gate() -> None:
    case, key = trade(), "supplier/country:CN"
    graph = project(case, Lens(grouped="country", folded=frozenset({key})))
    fold = graph.node_by_id[fold_id(key)]
    assert (fold.label, fold.lane, fold.icon, fold.count, fold.group) == (
        "China: 2 companies", "supplier", "company", 2, None,
    )  # fmt: skip
    assert graph.members == {fold.id: ("c1", "c2")}
    lines = {edge.target: edge.elements for edge in graph.edges_from[fold.id]}
    assert lines == {"g1": ("f-c1-g1-r1", "f-c2-g1-r2"), "g2": ("f-c2-g2-r1",)}
    (gate,) = graph.gates
    assert (gate.id, gate.node) == (f"m@{fold.id}", fold.id)
    assert gate.edges == {f"{fold.id}>g1", f"{fold.id}>g2"}
    assert [node.id for node in graph.nodes] == [fold.id, "t1", "r1", "r2", "g1", "g2"]


def test_who_stands_with_others_of_a_group_has_a_frame() -> None:
    graph = project(trade(), Lens(grouped="country"))
    frames = {node.id: node.group for node in graph.nodes}
    assert frames["c1"] == frames["c2"] == "supplier/country:CN"
    assert frames["t1"] is None
    assert graph.group_titles["supplier/country:CN"] == "China"
    assert graph.group_titles["good/kind:goods.electronics"] == "Electronics"
    assert "t1" not in graph.group_of


def test_a_member_that_was_taken_out_shares_a_frame_with_its_fold() -> None:
    case = trade()
    third, flow = case.actors["c2"].model_copy(update={"id": "c3"}), case.flows["f-c2-g2-r1"]
    flows = {**case.flows, "f9": flow.model_copy(update={"id": "f9", "supplier": "c3"})}
    more = case.replaced(actors={**case.actors, "c3": third}, flows=flows)
    key = "supplier/country:CN"
    graph = project(more, Lens(grouped="country", folded=frozenset({key}), shown=frozenset({"c1"})))
    assert graph.node_by_id[fold_id(key)].label == "China: 2 more companies"
    assert graph.node_by_id["c1"].group == graph.node_by_id[fold_id(key)].group == key
    assert graph.group_of["c1"] == key


def test_a_fold_of_one_is_the_one() -> None:
    key = "supplier/country:CN"
    graph = project(trade(), Lens(grouped="country", folded=frozenset({key}), shown=frozenset({"c1"})))
    assert graph.members == {}
    assert "c2" in graph.node_by_id


def test_a_member_lights_its_fold_and_only_what_it_supplies() -> None:
    keys = frozenset({"supplier/country:CN", "recipient/country:RU"})
    graph = project(trade(), Lens(grouped="country", folded=keys))
    china, russia = (fold_id(key) for key in sorted(keys, reverse=True))
    found = neighbourhood(graph, ["c1"])
    assert found.nodes == {china, "g1", russia}
    assert found.edges == {f"{china}>g1", f"g1>{russia}"}
    assert found.gates == {f"m@{china}"}
    assert graph.representative("c1") == china
    assert neighbourhood(graph, [china]).nodes == {china, "g1", "g2", russia}


def test_a_fold_shows_few_gates_and_keeps_the_others() -> None:
    states = ("under-discussion", "proposed", "in-force", "announced", "demanded")
    measures = [
        {"id": f"m{i}", "kind": "sanctions", "name": "M", "targets": ["c1"], "history": [{"status": status}]}
        for i, status in enumerate(states)
    ]
    graph = project(trade(measures=measures), Lens(grouped="country", folded=frozenset({"supplier/country:CN"})))
    assert len(graph.gates) == 3
    assert graph.gates_of["m2"]  # what is in force comes first
    left = {f"m{i}" for i in range(5)} - set(graph.gates_of)
    fold = fold_id("supplier/country:CN")
    assert {graph.representative(key) for key in left} == {fold}
    badge = graph.node_by_id[fold].badge
    assert badge is not None
    assert badge.text == "2 more measures"


def test_what_the_filters_hide_throughout_hides_the_fold() -> None:
    lens = Lens(
        grouped="country", folded=frozenset({"supplier/country:CN"}), off=frozenset({("kind", "actors/company")})
    )
    assert fold_id("supplier/country:CN") in project(trade(), lens).hidden


def test_goods_fold_by_kind_and_say_so() -> None:
    graph = project(trade(), Lens(grouped="kind", folded=frozenset({"good/kind:goods.electronics"})))
    fold = graph.node_by_id["fold:good/kind:goods.electronics"]
    assert (fold.label, fold.colour) == ("2 goods: Electronics", "good-electronics")


def test_relations_between_folds_are_one_line() -> None:
    ties = [
        {"id": f"tie{i}", "kind": "tie", "subject": a, "role": role, "object": b}
        for i, (a, role, b) in enumerate((("c1", "knows", "r1"), ("c2", "knows", "r2"), ("c1", "knows", "c2")))
    ]
    keys = frozenset({"-/country:CN", "-/country:RU"})
    graph = project(trade(relations=ties), Lens(view="relations", grouped="country", folded=keys))
    (edge,) = graph.edges
    assert (edge.elements, edge.label, edge.kind) == (("tie0", "tie1"), "knows", "relation")
    assert graph.inside == {"tie2": "fold:-/country:CN"}
