"""The layout on arrays: `drawn(sketch, options) -> Picture`, the steps as a table of contents.

In goes a sketch that is large, grouped, or to stay close to a picture before; out comes a picture, the same on every
machine. Must not know cases, fonts or colours.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from explorer.layout.model import Area, Box, Sketch
from explorer.layout.picture import Options, Picture
from explorer.layout.strokes import Routes
from explorer.layout.wide import keep
from explorer.layout.wide.broken import broken
from explorer.layout.wide.column import Column, Parts, columns
from explorer.layout.wide.frame import Frames
from explorer.layout.wide.lead import led
from explorer.layout.wide.level import ranks
from explorer.layout.wide.order import ordered
from explorer.layout.wide.plan import Floats, Ints, Plan, planned
from explorer.layout.wide.settle import Heights, settled
from explorer.layout.wide.sheet import framed, marks
from explorer.layout.wide.smooth import smoothed, straightened
from explorer.layout.wide.weft import Weft, woven


def drawn(sketch: Sketch, options: Options, part: int = 0) -> Picture:
    """Place every block, route every wire, stand every gate; `part` is the number of the part in the picture before."""
    plan = planned(sketch)
    top = options.heading + options.margin
    previous = options.previous
    kept = keep.kept_ranks(plan, previous, part) if previous is not None else None
    anchor = None
    if kept is not None and previous is not None:
        bundled = previous.bundled
        weft = woven(plan, kept.rank, options, bundled=bundled)
        anchor = keep.old_heights(plan, weft, previous, kept, part, top)
        place = ordered(weft, options, keep.placed_between(plan, weft, anchor, previous, top), np.isnan(anchor))
    else:
        rank, bundled = _fresh(plan, options)
        weft = woven(plan, rank, options, bundled=bundled)
        place = ordered(weft, options)
    frames = Frames(plan, weft, place)
    heights = settled(plan, weft, place, options, frames.pads, anchor)
    if anchor is None:
        smoothed(weft, heights)
    straightened(plan, weft, heights, options)
    parts = Parts(plan, weft)
    found = columns(weft, parts, heights, options, kept.columns if kept is not None else (None,) * weft.ranks)
    heights.y += top
    x = _left_sides(plan, weft, parts, found)
    if kept is not None and previous is not None:
        x = keep.old_sides(plan, previous, kept, found, x, part)
    strokes = led(plan, weft, heights, found, (x, x + np.array([block.width for block in plan.blocks])))
    boxes = {box.id: box for box in _boxes(plan, weft, heights, x)}
    routes = Routes(
        [wire.id for wire in plan.wires], [wire.source for wire in plan.wires], [wire.target for wire in plan.wires],
        strokes, marks(plan, strokes),
    )  # fmt: skip
    labels = list(_labels(plan, weft, heights, found))
    picture = framed(sketch, options, boxes, routes, labels, frames.areas(boxes, sketch), found)
    return replace(picture, bundled=bundled)


def _fresh(plan: Plan, options: Options) -> tuple[Ints, bool]:
    """Fresh ranks, and whether crowded ones were broken; with labels every second rank is left to the labels."""
    whole = ranks(plan)
    found = broken(plan, whole, options) if plan.crowded else whole
    return found * (2 if plan.labelled else 1), found is not whole


def _left_sides(plan: Plan, weft: Weft, parts: Parts, found: list[Column]) -> Floats:
    """Boxes of one rank share their left side if they have the same width; narrower ones stand in the middle."""
    rank = weft.rank[weft.item_of]
    width = np.array([block.width for block in plan.blocks])
    starts = np.array([column[0] for column in found])
    return np.asarray(starts[rank] + parts.left[rank] + (parts.middle[rank] - width) / 2)


def _boxes(plan: Plan, weft: Weft, heights: Heights, x: Floats) -> Iterator[Box]:
    y, rank = heights.y[weft.item_of].tolist(), weft.rank[weft.item_of].tolist()
    for block, left, middle, at in zip(plan.blocks, x.tolist(), y, rank, strict=True):
        # Rounded, so that a box that stays does not drift by the last bits of a sum.
        yield Box(
            block.id, round(left, 3), round(middle - block.height / 2, 3), block.width, block.height, block.lane, at
        )


def _labels(plan: Plan, weft: Weft, heights: Heights, found: list[Column]) -> Iterator[Area]:
    rank = weft.rank
    for item in np.flatnonzero(weft.label).tolist():
        wire = plan.wires[int(weft.wire[item])]
        left, right = found[int(rank[item])]
        x = left + (right - left - wire.label_width) / 2
        y = float(heights.y[item]) - wire.label_height / 2
        yield Area(wire.id, x, y, wire.label_width, wire.label_height)
