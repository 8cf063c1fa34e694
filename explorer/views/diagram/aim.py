"""Aiming in a large scene: what lies under a point, found without looking at everything.

In go a scene as arrays, a look and a point of the sheet, out comes what was hit. Imports numpy, so only large scenes
load it. Must not know the screen.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from explorer.graph.model import Edge
from explorer.layout.model import Area
from explorer.views.diagram.ahead import Ahead, Sides
from explorer.views.diagram.excerpt import Index
from explorer.views.diagram.flat import Flat
from explorer.views.diagram.grid import Grid
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.count import HALF
from explorer.views.diagram.paint.frame import bar
from explorer.views.diagram.pick import Hit, strand_at

_MARK = 9.0
_FENCE = 4.0
#: How far beyond what is seen lines are foreseen, as a part of its size.
_AROUND = 0.2


class Rects:
    """Rectangles with ids, to be asked which contain a point."""

    def __init__(self, rows: Iterable[tuple[str, float, float, float, float]]) -> None:
        listed = list(rows)
        self._ids: Sequence[str] = [row[0] for row in listed]
        self._grid = Grid(np.array([row[1:] for row in listed], np.float64))

    def at(self, x: float, y: float) -> list[str]:
        """The ids of those that contain a point, in their order."""
        return [self._ids[i] for i in self._grid.at(x, y)]


class Aim:
    """What can be hit in a large scene."""

    def __init__(self, index: Index, flat: Flat) -> None:
        self._index, self._flat = index, flat
        self._ahead: Ahead | None = None
        picture = index.scene.picture
        places = [(key, place) for key, (_, _, place) in index.gates.by_id.items()]
        self._words = Rects(_row(key, place.label) for key, place in places)
        self._fences = Rects((k, p.x - _FENCE, p.top, p.x + _FENCE, p.bottom) for k, p in places if p.ticks)
        self._labels = Rects(_row(area.id, area) for area in picture.labels)
        shown = [(key, index.fit.seats[key]) for key, room in index.fit.rooms.items() if room >= HALF]
        self._marks = Rects((k, x - _MARK, y - _MARK, x + _MARK, y + _MARK) for k, (x, y) in shown)
        bars = [(frame.id, bar(frame)) for frame in picture.frames]
        self._bars = Rects((key, place.left(), place.top(), place.right(), place.bottom()) for key, place in bars)

    def hit(self, look: Look, x: float, y: float, reach: float) -> Hit | None:
        """The topmost thing within `reach` of a point."""
        return self._box(look, x, y) or self._gate(look, x, y) or self._frame(x, y) or self._line(look, x, y, reach)

    def _box(self, look: Look, x: float, y: float) -> Hit | None:
        found = [node.id for node in self._flat.box_at(x, y) if node.id not in look.hidden]
        key = next((one for one in reversed(found) if one in look.picked), found[-1] if found else None)
        return Hit("node", key, (key,)) if key else None

    def _gate(self, look: Look, x: float, y: float) -> Hit | None:
        for key in (*self._fences.at(x, y), *self._words.at(x, y)):
            measure = self._index.gates.by_id[key][1].measure
            if measure not in look.hidden:
                return Hit("gate", key, (measure,))
        return None

    def _frame(self, x: float, y: float) -> Hit | None:
        found = self._bars.at(x, y)
        return Hit("frame", found[-1], ()) if found else None

    def _line(self, look: Look, x: float, y: float, reach: float) -> Hit | None:
        graph = self._index.scene.graph
        for key in (*self._labels.at(x, y), *(k for k in self._marks.at(x, y) if k not in look.opened)):
            shown = tuple(one for one in graph.edge_by_id[key].elements if one not in look.hidden)
            if shown:
                return Hit("edge", key, shown)
        for key in sorted(look.opened & graph.edge_by_id.keys()):
            route = self._index.scene.picture.route_by_id[key]
            found = strand_at(graph.edge_by_id[key], route, look, x, y)
            if found and found[0] <= reach:
                return found[1]
        nearest = self._nearest(look, x, y, reach)
        if nearest is None or nearest[0].id in look.opened:  # of an opened bundle only its strands are there
            return None
        return Hit("edge", nearest[0].id, tuple(one for one in nearest[0].elements if one not in look.hidden))

    def foresee(self, look: Look, within: Sides, scale: float, *, lines: bool) -> Iterator[None]:
        """Work out beforehand which line is where in a part of the sheet, a little at a time."""
        tracks = self._flat.shown(look.hidden).tracks
        if self._ahead is not None and self._ahead.suits(tracks, scale, within):
            return
        self._ahead = None
        wide, high = (within[2] - within[0]) * _AROUND, (within[3] - within[1]) * _AROUND
        # A pan of some way needs no other.
        ahead = Ahead(tracks, (within[0] - wide, within[1] - high, within[2] + wide, within[3] + high), scale)
        if lines:
            yield from ahead.work()
        self._ahead = ahead

    def _nearest(self, look: Look, x: float, y: float, reach: float) -> tuple[Edge, float] | None:
        ahead, tracks = self._ahead, self._flat.shown(look.hidden).tracks
        if ahead is None or not ahead.suits(tracks, ahead.scale, (x, y, x, y)):
            return self._flat.line_at(x, y, reach, look.hidden)
        found = ahead.near(x, y, reach)
        return (self._flat.edges[int(tracks.line[found[0]])], found[1]) if found else None


def _row(key: str, area: Area) -> tuple[str, float, float, float, float]:
    return key, area.x, area.y, area.x + area.width, area.y + area.height
