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
