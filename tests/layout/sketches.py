"""Random graphs for the layout: cycles, loops, parallel lines, lonely boxes, labels, gates, with and without lanes."""

from hypothesis import strategies as st

from explorer.graph.model import LANES, Badge, Edge, Gate, Graph, Node
from explorer.layout.card import fixed
from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.sketch import sketched

_NAMES = ("Iran", "Around 20 firms", "Leading exporters of microelectronics and parts", "导弹与武器", "x" * 60)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph of up to a dozen boxes."""
    count = draw(st.integers(0, 12))
    lanes = st.sampled_from(LANES[:4]) if draw(st.booleans()) else st.none()
    nodes = tuple(_node(draw, i, draw(lanes)) for i in range(count))
    if not nodes:
        return Graph()
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    edges = tuple(_edge(draw, i, a, b) for i, (a, b) in enumerate(draw(st.lists(ends, max_size=18))))
    gated = draw(st.lists(st.integers(0, count - 1), max_size=3))
    return Graph("both", nodes, edges, tuple(_gate(i, at, edges) for i, at in enumerate(gated)))


def _node(draw: st.DrawFn, number: int, lane: str | None) -> Node:
    badge = draw(st.sampled_from((None, Badge("in the article only"), Badge("says Stoltenberg (BBC), CSIS and more"))))
    name, place = draw(st.sampled_from(_NAMES)), draw(st.sampled_from(("", "China and Hong Kong")))
    return Node(f"b{number}", draw(st.sampled_from(("actors", "goods"))), name, "dot", "ink", place, badge, lane)


def _edge(draw: st.DrawFn, number: int, source: int, target: int) -> Edge:
    elements = tuple(f"e{number}-{i}" for i in range(draw(st.sampled_from((1, 1, 4)))))
    label = draw(st.sampled_from(("", "aligns with", "would talk only on the surrender of")))
    kind = draw(st.sampled_from(("flow", "relation"))) if not label else "relation"
    return Edge(
        f"w{number}", f"b{source}", f"b{target}", elements, "flow" if kind == "flow" else "relation", label=label
    )


def _gate(number: int, at: int, edges: tuple[Edge, ...]) -> Gate:
    across = frozenset(edge.id for edge in edges if edge.kind == "flow" and f"b{at}" in (edge.source, edge.target))
    return Gate(f"g{number}", f"m{number}", f"b{at}", across, "announced", "Announced: a measure", "ink", "dashed")


def sketches() -> st.SearchStrategy[Sketch]:
    """What the layout is given for such graphs."""
    return graphs().map(lambda graph: sketched(graph, fixed).sketch)


def row(*ids: str, lane: str | None = None) -> tuple[Block, ...]:
    """Plain blocks."""
    return tuple(Block(key, 120.0, 40.0, lane) for key in ids)


def joined(*pairs: str) -> tuple[Wire, ...]:
    """Wires from words like 'a>b'."""
    ends = [pair.split(">") for pair in pairs]
    return tuple(Wire(f"{i}:{source}>{target}", source, target) for i, (source, target) in enumerate(ends))
