"""Walks: the whole chain each in its own direction, steps all around, a flow with its own boxes only."""

import pytest

from explorer.graph.model import Edge, Gate, Graph, Node
from explorer.graph.walk import Neighbourhood, neighbourhood
from tests.article import article, scene


def _line(count: int) -> Graph:
    """Goods in a row, each made into the next."""
    nodes = tuple(Node(f"n{i}", "goods", str(i), "dot") for i in range(count))
    edges = tuple(Edge(f"e{i}", f"n{i}", f"n{i + 1}", (f"t{i}",), "transformation") for i in range(count - 1))
    return Graph("flow", nodes, edges)


def test_the_chain_goes_all_the_way_up_and_down() -> None:
    found = neighbourhood(_line(6), ["n2"])
    assert found.nodes == {f"n{i}" for i in range(6)}
    assert found.edges == {f"e{i}" for i in range(5)}


def test_the_chain_does_not_turn_around() -> None:
    graph = _line(3)
    other = Edge("ex", "x", "n2", ("t",), "transformation")
    beside = Graph("flow", (*graph.nodes, Node("x", "goods", "x", "dot")), (*graph.edges, other))
    assert neighbourhood(beside, ["n0"]).nodes == {"n0", "n1", "n2"}


@pytest.mark.parametrize(("depth", "nodes"), [(1, {1, 2, 3}), (2, {0, 1, 2, 3, 4}), (3, {0, 1, 2, 3, 4, 5})])
def test_a_depth_counts_steps_in_any_direction(depth: int, nodes: set[int]) -> None:
    found = neighbourhood(_line(7), ["n2"], depth)
    assert found.nodes == {f"n{i}" for i in nodes}
    assert found.edges == {f"e{i}" for i in range(6) if {i, i + 1} <= nodes}


def test_a_cycle_ends() -> None:
    graph = _line(3)
    ring = Graph("flow", graph.nodes, (*graph.edges, Edge("back", "n2", "n0", ("t",), "transformation")))
    assert neighbourhood(ring, ["n0"]).edges == {"e0", "e1", "back"}


def test_what_somebody_receives_is_not_what_they_give() -> None:
    found = neighbourhood(scene("flow").graph, ["good-artillery-shells"])
    assert "russia" in found.nodes
    assert "good-advanced-technology" not in found.nodes


def test_chinas_chain_reaches_what_its_goods_are_made_into() -> None:
    found = neighbourhood(scene("flow").graph, ["china"])
    assert {"good-microelectronics", "russia", "good-russian-weapons", "good-war-against-ukraine"} <= found.nodes
    assert not {"good-cnc-machines", "company-turkey", "north-korea"} & found.nodes
    assert {"measure-m1@china", "measure-m6@russia"} <= found.gates


def test_a_flow_lights_its_own_boxes_only() -> None:
    found = neighbourhood(scene("flow").graph, ["flow-f6"])
    assert found.nodes == {"company-turkey", "good-microelectronics", "russia"}
    assert found.edges == {"company-turkey>good-microelectronics", "good-microelectronics>russia"}


def test_a_measure_lights_its_gate_and_what_it_stands_across() -> None:
    graph = scene("flow").graph
    found = neighbourhood(graph, ["measure-m1"])
    assert "measure-m1@china" in found.gates
    assert found.edges == {edge.id for edge in graph.edges_from["china"]}
    firms = neighbourhood(graph, ["measure-m5"])
    assert firms == Neighbourhood(
        frozenset({"restricted-firms"}), frozenset(), frozenset({"measure-m5@restricted-firms"})
    )


def test_a_relation_lights_who_stands_in_it() -> None:
    found = neighbourhood(scene("relations").graph, ["relation-r5"])
    assert found.nodes == {"north-korea", "russia"}


def test_relations_are_followed_one_step() -> None:
    found = neighbourhood(scene("relations").graph, ["stoltenberg"])
    assert found.nodes == {"stoltenberg", "nato"}


def test_several_picks_light_all_of_theirs() -> None:
    graph = scene("flow").graph
    both = neighbourhood(graph, ["flow-f6", "flow-f10"])
    assert both.nodes == neighbourhood(graph, ["flow-f6"]).nodes | neighbourhood(graph, ["flow-f10"]).nodes


def test_what_the_graph_does_not_hold_lights_nothing() -> None:
    assert neighbourhood(scene("flow").graph, ["event-e1"]) == Neighbourhood()
    assert neighbourhood(scene("flow").graph, []) == Neighbourhood()


def test_a_gate_is_lit_only_with_a_line_that_it_stands_across() -> None:
    gate = Gate("m@n0", "m", "n0", frozenset({"e0"}), "announced", "", "ink", "solid")
    graph = _line(2)
    gated = Graph("flow", graph.nodes, graph.edges, (gate,))
    assert neighbourhood(gated, ["n0"]).gates == {"m@n0"}
    assert neighbourhood(Graph("flow", graph.nodes, (), (gate,)), ["n0"]).gates == frozenset()


def test_every_flow_of_the_article_can_be_picked() -> None:
    graph = scene("flow").graph
    for flow in article().flows.values():
        found = neighbourhood(graph, [flow.id])
        assert found.nodes == {key for key in (flow.supplier, flow.good, *flow.via, flow.recipient) if key}
