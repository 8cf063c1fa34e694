"""The survey: the faults of a large picture, found on arrays; what `judge` says, in a fraction of its time.

In goes a picture, out come faults as lines of text; an empty list is a good picture. Knows only geometry.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.layout.model import Area, Box
from explorer.layout.picture import Picture
from explorer.layout.strokes import flattened
from tests.layout.judge import inside, loose_ends, overlap, shapes, unwieldy

_TOUCH = 0.5
_PIECES = 16

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def faults(picture: Picture) -> list[str]:
    """Everything that is wrong with a picture in which nobody moved a box."""
    return [
        *shapes(picture), *loose_ends(picture), *unwieldy(picture), *_overlaps(picture), *_met(picture),
        *frame_faults(picture),
    ]  # fmt: skip


def frame_faults(picture: Picture) -> Iterator[str]:
    """Frames that lie on each other, boxes that are partly in a frame, and words in one."""
    for one, other in _overlapping(picture.frames, picture.frames):
        if one is not other:
            yield f"the frame of {one.id} lies on that of {other.id}"
    for frame, thing in _overlapping(picture.frames, (*picture.boxes, *picture.labels)):
        held = (
            frame.x <= thing.x
            and thing.x + thing.width <= frame.x + frame.width
            and frame.y <= thing.y
            and thing.y + thing.height <= frame.y + frame.height
        )
        if not held or isinstance(thing, Area):
            yield f"{thing.id} is no member of the frame {frame.id} that it lies on"


def _overlaps(picture: Picture) -> Iterator[str]:
    things = _things(picture)
    for one, other in _overlapping(things, things):
        if one is not other:
            yield f"{one.id} lies on {other.id}"


def _things(picture: Picture) -> list[Box | Area]:
    return [*picture.boxes, *picture.labels, *(gate.label for gate in picture.gates)]


def _overlapping(some: Sequence[Box | Area], others: Sequence[Box | Area]) -> Iterator[tuple[Box | Area, Box | Area]]:
    """Pairs that share more than an edge; who may meet is found by their left sides."""
    ordered = sorted(others, key=lambda thing: thing.x)
    lefts = np.array([thing.x for thing in ordered])
    widest = max((thing.width for thing in others), default=0.0)
    for one in some:
        first = int(np.searchsorted(lefts, one.x - widest))
        last = int(np.searchsorted(lefts, one.x + one.width))
        yield from ((one, other) for other in ordered[first:last] if overlap(one, other))


def _met(picture: Picture) -> Iterator[str]:
    """Lines through boxes or through the words of others."""
    if not picture.routes:
        return
    points, starts = flattened(picture.strokes, _PIECES)
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    piece = np.flatnonzero(owner[1:] == owner[:-1])
    ids = [route.id for route in picture.routes]
    a, b, owner = points[piece], points[piece + 1], owner[piece]
    for thing in _things(picture):
        for line in np.unique(owner[_through(a, b, thing)]).tolist():
            if not (isinstance(thing, Area) and ids[line] == thing.id):
                yield f"{ids[line]} runs through {thing.id}"


def _through(a: Floats, b: Floats, thing: Box | Area) -> Ints:
    """Straight pieces that share more than a point with what lies well inside a rectangle."""
    low = np.array([thing.x + _TOUCH, thing.y + _TOUCH])
    high = np.array([thing.x + thing.width - _TOUCH, thing.y + thing.height - _TOUCH])
    near = np.flatnonzero(((np.minimum(a, b) < high) & (np.maximum(a, b) > low)).all(axis=1))
    return np.array([i for i in near.tolist() if _cuts(a[i].tolist(), b[i].tolist(), thing)], np.int64)


def _cuts(a: Sequence[float], b: Sequence[float], thing: Box | Area) -> bool:
    count = max(2, int(max(abs(b[0] - a[0]), abs(b[1] - a[1]))))
    shares = [k / count for k in range(count + 1)]
    return any(inside(thing, a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in shares)
