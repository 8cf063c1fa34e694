"""The diagram pane: canvas and legend, told by session and pipeline.

In go session and pipeline, out go picks, lenses and moves to the session. Must not know the other panes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.case.parts import FOLD
from explorer.edit.change import Change
from explorer.graph.model import Graph
from explorer.graph.related import stand_ins
from explorer.graph.walk import neighbourhood
from explorer.layout.scene import Scene
from explorer.session.pipeline import Pipeline
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.diagram.accessible import factory
from explorer.views.diagram.accessible.listing import Listing
from explorer.views.diagram.accessible.spoken import Spoken
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.edits import Edits
from explorer.views.diagram.glide import Glide
from explorer.views.diagram.hand import Hand
from explorer.views.diagram.hover import Hovering
from explorer.views.diagram.keys import lines_at, next_line
from explorer.views.diagram.legend import Legend
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import FAR
from explorer.views.diagram.pick import Hit
from explorer.views.diagram.told import tell
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label

#: A bundle of more lines than these is not fanned out: the strands would be a wall.
_STRANDS = 12
#: Below this height of the pane the diagram needs all of it.
_LOW = 320
#: More boxes than this are not picked at once: nobody can look at their claims one by one.
_MOST_PICKED = 500
#: What a hit is called in the list of actions.
_PLACES = {"node": "box", "edge": "line", "gate": "gate", "frame": "frame"}


class DiagramView(Pane):
    """The flow diagram of the open case."""

    title = "Flow diagram"
    firstPainted = Signal()
    cardAsked = Signal()
    foldAsked = Signal(str)  # id of a folded box, or of a frame
    menuAsked = Signal(str, QPoint)  # on what (a place of the list of actions), where on the screen
    said = Signal(str)  # something to know, for the status bar

    def __init__(self, session: Session, pipeline: Pipeline, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pipeline = pipeline
        self._pinned: tuple[str, ...] = ()
        self._marked: frozenset[str] = frozenset()
        self._view = session.lens.view
        self._legend_wanted = True
        self._lines_of = ""
        #: The frame on which a menu was asked for.
        self.frame = ""
        self.canvas, self.legend = Canvas(self), Legend(self)
        self.hovering = Hovering(self.canvas, lambda found: tell(session.case, self.canvas.scene.graph, found))
        self.glide = Glide(self.canvas)
        self.hand = Hand(self.canvas, self.hovering, self.glide)
        self.edits = Edits(session, self.canvas)
        self._listing = Listing(self.canvas, Spoken(lambda: session.case))
        self._empty = label("", muted=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.legend)
        self.setFocusProxy(self.canvas)
        pipeline.sceneChanged.connect(self._on_pipeline_scene)
        pipeline.drawingChanged.connect(self._on_pipeline_drawing)
        pipeline.wants_finer = lambda: self.canvas.fitted and not session.selection
        self.canvas.hitPicked.connect(self._on_canvas_hit)
        self.canvas.bandPicked.connect(self._on_canvas_band)
        self.canvas.closerAsked.connect(self._on_canvas_closer)
        self.canvas.menuAsked.connect(self._on_canvas_menu)
        self.canvas.walked.connect(self._on_canvas_walked)
        self.canvas.cardAsked.connect(self._on_canvas_card)
        self.canvas.pinAsked.connect(self.pin)
        self.canvas.painted.connect(self._on_canvas_painted)
        self.legend.entrySwitched.connect(self._on_legend_switched)
        self.hovering.card.claimsAsked.connect(self._on_card_claims)
        self.glide.stepped.connect(self.canvas.show_passing)
        self.glide.arrived.connect(self._on_glide_arrived)
        session.foundChanged.connect(self._on_session_found)

    def show_case(self, change: Change) -> None:
        """A whole new case is fitted; the pipeline tells of everything else."""
        if change.whole:
            self._pinned = ()
            self._show(self._pipeline.scene, fit=True)

    def show_selection(self, selection: Selection) -> None:
        """Ring what is picked, light what hangs on it, fade the rest; nothing moves unless it is out of sight."""
        self._relook()
        if selection.focus and self.session.lens.view == self._view:
            for key in stand_ins(self.session.case, self.canvas.scene.graph, selection.focus)[:1]:
                self.canvas.reveal(key)
        self._listing.show_selection(selection)

    def show_theme(self) -> None:
        """Paint in the colours of the other ground."""
        self.canvas.update()
        self.legend.update()

    def fit(self) -> None:
        """Bring everything into view."""
        self.canvas.fit()

    def zoom_in(self) -> None:
        """Nearer."""
        self.canvas.zoom(1.25)

    def zoom_out(self) -> None:
        """Farther."""
        self.canvas.zoom(0.8)

    def zoom_to_selection(self) -> None:
        """Bring what is picked and what it hangs on into view."""
        lit = self.canvas.look.lit
        self.canvas.zoom_to(lit.nodes if lit else frozenset())

    def zoom_if_far(self) -> None:
        """Bring what is picked near, if from here not even names can be read."""
        if self.canvas.camera.scale < FAR * 2:
            self.zoom_to_selection()

    def tidy(self) -> None:
        """Let the layout place all boxes of this view again."""
        self.fit()
        self._pipeline.tidy()

    def pick_all(self) -> None:
        """Pick every box that is shown, as many as can be looked at."""
        look, boxes = self.canvas.look, self.canvas.scene.picture.boxes
        self._pick([box.id for box in boxes if box.id not in look.hidden], self._pinned)

    def step_line(self, by: int) -> None:
        """Pick the next line at the box where this began, or the one before; an opened bundle strand by strand."""
        scene, selection = self.canvas.scene, self.session.selection
        if selection.focus and selection.focus in scene.picture.box_by_id:
            self._lines_of = selection.focus
        if self._lines_of in scene.picture.box_by_id:
            lines = lines_at(scene, self.canvas.look.hidden, self._lines_of)
            there = next_line(lines, selection.ids, by)
            if there:
                self.session.select(*there)

    @property
    def bundle(self) -> tuple[str, ...]:
        """All that runs on the line of which only a part is picked; nothing if there is no more."""
        picked, graph = self.session.selection, self.canvas.scene.graph
        edges = graph.edges_of.get(picked.focus, ()) if picked.focus else ()
        shown = [tuple(key for key in edge.elements if key not in graph.hidden) for edge in edges]
        return next((row for row in shown if len(row) > 1 and not set(row) <= set(picked.ids)), ())

    def open_bundle(self) -> None:
        """Pick all that runs on the line of which a part is picked."""
        if self.bundle:
            self.session.select(*self.bundle, *self._pinned)

    def show_summary(self) -> None:
        """The hover card of what is picked, by key; where there is no room for it, the card in the inspector."""
        focus = self.session.selection.focus
        seat = self.canvas.point_of(focus) if focus else None
        if self.hovering.dismiss() or seat is None:
            return
        found = self.canvas.hit_at(QPointF(seat))
        if found is None or not self.hovering.show(found, QPointF(seat)):
            self.cardAsked.emit()

    def set_motion(self, on: bool) -> None:
        """Let boxes glide and flicks swing out, or not."""
        self.glide.wanted = self.hand.swing.wanted = on

    def _pick(self, boxes: Sequence[str], kept: tuple[str, ...]) -> None:
        """Pick boxes; more than can be looked at are cut short, and that is said."""
        if len(boxes) > _MOST_PICKED:
            self.said.emit(f"The first {_MOST_PICKED:,} of {len(boxes):,} boxes are picked")
        self.session.select(*kept, *boxes[:_MOST_PICKED])

    def mark(self, ids: Iterable[str]) -> None:
        """Mark softly what somebody reads about."""
        self._marked = frozenset(ids)
        self._relook()

    def set_minimap_visible(self, on: bool) -> None:
        """Show or hide the minimap, whatever the size of the case."""
        self.canvas.minimap_wanted = on
        self.canvas.update()

    def set_accessible(self, on: bool) -> None:
        """Tell screen readers what is drawn, or leave the diagram a widget without words."""
        factory.switch(self._listing, on)

    def set_legend_visible(self, on: bool) -> None:
        """Unfold or fold the legend; where the pane is low, it stays folded."""
        self._legend_wanted = on
        self._fold_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A legend that leaves no room for the diagram helps nobody."""
        super().resizeEvent(event)
        self._fold_legend()

    def _fold_legend(self) -> None:
        # A pane that was never laid out has no height that counts.
        low = self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.height() < _LOW
        self.legend.setVisible(self._legend_wanted and not low)

    def unpin(self) -> bool:
        """Let go of what was pinned; whether there was anything."""
        had, self._pinned = bool(self._pinned), ()
        return had

    def _show(self, scene: Scene, *, fit: bool) -> None:
        self.hand.let_go()
        self.glide.drop()
        self._view = scene.graph.view
        self.canvas.show_scene(scene, fit=fit)
        self.legend.show_graph(scene.graph, self.session.lens.off)
        self._relook()
        self._listing.show_scene()
        words = self._nothing_drawn(scene)
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _nothing_drawn(self, scene: Scene) -> str:
        """Why there is nothing to see, and what to do about it."""
        if not scene.graph.nodes:
            if self._pipeline.drawing:
                return "Drawing … large cases take some seconds."
            case = self.session.case
            if case.flows or case.relations or case.transformations:
                return "Not drawn: it was stopped. “Tidy” in the View menu draws it."
            return "Nothing to draw yet: this case has no flows or relations."
        if {node.id for node in scene.graph.nodes} <= scene.graph.hidden:
            return "Everything is hidden by the filters. “Show all” in the toolbar brings it back."
        return ""

    def _on_pipeline_drawing(self, _drawing: bool) -> None:
        words = self._nothing_drawn(self.canvas.scene)
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _relook(self) -> None:
        selection, graph = self.session.selection, self.canvas.scene.graph
        case, picked = self.session.case, frozenset(selection.ids)
        seen = [key for key in selection.ids if graph.holds(key)]
        # What this view does not draw, an event or a figure, lights what it is about, without a ring.
        others = {one for key in selection.ids if key not in seen for one in stand_ins(case, graph, key)}
        # What is folded is followed as if it were not.
        folded = [key for key in selection.ids if key not in seen and graph.representative(key)]
        around = neighbourhood(graph, [*seen, *folded, *sorted(others - graph.node_by_id.keys())], selection.depth)
        lit = replace(around, nodes=around.nodes | (others & graph.node_by_id.keys())) if seen or others else None
        lines = (edge for key in seen for edge in graph.edges_of.get(key, ()))
        opened = frozenset(edge.id for edge in lines if 1 < len(edge.elements) <= _STRANDS)
        found = frozenset(_drawn(graph, self.session.found))
        look = Look(picked, lit, graph.hidden, self._marked, self.canvas.look.hovered, opened, found=found)
        self.canvas.show_look(look)

    def _on_pipeline_scene(self, scene: Scene) -> None:
        old, camera = self.canvas.scene, self.canvas.camera
        fit = scene.graph.view != self._view
        self._show(scene, fit=fit)
        if not fit and self.glide.fits(old, scene):
            self.glide.start(old, scene, (camera, self.canvas.camera))

    def _on_glide_arrived(self, scene: Scene) -> None:
        self.canvas.show_scene(scene, fit=False)

    def _on_session_found(self, _found: frozenset[str]) -> None:
        self._relook()

    def _on_card_claims(self, elements: tuple[str, ...]) -> None:
        self.session.select(*elements, *self._pinned)
        self.cardAsked.emit()

    def _on_canvas_hit(self, found: Hit | None, adding: bool) -> None:
        if found is None:
            if not adding and not self._pinned:
                self.session.select()
            return
        if found.kind == "frame":
            self.foldAsked.emit(found.id)
            return
        kept = self.session.selection.ids if adding else self._pinned
        again = adding and set(found.elements) <= set(kept)
        ids = [key for key in kept if key not in found.elements] if again else [*found.elements, *kept]
        self.session.select(*ids)

    def _on_canvas_band(self, boxes: tuple[str, ...], adding: bool) -> None:
        kept = self.session.selection.ids if adding else self._pinned
        self._pick(boxes, kept)

    def _on_canvas_closer(self, box: str) -> None:
        graph = self.canvas.scene.graph
        if graph.node_by_id[box].table == FOLD:
            self.foldAsked.emit(box)
        else:
            self.canvas.zoom_to(neighbourhood(graph, [box], 1).nodes)

    def _on_canvas_card(self) -> None:
        """Enter opens what is picked: a fold by a step, all else as a card."""
        focus = self.session.selection.focus or ""
        if focus in self.canvas.scene.graph.members:
            self.foldAsked.emit(focus)
        else:
            self.cardAsked.emit()

    def _on_canvas_menu(self, found: Hit | None, at: QPoint) -> None:
        """What the menu is about is picked first, so that everything in it acts on the pick."""
        self.frame = found.id if found is not None and found.kind == "frame" else ""
        if found is not None and found.elements and not set(found.elements) <= set(self.session.selection.ids):
            self.session.select(*found.elements, *self._pinned)
        self.menuAsked.emit(_PLACES[found.kind] if found is not None else "ground", at)

    def _on_canvas_walked(self, box: str) -> None:
        self.session.select(box, *self._pinned)

    def pin(self) -> None:
        """Keep what is picked lit while other things are picked, or let go of it."""
        focus = self.session.selection.focus
        if focus:
            pinned = focus in self._pinned
            self._pinned = tuple(key for key in self._pinned if key != focus) if pinned else (*self._pinned, focus)
            self.session.select(*dict.fromkeys((focus, *self._pinned)))

    def _on_canvas_painted(self) -> None:
        self.canvas.painted.disconnect(self._on_canvas_painted)
        self.firstPainted.emit()

    def _on_legend_switched(self, facets: tuple[tuple[str, str], ...], on: bool) -> None:
        lens = self.session.lens
        for facet, value in facets:
            lens = lens.switched(facet, value, on)
        self.session.look(lens)


def _drawn(graph: Graph, elements: Iterable[str]) -> Iterable[str]:
    """What the graph shows of some elements: themselves, or the fold that they are in."""
    for key in elements:
        box = graph.representative(key)
        if box is not None or graph.holds(key):
            yield box or key
