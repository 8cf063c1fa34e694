"""A large scene as arrays: where its boxes and lines are, how the lines are drawn, what a lens leaves of them.

In go a scene and questions about rectangles and points, out come numbers of boxes and lines. Imports numpy, so only
large scenes load it. Must not know pixels or painters.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from explorer.graph.model import Edge, Node
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene
from explorer.views.diagram.grid import Grid
from explorer.views.diagram.paint.box import tint_of
from explorer.views.diagram.paint.line import dashes, tint_of_line, width_of
from explorer.views.diagram.pieces import Flags, Floats, Ints, Pieces
from explorer.views.diagram.segments import flattened, nearest
from explorer.views.diagram.tracks import Tracks

#: The tracks of so many parts of a scene are kept: what is lit, picked, painted one by one.
_PARTS = 6


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
    """What a lens leaves: which boxes and lines, the stroke of each, which strokes have dashes, and the tracks."""

    hidden: frozenset[str]
    boxes: Flags
    lines: Flags
    stroke: Ints
    strokes: tuple[Stroke, ...]
    broken: Flags
    tracks: Tracks

    @cached_property
    def colours(self) -> tuple[str, ...]:
        """The tokens of the colours of lines, each once."""
        return tuple(dict.fromkeys(stroke.colour for stroke in self.strokes))

    @cached_property
    def by_colour(self) -> Tracks:
        """The tracks, one for all strokes of a colour, for who cannot tell strokes apart from afar."""
        return self.coloured(self.tracks)

    def coloured(self, tracks: Tracks) -> Tracks:
        """Some tracks of these strokes, one for all of a colour; the number of a stroke is that of its colour."""
        return tracks.merged(np.array([self.colours.index(stroke.colour) for stroke in self.strokes], np.int64))


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
        self.boxes = Grid(self.bounds)


class Flat:
    """The arrays of a scene. Numbers of boxes and lines are their places in the picture."""

    def __init__(self, scene: Scene, before: "Flat | None" = None) -> None:
        picture = self.picture = scene.picture
        self.boxes, self.nodes = picture.boxes, [scene.graph.node_by_id[box.id] for box in picture.boxes]
        self.edges = [scene.graph.edge_by_id[key] for key in picture.route_by_id]
        self.number_of: Mapping[str, int] = {edge.id: i for i, edge in enumerate(self.edges)}
        tints = [tint_of(node) for node in self.nodes]
        #: The colours of marks, and the number of the one of each box.
        self.tokens = tuple(dict.fromkeys(tints))
        self.tint = np.array([self.tokens.index(token) for token in tints], np.int16)
        # A lens that filters changes no place.
        self.places: Places = before.places if before and before.picture is picture else Places(picture)
        self._shown: Shown | None = None
        self._parts: dict[frozenset[str], Tracks] = {}

    def shown(self, hidden: frozenset[str]) -> Shown:
        """What is left when some ids are hidden."""
        if self._shown is None or self._shown.hidden != hidden:
            self._shown = self._without(hidden)
            self._parts.clear()
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
        return [self.nodes[i] for i in self.places.boxes.at(x, y) if self.boxes[i].contains(x, y)]

    def tracks_of(self, hidden: frozenset[str], lines: frozenset[str]) -> Tracks:
        """The tracks of some lines, of those that are shown."""
        shown = self.shown(hidden)
        if lines not in self._parts:
            if len(self._parts) >= _PARTS:
                self._parts.clear()
            numbers = sorted(self.number_of[key] for key in lines if key in self.number_of)
            some: Ints = np.array([i for i in numbers if shown.lines[i]], np.int64)
            self._parts[lines] = Tracks.of(self.places.pieces, some, shown.stroke, shown.broken)
        return self._parts[lines]

    def line_at(self, x: float, y: float, reach: float, hidden: frozenset[str]) -> tuple[Edge, float] | None:
        """The line nearest to a point within reach, and how far it is."""
        tracks = self.shown(hidden).tracks
        which = tracks.touching(x - reach, y - reach, x + reach, y + reach)
        cut = flattened(tracks.pieces, tracks.piece[which], 7.0 / max(reach, 0.01))
        found = nearest(cut, x, y, reach)
        return (self.edges[int(tracks.line[which[found[0]]])], found[1]) if found else None

    def flags(self, keys: Iterable[str], number_of: Mapping[str, int], total: int) -> Flags:
        """True for the numbers of some ids."""
        made: Flags = np.zeros(total, np.bool_)
        made[[number_of[key] for key in keys if key in number_of]] = True
        return made

    def _without(self, hidden: frozenset[str]) -> Shown:
        counts = [sum(key not in hidden for key in e.elements) if hidden else len(e.elements) for e in self.edges]
        lines: Flags = np.array(counts, np.int64) > 0
        made = [
            Stroke(tint_of_line(edge), width_of(edge, count), edge.line)
            for edge, count in zip(self.edges, counts, strict=True)
        ]
        # What is thin is painted over what is wide, or it would not be seen.
        strokes = sorted(dict.fromkeys(made), key=_by_width)
        number_of = {one: i for i, one in enumerate(strokes)}
        stroke: Ints = np.array([number_of[one] for one in made], np.int64)
        boxes = np.array([box.id not in hidden for box in self.boxes], np.bool_)
        broken = np.array([dashes(one.line) is not None for one in strokes], np.bool_)
        tracks = Tracks.of(self.places.pieces, np.flatnonzero(lines), stroke, broken)
        return Shown(hidden, boxes, lines, stroke, tuple(strokes), broken, tracks)


def _by_width(stroke: Stroke) -> float:
    return -stroke.width
