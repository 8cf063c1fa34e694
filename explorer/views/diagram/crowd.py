"""A large scene painted near, in the middle distance and far away.

In go a scene, a look and a camera, out come jobs. Near, boxes are painted by the same functions as in a small scene,
and lines as straight pieces of the same colour, width and dashes; far away, boxes are marks and lines a density.
Imports numpy, so only large scenes load it. Must not know widgets.
"""

from collections.abc import Iterator
from functools import cached_property, partial

import numpy as np
from PySide6.QtCore import QRect, QRectF

from explorer.graph.walk import Neighbourhood
from explorer.layout.scene import Scene
from explorer.views.diagram.aim import Aim
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.density import density_jobs, pause
from explorer.views.diagram.excerpt import Index
from explorer.views.diagram.flat import Flat, Shown, Stroke, sides
from explorer.views.diagram.look import Look
from explorer.views.diagram.mass import head_jobs, mark_jobs, paint_ring, segment_jobs
from explorer.views.diagram.paint.box import NEAR
from explorer.views.diagram.paint.line import HEAD, paint_cross, paint_line, tint_of_line
from explorer.views.diagram.paint.sheet import REACH, Job, upper_jobs
from explorer.views.diagram.pieces import Flags, Ints
from explorer.views.diagram.segments import clipped, flattened
from explorer.views.diagram.tracks import Tracks
from explorer.views.diagram.worded import Worded
from explorer.views.kit import theme

#: Boxes are painted with icon or name down to this scale, if there are not too many on a screen.
_NAMED, _MOST_NAMED = 0.12, 600
#: A screen, to tell how many things one holds: the same answer for every part of it, or strips would not join.
_SCREEN = 1280 * 800
#: From so many curved pieces on a screen on, lines run into each other below a scale: their density says more.
_DENSE, _DENSE_SCALE, _MOST_LIT = 4_000, 0.3, 2_000
#: So many curved pieces are cut and painted at a time.
_BATCH = 1_500
#: Picked and opened lines are painted one by one from this scale on, if there are not too many.
_ALONE, _MOST_ALONE = 0.3, 300
#: Farther away heads, or counts and words, cannot be made out.
_HEADLESS, _WORDLESS = 0.16, 0.34
_WIDER = 7.0
#: How smooth curves are near and farther away.
_FINE, _COARSE = 1.1, 0.75


