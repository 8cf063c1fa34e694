"""The graph: found by id, by end, by element."""

from explorer.graph.model import Edge, Gate, Graph, Node

_NODES = tuple(Node(key, "actors", key, "state") for key in "abc")
_EDGES = (Edge("a>b", "a", "b", ("f1", "f2"), "flow"), Edge("b>c", "b", "c", ("f1",), "flow"))
_GRAPH = Graph("flow", _NODES, _EDGES, (Gate("m@a", "m", "a", frozenset({"a>b"}), "announced", "", "ink", "solid"),))


def test_edges_are_found_by_end_and_by_element() -> None:
    assert [edge.id for edge in _GRAPH.edges_from["b"]] == ["b>c"]
    assert [edge.id for edge in _GRAPH.edges_to["b"]] == ["a>b"]
    assert [edge.id for edge in _GRAPH.edges_of["f1"]] == ["a>b", "b>c"]
    assert "a" not in _GRAPH.edges_to


def test_what_can_be_clicked_is_held() -> None:
    assert all(_GRAPH.holds(key) for key in ("a", "f1", "f2", "m"))
    assert not any(_GRAPH.holds(key) for key in ("x", "a>b", "m@a"))


def test_what_a_lens_hides_is_no_difference() -> None:
    assert Graph("flow", _NODES, _EDGES, _GRAPH.gates, frozenset({"a"})) == _GRAPH


def test_lookups_are_there_when_they_are_asked_for() -> None:
    graph = Graph("flow", _NODES, _EDGES, _GRAPH.gates)
    assert graph.looked_up() is graph
    assert {"edges_of", "edges_from", "node_by_id", "gates_of"} <= vars(graph).keys()
    assert graph.representative("a") == "a"
    assert graph.representative("f1") is None


def test_gates_are_found_by_measure_and_by_node() -> None:
    assert [gate.id for gate in _GRAPH.gates_of["m"]] == [gate.id for gate in _GRAPH.gates_at["a"]] == ["m@a"]
