"""The sketch of a graph: its boxes with the sizes of their cards, its lines with the sizes of their labels.

In go a graph and a way to measure text, out come the cards and the sketch that `layered` lays out. Must not know where
anything will stand.
"""

from dataclasses import dataclass

from explorer.graph.group import fold_id
from explorer.graph.model import LANE_TITLES, LANES, Edge, Gate, Graph, Node
from explorer.layout.card import ROW, Card, Measure, cards, wrapped
from explorer.layout.gate import FIRST, PITCH
from explorer.layout.gate import ROW as GATE_ROW
from explorer.layout.model import Block, Fence, Sketch, Wire

_LABEL_ROOM = 118.0
_MARK = 17.0
#: From left to right.
_PLACE = {lane: place for place, lane in enumerate(LANE_TITLES)}
_DOZEN, _CLOSE = 12, 4.0
#: Before the words of a gate stands a sample of its line.
_SAMPLE = 29.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sketch with the texts that it was measured from: the card of every box, the lines of every label."""

    sketch: Sketch
    cards: dict[str, Card]
    labels: dict[str, tuple[str, ...]]


def sketched(graph: Graph, measure: Measure) -> Drawn:
    """Measure everything that a graph says and sketch it."""
    made = cards(graph.nodes, measure)
    labels = {edge.id: _label(edge, measure) for edge in graph.edges if edge.label}
    blocks = tuple(_block(graph, node, made[node.id], measure) for node in graph.nodes)
    wires = tuple(_wire(edge, labels.get(edge.id, ()), measure) for edge in graph.edges)
    fences = tuple(_fence(gate, measure) for gate in graph.gates)
    lanes = LANES if any(node.lane for node in graph.nodes) else ()
    framed = dict.fromkeys(node.group for node in graph.nodes if node.group)
    titles = {key: graph.group_titles[key] for key in framed if key in graph.group_titles}
    return Drawn(Sketch(blocks, wires, fences, lanes, LANE_TITLES, titles), made, labels)


def _block(graph: Graph, node: Node, made: Card, measure: Measure) -> Block:
    gates = graph.gates_at.get(node.id, ())
    out, into = graph.edges_from.get(node.id, ()), graph.edges_to.get(node.id, ())
    # A line wants 10 pixels of a side, a line with a mark on it as much as the mark.
    need = max(_side(out), _side(into))
    side = FIRST + PITCH * len(gates) + _MARK if any(gate.edges for gate in gates) else 0.0
    # The words of a gate stand above its box from its left side on: what is wider than the box needs room at its right.
    beyond = max([measure(gate.label, "badge") + _SAMPLE - made.width for gate in gates] + [0.0])
    gated = [edge for gate in gates for edge in (*out, *into) if edge.id in gate.edges]
    rightward = sum(_rightward(graph, node, edge) for edge in gated) * 2 >= len(gated)
    return Block(
        id=node.id, width=made.width, height=max(made.height, need), lane=node.lane, group=node.group,
        head=GATE_ROW * len(gates) + 4.0 if gates else 0.0,
        left=0.0 if rightward else side, right=max(side if rightward else 0.0, beyond),
        near=_near(graph, node.id),
    )  # fmt: skip


def _rightward(graph: Graph, node: Node, edge: Edge) -> bool:
    """Whether a line will be at the right side of a box: it leads to a lane at the right, or comes from there."""
    other = graph.node_by_id[edge.target if edge.source == node.id else edge.source]
    if node.lane == other.lane or node.lane not in _PLACE or other.lane not in _PLACE:
        return edge.source == node.id
    return _PLACE[node.lane] < _PLACE[other.lane]


def _near(graph: Graph, box: str) -> str | None:
    """Whose place a new box takes: a fold that of its first member, who comes out of a fold that of the fold."""
    if members := graph.members.get(box):
        return members[0]
    group = graph.group_of.get(box)
    return fold_id(group) if group else None


def _side(edges: tuple[Edge, ...]) -> float:
    pitch = 18.0 if any(len(edge.elements) > 1 for edge in edges) else 10.0
    # A box of a hundred lines would be as high as a screen: what a hub has beyond a dozen stands closer together.
    many = max(0, len(edges) - _DOZEN)
    return pitch * (min(len(edges), _DOZEN) - 1) + _CLOSE * many + 22.0


def _label(edge: Edge, measure: Measure) -> tuple[str, ...]:
    return tuple(wrapped(edge.label, _LABEL_ROOM, lambda text: measure(text, "label"), 3)[0])


def _wire(edge: Edge, lines: tuple[str, ...], measure: Measure) -> Wire:
    width = max((measure(line, "label") for line in lines), default=0.0)
    mark = _MARK if len(edge.elements) > 1 and edge.kind != "relation" else 0.0
    return Wire(
        edge.id, edge.source, edge.target, width + 10.0 if lines else 0.0, ROW["label"] * len(lines) + 2.0, mark
    )


def _fence(gate: Gate, measure: Measure) -> Fence:
    return Fence(gate.id, gate.node, gate.edges, measure(gate.label, "badge") + _SAMPLE, GATE_ROW)
