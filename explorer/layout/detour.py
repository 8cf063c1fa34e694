"""Detours: what happens to the routes of boxes that a person has put somewhere.

In go the picture of the layout and the pins, out comes the picture with the pinned boxes at their places and new curves
for the lines that end at them, led around the boxes in between. Nothing else moves. Must not know
how the other routes were found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from explorer.layout import gate, maze
from explorer.layout.extent import extent, placed
from explorer.layout.lazy import exchanged, touched
from explorer.layout.model import Box, Point, Route, Sketch
from explorer.layout.picture import Options, Picture
from explorer.layout.route import swung

_CLEAR = 9.0
#: So near to a box a line counts as running into it.
_NEAR = 3.0
#: A place farther off is nobody's wish; a file may hold any number.
_FARTHEST = 20_000.0
_STUB = 14.0
_TURNS = 6
#: Above so many boxes a hand that drags must not wait for every turn that might be tried.
_MANY = 120
_FEW_TURNS = 2

#: A straight piece from one point to another, and from where to where it reaches in x and in y.
_Piece = tuple[Point, Point, float, float, float, float]


def pinned(picture: Picture, sketch: Sketch, options: Options) -> Picture:
    """The picture with the pins of the options carried out."""
    before = picture.box_by_id
    pins = {key: (_within(x), _within(y)) for key, (x, y) in options.pins.items() if key in before}
    if not pins:
        return picture
    boxes = {key: _put(box, pins[key]) if key in pins else box for key, box in before.items()}
    # What a person has put somewhere lies on top of what stands there.
    boxes = {key: boxes[key] for key in sorted(boxes, key=pins.__contains__)}
    middles = {area.id: (area.x + area.width / 2, area.y + area.height / 2) for area in picture.labels}
    concerned = touched(picture.routes, pins.keys(), [boxes[key] for key in pins], _NEAR)
    led: dict[int, Route] = {}
    for i, line in concerned:
        # Thousands of lines take a minute: who drags on is not to wait for where the hand was before.
        options.pulse()
        led[i] = _led(line, before, boxes, pins, middles.get(line.id))
    made = replace(picture, boxes=tuple(boxes.values()), routes=exchanged(picture.routes, led))
    made = replace(made, gates=gate.places(sketch, boxes, made.routes))
    left, top, right, bottom = extent(placed(made), made.routes, chain(*made.columns), options.margin)
    lanes = tuple(replace(lane, height=bottom - options.margin / 2 - lane.y) for lane in made.lanes)
    return replace(made, lanes=lanes, width=right - left, height=bottom - top, x=left, y=top)


def _put(box: Box, corner: Point) -> Box:
    return replace(box, x=corner[0], y=corner[1])


def _within(length: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, length))


def _led(
    line: Route, before: Mapping[str, Box], boxes: Mapping[str, Box], pins: Mapping[str, Point], label: Point | None
) -> Route:
    """The line anew if one of its boxes was moved or if a moved box stands in its way."""
    ends = {line.source, line.target}
    blocked = _met(line.polyline(), [boxes[key] for key in pins if key not in ends])
    if not blocked and not ends & pins.keys():
        return line
    source, target = boxes[line.source], boxes[line.target]
    near = [box for key, box in boxes.items() if key not in ends]
    heights = (
        source.y + line.curve[0][1] - before[source.id].y,
        target.y + line.curve[-1][1] - before[target.id].y,
    )
    # Words that a box was put upon are no way to go by.
    free = label is not None and not any(box.contains(*label) for box in (source, target, *near))
    return led_around(line, source, target, heights, label if free else None, near)


def led_around(
    line: Route, source: Box, target: Box, heights: tuple[float, float], label: Point | None, others: Sequence[Box]
) -> Route:
    """A line between two boxes, from these heights, by way of its label, around all others."""
    # Lines may touch their own boxes, but not run through them.
    near = [*others]
    near += [replace(box, x=box.x + _NEAR + 0.2, width=box.width - 2 * _NEAR - 0.4) for box in (source, target)]
    ears = _ears(line, source, target, heights) if label is None and _above_each_other(source, target) else ()
    # One after the other: most lines are done with the first.
    swings = (_swing(line, source, target, heights, label, near, side) for side in (0, -1, 1))
    found, met = _clearest(chain(ears, swings), near)
    return (_through_maze(line, source, target, heights, label, others) or found) if met else found


def meets(line: Route, boxes: Iterable[Box]) -> bool:
    """Whether a line comes nearer to one of some boxes than is clear."""
    return bool(_met(line.polyline(), boxes))


def _through_maze(
    line: Route, source: Box, target: Box, heights: tuple[float, float], label: Point | None, boxes: Sequence[Box]
) -> Route | None:
    """A way around everything, by way of the label; none if the ends are walled in or too many boxes are near."""
    walls = [*boxes, source, target]
    # Where boxes stand close together, a line keeps less clear of them.
    for stub, clear in ((_STUB, maze.CLEAR), (_STUB / 3, maze.CLEAR / 3), (1.0, 0.4)):
        starts, goals = _doors(source, heights[0], stub), _doors(target, heights[1], stub)
        legs = [(starts, goals)] if label is None else [(starts, [label]), ([label], goals)]
        found = [maze.way(begins, ends, walls, clear) for begins, ends in legs]
        points = [point for path in found if path for point in path]
        if all(found):
            ports = ((source, points[0]), (target, points[-1]))
            sides = [(box.x if x < box.x else box.right, y) for box, (x, y) in ports]
            mark = points[0] if line.mark else None
            return replace(line, curve=maze.rounded([sides[0], *points, sides[1]]), mark=mark)
    return None


def _doors(box: Box, y: float, stub: float) -> list[Point]:
    return [(box.right + stub, y), (box.x - stub, y)]


def _clearest(ways: Iterable[Route], boxes: Sequence[Box]) -> tuple[Route, int]:
    """The first way that meets no box, else the one that meets the fewest, and how many it meets."""
    best: tuple[int, Route] | None = None
    for way in ways:
        count = len(_met(way.polyline(), boxes))
        if best is None or count < best[0]:
            best = count, way
        if count == 0:
            break
    if best is None:
        raise ValueError("there must be a way")
    return best[1], best[0]


def _above_each_other(source: Box, target: Box) -> bool:
    return source.right + 2 * _STUB > target.x and target.right + 2 * _STUB > source.x


def _ears(line: Route, source: Box, target: Box, heights: tuple[float, float]) -> Iterable[Route]:
    """A line between boxes above each other: an ear at their right sides, another at their left."""
    y, z = heights
    for right in (True, False):
        x, w = (source.right, target.right) if right else (source.x, target.x)
        # A cubic curve reaches three quarters of the way to its controls.
        reach = max(x, w) + 2 * _STUB if right else min(x, w) - 2 * _STUB
        mark = (x + (_STUB if right else -_STUB), y) if line.mark else None
        # The level ends keep the ear off the wider box.
        bend = (max(x, w) if right else min(x, w)) + (1 if right else -1)
        curve = (*swung([(x, y), (bend, y)]), (reach, y), (reach, z), *swung([(bend, z), (w, z)]))
        yield replace(line, curve=curve, mark=mark)


def _swing(
    line: Route, source: Box, target: Box, heights: tuple[float, float], label: Point | None,
    others: Sequence[Box], side: int,
) -> Route:  # fmt: skip
    """A line from side to side, by way of its label; `side` says where it passes boxes: above, below, or nearer by."""
    start = _port(source, heights[0], label[0] if label else target.x + target.width / 2)
    end = _port(target, heights[1], label[0] if label else source.x + source.width / 2)
    points = [start]
    for a, b in pairwise([start, *([label] if label else []), end]):
        points += _around(a, b, others[:-2], _TURNS if len(others) < _MANY else _FEW_TURNS, side)[1:]
    mark = (start[0] + (_STUB if start[0] >= source.right else -_STUB), start[1]) if line.mark else None
    return replace(line, curve=swung(points), mark=mark)


def _port(box: Box, y: float, aim: float) -> Point:
    """The port at the side that faces where the line goes."""
    return (box.right if aim >= box.x + box.width / 2 else box.x), y


def _around(a: Point, b: Point, others: Sequence[Box], turns: int, side: int) -> list[Point]:
    """Points from a to b: straight across if nothing stands there, else past an end of the first box met."""
    way = 1 if b[0] >= a[0] else -1
    stubs = [(a[0] + way * _STUB, a[1]), (b[0] - way * _STUB, b[1])] if abs(b[0] - a[0]) > 3 * _STUB else []
    path = [a, *stubs, b]
    in_the_way = _met(_flat(path), others) if turns else []
    if not in_the_way:
        return path
    met = min(in_the_way, key=lambda box: way * box.x)
    above = side < 0 if side else (a[1] + b[1]) / 2 < met.y + met.height / 2
    y = met.y - _CLEAR if above else met.bottom + _CLEAR
    near, far = (met.x - _CLEAR, met.right + _CLEAR) if way > 0 else (met.right + _CLEAR, met.x - _CLEAR)
    # A box that reaches back beyond the start, or on beyond the end, is passed on this side of them.
    near, far = (max(near, a[0] + 1), min(far, b[0] - 1)) if way > 0 else (min(near, a[0] - 1), max(far, b[0] + 1))
    rest = [box for box in others if box is not met]
    return [*_around(a, (near, y), rest, turns - 1, side), *_around((far, y), b, rest, turns - 1, side)]


def _flat(points: list[Point]) -> tuple[Point, ...]:
    return Route("", "", "", swung(points)).polyline()


def _met(points: Sequence[Point], boxes: Iterable[Box]) -> list[Box]:
    """The boxes to which straight pieces come nearer than is clear."""
    left, right = min(x for x, _ in points) - _NEAR, max(x for x, _ in points) + _NEAR
    top, bottom = min(y for _, y in points) - _NEAR, max(y for _, y in points) + _NEAR
    # Most boxes are nowhere near a line; only the others are looked at piece by piece.
    near = [box for box in boxes if box.x < right and box.right > left and box.y < bottom and box.bottom > top]
    if not near:
        return near
    pieces = [(a, b, min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])) for a, b in pairwise(points)]
    return [box for box in near if _cut(box, pieces)]


def _cut(box: Box, pieces: Sequence[_Piece]) -> bool:
    """Whether any of the pieces runs through the frame around a box."""
    left, right, top, bottom = box.x - _NEAR, box.right + _NEAR, box.y - _NEAR, box.bottom + _NEAR
    # Asked millions of times in a large case: most pieces are beside it, which is cheap to see.
    return any(
        first <= right and last >= left and high <= bottom and low >= top and _cuts(a, b, box)
        for a, b, first, last, high, low in pieces
    )


def _cuts(a: Point, b: Point, box: Box) -> bool:
    """Whether a straight piece runs through the frame around a box: what is left of it between both pairs of sides."""
    first, last = 0.0, 1.0
    for start, end, least, most in (
        (a[0], b[0], box.x - _NEAR, box.right + _NEAR),
        (a[1], b[1], box.y - _NEAR, box.bottom + _NEAR),
    ):
        if start == end:
            if not least < start < most:
                return False
            continue
        enters, leaves = sorted(((least - start) / (end - start), (most - start) / (end - start)))
        first, last = max(first, enters), min(last, leaves)
    return first < last
