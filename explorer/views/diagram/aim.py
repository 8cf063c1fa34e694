"""Aiming in a large scene: what lies under a point, found without looking at everything.

In go a scene as arrays, a look and a point of the sheet, out comes what was hit. Imports numpy, so only large scenes
load it. Must not know the screen.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.layout.model import Area
from explorer.views.diagram.excerpt import Index
from explorer.views.diagram.flat import Flat
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.count import HALF
from explorer.views.diagram.paint.frame import bar
from explorer.views.diagram.pick import Hit, strand_at

_MARK = 9.0
_FENCE = 4.0


class Rects:
    """Rectangles with ids, to be asked which contain a point."""

    def __init__(self, rows: Iterable[tuple[str, float, float, float, float]]) -> None:
        listed = list(rows)
        self._ids: Sequence[str] = [row[0] for row in listed]
        self._sides: NDArray[np.float64] = np.array([row[1:] for row in listed], np.float64).reshape(-1, 4)

    def at(self, x: float, y: float) -> list[str]:
        """The ids of those that contain a point, in their order."""
        s = self._sides
        inside = np.flatnonzero((s[:, 0] <= x) & (s[:, 2] >= x) & (s[:, 1] <= y) & (s[:, 3] >= y))
        return [self._ids[i] for i in inside.tolist()]


class Aim:
    """What can be hit in a large scene."""

    def __init__(self, index: Index, flat: Flat) -> None:
        self._index, self._flat = index, flat
        picture = index.scene.picture
        places = [(key, place) for key, (_, _, place) in index.gates.by_id.items()]
        self._words = Rects(_row(key, place.label) for key, place in places)
        self._fences = Rects((k, p.x - _FENCE, p.top, p.x + _FENCE, p.bottom) for k, p in places if p.ticks)
        self._labels = Rects(_row(area.id, area) for area in picture.labels)
        marks = [(key, picture.route_by_id[key].mark) for key, room in index.fit.rooms.items() if room >= HALF]
        self._marks = Rects((k, m[0] - _MARK, m[1] - _MARK, m[0] + _MARK, m[1] + _MARK) for k, m in marks if m)
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
        nearest = self._flat.line_at(x, y, reach, look.hidden)
        if nearest is None or nearest[0].id in look.opened:  # of an opened bundle only its strands are there
            return None
        return Hit("edge", nearest[0].id, tuple(one for one in nearest[0].elements if one not in look.hidden))


def _row(key: str, area: Area) -> tuple[str, float, float, float, float]:
    return key, area.x, area.y, area.x + area.width, area.y + area.height
