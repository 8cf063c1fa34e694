"""The picture as JSON: where every box, line and lane is, for whoever wants to measure or redraw it.

In goes a scene, out comes text. Lengths are pixels at 100 %, x to the right, y down. Must not
know where the text goes.
"""

import json

from explorer.layout.model import Area
from explorer.layout.scene import Scene


def write(scene: Scene) -> str:
    """The boxes, routes and lanes of a scene, the same text for the same scene."""
    picture, nodes = scene.picture, scene.graph.node_by_id
    boxes = [
        {
            "id": box.id, "kind": nodes[box.id].table, "label": nodes[box.id].label, "x": _short(box.x),
            "y": _short(box.y), "width": _short(box.width), "height": _short(box.height), "lane": box.lane,
        }
        for box in picture.boxes
    ]  # fmt: skip
    routes = [
        {
            "id": route.id, "source": route.source, "target": route.target,
            "elements": list(scene.graph.edge_by_id[route.id].elements),
            "points": [[_short(x), _short(y)] for x, y in route.polyline()],
        }
        for route in picture.routes
    ]  # fmt: skip
    gates = [
        {"id": gate.id, "x": _short(gate.x), "top": _short(gate.top), "bottom": _short(gate.bottom)}
        for gate in picture.gates
    ]
    whole = {
        "boxes": boxes, "routes": routes, "lanes": [_area(lane) for lane in picture.lanes],
        "labels": [_area(label) for label in picture.labels], "gates": gates,
        "width": _short(picture.width), "height": _short(picture.height),
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _area(area: Area) -> dict[str, object]:
    return {
        "id": area.id, "title": area.title, "x": _short(area.x), "y": _short(area.y), "width": _short(area.width),
        "height": _short(area.height),
    }  # fmt: skip


def _short(value: float) -> float:
    return round(value, 2)
