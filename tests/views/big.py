"""Large scenes made by rule: columns of boxes, hubs with many lines, cubic curves through the channels between them."""

import random
from collections.abc import Sequence

from explorer.graph.model import LANE_TITLES, Badge, Edge, Graph, Node
from explorer.layout.card import Card, Line
from explorer.layout.model import Area, Box, Point, Route
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene

_LANES = ("supplier", "good", "recipient", "made", "used")
_COLOURS = ("good-electronics", "good-machinery", "good-weapons", "good-technology", "good-other")
_ICONS = ("chip", "machine", "rocket", "compass", "dot")
WIDTH, HEIGHT, PITCH, COLUMN, LANE_GAP = 160.0, 44.0, 56.0, 230.0, 60.0


def big_scene(count: int, lines: int | None = None, seed: int = 7) -> Scene:
    """So many boxes with three lines each: most to the next lane, some farther, a few back."""
    chance = random.Random(seed)
    rows = max(4, round((count * 0.55) ** 0.5))
    columns = -(-count // rows)
    placed = [(i // rows, i % rows) for i in range(count)]
    boxes = tuple(_box(i, column, row, columns) for i, (column, row) in enumerate(placed))
    nodes = tuple(_node(box, i) for i, box in enumerate(boxes))
    pairs = _pairs(chance, boxes, rows, lines if lines is not None else 3 * count)
    edges = tuple(_edge(chance, nodes, i, source, target) for i, (source, target) in enumerate(pairs))
    routes = tuple(
        _route(edge, boxes[source], boxes[target], rows)
        for edge, (source, target) in zip(edges, pairs, strict=True)
    )  # fmt: skip
    lanes = _lanes(boxes, rows)
    width = max(lane.x + lane.width for lane in lanes) + 30
    height = rows * PITCH + 60
    cards = {node.id: _card(node) for node in nodes}
    return Scene(Graph("flow", nodes, edges), Picture(boxes, routes, lanes, width=width, height=height), cards)


def _box(i: int, column: int, row: int, columns: int) -> Box:
    lane = column * len(_LANES) // columns
    x = 30 + column * COLUMN + lane * LANE_GAP
    return Box(f"b{i}", x, 44 + row * PITCH, WIDTH, HEIGHT, _LANES[lane], column)


def _node(box: Box, i: int) -> Node:
    good = box.lane == "good"
    kind = i % len(_COLOURS)
    colour, icon = (_COLOURS[kind], _ICONS[kind]) if good else ("ink", "factory")
    label = f"{'Good' if good else 'Company'} number {i} of {('north', 'south', 'east', 'west')[i % 4]}"
    return Node(box.id, "goods" if good else "actors", label, icon, colour, badge=Badge("says A"), lane=box.lane)


def _card(node: Node) -> Card:
    words = node.label.split()
    lines = (
        Line(" ".join(words[:2]), "name", 29.0, 5.0),
        Line(" ".join(words[2:]), "place", 29.0, 21.0),
    )
    return Card(node.id, lines, WIDTH, HEIGHT, node.badge)


def _pairs(chance: random.Random, boxes: Sequence[Box], rows: int, lines: int) -> list[tuple[int, int]]:
    """Four in five lead to the next column, the rest up to five on or back; low rows are hubs."""
    found: dict[tuple[int, int], None] = {}
    last = boxes[-1].rank
    for _ in range(20 * lines):
        if len(found) == lines:
            break
        source = chance.randrange(len(boxes))
        step = 1 if chance.random() < 0.8 else chance.choice((2, 3, 4, 5, -1))
        column = boxes[source].rank + step
        if 0 <= column <= last:
            target = column * rows + min(rows - 1, int(chance.paretovariate(0.7)) - 1 + chance.randrange(3))
            if target < len(boxes):
                found[source, target] = None
    return list(found)


def _edge(chance: random.Random, nodes: Sequence[Node], i: int, source: int, target: int) -> Edge:
    count = 1 if chance.random() < 0.9 else chance.randrange(2, 7)
    colour = next((nodes[end].colour for end in (source, target) if nodes[end].table == "goods"), "ink")
    line = chance.choice(("solid", "solid", "solid", "dashed", "dotted"))
    elements = tuple(f"f{i}-{k}" for k in range(count))
    kind = "flow" if chance.random() < 0.85 else "transformation"
    return Edge(f"e{i}", nodes[source].id, nodes[target].id, elements, kind, colour, line, chance.random() < 0.03)  # type: ignore[arg-type]  # the words above are lines and kinds


def _route(edge: Edge, source: Box, target: Box, rows: int) -> Route:
    """Through the gap under a row, as a layout would lead it; one curve in each channel."""
    start = (source.right, source.y + HEIGHT / 2)
    points: list[Point] = [start]
    step = 1 if target.rank > source.rank else -1
    here = start
    if step < 0:
        here = (source.x, start[1])
        points = [here]
    for _ in range(abs(target.rank - source.rank) - 1):
        here = _through(points, here, target.y - 6, step)
    end = (target.x if step > 0 else target.right, target.y + HEIGHT / 2)
    _curve(points, here, end)
    mark = (start[0] + 20, start[1]) if len(edge.elements) > 1 else None
    return Route(edge.id, edge.source, edge.target, tuple(points), mark)


def _through(points: list[Point], here: Point, y: float, step: int) -> Point:
    first = (here[0] + step * (COLUMN - WIDTH), y)
    _curve(points, here, first)
    after = (first[0] + step * WIDTH, y)
    _curve(points, first, after)
    return after


def _curve(points: list[Point], a: Point, b: Point) -> None:
    middle = (a[0] + b[0]) / 2
    points += [(middle, a[1]), (middle, b[1]), b]


def _lanes(boxes: Sequence[Box], rows: int) -> tuple[Area, ...]:
    found = []
    for lane in _LANES:
        mine = [box for box in boxes if box.lane == lane]
        if mine:
            left, right = min(box.x for box in mine), max(box.right for box in mine)
            found.append(Area(lane, left, 12, right - left, rows * PITCH + 36, LANE_TITLES[lane]))
    return tuple(found)
