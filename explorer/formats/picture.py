"""The picture as JSON: where every box, line and lane is, for whoever wants to measure, redraw or continue it.

In goes a picture or a scene, out comes text; and back, for a layout that stays close to an older one. Lengths are
pixels at 100 %, x to the right, y down. Must not know where the text goes.

`{"width", "height", "x", "y", "boxes": [{"id", "x", "y", "width", "height", "lane", "rank", "part"}], "edges": [{"id",
"source", "target", "points": [[x, y], ...]}], "labels": [...], "lanes": [...], "frames": [...], "gates": [...],
"columns": [[[x, end], ...], ...], "bundled", "line_gap"}`

A scene adds to every box its `kind` and `label`, to every edge its `elements`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from explorer.formats.sketch import GraphError, loaded, number, rows, word
from explorer.layout.lazy import polylines
from explorer.layout.model import Area, Box, Point, Route
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene

_LEAST = -1e7

#: What is told of a thing beside its place, by its id.
Telling = Callable[[str], dict[str, object]]


def write(scene: Scene) -> str:
    """The geometry of a scene and what its parts stand for; the same text for the same scene."""
    nodes, edges = scene.graph.node_by_id, scene.graph.edge_by_id
    return _written(
        scene.picture,
        lambda key: {"kind": nodes[key].table, "label": nodes[key].label},
        lambda key: {"elements": list(edges[key].elements)},
    )


def write_picture(picture: Picture) -> str:
    """The geometry of a picture; the same text for the same picture."""
    return _written(picture, lambda _: {}, lambda _: {})


def _written(picture: Picture, told: Telling, listed: Telling) -> str:
    boxes = (
        {"id": box.id, **told(box.id), "x": _exact(box.x), "y": _exact(box.y), "width": _exact(box.width),
         "height": _exact(box.height), "lane": box.lane, "rank": box.rank, "part": box.part}
        for box in picture.boxes
    )  # fmt: skip
    edges = (
        {"id": key, "source": source, "target": target, **listed(key), "points": points}
        for key, source, target, points in polylines(picture.routes)
    )
    gates = ({"id": g.id, "x": _short(g.x), "top": _short(g.top), "bottom": _short(g.bottom)} for g in picture.gates)
    columns = [[[_exact(x), _exact(end)] for x, end in part] for part in picture.columns]
    head = {key: _short(getattr(picture, key)) for key in ("width", "height", "x", "y")}
    parts = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    parts += [f'"{name}": {_lines(made)}' for name, made in (("boxes", boxes), ("edges", edges))]
    for name in ("lanes", "labels", "frames"):
        parts.append(f'"{name}": {_lines(_area(area) for area in getattr(picture, name))}')
    parts += [
        f'"gates": {_lines(gates)}',
        f'"columns": {json.dumps(columns)}',
        f'"bundled": {json.dumps(picture.bundled)}',
        f'"line_gap": {json.dumps(picture.line_gap)}',
    ]
    return "{" + ",\n".join(parts) + "}\n"


def _lines(made: Iterable[Mapping[str, object]]) -> str:
    """A list with a row a line: it can be read by eye and compared by line."""
    told = [json.dumps(row, ensure_ascii=False) for row in made]
    return "[\n " + ",\n ".join(told) + "\n]" if told else "[]"


def read(text: str) -> Picture:
    """A picture that was written, as far as a layout needs it to stay close to it; raises `GraphError`."""
    whole = loaded(text)
    boxes = tuple(_box(row, f"boxes, row {i + 1}") for i, row in enumerate(rows(whole, "boxes")))
    routes = tuple(_route(row, f"edges, row {i + 1}") for i, row in enumerate(rows(whole, "edges")))
    columns = tuple(_columns(whole.get("columns", [])))
    width, height, x, y = (number({key: 0.0, **whole}, key, key, _LEAST) for key in ("width", "height", "x", "y"))
    return Picture(
        boxes=boxes, routes=routes, columns=columns or _guessed(boxes), width=width, height=height, x=x, y=y,
        bundled=whole.get("bundled") is True,
        line_gap=number({"line_gap": 0.0, **whole}, "line_gap", "line_gap", 0.0),
    )  # fmt: skip


def _box(row: Mapping[str, Any], where: str) -> Box:
    x, y = (number(row, key, where, _LEAST) for key in ("x", "y"))
    width, height = (number(row, key, where, 0.0) for key in ("width", "height"))
    lane = word(row, "lane", where) if row.get("lane") is not None else None
    rank, part = (int(number(row, key, where, 0.0)) if key in row else 0 for key in ("rank", "part"))
    return Box(word(row, "id", where), x, y, width, height, lane, rank, part)


def _route(row: Mapping[str, Any], where: str) -> Route:
    key, source, target = (word(row, name, where) for name in ("id", "source", "target"))
    held = row.get("points")
    points = [_point(point, where) for point in held] if isinstance(held, list) else []
    if len(points) < 2:
        raise GraphError(f"{where}: points must be a list of two or more points")
    curve = [points[0]]
    for a, b in pairwise(points):
        curve += [a, b, b]
    return Route(key, source, target, tuple(curve))


def _point(value: object, where: str) -> Point:
    if not isinstance(value, list) or len(value) != 2:
        raise GraphError(f"{where}: a point must be a list of two numbers")
    pair = {"x": value[0], "y": value[1]}
    return number(pair, "x", where, _LEAST), number(pair, "y", where, _LEAST)


def _columns(held: object) -> Iterator[tuple[Point, ...]]:
    for part in held if isinstance(held, list) else []:
        yield tuple(_point(column, "columns") for column in part) if isinstance(part, list) else ()


def _guessed(boxes: tuple[Box, ...]) -> tuple[tuple[Point, ...], ...]:
    """Columns from boxes alone, for a picture that does not tell them; none if a rank has no box."""
    spans: dict[int, Point] = {}
    for box in boxes:
        x, end = spans.get(box.rank, (box.x, box.right))
        spans[box.rank] = min(x, box.x), max(end, box.right)
    return (tuple(spans[rank] for rank in sorted(spans)),) if sorted(spans) == list(range(len(spans))) else ()


def _area(area: Area) -> dict[str, object]:
    return {
        "id": area.id, "title": area.title, "x": _short(area.x), "y": _short(area.y), "width": _short(area.width),
        "height": _short(area.height),
    }  # fmt: skip


def _short(value: float) -> float:
    return round(value, 2)


def _exact(value: float) -> float:
    return round(value, 3)
