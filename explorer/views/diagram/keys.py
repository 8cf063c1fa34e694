"""Walking by keys: which box comes next in a direction.

In go a scene and the box in focus, out comes the next one. Left and right go up- and downstream, up and down within a
lane. Must not know keyboards.
"""

from typing import Literal

from explorer.layout.model import Box
from explorer.layout.scene import Scene

Way = Literal["left", "right", "up", "down"]


def step(scene: Scene, hidden: frozenset[str], here: str | None, way: Way) -> str | None:
    """The next box, or None if there is none in that direction. Without a focus the first box comes."""
    boxes = [box for box in scene.picture.boxes if box.id not in hidden]
    if not boxes:
        return None
    now = scene.picture.box_by_id.get(here or "")
    if now is None:
        return min(boxes, key=lambda box: (box.x, box.y)).id
    if way in ("up", "down"):
        return _in_lane(boxes, now, up=way == "up")
    return _along(scene, boxes, now, upstream=way == "left")


def line_end(scene: Scene, picked: frozenset[str], way: Way) -> str | None:
    """The box at the left or right end of a picked line, or None if no line is picked."""
    edges = sorted({edge.id for key in picked for edge in scene.graph.edges_of.get(key, ())})
    if not edges or way not in ("left", "right"):
        return None
    route = scene.graph.edge_by_id[edges[0]]
    ends = [scene.picture.box_by_id[key] for key in (route.source, route.target) if key in scene.picture.box_by_id]
    chosen = min(ends, key=lambda box: box.x) if way == "left" else max(ends, key=lambda box: box.x)
    return chosen.id


Line = tuple[str, ...]


def lines_at(scene: Scene, hidden: frozenset[str], box: str) -> list[Line]:
    """What keys go through at a box, in this order: its lines, a bundle as a whole and then its strands; its gates."""
    graph, found = scene.graph, list[Line]()
    for edge in dict.fromkeys((*graph.edges_to.get(box, ()), *graph.edges_from.get(box, ()))):
        shown = tuple(key for key in edge.elements if key not in hidden)
        if shown:
            found.append(shown)
        if len(shown) > 1:
            found += [(key,) for key in shown]
    found += [(gate.measure,) for gate in graph.gates_at.get(box, ()) if gate.measure not in hidden]
    return list(dict.fromkeys(found))


def next_line(lines: list[Line], picked: Line, by: int) -> Line | None:
    """The line after the picked one, or before it; the first or last if none of them is picked."""
    if not lines:
        return None
    here = next((i for i, line in enumerate(lines) if set(line) == set(picked)), None)
    return lines[(0 if by > 0 else -1) if here is None else (here + by) % len(lines)]


def _in_lane(boxes: list[Box], now: Box, *, up: bool) -> str | None:
    column = [box for box in boxes if abs(box.x + box.width / 2 - now.x - now.width / 2) < now.width / 2]
    others = [box for box in column if (box.y < now.y if up else box.y > now.y)]
    nearest = min(others, key=lambda box: abs(box.y - now.y), default=None)
    return nearest.id if nearest else None


def _along(scene: Scene, boxes: list[Box], now: Box, *, upstream: bool) -> str | None:
    edges = scene.graph.edges_to if upstream else scene.graph.edges_from
    known = {box.id for box in boxes}
    ends = [edge.source if upstream else edge.target for edge in edges.get(now.id, ())]
    linked = [scene.picture.box_by_id[key] for key in ends if key in known and key != now.id]
    nearest = min(linked, key=lambda box: (abs(box.y - now.y), box.x), default=None)
    return nearest.id if nearest else None
