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

    A picked flow brings its own boxes along, and nothing of other flows through the same good.
    """
    nodes: set[str] = set()
    edges: set[str] = set()
    gates: set[str] = set()
    for key in picked:
        if key in graph.node_by_id:
            around = _steps(graph, key, depth) if depth else _chain(graph, key)
        else:
            around = _of_element(graph, key)
        nodes |= around.nodes
        edges |= around.edges
        gates |= around.gates
    gates |= {gate.id for gate in graph.gates if gate.node in nodes and gate.edges & edges}
    return Neighbourhood(frozenset(nodes), frozenset(edges), frozenset(gates))


def _of_element(graph: Graph, key: str) -> Neighbourhood:
    """The lines of a flow or relation, or the gates of a measure with what they stand across."""
    lines = set(graph.edges_of.get(key, ()))
    gates = {gate for gate in graph.gates if gate.measure == key}
    lines |= {graph.edge_by_id[edge] for gate in gates for edge in gate.edges}
    nodes = {end for edge in lines for end in (edge.source, edge.target)} | {gate.node for gate in gates}
    return Neighbourhood(frozenset(nodes), frozenset(edge.id for edge in lines), frozenset(g.id for g in gates))


def _chain(graph: Graph, start: str) -> Neighbourhood:
    """Everything upstream and everything downstream, each followed in its own direction only.

    A chain goes through an actor only along one flow: what somebody receives is not what they give to others.
    """
    nodes, edges = {start}, set[str]()
    for lines, end in ((graph.edges_from, _target), (graph.edges_to, _source)):
        queue: list[Edge] = list(lines.get(start, ()))
        while queue:
            edge = queue.pop()
            if edge.id in edges:
                continue
            edges.add(edge.id)
            nodes.add(end(edge))
            queue += [after for after in lines.get(end(edge), ()) if _goes_on(graph, edge, after, end(edge))]
    return Neighbourhood(frozenset(nodes), frozenset(edges))


def _goes_on(graph: Graph, edge: Edge, after: Edge, between: str) -> bool:
    if "relation" in (edge.kind, after.kind):
        return False
    return graph.node_by_id[between].table != "actors" or bool(set(edge.elements) & set(after.elements))


def _steps(graph: Graph, start: str, depth: int) -> Neighbourhood:
    nodes, edges, ring = {start}, set[str](), {start}
    for _ in range(depth):
        reached: set[str] = set()
        for key in ring:
            for edge in (*graph.edges_from.get(key, ()), *graph.edges_to.get(key, ())):
                edges.add(edge.id)
                reached |= {edge.source, edge.target}
        ring = reached - nodes
        nodes |= reached
    return Neighbourhood(frozenset(nodes), frozenset(edges))


def _source(edge: Edge) -> str:
    return edge.source


def _target(edge: Edge) -> str:
    return edge.target
