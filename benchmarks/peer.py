"""The reference peer: Graphviz dot, run as a process of its own on the same graph with the same sizes.

In goes a graph as JSON, out comes picture JSON and what it took. Must not know our layout.
"""

import json
import resource
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import Any

from benchmarks.graphs import Graph

#: dot counts in points, in inches for boxes; a pixel of ours is one point of dot's.
_INCH = 72.0
#: Straight pieces for each curved one.
_PIECES = 10
#: The room of words on an edge: pixels a letter, and the height.
_LETTER, _LINE = 6, 16


@dataclass(frozen=True)
class Laid:
    """A picture and the milliseconds it took, processes that were started included."""

    picture: dict[str, Any]
    wall: float
    cpu: float


def there() -> bool:
    """Whether dot is installed."""
    return shutil.which("dot") is not None


def version() -> str:
    """What dot calls itself."""
    return subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr.strip()


def dot(graph: Graph) -> Laid:
    """Lay the graph out by dot: left to right, curved lines, our sizes; a lane is a column, a group a cluster."""
    words = _words(graph)
    before, began = _cpu(), time.perf_counter()
    answer = subprocess.run(["dot", "-Tjson0"], input=words, capture_output=True, text=True, check=True).stdout
    wall, cpu = time.perf_counter() - began, _cpu() - before
    return Laid(_picture(graph, json.loads(answer)), wall * 1000, cpu * 1000)


def _cpu() -> float:
    """CPU seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _words(graph: Graph) -> str:
    lines = ["digraph g {", 'rankdir=LR; splines=true; node [shape=box, fixedsize=true, label=""];']
    for box in graph["boxes"]:
        width, height = box["width"] / _INCH, box["height"] / _INCH
        lines.append(f"{_quoted(box['id'])} [width={width:.6f}, height={height:.6f}];")
    lines += [f"{{ rank=same; {ids} }}" for ids in _members(graph, "lane")]
    lines += [f"subgraph cluster_{i} {{ {ids} }}" for i, ids in enumerate(_members(graph, "group"))]
    for edge in graph["edges"]:
        ends = f"{_quoted(edge['source'])} -> {_quoted(edge['target'])}"
        words = f"label={_label(edge['label'])}, " if edge.get("label") else ""
        lines.append(f"{ends} [{words}id={_quoted(edge['id'])}, arrowhead=none];")
    return "\n".join([*lines, "}"])


def _members(graph: Graph, key: str) -> list[str]:
    """The boxes of every lane or every group, as dot lists them."""
    found: dict[str, list[str]] = {}
    for box in graph["boxes"]:
        if box.get(key):
            found.setdefault(box[key], []).append(_quoted(box["id"]))
    return ["; ".join(ids) for ids in found.values()]


def _label(text: str) -> str:
    """Words of a fixed size."""
    size = f'FIXEDSIZE="TRUE" WIDTH="{_LETTER * len(text)}" HEIGHT="{_LINE}"'
    return f'<<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" {size}><TR><TD></TD></TR></TABLE>>'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _picture(graph: Graph, answer: dict[str, Any]) -> dict[str, Any]:
    places = {thing["name"]: _point(thing["pos"]) for thing in answer["objects"] if "pos" in thing}
    boxes = []
    for box in graph["boxes"]:
        x, y = places[box["id"]]
        boxes.append(box | {"x": x - box["width"] / 2, "y": y - box["height"] / 2})
    found = {edge["id"]: edge for edge in answer["edges"]}
    edges = [edge | {"points": _flat(found[edge["id"]]["pos"])} for edge in graph["edges"]]
    labels = []
    for edge in graph["edges"]:
        if "lp" in found[edge["id"]]:
            (x, y), width = _point(found[edge["id"]]["lp"]), _LETTER * len(edge["label"])
            labels.append({"id": edge["id"], "x": x - width / 2, "y": y - _LINE / 2, "width": width, "height": _LINE})
    return {"boxes": boxes, "edges": edges, "labels": labels}


def _point(text: str) -> tuple[float, float]:
    x, _, y = text.partition(",")
    # Its y goes up.
    return float(x), -float(y)


def _flat(text: str) -> list[tuple[float, float]]:
    """A curve as dot writes it, p0 c c p1 c c p2 ..., as straight pieces."""
    control = [_point(part) for part in text.split() if part[0] not in "es"]
    points = [control[0]]
    for i in range(0, len(control) - 1, 3):
        p, c, d, q = control[i : i + 4]
        for k in range(1, _PIECES + 1):
            t, u = k / _PIECES, 1 - k / _PIECES
            weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            x, y = (sum(w * v[axis] for w, v in zip(weights, (p, c, d, q), strict=True)) for axis in (0, 1))
            points.append((x, y))
    return points
