"""The graph that a diagram shows: boxes to be, lines to be, gates on them.

In goes nothing; these are frozen values that `project` makes. Ids of nodes and gates are ids of the case; an edge names
all elements that it stands for. Must not know sizes or places.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, Self, TypeVar

from explorer.case.kinds import Line
from explorer.case.parts import FOLD as FOLD

T = TypeVar("T")

View = Literal["flow", "relations", "both"]
EdgeKind = Literal["flow", "transformation", "relation"]
#: By what boxes are put together; nothing: not at all.
Grouping = Literal["", "country", "kind", "group"]
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
    """A box: an actor, a good or an event; or a fold (table "fold"), which stands for `count` of them.

    `group` is set for what shares a frame with others.
    """

    id: str
    table: str
    label: str
    icon: str
    colour: str = "ink"
    place: str = ""
    badge: Badge | None = None
    lane: str | None = None
    group: str | None = None
    count: int = 0


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
    """Nodes, edges and gates in a fixed order, and which of the case's ids a lens hides.

    Where boxes are grouped, `group_of` names the group of every box that is not alone in it, and `members` who is in a
    fold. Of what was folded, `inside` names the fold in which an element vanished with all its lines, `moved` the line
    that took the place of another ("" if none did), `whole` the graph before.
    """

    view: View = "flow"
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gates: tuple[Gate, ...] = ()
    hidden: frozenset[str] = field(default=frozenset(), compare=False)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inside: Mapping[str, str] = field(default_factory=dict)
    group_of: Mapping[str, str] = field(default_factory=dict)
    group_titles: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    whole: "Graph | None" = field(default=None, compare=False, repr=False)

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

    @cached_property
    def gates_of(self) -> Mapping[str, tuple[Gate, ...]]:
        """The gates of a measure."""
        return _grouped((gate.measure, gate) for gate in self.gates)

    @cached_property
    def gates_at(self) -> Mapping[str, tuple[Gate, ...]]:
        """The gates that stand at a node."""
        return _grouped((gate.node, gate) for gate in self.gates)

    def hiding(self, gone: frozenset[str]) -> Self:
        """The same with other elements hidden; what was looked up so far is kept, for nothing of it changes."""
        made = replace(self, hidden=gone)
        made.__dict__.update({**self.__dict__, "hidden": gone})
        return made

    def looked_up(self) -> Self:
        """The same with all lookups made: whoever makes a large graph does so where nobody waits for it."""
        for lookup in ("node_by_id", "edge_by_id", "edges_from", "edges_to", "edges_of", "gates_of", "_fold_of"):
            getattr(self, lookup)
        return self

    def holds(self, element: str) -> bool:
        """Whether an element of the case can be seen and clicked in this graph by itself."""
        return element in self.node_by_id or element in self.edges_of or element in self.gates_of

    def representative(self, element: str) -> str | None:
        """The box that stands for an element: itself, or the fold that it is in; None for what has lines or nothing."""
        return element if element in self.node_by_id else self._fold_of.get(element)

    @cached_property
    def _fold_of(self) -> Mapping[str, str]:
        return {**self.inside, **{key: fold for fold, members in self.members.items() for key in members}}


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}
