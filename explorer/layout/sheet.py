"""The sheet: pictures of parts put side by side, to the shape of the window.

In go pictures, out comes one. Parts that were there before stay where they stood, unless they have grown into each
other; new ones are packed below them. Must not know how a part was laid out.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from explorer.layout.extent import tight
from explorer.layout.lazy import put_together, shifted
from explorer.layout.model import Area, GatePlace, Point
from explorer.layout.picture import Options, Picture

#: What is left free between two parts.
APART = 36.0

_Frame = tuple[float, float, float, float]
Step = tuple[float, float, float]


def packed(pictures: Sequence[Picture], stays: Sequence[bool], options: Options) -> Picture:
    """One picture of many; those that `stay` are where they were."""
    pictures = [tight(picture) for picture in pictures]
    places: dict[int, Point] = {}
    taken: list[_Frame] = []
    near: list[_Frame] = []
    for i in sorted((i for i, kept in enumerate(stays) if kept), key=lambda i: (pictures[i].y, pictures[i].x, i)):
        # What ends above this part ends above all that come after it too: of thousands only a row is looked at.
        near = [frame for frame in near if frame[3] > pictures[i].y]
        places[i] = (0.0, _free_below(pictures[i], near))
        taken.append(_frame(pictures[i], places[i]))
        near.append(taken[-1])
    top = max([frame[3] + APART for frame in taken], default=options.margin)
    left = min([frame[0] for frame in taken], default=options.margin)
    fresh = [i for i, kept in enumerate(stays) if not kept]
    width = max([frame[2] - left for frame in taken] or [_width(pictures, options.aspect)])
    for i, (x, y) in zip(fresh, _places([pictures[i] for i in fresh], width), strict=True):
        places[i] = left + x - pictures[i].x, top + y - pictures[i].y
    return _one([_moved(picture, places[i], i) for i, picture in enumerate(pictures)], options)


def _frame(picture: Picture, by: Point) -> _Frame:
    x, y = picture.x + by[0], picture.y + by[1]
    return x, y, x + picture.width, y + picture.height


def _free_below(picture: Picture, taken: Sequence[_Frame]) -> float:
    """How far down a part must go so that it lies on no part above it."""
    by = 0.0
    for left, top, right, bottom in sorted(taken, key=lambda frame: frame[1]):
        x, y, end, low = _frame(picture, (0.0, by))
        if x < right and end > left and y < bottom and low > top:
            by += bottom - y
    return by


def _width(pictures: Sequence[Picture], aspect: float) -> float:
    """How wide the sheet may be so that all of it has the shape of the window."""
    area = sum((picture.width + APART) * (picture.height + APART) for picture in pictures)
    return max([sqrt(area * aspect) * 1.08, *(picture.width for picture in pictures)])


def _places(pictures: Sequence[Picture], width: float) -> list[Point]:
    """Places from the highest part to the lowest, each as high up, then as far left, as there is room.

    The lower edge of what stands already is kept as steps from left to right: x, y, and how far the step goes.
    """
    places: dict[int, Point] = {}
    steps: list[Step] = [(0.0, 0.0, max([width, *(picture.width for picture in pictures)]))]
    for i in sorted(range(len(pictures)), key=lambda i: (-pictures[i].height, -pictures[i].width, i)):
        wide, high = pictures[i].width + APART, pictures[i].height + APART
        room = steps[-1][2] + 0.01 - (wide - APART)
        y, x = min((_lowest(steps, nth, wide - APART), step[0]) for nth, step in enumerate(steps) if step[0] <= room)
        places[i] = x, y
        steps = _with(steps, x, x + wide, y + high)
    return [places[i] for i in range(len(pictures))]


def _lowest(steps: Sequence[Step], first: int, wide: float) -> float:
    """How far down a part must stand so that it lies below all steps that it reaches over from the first on."""
    x, lowest, _ = steps[first]
    # Thousands of parts have hundreds of steps, of which each reaches over a few.
    for nth in range(first + 1, len(steps)):
        begin, y, _ = steps[nth]
        if begin >= x + wide:
            break
        lowest = max(lowest, y)
    return lowest


def _with(steps: Sequence[Step], x: float, end: float, y: float) -> list[Step]:
    """The steps with a new one over what they were from x to its end."""
    made: list[Step] = []
    last = steps[-1][2]
    for begin, height, stop in steps:
        made += [(begin, height, min(stop, x))] if begin < x else []
        made += [(max(begin, end), height, stop)] if stop > end else []
    return sorted([*made, (x, y, min(end, last))])


def _moved(picture: Picture, by: Point, part: int) -> Picture:
    dx, dy = by
    return replace(
        picture,
        boxes=tuple(
            replace(box, x=round(box.x + dx, 3), y=round(box.y + dy, 3), part=part) for box in picture.boxes
        ),
        routes=shifted(picture.routes, by) if dx or dy else picture.routes,
        labels=tuple(_area(area, by) for area in picture.labels),
        frames=tuple(_area(area, by) for area in picture.frames),
        gates=tuple(_gate(gate, by) for gate in picture.gates),
        columns=tuple(tuple((x + dx, end + dx) for x, end in columns) for columns in picture.columns),
        x=picture.x + dx, y=picture.y + dy,
    )  # fmt: skip


def _area(area: Area, by: Point) -> Area:
    return replace(area, x=area.x + by[0], y=area.y + by[1])


def _gate(gate: GatePlace, by: Point) -> GatePlace:
    dx, dy = by
    ticks = tuple(y + dy for y in gate.ticks)
    return GatePlace(gate.id, gate.x + dx, gate.top + dy, gate.bottom + dy, ticks, _area(gate.label, by))


def _one(pictures: Sequence[Picture], options: Options) -> Picture:
    margin = options.margin
    left = min(0.0, *(picture.x - margin for picture in pictures))
    top = min(0.0, *(picture.y - margin for picture in pictures))
    right = max(picture.x + picture.width for picture in pictures) + margin
    bottom = max(picture.y + picture.height for picture in pictures) + margin
    return Picture(
        boxes=tuple(box for picture in pictures for box in picture.boxes),
        routes=put_together([picture.routes for picture in pictures]),
        labels=tuple(area for picture in pictures for area in picture.labels),
        gates=tuple(gate for picture in pictures for gate in picture.gates),
        frames=tuple(area for picture in pictures for area in picture.frames),
        columns=tuple(picture.columns[0] if picture.columns else () for picture in pictures),
        width=right - left, height=bottom - top, x=left, y=top,
    )  # fmt: skip
