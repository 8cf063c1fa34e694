"""The sketch: sizes of cards, labels, marks and gates, as the graph asks for them."""

from explorer.graph.model import Edge, Gate, Graph, Node
from explorer.layout.card import fixed
from explorer.layout.sketch import sketched
from tests.article import scene


def _node(key: str, lane: str | None = None) -> Node:
    return Node(key, "actors", key, "state", lane=lane)


def _edge(key: str, *elements: str, kind: str = "flow", label: str = "", ends: str = "ab") -> Edge:
    return Edge(key, ends[0], ends[1], elements, "flow" if kind == "flow" else "relation", label=label)


def test_a_bundle_has_a_mark_and_a_relation_none() -> None:
    graph = Graph("both", (_node("a"), _node("b")), (_edge("e", "1", "2"), _edge("r", "3", "4", kind="relation")))
    assert [wire.mark > 0 for wire in sketched(graph, fixed).sketch.wires] == [True, False]


def test_a_label_is_measured_with_all_its_lines() -> None:
    edge = _edge("r", "1", kind="relation", label="is called the accomplice of")
    graph = Graph("relations", (_node("a"), _node("b")), (edge,))
    drawn = sketched(graph, fixed)
    (wire,), lines = drawn.sketch.wires, drawn.labels["r"]
    assert len(lines) == 2
    assert " ".join(lines) == "is called the accomplice of"
    assert wire.label_width > max(fixed(line, "label") for line in lines)


def test_a_box_is_as_high_as_its_lines_ask_for() -> None:
    many = tuple(_edge(f"e{i}", f"{i}") for i in range(12))
    few, lots = (sketched(Graph("flow", (_node("a"), _node("b")), e), fixed).sketch.blocks[0] for e in (many[:1], many))
    assert lots.height > few.height
    assert lots.height >= 12 * 10


def test_a_box_with_gates_asks_for_room_above_and_beside() -> None:
    across = frozenset({"e"})
    gates = tuple(Gate(f"m{i}@a", f"m{i}", "a", across, "announced", "Announced", "ink", "dashed") for i in (1, 2))
    block, other = sketched(Graph("flow", (_node("a"), _node("b")), (_edge("e", "1"),), gates), fixed).sketch.blocks
    assert block.head > 2 * 16
    assert block.right > 20
    assert (block.left, other.head, other.right) == (0.0, 0.0, 0.0)


def test_room_for_gates_is_on_the_side_where_the_lines_will_be() -> None:
    for mine, others, at_right in (("supplier", "good", True), ("recipient", "good", False)):
        nodes = (_node("a", mine), _node("b", others))
        for ends in ("ab", "ba"):
            gate = Gate("m@a", "m", "a", frozenset({"e"}), "announced", "Announced", "ink", "dashed")
            block, _ = sketched(Graph("flow", nodes, (_edge("e", "1", ends=ends),), (gate,)), fixed).sketch.blocks
            assert (block.left == 0.0) is at_right
            assert (block.right > 20) is at_right


def test_lanes_are_named_only_where_boxes_have_some() -> None:
    assert sketched(Graph("flow", (_node("a", "good"),)), fixed).sketch.lanes[0] == "supplier"
    assert sketched(Graph("relations", (_node("a"),)), fixed).sketch.lanes == ()


def test_nothing_in_the_article_is_cut() -> None:
    assert not [card.id for card in scene("flow").cards.values() if card.elided]
    assert not [card.id for card in scene("relations").cards.values() if card.elided]
