"""The diagram pane: canvas and legend, told by session and pipeline.

In go session and pipeline, out go picks, lenses and moves to the session. Must not know the other panes.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.edit.change import Change
from explorer.graph.model import Graph
from explorer.graph.related import stand_ins
from explorer.layout.scene import Scene
from explorer.session.pipeline import Pipeline
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.edits import Edits
from explorer.views.diagram.glide import Glide
from explorer.views.diagram.hand import Hand
from explorer.views.diagram.hover import Hovering
from explorer.views.diagram.legend import Legend
from explorer.views.diagram.lighting import Lighting
from explorer.views.diagram.lines import Lines
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import FAR
from explorer.views.diagram.pick import Hit
from explorer.views.diagram.picks import Picks
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label

if TYPE_CHECKING:
    from explorer.views.diagram.accessible.listing import Listing
    from explorer.views.diagram.told import Told

#: Below this height of the pane the diagram needs all of it.
_LOW = 320


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
        self._marked: frozenset[str] = frozenset()
        self._view = session.lens.view
        self._legend_wanted = True
        self.canvas, self.legend = Canvas(self), Legend(self)
        self.hovering = Hovering(self.canvas, self._told)
        self.glide = Glide(self.canvas)
        self.hand = Hand(self.canvas, self.hovering, self.glide)
        self._lighting = Lighting()
        self.picks, self.edits = Picks(session, self.canvas), Edits(session, self.canvas)
        self.lines = Lines(session, self.canvas)
        self._listing: Listing | None = None
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
        for asked in ("cardAsked", "foldAsked", "menuAsked", "said"):
            getattr(self.picks, asked).connect(getattr(self, asked))
        self.canvas.painted.connect(self._on_canvas_painted)
        self.legend.entrySwitched.connect(self._on_legend_switched)
        self.hovering.claimsAsked.connect(self._on_card_claims)
        self.glide.stepped.connect(self.canvas.show_passing)
        self.glide.arrived.connect(self._on_glide_arrived)
        session.foundChanged.connect(self._on_session_found)

    def show_case(self, change: Change) -> None:
        """A whole new case is fitted; the pipeline tells of everything else."""
        if change.whole:
            self.picks.unpin()
            self._show(self._pipeline.scene, fit=True)

    def show_selection(self, selection: Selection) -> None:
        """Ring what is picked, light what hangs on it, fade the rest; nothing moves unless it is out of sight."""
        self._relook()
        if selection.focus and self.session.lens.view == self._view and not self.picks.pointing:
            for key in stand_ins(self.session.case, self.canvas.scene.graph, selection.focus)[:1]:
                self.canvas.reveal(key)
        if self._listing:
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
        if self._listing is None:
            if not on:
                return
            # Loaded when it is asked for: the first paint need not wait for words.
            from explorer.views.diagram.accessible.listing import Listing
            from explorer.views.diagram.accessible.spoken import Spoken

            self._listing = Listing(self.canvas, Spoken(lambda: self.session.case))
            self._listing.show_selection(self.session.selection)
        from explorer.views.diagram.accessible import factory

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
        return self.picks.unpin()

    def _show(self, scene: Scene, *, fit: bool) -> None:
        self.hand.let_go()
        self.glide.drop()
        self._view = scene.graph.view
        self.canvas.show_scene(scene, fit=fit)
        self.legend.show_graph(scene.graph, self.session.lens.off)
        self._relook()
        if self._listing:
            self._listing.show_scene()
        self._say_why_empty(scene)

    def _say_why_empty(self, scene: Scene) -> None:
        words = self._nothing_drawn(scene)
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _nothing_drawn(self, scene: Scene) -> str:
        """Why there is nothing to see, and what to do about it."""
        if not scene.graph.nodes:
            if self._pipeline.drawing:
                return "Drawing … large cases take some seconds."
            case = self.session.case
            if self.session.opened.awaited:
                return "Reading … large cases take some seconds."
            if case.flows or case.relations or case.transformations:
                return "Not drawn: it was stopped. “Tidy” in the View menu draws it."
            return "Nothing to draw yet: this case has no flows or relations."
        if {node.id for node in scene.graph.nodes} <= scene.graph.hidden:
            return "Everything is hidden by the filters. “Show all” in the toolbar brings it back."
        return ""

    def _on_pipeline_drawing(self, _drawing: bool) -> None:
        self._say_why_empty(self.canvas.scene)

    def _relook(self) -> None:
        selection, graph = self.session.selection, self.canvas.scene.graph
        lit = self._lighting.of(self.session.case, graph, selection)
        found = frozenset(_drawn(graph, self.session.found))
        # Who is in a fold is not drawn: the fold is ringed in their place.
        picked, hovered = frozenset((*selection.ids, *_drawn(graph, selection.ids))), self.canvas.look.hovered
        self.canvas.show_look(
            Look(picked, lit.around, graph.hidden, self._marked, hovered, lit.opened, found=found)
        )  # fmt: skip

    def _on_pipeline_scene(self, scene: Scene) -> None:
        old, camera = self.canvas.scene, self.canvas.camera
        fit = scene.graph.view != self._view
        self._show(scene, fit=fit)
        if not fit and self.glide.fits(old, scene):
            self.glide.start(old, scene, (camera, self.canvas.camera))

    def _told(self, found: Hit) -> "Told | None":
        from explorer.views.diagram.told import tell  # not before the first paint

        return tell(self.session.case, self.canvas.scene.graph, found)

    def _on_glide_arrived(self, scene: Scene) -> None:
        self.canvas.show_scene(scene, fit=False)

    def _on_session_found(self, _found: frozenset[str]) -> None:
        self._relook()

    def _on_card_claims(self, elements: tuple[str, ...]) -> None:
        self.picks.pick(*elements)
        self.cardAsked.emit()

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