class Crowd:
    """The boxes and lines of a large scene."""

    def __init__(self, scene: Scene, index: Index, before: "Crowd | None" = None) -> None:
        self.index = index
        self.flat: Flat = Flat(scene, before.flat if before else None)
        self._worded = Worded(scene, self.flat)
        self._darkest: dict[float, float] = {}

    def suits(self, scene: Scene) -> bool:
        """Whether these are the arrays of a scene."""
        mine = self.index.scene
        return mine.graph is scene.graph and mine.picture is scene.picture

    def work_out(self) -> None:
        """Work out now what would else be when it is first asked for."""
        _ = self.flat.shown(self.index.scene.graph.hidden).by_colour
        self.index.look_up()
        _ = self.aim

    @cached_property
    def aim(self) -> Aim:
        """What can be hit; made when somebody first points somewhere."""
        return Aim(self.index, self.flat)

    def jobs(
        self, look: Look, camera: Camera, ratio: float, place: QRect, part: Neighbourhood | None = None
    ) -> Iterator[Job]:
        """What lies in a rectangle of pixels, of a part of the scene or of all of it."""
        flat, scale, within = self.flat, camera.scale / ratio, camera.seen(place)
        shown = flat.shown(look.hidden)
        lines, boxes = shown.lines, shown.boxes
        if part is not None:
            lines = lines & flat.flags(part.edges, flat.number_of, len(lines))
            boxes = boxes & flat.flags(part.nodes, self.index.place_of_box, len(boxes))
        alone = self._alone(look, scale)
        rest = lines & ~flat.flags(alone, flat.number_of, len(lines)) if alone else lines
        tracks = shown.tracks if part is None else flat.tracks_of(look.hidden, part.edges)
        if self._dense(scale) and np.count_nonzero(lines) > _MOST_LIT:
            coloured = shown.by_colour if part is None else shown.coloured(tracks)
            yield pause
            yield from density_jobs(coloured, shown.colours, camera, place, self._darkest)
        else:
            which = tracks.touching(*sides(within.adjusted(-9, -9, 9, 9)))
            if alone:
                others = frozenset(alone) if part is None else part.edges.intersection(alone)
                which = which[tracks.without(flat.tracks_of(look.hidden, others))[which]]
            yield pause
            yield from self._lines(shown, tracks, which, camera, ratio, place)
        yield from self._picked(look, alone, camera, ratio, within)
        if scale >= _HEADLESS and not self._dense(scale):
            yield from _heads(flat, rest, within.adjusted(-REACH, -REACH, REACH, REACH), scale)
        for key in alone:
            if lines[flat.number_of[key]]:
                scene = self.index.scene
                yield partial(
                    paint_line, edge=scene.graph.edge_by_id[key], route=scene.picture.route_by_id[key], look=look
                )
        yield pause
        found = flat.boxes_in(within.adjusted(-REACH, -REACH, REACH, REACH), boxes)
        if scale >= NEAR or (scale >= _NAMED and self._on_screen(len(flat.boxes), scale) <= _MOST_NAMED):
            yield from self._detail(look, scale, within, found, lines, part)
        else:
            yield from self._marks(look, camera, ratio, found)

    def marks(self, look: Look, camera: Camera, place: QRect) -> Iterator[Job]:
        """Every box as a mark, for the minimap."""
        found = self.flat.boxes_in(camera.seen(place), self.flat.shown(look.hidden).boxes)
        return _coloured(self.flat, camera, 1.0, found, np.empty(0, np.int64))

    def foresee(self, look: Look, within: QRectF, scale: float) -> Iterator[None]:
        """Prepare for pointing at what is seen now; where lines are a density, none can be pointed at."""
        return self.aim.foresee(look, sides(within), scale, lines=not self._dense(scale))

    def _on_screen(self, total: int, scale: float) -> float:
        """How many of all things a screen holds, if they are spread evenly."""
        picture = self.flat.picture
        area = max(1.0, picture.width * picture.height * scale * scale)
        return total * min(1.0, _SCREEN / area)

    def _dense(self, scale: float) -> bool:
        return scale < _DENSE_SCALE and self._on_screen(len(self.flat.places.pieces.of_line), scale) > _DENSE

    def _alone(self, look: Look, scale: float) -> list[str]:
        """The lines that are painted one by one, as in a small scene: opened bundles, and what is picked, if near."""
        if scale < _ALONE:
            return []
        picked = set[str]()
        if look.picked:
            edges = self.index.scene.graph.edges_of
            picked = {edge.id for key in look.picked for edge in edges.get(key, ())}
        keys = (look.opened | (picked if len(picked) <= _MOST_ALONE else set())) & self.flat.number_of.keys()
        return sorted(keys, key=self.flat.number_of.__getitem__)

    def _lines(
        self, shown: Shown, tracks: Tracks, which: Ints, camera: Camera, ratio: float, place: QRect
    ) -> Iterator[Job]:
        within, fine = camera.seen(place), _FINE if camera.scale / ratio >= NEAR else _COARSE
        for begin in range(0, len(which), _BATCH):
            some_of = which[begin : begin + _BATCH]
            piece, run = tracks.piece[some_of], tracks.run[some_of].astype(np.float64)
            some = flattened(tracks.pieces, piece, camera.scale, run, HEAD * 0.7, fine)
            some = clipped(some, *sides(within.adjusted(-9, -9, 9, 9)))
            yield pause
            mine = tracks.stroke[some_of]
            for number in np.unique(mine):
                yield from segment_jobs(some.of(mine == number), shown.strokes[number], camera, ratio)

    def _picked(self, look: Look, alone: list[str], camera: Camera, ratio: float, within: QRectF) -> Iterator[Job]:
        """The picked among lines that are not painted one by one, in the colour of the pick over a halo."""
        edges = self.index.scene.graph.edges_of
        keys = frozenset(edge.id for key in look.picked for edge in edges.get(key, ())).difference(alone)
        if not keys:
            return
        tracks = self.flat.tracks_of(look.hidden, keys)
        which = tracks.touching(*sides(within.adjusted(-9, -9, 9, 9)))
        for begin in range(0, len(which), _BATCH):
            some = flattened(tracks.pieces, tracks.piece[which[begin : begin + _BATCH]], camera.scale)
            some = clipped(some, *sides(within.adjusted(-9, -9, 9, 9)))
            yield from segment_jobs(some, Stroke("accent-soft", 2.0, "solid"), camera, ratio, _WIDER)
            yield from segment_jobs(some, Stroke("accent", 2.5, "solid"), camera, ratio)

    def _detail(
        self, look: Look, scale: float, within: QRectF, found: Ints, lines: Flags, part: Neighbourhood | None
    ) -> Iterator[Job]:
        """Gates, counts, words and boxes by the functions that paint them in a small scene."""
        reach = within.adjusted(-REACH, -REACH, REACH, REACH)
        edges = self._worded.within(reach, lines) if scale >= _WORDLESS else []
        gates = self.index.gates.at_boxes(self.flat.boxes[i].id for i in found)
        gates = gates if part is None else gates & part.gates
        boxes = frozenset(self.flat.boxes[i].id for i in found)
        whole, scene = self.index.scene, self.index.excerpt(Neighbourhood(boxes, frozenset(), gates))
        yield pause
        shown = [whole.graph.edge_by_id[key] for key in edges]
        for edge in shown:
            if edge.denied:
                yield partial(paint_cross, edge=edge, route=whole.picture.route_by_id[edge.id])
        yield from upper_jobs(scene, look, shown, self.index.labels, scale, within, fit=self.index.fit)

    def _marks(self, look: Look, camera: Camera, ratio: float, found: Ints) -> Iterator[Job]:
        marked = np.flatnonzero(self.flat.flags(look.marked, self.index.place_of_box, len(self.flat.boxes)))
        yield from _coloured(self.flat, camera, ratio, found, marked)
        unit = ratio / camera.scale
        for key in sorted(look.picked & self.index.place_of_box.keys()):
            x, y, right, bottom = self.flat.places.bounds[self.index.place_of_box[key]].tolist()
            yield partial(paint_ring, frame=QRectF(x, y, right - x, bottom - y), unit=unit)


def _coloured(flat: Flat, camera: Camera, ratio: float, found: Ints, marked: Ints) -> Iterator[Job]:
    plain = found[~np.isin(found, marked)] if len(marked) else found
    bounds = flat.places.bounds
    for number, token in enumerate(flat.tokens):
        mine = plain[flat.tint[plain] == number]
        yield from mark_jobs(bounds[mine], theme.colour(token), camera, ratio)
    if len(marked):
        yield from mark_jobs(bounds[found[np.isin(found, marked)]], theme.colour("accent"), camera, ratio)


def _heads(flat: Flat, lines: Flags, within: QRectF, scale: float) -> Iterator[Job]:
    tips = flat.tips_in(within, lines)
    edges = [flat.edges[i] for i in tips]
    yield from head_jobs(
        flat.places.tips[tips], flat.places.ways[tips], [edge.kind == "flow" for edge in edges],
        [tint_of_line(edge) for edge in edges], 2.8 / scale,
    )  # fmt: skip
