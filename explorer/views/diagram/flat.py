"""A large scene as arrays: where its boxes and lines are, how the lines are drawn, what a lens leaves of them.

In go a scene and questions about rectangles and points, out come numbers of boxes and lines. Imports numpy, so only
large scenes load it. Must not know pixels or painters.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from explorer.graph.model import Edge, Node
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene
from explorer.views.diagram.paint.box import tint_of
from explorer.views.diagram.paint.line import dashes, tint_of_line, width_of
from explorer.views.diagram.segments import Flags, Floats, Ints, Pieces, Segments, flattened, nearest

#: How far beyond what is seen lines are cut for pointing, as a part of its size.
_AROUND = 0.2


def sides(rect: QRectF) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


@dataclass(frozen=True, slots=True)
class Stroke:
    """How lines are drawn: token of the colour, width and style."""

    colour: str
    width: float
    line: str


@dataclass(frozen=True, eq=False)
class Shown:
    """What a lens leaves: which boxes and lines, and the stroke of every line.

    `broken` are the pieces of dashed lines, `run` is how far along its line each of these begins.
    """

    hidden: frozenset[str]
    boxes: Flags
    lines: Flags
    stroke: Ints
    strokes: tuple[Stroke, ...]
    broken: Ints
    run: NDArray[np.float32]

    def run_of(self, which: Ints) -> Floats:
        """How far along their lines pieces begin; nought where nobody asks, on lines without dashes."""
        made: Floats = np.zeros(len(which))
        if len(self.broken):
            at = np.minimum(np.searchsorted(self.broken, which), len(self.broken) - 1)
            mine = self.broken[at] == which
            made[mine] = self.run[at[mine]]
        return made


@dataclass(frozen=True, eq=False)
class _Cut:
    """The lines of a part of the sheet, cut beforehand."""

    within: QRectF
    scale: float
    shown: Shown
    segments: Segments


class Places:
    """Where the boxes and lines of a picture are."""

    def __init__(self, picture: Picture) -> None:
        corners = [(box.x, box.y, box.right, box.bottom) for box in picture.boxes]
        self.bounds: NDArray[np.float32] = np.array(corners, np.float32).reshape(-1, 4)
        strokes = picture.strokes
        self.pieces = Pieces.of(strokes)
        #: Where each line ends, and from which side it comes there.
        self.tips: Floats = strokes.points[strokes.starts[1:] - 1]
        self.ways: Floats = np.where(self.tips[:, 0] >= strokes.points[np.maximum(strokes.starts[1:] - 2, 0), 0], 1, -1)


class Flat:
    """The arrays of a scene. Numbers of boxes and lines are their places in the picture."""

    def __init__(self, scene: Scene, before: "Flat | None" = None) -> None:
        picture = self.picture = scene.picture
        self.boxes, self.nodes = picture.boxes, [scene.graph.node_by_id[box.id] for box in picture.boxes]
        self.edges = [scene.graph.edge_by_id[key] for key in picture.route_by_id]
        self.number_of: Mapping[str, int] = {edge.id: i for i, edge in enumerate(self.edges)}
        self.counted: Flags = np.array([len(e.elements) > 1 or bool(e.label) or e.denied for e in self.edges], np.bool_)
        tints = [tint_of(node) for node in self.nodes]
        #: The colours of marks, and the number of the one of each box.
        self.tokens = tuple(dict.fromkeys(tints))
        self.tint = np.array([self.tokens.index(token) for token in tints], np.int16)
        # A lens that filters changes no place.
        self.places: Places = before.places if before and before.picture is picture else Places(picture)
        self._shown: Shown | None = None
        self._cut: _Cut | None = None

    def shown(self, hidden: frozenset[str]) -> Shown:
        """What is left when some ids are hidden."""
        if self._shown is None or self._shown.hidden != hidden:
            self._shown = self._without(hidden)
        return self._shown

    def boxes_in(self, within: QRectF, wanted: Flags | None = None) -> Ints:
        """The boxes that touch a rectangle of the sheet."""
        left, top, right, bottom = sides(within)
        b = self.places.bounds
        found = (b[:, 0] <= right) & (b[:, 2] >= left) & (b[:, 1] <= bottom) & (b[:, 3] >= top)
        made: Ints = np.flatnonzero(found if wanted is None else found & wanted)
        return made

    def tips_in(self, within: QRectF, wanted: Flags) -> Ints:
        """The lines that end inside a rectangle of the sheet."""
        left, top, right, bottom = sides(within)
        x, y = self.places.tips[:, 0], self.places.tips[:, 1]
        made: Ints = np.flatnonzero((x >= left) & (x <= right) & (y >= top) & (y <= bottom) & wanted)
        return made

    def box_at(self, x: float, y: float) -> list[Node]:
        """The boxes that contain a point, from the lowest to the topmost."""
        found = self.boxes_in(QRectF(x, y, 0, 0))
        return [self.nodes[i] for i in found if self.boxes[i].contains(x, y)]

    def foresee(self, within: QRectF, hidden: frozenset[str], scale: float, *, lines: bool) -> None:
        """Cut the lines of a part of the sheet beforehand, so that pointing at them costs little."""
        shown = self.shown(hidden)
        known = self._cut
        if known and known.shown is shown and known.scale == scale and known.within.contains(within):
            return
        # A pan of some way needs no other cut.
        wide, high = within.width() * _AROUND, within.height() * _AROUND
        within = within.adjusted(-wide, -high, wide, high)
        which = self.places.pieces.touching(*sides(within), shown.lines)
        segments = flattened(self.places.pieces, which if lines else which[:0], scale)
        self._cut = _Cut(within, scale, shown, segments)

    def line_at(self, x: float, y: float, reach: float, hidden: frozenset[str]) -> tuple[Edge, float] | None:
        """The line nearest to a point within reach, and how far it is."""
        shown = self.shown(hidden)
        if self._cut and self._cut.shown is shown and self._cut.within.contains(x, y):
            cut = self._cut.segments
        else:
            which = self.places.pieces.touching(x - reach, y - reach, x + reach, y + reach, shown.lines)
            cut = flattened(self.places.pieces, which, 7.0 / max(reach, 0.01))
        found = nearest(cut, x, y, reach)
        return (self.edges[found[0]], found[1]) if found else None

    def flags(self, keys: Iterable[str], number_of: Mapping[str, int], total: int) -> Flags:
        """True for the numbers of some ids."""
        made: Flags = np.zeros(total, np.bool_)
        made[[number_of[key] for key in keys if key in number_of]] = True
        return made

    def _without(self, hidden: frozenset[str]) -> Shown:
        strokes: dict[Stroke, int] = {}
        stroke, lines = np.zeros(len(self.edges), np.int64), np.ones(len(self.edges), np.bool_)
        for i, edge in enumerate(self.edges):
            count = sum(key not in hidden for key in edge.elements) if hidden else len(edge.elements)
            lines[i] = count > 0
            stroke[i] = strokes.setdefault(Stroke(tint_of_line(edge), width_of(edge, count), edge.line), len(strokes))
        boxes = np.array([box.id not in hidden for box in self.boxes], np.bool_)
        broken = np.array([dashes(one.line) is not None for one in strokes] or [False], np.bool_)
        dashed = np.flatnonzero(broken[stroke[self.places.pieces.line]]) if len(stroke) else np.empty(0, np.int64)
        return Shown(hidden, boxes, lines, stroke, tuple(strokes), dashed, self._run(dashed))

    def _run(self, which: Ints) -> NDArray[np.float32]:
        """How far along its line each piece begins."""
        if not len(which):
            return np.empty(0, np.float32)
        length = self.places.pieces.lengths(which)
        line, before = self.places.pieces.line[which], np.cumsum(length) - length
        opens = np.flatnonzero(np.r_[True, line[1:] != line[:-1]])
        made: NDArray[np.float32] = (before - np.repeat(before[opens], np.diff(np.r_[opens, len(line)]))).astype(
            np.float32
        )
        return made
