"""The judge of a picture: says in words what a careful designer would not have drawn.

In goes a picture, out come faults as lines of text; an empty list is a good picture. Knows only geometry, nothing of
how the layout works.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from explorer.layout.model import Area, Box, Point, Route
from explorer.layout.picture import Picture

#: Pixels that count as touching and not as overlapping.
_TOUCH = 0.5
#: Pixels between two samples of a line.
_STEP = 2.0


def faults(picture: Picture) -> list[str]:
    """Everything that is wrong with a picture in which nobody moved a box."""
    return [
        *shapes(picture),
        *overlaps(picture),
        *crossed(picture),
        *smeared(picture),
        *loose_ends(picture),
        *unwieldy(picture),
    ]


def shapes(picture: Picture) -> Iterator[str]:
    """Numbers that are no places, and things that stick out of the sheet."""
    for thing in _areas(picture):
        if not all(math.isfinite(value) for value in (thing.x, thing.y, thing.width, thing.height)):
            yield f"{thing.id} has no finite place"
        if thing.x < picture.x - _TOUCH or thing.x + thing.width > picture.x + picture.width + _TOUCH:
            yield f"{thing.id} sticks out of the sheet sideways"
        if thing.y < picture.y - _TOUCH or thing.y + thing.height > picture.y + picture.height + _TOUCH:
            yield f"{thing.id} sticks out of the sheet above or below"
    for route in picture.routes:
        if not all(math.isfinite(value) for point in route.curve for value in point):
            yield f"{route.id} has no finite curve"


def overlaps(picture: Picture) -> Iterator[str]:
    """Boxes and labels that lie on each other."""
    for one, other in combinations(_areas(picture), 2):
        if overlap(one, other):
            yield f"{one.id} lies on {other.id}"


def crossed(picture: Picture) -> Iterator[str]:
    """Routes that run through a box, their own or another's."""
    for route in picture.routes:
        points = sampled(route)
        for box in picture.boxes:
            if any(inside(box, x, y) for x, y in points):
                yield f"{route.id} runs through {box.id}"


def smeared(picture: Picture) -> Iterator[str]:
    """Routes that run through the words on another line or at a gate."""
    for route in picture.routes:
        points = sampled(route)
        for area in (*picture.labels, *(gate.label for gate in picture.gates)):
            if area.id != route.id and any(inside(area, x, y) for x, y in points):
                yield f"{route.id} runs through the words of {area.id}"


def loose_ends(picture: Picture) -> Iterator[str]:
    """Routes that do not start and end at a side of their boxes."""
    for route in picture.routes:
        for key, (x, y) in ((route.source, route.curve[0]), (route.target, route.curve[-1])):
            box = picture.box_by_id[key]
            at_side = min(abs(x - box.x), abs(x - box.right)) < _TOUCH
            if not at_side or not box.y - _TOUCH <= y <= box.bottom + _TOUCH:
                yield f"{route.id} does not end at a side of {key}"


def unwieldy(picture: Picture) -> Iterator[str]:
    """Curves that are no chain of cubic pieces."""
    for route in picture.routes:
        if len(route.curve) < 4 or len(route.curve) % 3 != 1:
            yield f"{route.id} has {len(route.curve)} points"


def overlap(one: Box | Area, other: Box | Area) -> bool:
    """Whether two rectangles share more than an edge."""
    beside = one.x + one.width <= other.x + _TOUCH or other.x + other.width <= one.x + _TOUCH
    above = one.y + one.height <= other.y + _TOUCH or other.y + other.height <= one.y + _TOUCH
    return not beside and not above


def inside(box: Box | Area, x: float, y: float) -> bool:
    """Whether a point lies well inside a rectangle."""
    return box.x + _TOUCH < x < box.x + box.width - _TOUCH and box.y + _TOUCH < y < box.y + box.height - _TOUCH


def sampled(route: Route) -> Sequence[Point]:
    """A point every few pixels of a route."""
    points: list[Point] = []
    for (ax, ay), (bx, by) in pairwise(route.polyline(24)):
        count = max(1, int(max(abs(bx - ax), abs(by - ay)) / _STEP))
        points += [(ax + (bx - ax) * k / count, ay + (by - ay) * k / count) for k in range(count + 1)]
    return points


def _areas(picture: Picture) -> list[Box | Area]:
    return [*picture.boxes, *picture.labels, *(gate.label for gate in picture.gates)]
