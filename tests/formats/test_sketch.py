"""A graph as JSON: what is right is read whole, and what is wrong is said in one line, what and where."""

import json
from typing import Any

import pytest

from explorer.formats.sketch import GraphError, read
from explorer.layout.card import ROW
from explorer.layout.layered import layered

BOX: dict[str, Any] = {"id": "a", "width": 100, "height": 40}
OTHER: dict[str, Any] = {"id": "b", "width": 100, "height": 40}
EDGE: dict[str, Any] = {"id": "e", "source": "a", "target": "b"}


def _text(boxes: object = (BOX, OTHER), edges: object = (EDGE,), **more: object) -> str:
    return json.dumps({"boxes": boxes, "edges": edges, **more})


def _said(text: str) -> str:
    with pytest.raises(GraphError) as caught:
        read(text)
    return str(caught.value)


def test_a_graph_is_read_whole() -> None:
    boxes = [{**BOX, "lane": "right", "group": "g"}, {**OTHER, "lane": "left"}]
    sketch = read(_text(boxes, [{**EDGE, "label": "sells parts to"}]))
    first, second = sketch.blocks
    assert (first.id, first.width, first.height, first.lane, first.group) == ("a", 100.0, 40.0, "right", "g")
    assert (second.lane, second.group) == ("left", None)
    (wire,) = sketch.wires
    assert (wire.id, wire.source, wire.target) == ("e", "a", "b")
    assert wire.label_width > 50
    assert wire.label_height == ROW["label"] + 2
    assert sketch.lanes == ("right", "left")
    assert sketch.group_titles == {"g": "g"}


def test_lanes_stand_as_they_are_told_and_those_that_are_not_told_after_them() -> None:
    boxes = [{**BOX, "id": lane, "lane": lane} for lane in ("z", "x", "y")]
    assert read(_text(boxes, [], lanes=["y", "nobody", "x"])).lanes == ("y", "x", "z")


def test_a_line_without_words_asks_for_no_room() -> None:
    for edge in (EDGE, {**EDGE, "label": ""}, {**EDGE, "label": None}):
        (wire,) = read(_text(edges=[edge])).wires
        assert (wire.label_width, wire.label_height) == (0.0, 0.0)


def test_long_words_are_broken_into_three_lines_at_most() -> None:
    (wire,) = read(_text(edges=[{**EDGE, "label": "supplies machine tools and parts " * 30}])).wires
    assert wire.label_height == 3 * ROW["label"] + 2
    assert wire.label_width < 140


def test_a_graph_of_nothing_is_one() -> None:
    for text in ("{}", '{"boxes": [], "edges": []}', '{"boxes": []}'):
        assert layered(read(text)).boxes == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON: Expecting value at line 1, column 1"),
        ('{"boxes": [\n}', "is not JSON: "),
        ("[]", "holds no graph: the whole file must be one object in braces with boxes and edges"),
        ("null", "holds no graph"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('{"boxes": [{"id": "a", "width": 1' + "0" * 5_000 + ', "height": 4}]}', "is not JSON that can be read"),
        (_text({}), "boxes must be a list"),
        (_text(edges="e"), "edges must be a list"),
        (_text([BOX, 7]), "boxes, row 2: must be an object in braces"),
        (_text(edges=[[]]), "edges, row 1: must be an object in braces"),
        (_text([{**BOX, "id": ""}]), "boxes, row 1: id must be a text, not "),
        (_text([BOX, {**OTHER, "id": 7}]), "boxes, row 2: id must be a text, not 7"),
        (_text([{"width": 1, "height": 1}]), "boxes, row 1: id must be a text"),
        (_text([{**BOX, "width": "wide"}]), "boxes, row 1: width must be a number of 1 to 1e+09, not "),
        (_text([{**BOX, "height": True}]), "boxes, row 1: height must be a number"),
        (_text([{**BOX, "height": 0}]), "boxes, row 1: height must be a number of 1 to 1e+09, not 0"),
        (_text([{**BOX, "width": -5}]), "boxes, row 1: width must be a number of 1 to 1e+09, not -5"),
        (_text([{**BOX, "width": float("nan")}]), "boxes, row 1: width must be a number"),
        (_text([{**BOX, "width": float("inf")}]), "boxes, row 1: width must be a number"),
        (_text([{**BOX, "width": 10**400}]), "boxes, row 1: width must be a number"),
        (_text([{**BOX, "width": 1e5}]), "boxes, row 1: a box is at most 10,000 pixels wide and high"),
        (_text([{**BOX, "lane": 3}]), "boxes, row 1: lane must be a text, not 3"),
        (_text([{**BOX, "group": []}]), "boxes, row 1: group must be a text"),
        (_text([BOX, OTHER, BOX]), "boxes: the id a stands here twice"),
        (_text(edges=[EDGE, EDGE]), "edges: the id e stands here twice"),
        (_text(edges=[{**EDGE, "target": "nobody"}]), "edges, row 1: there is no box nobody for its target"),
        (_text(edges=[EDGE, {**EDGE, "id": "f", "source": "x"}]), "edges, row 2: there is no box x for its source"),
        (_text(edges=[{**EDGE, "label": 5}]), "edges, row 1: label must be a text, not 5"),
        (_text(edges=[{"id": "e", "source": "a"}]), "edges, row 1: target must be a text"),
        (_text(lanes=7), "lanes must be a list"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(text: str, said: str) -> None:
    told = _said(text)
    assert said in told
    assert "\n" not in told
    assert len(told) < 400


@pytest.mark.parametrize("key", ["a\nb", "x" * 5_000, "\x1b[2J"])
def test_whatever_an_id_holds_the_line_stays_one(key: str) -> None:
    told = _said(_text(edges=[{**EDGE, "source": key}]))
    assert told.startswith("edges, row 1: there is no box ")
    assert told.isprintable()
    assert len(told) < 400
