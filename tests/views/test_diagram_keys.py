"""Walking by keys, without a keyboard: boxes, ends of lines, lines at a box."""

import pytest

from explorer.views.diagram.keys import line_end, lines_at, next_line, step
from tests.article import scene

NONE: frozenset[str] = frozenset()


def test_a_line_leads_left_and_right_to_its_ends() -> None:
    flow = scene("flow")
    (edge,) = flow.graph.edges_of["transformation-f2"]
    picked = frozenset({"transformation-f2"})
    assert line_end(flow, picked, "left") == edge.source
    assert line_end(flow, picked, "right") == edge.target
    assert line_end(flow, picked, "up") is None
    assert line_end(flow, NONE, "left") is None


def test_a_line_is_gone_through_as_a_whole_and_then_strand_by_strand() -> None:
    flow = scene("flow")
    bundle = flow.graph.edge_by_id["good-microelectronics>russia"].elements
    lines = lines_at(flow, NONE, "russia")
    at = lines.index(bundle)
    assert lines[at + 1 : at + 1 + len(bundle)] == [(key,) for key in bundle]
    assert lines_at(flow, NONE, "nobody") == []


def test_what_is_hidden_is_passed_over() -> None:
    flow = scene("flow")
    bundle = flow.graph.edge_by_id["good-microelectronics>russia"].elements
    lines = lines_at(flow, frozenset(bundle[:1]), "russia")
    assert bundle[1:] in lines
    assert all(bundle[0] not in line for line in lines)


@pytest.mark.parametrize(("picked", "by", "there"), [
    ((), 1, ("a",)), ((), -1, ("c", "d")), (("a",), 1, ("b",)), (("a",), -1, ("c", "d")), (("d", "c"), 1, ("a",)),
])  # fmt: skip
def test_the_next_line_comes_and_after_the_last_the_first(
    picked: tuple[str, ...], by: int, there: tuple[str, ...]
) -> None:
    assert next_line([("a",), ("b",), ("c", "d")], picked, by) == there


def test_without_lines_there_is_no_next() -> None:
    assert next_line([], ("a",), 1) is None


def test_hidden_boxes_are_not_walked_to() -> None:
    flow = scene("flow")
    assert step(flow, frozenset(flow.picture.box_by_id), None, "down") is None
