"""The graph that a diagram shows: boxes to be, lines to be, gates on them.

In goes nothing; these are frozen values that `project` makes. Ids of nodes and gates are ids of the case; an edge names
all elements that it stands for. Must not know sizes or places.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from explorer.case.kinds import Line

View = Literal["flow", "relations", "both"]
EdgeKind = Literal["flow", "transformation", "relation"]
VIEWS: tuple[View, ...] = ("flow", "relations", "both")

#: The lanes of meaning from left to right. "named" holds who takes no part in a flow, in the view that shows both.
LANES = ("supplier", "good", "recipient", "made", "used", "named")
LANE_TITLES: Mapping[str, str] = {
    "supplier": "Who supplies",
    "good": "What",
    "recipient": "To whom",
    "made": "Made into",
    "used": "Used for",
    "named": "Also named",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A status as a sentence about a source, with the colour token and icon that say the same."""

    text: str
    colour: str = "ink-muted"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A box: an actor, a good or an event."""

    id: str
    table: str
    label: str
    icon: str
    colour: str = "ink"
    place: str = ""
    badge: Badge | None = None
    lane: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line: one or more flows, transformations or relations between the same two boxes."""

    id: str
    source: str
    target: str
    elements: tuple[str, ...]
    kind: EdgeKind
    colour: str = "ink"
    line: Line = "solid"
    denied: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A measure standing at its target, across the flows that it would hit there."""

    id: str
    measure: str
    node: str
    edges: frozenset[str]
    status: str
    label: str
    colour: str
    line: Line


@dataclass(frozen=True)
class Graph:
    """Nodes, edges and gates in a fixed order, and which of the case's ids a lens hides."""

    view: View = "flow"
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gates: tuple[Gate, ...] = ()
    hidden: frozenset[str] = field(default=frozenset(), compare=False)

    @cached_property
    def node_by_id(self) -> Mapping[str, Node]:
        """The nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def edge_by_id(self) -> Mapping[str, Edge]:
        """The edges by id."""
        return {edge.id: edge for edge in self.edges}

    @cached_property
    def edges_from(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that leave a node."""
        return _grouped((edge.source, edge) for edge in self.edges)

    @cached_property
    def edges_to(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that arrive at a node."""
        return _grouped((edge.target, edge) for edge in self.edges)

    @cached_property
    def edges_of(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that stand for an element."""
        return _grouped((element, edge) for edge in self.edges for element in edge.elements)

    def holds(self, element: str) -> bool:
        """Whether an element of the case can be seen and clicked in this graph."""
        gates = any(gate.measure == element for gate in self.gates)
        return element in self.node_by_id or element in self.edges_of or gates


def _grouped(pairs: Iterable[tuple[str, Edge]]) -> Mapping[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = {}
    for key, edge in pairs:
        groups.setdefault(key, []).append(edge)
    return {key: tuple(edges) for key, edges in groups.items()}
