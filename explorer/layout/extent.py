"""The extent: how far a sheet reaches.

In go placed things, out come its corner and its size. Must not know how they were placed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from explorer.layout.lazy import reach_of
from explorer.layout.model import Area, Box, Point, Route
from explorer.layout.picture import Picture


def extent(
    things: Iterable[Box | Area], routes: Sequence[Route], columns: Iterable[Point], margin: float
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom with a margin around everything; the corner is never right of or below zero."""
    left, top, right, bottom = reach_of(routes)
    for thing in things:
        left, top = min(left, thing.x), min(top, thing.y)
        right, bottom = max(right, thing.x + thing.width), max(bottom, thing.y + thing.height)
    right = max(chain([right], (end for _, end in columns)))
    return min(0.0, left - margin), min(0.0, top - margin), right + margin, bottom + margin


def tight(picture: Picture) -> Picture:
    """The picture with its sheet cut to what stands on it."""
    left, top, right, bottom = reach_of(picture.routes)
    for thing in placed(picture):
        left, top = min(left, thing.x), min(top, thing.y)
        right, bottom = max(right, thing.x + thing.width), max(bottom, thing.y + thing.height)
    return replace(picture, x=left, y=top, width=right - left, height=bottom - top)


def placed(picture: Picture) -> Iterable[Box | Area]:
    """Everything of a picture that has a place and a size, but for its lanes."""
    return chain(picture.boxes, picture.labels, picture.frames, (gate.label for gate in picture.gates))
