"""Walks over the graph: what lies up- and downstream of something picked.

In go a graph and picked ids, out come the ids of nodes and edges that stay lit. Must not know the case.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.graph.model import Edge, Graph


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The nodes and edges that belong to a pick: what was picked itself, and what hangs on it."""

    nodes: frozenset[str] = frozenset()
    edges: frozenset[str] = frozenset()
    gates: frozenset[str] = frozenset()


def neighbourhood(graph: Graph, picked: Iterable[str], depth: int | None = None) -> Neighbourhood:
    """What stays lit: `depth` steps in any direction from what is picked, or the whole chain up- and downstream.

    A picked flow brings its own boxes along, and nothing of other flows through the same good. What is folded is
    followed as if it were not: who supplies a fold does not reach everybody that its other members supply.
    """
    keys, whole = list(picked), graph.whole or graph
    boxes = [one for key in keys for one in graph.members.get(key, (key,)) if one in whole.node_by_id]
    around = _steps(whole, boxes, depth) if depth else _chain(whole, boxes)
    boxed, other = _folded(graph, around), _of_elements(graph, [key for key in keys if key not in whole.node_by_id])
    nodes, edges = boxed.nodes | other.nodes, boxed.edges | other.edges
    gates = {gate.id for gate in graph.gates if gate.node in nodes and gate.edges & edges}
    return Neighbourhood(nodes, edges, other.gates | gates)


def _folded(graph: Graph, around: Neighbourhood) -> Neighbourhood:
    """The same in the boxes and lines that stand for it."""
    if graph.whole is None:
        return around
    nodes = {graph.representative(key) for key in around.nodes}
    edges = {graph.moved.get(key, key) for key in around.edges}
    return Neighbourhood(frozenset(key for key in nodes if key), frozenset(key for key in edges if key))


def _of_elements(graph: Graph, keys: Iterable[str]) -> Neighbourhood:
    """The lines of flows and relations, the gates of measures with what they stand across; else their folds."""
    nodes, gates, edges = set[str](), set[str](), set[str]()
    for key in keys:
        edges.update(edge.id for edge in graph.edges_of.get(key, ()))
        for gate in graph.gates_of.get(key, ()):
            gates.add(gate.id)
            nodes.add(gate.node)
            edges |= gate.edges
        if key in graph.inside:
            nodes.add(graph.inside[key])
    lines = [graph.edge_by_id[key] for key in edges]
    ends = {end for line in lines for end in (line.source, line.target)}
    return Neighbourhood(frozenset(nodes | ends), frozenset(edges), frozenset(gates))


def _chain(graph: Graph, starts: Iterable[str]) -> Neighbourhood:
    """Everything upstream and everything downstream, each followed in its own direction only.

    A chain goes through an actor only along one flow: what somebody receives is not what they give to others.
    """
    nodes, edges = set(starts), set[str]()
    for down in (True, False):
        lines = graph.edges_from if down else graph.edges_to
        queue = [edge for start in dict.fromkeys(starts) for edge in lines.get(start, ())]
        seen, passed = set[str](), set[str]()
        while queue:
            edge = queue.pop()
            if edge.id in seen:
                continue
            seen.add(edge.id)
            end = edge.target if down else edge.source
            nodes.add(end)
            if edge.kind == "relation" or end in passed or end not in lines:
                continue
            if graph.node_by_id[end].table == "actors":
                queue += _along(graph, edge, end, down=down)
            else:
                # All that comes to a good goes on in the same lines: once is enough.
                passed.add(end)
                queue += (after for after in lines[end] if after.kind != "relation")
        edges |= seen
    return Neighbourhood(frozenset(nodes), frozenset(edges))


def _along(graph: Graph, edge: Edge, end: str, *, down: bool) -> Iterable[Edge]:
    """The lines from the end of one that carry any of its flows."""
    after = (line for element in edge.elements for line in graph.edges_of[element] if line.kind != "relation")
    return (line for line in after if (line.source if down else line.target) == end)


def _steps(graph: Graph, starts: Iterable[str], depth: int) -> Neighbourhood:
    nodes, edges = set(starts), set[str]()
    ring = set(nodes)
    for _ in range(depth):
        reached: set[str] = set()
        for key in ring:
            for edge in (*graph.edges_from.get(key, ()), *graph.edges_to.get(key, ())):
                edges.add(edge.id)
                reached |= {edge.source, edge.target}
        ring = reached - nodes
        nodes |= reached
    return Neighbourhood(frozenset(nodes), frozenset(edges))
