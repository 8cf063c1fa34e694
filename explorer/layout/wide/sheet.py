"""The sheet of one part: everything that was placed, with lanes and gates, as a picture.

In go placed parts, out comes the picture. Must not know how they were placed.
"""

from collections.abc import Mapping, Sequence

from explorer.layout import gate
from explorer.layout.extent import extent
from explorer.layout.model import Area, Box, Point, Sketch
from explorer.layout.picture import Options, Picture
from explorer.layout.seat import seat
from explorer.layout.strokes import Routes, Strokes
from explorer.layout.wide.column import Column
from explorer.layout.wide.plan import Plan

#: Control points of the first two pieces of a line: farther on no mark sits.
_BEGIN = 7


def marks(plan: Plan, strokes: Strokes) -> Mapping[int, Point]:
    """Where the marks of wires sit: on their first piece, just before they swing or where they begin to."""
    made: dict[int, Point] = {}
    for place, wire in enumerate(plan.wires):
        if wire.mark and wire.source != wire.target:
            first, after = strokes.starts[place : place + 2].tolist()
            curve = strokes.points[first : min(first + _BEGIN, after)].tolist()
            made[place] = seat([(x, y) for x, y in curve], wire.mark)
    return made


def framed(
    sketch: Sketch, options: Options, boxes: Mapping[str, Box], routes: Routes, labels: Sequence[Area],
    frames: tuple[Area, ...], columns: list[Column],
) -> Picture:  # fmt: skip
    """The picture of placed parts."""
    gates = gate.places(sketch, boxes, routes)
    things: list[Box | Area] = [*boxes.values(), *labels, *frames, *(one.label for one in gates)]
    left, top, right, lowest = extent(things, routes, columns, options.margin)
    lanes = tuple(_lanes(sketch, boxes, columns, (top, lowest), options))
    return Picture(
        boxes=tuple(boxes.values()), routes=routes, lanes=lanes, labels=tuple(labels), gates=gates, frames=frames,
        width=right - left, height=lowest - top, x=left, y=top, columns=(tuple(columns),),
    )  # fmt: skip


def _lanes(
    sketch: Sketch, boxes: Mapping[str, Box], columns: list[Column], reach: Point, options: Options
) -> list[Area]:
    spans: dict[str | None, list[int]] = {}
    for box in boxes.values():
        spans.setdefault(box.lane, []).append(box.rank)
    made = []
    for lane in sketch.lanes:
        if lane in spans:
            x, end = columns[min(spans[lane])][0], columns[max(spans[lane])][1]
            top = reach[0] + options.margin / 2
            made.append(
                Area(lane, x, top, end - x, reach[1] - options.margin / 2 - top, sketch.lane_titles.get(lane, lane))
            )
    return made
