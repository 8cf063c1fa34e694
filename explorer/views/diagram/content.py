"""What there is to paint of a scene: the jobs for any part of it, for a look and a distance.

In go a scene and a look, out come jobs for the kept picture. A small scene is painted by the same functions as an
export; a large one from arrays. Must not know pixels that were painted before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.graph.model import Node
from explorer.graph.walk import Neighbourhood
from explorer.layout.model import Box
from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.excerpt import Index
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import paint_found, tint_of
from explorer.views.diagram.paint.sheet import Job, ground_jobs, prepare, sheet_jobs
from explorer.views.diagram.prepared import crowd_of
from explorer.views.diagram.reach import Reach
from explorer.views.kit import theme

if TYPE_CHECKING:
    # Imports numpy, for which the first paint of a small case is not to wait.
    from explorer.views.diagram.crowd import Crowd


class Drawing:
    """A scene as it looks now."""

    def __init__(self, scene: Scene, look: Look, *, before: "Drawing | None" = None, at_once: bool = False) -> None:
        self.scene, self.look = scene, look
        self._at_once = at_once
        self.crowd: Crowd | None = crowd_of(scene, before.crowd if before else None)
        self.index = self.crowd.index if self.crowd is not None else Index(scene)
        #: What can be pointed at.
        self.reach = Reach(scene, self.index, self.crowd)

    @property
    def instant(self) -> bool:
        """So little that all of it can be painted inside a paint event."""
        return self.crowd is None or self._at_once

    @property
    def lights(self) -> bool:
        """Something is picked, marked or found."""
        look = self.look
        return bool(look.picked or look.marked or look.found) or self.veiled

    @property
    def veiled(self) -> bool:
        """What is not lit steps back."""
        return self.look.lit is not None

    def paper(self) -> QColor:
        """What everything lies on."""
        return theme.colour("ground")

    def sheet(self) -> QRectF:
        """How far the sheet reaches."""
        picture = self.scene.picture
        return QRectF(picture.x, picture.y, picture.width, picture.height)

    def ground(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """Lanes and frames."""
        return ground_jobs(self.scene, camera.scale / ratio, camera.seen(place))

    def base(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """Everything above the ground that the lens does not hide, nothing of it picked."""
        return self._jobs(Look(hidden=self.look.hidden, opened=self.look.opened), camera, ratio, place)

    def under(self, camera: Camera, ratio: float, place: QRect) -> Iterable[Job]:
        """What is marked and steps back all the same."""
        lit = self.look.lit
        if lit is None or not self.look.marked - lit.nodes:
            return ()
        part = Neighbourhood(self.look.marked - lit.nodes)
        return self._jobs(Look(hidden=self.look.hidden, marked=self.look.marked), camera, ratio, place, part)

    def over(self, camera: Camera, ratio: float, place: QRect) -> Iterator[Job]:
        """What is lit, and the rings around what was found."""
        part = self.index.lit(self.look)
        if not self.veiled:
            part = replace(part, nodes=part.nodes | self.look.marked)
        yield from self._jobs(replace(self.look, hovered=None), camera, ratio, place, part)
        within, scale = camera.seen(place), camera.scale / ratio
        boxes = self.scene.picture.box_by_id
        for key in sorted(self.look.found - self.look.hidden):
            if key in boxes and around(boxes[key], scale).intersects(within):
                yield partial(paint_found, box=boxes[key], scale=scale)

    def marks(self, camera: Camera, place: QRect) -> Iterable[Job]:
        """Every box as a mark in the colour of its kind."""
        if self.crowd is not None:
            return self.crowd.marks(self.look, camera, place)
        nodes, boxes = self.scene.graph.nodes, self.scene.picture.box_by_id
        return [partial(_mark, node=node, box=boxes[node.id], camera=camera) for node in nodes]

    def _jobs(
        self, look: Look, camera: Camera, ratio: float, place: QRect, part: Neighbourhood | None = None
    ) -> Iterable[Job]:
        if self.crowd is not None:
            return self.crowd.jobs(look, camera, ratio, place, part)
        scene = self.scene if part is None else self.index.excerpt(part)
        return sheet_jobs(scene, look, camera.scale / ratio, camera.seen(place), fit=self.index.fit)


def paint_pixels(painter: QPainter, scene: Scene, look: Look) -> None:
    """A whole sheet onto an image, from where the painter stands: as on the screen, a large one from arrays."""
    where = painter.transform()
    camera, drawing = Camera(where.m11(), where.dx(), where.dy()), Drawing(scene, look)
    place = where.mapRect(drawing.sheet()).toAlignedRect()
    prepare(painter)
    for job in chain(drawing.ground(camera, 1.0, place), drawing.base(camera, 1.0, place)):
        job(painter)


def hovered_jobs(drawing: Drawing, scale: float) -> Iterator[Job]:
    """What is under the pointer, once more, in its hovered look."""
    key = drawing.look.hovered
    if key is not None:
        scene = drawing.index.excerpt(drawing.index.hovered(key))
        yield from sheet_jobs(scene, drawing.look, scale, fit=drawing.index.fit)


def _mark(painter: QPainter, node: Node, box: Box, camera: Camera) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tint_of(node)))
    corner = camera.to_screen(QPointF(box.x, box.y))
    painter.drawRect(
        QRectF(corner.x(), corner.y(), max(2, box.width * camera.scale), max(1.5, box.height * camera.scale))
    )


def around(box: Box, scale: float) -> QRectF:
    """A box with its rings, which keep their width on the screen from afar."""
    reach = max(12.0, 10.0 / scale)
    return QRectF(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach)
