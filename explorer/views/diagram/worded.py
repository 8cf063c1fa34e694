"""Which lines have a count, words or a cross, and where on the sheet these are.

In go a scene as arrays and a rectangle, out come ids of lines. Imports numpy, so only large scenes load it. Must not
know how they are painted.
"""

import numpy as np
from PySide6.QtCore import QRectF

from explorer.layout.lazy import marks
from explorer.layout.scene import Scene
from explorer.views.diagram.flat import Flat, sides
from explorer.views.diagram.pieces import Flags, Ints


class Worded:
    """The lines of a scene on which something stands."""

    def __init__(self, scene: Scene, flat: Flat) -> None:
        rows = [
            (flat.number_of[area.id], area.x, area.y, area.x + area.width, area.y + area.height)
            for area in scene.picture.labels
        ]
        seats = marks(scene.picture.routes)
        pieces = flat.places.pieces
        for i, edge in enumerate(flat.edges):
            if len(edge.elements) > 1 and edge.id in seats:
                x, y = seats[edge.id]
                rows.append((i, x, y, x, y))
            if edge.denied:  # the cross is somewhere on it
                reach = pieces.bounds[pieces.of_line[pieces.begins[i] : pieces.begins[i + 1]]]
                rows.append((i, *reach[:, :2].min(axis=0).tolist(), *reach[:, 2:].max(axis=0).tolist()))
        self._edges = flat.edges
        self._numbers: Ints = np.array([row[0] for row in rows], np.int64)
        self._sides = np.array([row[1:] for row in rows], np.float64).reshape(-1, 4)

    def within(self, rect: QRectF, wanted: Flags) -> list[str]:
        """The wanted lines on which something stands inside a rectangle."""
        left, top, right, bottom = sides(rect)
        s = self._sides
        near = (s[:, 0] <= right) & (s[:, 2] >= left) & (s[:, 1] <= bottom) & (s[:, 3] >= top)
        found = np.unique(self._numbers[near & wanted[self._numbers]])
        return [self._edges[i].id for i in found]
