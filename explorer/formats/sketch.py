"""A graph as JSON, to be laid out: boxes with their sizes, edges between them.

In goes text, out comes a sketch, or an error that says what and where. Must not know files.

`{"boxes": [{"id", "width", "height", "lane"?, "group"?}], "edges": [{"id", "source", "target", "label"?}],
"lanes"?: [...]}`

Lengths are pixels. Lanes stand from left to right in the order of `lanes`, without it in that of the boxes. Boxes of
one group get a frame around them.
"""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from explorer.case.problem import shown
from explorer.layout.card import ROW, fixed, wrapped
from explorer.layout.model import Block, Sketch, Wire

_MOST = 10_000.0
#: Beyond it sums of places lose what is smaller than a pixel.
_FARTHEST = 1e9
_LABEL_ROOM = 118.0


class GraphError(ValueError):
    """A graph that cannot be read; its text is one line that says what and where."""


def read(text: str) -> Sketch:
    """The sketch of a graph; raises `GraphError`."""
    whole = loaded(text)
    blocks = tuple(_block(row, f"boxes, row {i + 1}") for i, row in enumerate(rows(whole, "boxes")))
    known = {block.id for block in blocks}
    wires = tuple(_wire(row, f"edges, row {i + 1}", known) for i, row in enumerate(rows(whole, "edges")))
    for what, ids in (("boxes", [b.id for b in blocks]), ("edges", [w.id for w in wires])):
        if len(set(ids)) < len(ids):
            twice = Counter(ids).most_common(1)[0][0]
            raise GraphError(f"{what}: the id {shown(twice)} stands here twice")
    lanes = dict.fromkeys(b.lane for b in blocks if b.lane is not None)
    asked = whole.get("lanes")
    if asked is not None and not isinstance(asked, list):
        raise GraphError("lanes must be a list")
    order = [lane for lane in asked or () if isinstance(lane, str) and lane in lanes]
    titles = {block.group: block.group for block in blocks if block.group is not None}
    return Sketch(blocks, wires, (), tuple(dict.fromkeys([*order, *lanes])), {}, titles)


def loaded(text: str) -> Mapping[str, Any]:
    """The object that a text holds; raises `GraphError`."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise GraphError(f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except (RecursionError, ValueError) as error:
        raise GraphError(f"is not JSON that can be read: {shown(str(error))}") from None
    if not isinstance(whole, dict):
        raise GraphError("holds no graph: the whole file must be one object in braces with boxes and edges")
    return whole


def rows(whole: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The rows of a list of objects; raises `GraphError`."""
    found = whole.get(key, [])
    if not isinstance(found, list):
        raise GraphError(f"{key} must be a list")
    for place, row in enumerate(found):
        if not isinstance(row, dict):
            raise GraphError(f"{key}, row {place + 1}: must be an object in braces")
    return found


def number(row: Mapping[str, Any], key: str, where: str, least: float) -> float:
    """A number of a row that is no place beyond all sheets, not below `least`; raises `GraphError`."""
    value = row.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= _FARTHEST:
        raise GraphError(f"{where}: {key} must be a number of {least:g} to {_FARTHEST:g}, not {shown(value)}")
    return float(value)


def word(row: Mapping[str, Any], key: str, where: str) -> str:
    """A text of a row; raises `GraphError`."""
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise GraphError(f"{where}: {key} must be a text, not {shown(value)}")
    return value


def _block(row: Mapping[str, Any], where: str) -> Block:
    width, height = (number(row, key, where, 1.0) for key in ("width", "height"))
    if max(width, height) > _MOST:
        raise GraphError(f"{where}: a box is at most {_MOST:,.0f} pixels wide and high")
    lane, group = (word(row, key, where) if row.get(key) is not None else None for key in ("lane", "group"))
    return Block(word(row, "id", where), width, height, lane, group)


def _wire(row: Mapping[str, Any], where: str, known: set[str]) -> Wire:
    key, source, target = (word(row, name, where) for name in ("id", "source", "target"))
    for end, box in (("source", source), ("target", target)):
        if box not in known:
            raise GraphError(f"{where}: there is no box {shown(box)} for its {end}")
    label = word(row, "label", where) if row.get("label") else ""
    lines = wrapped(label, _LABEL_ROOM, lambda words: fixed(words, "label"), 3)[0]
    width = max((fixed(line, "label") for line in lines), default=0.0)
    return Wire(key, source, target, width + 10.0 if lines else 0.0, ROW["label"] * len(lines) + 2.0 if lines else 0.0)
