"""Reaching into a scene: what lies under a point, where a thing can be hit, what a change of it touches.

In go a scene and points of the sheet, out come hits and places; a large scene is asked through its arrays. Must not
know pixels.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from explorer.layout.model import Point
from explorer.layout.scene import Scene
from explorer.views.diagram.excerpt import Index
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.line import STRAND
from explorer.views.diagram.paint.sheet import bounds
from explorer.views.diagram.pick import Hit, anchor, hit

if TYPE_CHECKING:
    # Imports numpy, for which the first paint of a small case is not to wait.
    from explorer.views.diagram.crowd import Crowd


class Reach:
    """What can be pointed at in a scene."""

    def __init__(self, scene: Scene, index: Index, crowd: "Crowd | None") -> None:
        self._scene, self._index, self._crowd = scene, index, crowd

    def hit(self, look: Look, x: float, y: float, reach: float) -> Hit | None:
        """The topmost thing within `reach` of a point of the sheet."""
        if self._crowd is not None:
            return self._crowd.aim.hit(look, x, y, reach)
        return hit(self._scene, look, x, y, reach, partial(self._index.lines_near, x, y, reach))

    def anchor(self, element: str) -> Point | None:
        """A point of the sheet where an element can be hit, or None if it is not drawn."""
        return anchor(self._scene, element, partial(self.hit, Look()))

    def foresee(self, look: Look, within: QRectF, scale: float) -> Iterator[None]:
        """Prepare for pointing at what is seen now, a little at a time."""
        if self._crowd is not None:
            yield from self._crowd.foresee(look, within, scale)

    def bounds_of(self, edge: str) -> QRectF:
        """What of the sheet looks different when a bundle is opened."""
        route = self._scene.picture.route_by_id.get(edge)
        if route is None:
            return QRectF()
        half = STRAND * len(self._scene.graph.edge_by_id[edge].elements) / 2
        return bounds(route).adjusted(0, -half, 0, half)
