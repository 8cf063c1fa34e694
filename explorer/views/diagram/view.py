"""The diagram pane: canvas and legend, told by session and pipeline.

In go session and pipeline, out go picks, lenses and moves to the session. Must not know the other panes.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.edit.change import Change
from explorer.edit.commands import Tidy, move_box
from explorer.graph.model import Graph
from explorer.graph.related import stand_ins
from explorer.graph.walk import neighbourhood
from explorer.graph.words import name
from explorer.layout.scene import Scene
from explorer.session.pipeline import Pipeline
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.text.english import counted
from explorer.views.diagram.accessible import factory
from explorer.views.diagram.accessible.listing import Listing
from explorer.views.diagram.accessible.spoken import Spoken
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.hand import Hand
from explorer.views.diagram.legend import Legend
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.box import FAR
from explorer.views.diagram.pick import Hit
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label

#: Below this height of the pane the diagram needs all of it.
_LOW = 320


class DiagramView(Pane):
    """The flow diagram of the open case."""

    title = "Flow diagram"
    firstPainted = Signal()
    cardAsked = Signal()

    def __init__(self, session: Session, pipeline: Pipeline, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pipeline = pipeline
        self._pinned: tuple[str, ...] = ()
        self._marked: frozenset[str] = frozenset()
        self._view = session.lens.view
        self._legend_wanted = True
        self.canvas, self.legend = Canvas(self), Legend(self)
        self._hand = Hand(self.canvas)
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
        self.canvas.hitPicked.connect(self._on_canvas_hit)
        self.canvas.boxDragged.connect(self._on_canvas_dragged)
        self.canvas.walked.connect(self._on_canvas_walked)
        self.canvas.cardAsked.connect(self.cardAsked)
        self.canvas.pinAsked.connect(self._on_canvas_pin)
        self.canvas.painted.connect(self._on_canvas_painted)
        self.legend.entrySwitched.connect(self._on_legend_switched)

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
        self.session.do(Tidy(self.session.lens.view))
        self.fit()

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
        self._view = scene.graph.view
        self.canvas.tips = _tips(self.session, scene.graph)
        self.canvas.show_scene(scene, fit=fit)
        self.legend.show_graph(scene.graph, self.session.lens.off)
        self._relook()
        self._listing.show_scene()
        words = "" if scene.graph.nodes else "Nothing to draw yet: this case has no flows or relations."
        if scene.graph.nodes and {node.id for node in scene.graph.nodes} <= scene.graph.hidden:
            words = "Everything is hidden by the filters. “Show all” in the toolbar brings it back."
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _relook(self) -> None:
        selection, graph = self.session.selection, self.canvas.scene.graph
        case, picked = self.session.case, frozenset(selection.ids)
        seen = [key for key in selection.ids if graph.holds(key)]
        # What this view does not draw, an event or a figure, lights what it is about, without a ring.
        others = {one for key in selection.ids if key not in seen for one in stand_ins(case, graph, key)}
        around = neighbourhood(graph, [*seen, *sorted(others - graph.node_by_id.keys())], selection.depth)
        lit = replace(around, nodes=around.nodes | (others & graph.node_by_id.keys())) if seen or others else None
        opened = frozenset(edge.id for key in seen for edge in graph.edges_of.get(key, ()) if len(edge.elements) > 1)
        self.canvas.show_look(Look(picked, lit, graph.hidden, self._marked, self.canvas.look.hovered, opened))

    def _on_pipeline_scene(self, scene: Scene) -> None:
        self._show(scene, fit=scene.graph.view != self._view)

    def _on_canvas_hit(self, found: Hit | None, adding: bool) -> None:
        if found is None:
            if not adding and not self._pinned:
                self.session.select()
            return
        kept = self.session.selection.ids if adding else self._pinned
        again = adding and set(found.elements) <= set(kept)
        ids = [key for key in kept if key not in found.elements] if again else [*found.elements, *kept]
        self.session.select(*ids)

    def _on_canvas_dragged(self, box: str, x: float, y: float) -> None:
        self.session.do(move_box(self.session.case, self.session.lens.view, box, x, y))

    def _on_canvas_walked(self, box: str) -> None:
        self.session.select(box, *self._pinned)

    def _on_canvas_pin(self) -> None:
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


def _tips(session: Session, graph: Graph) -> dict[str, str]:
    """What hovering says, by id of what is hit: the same words as the card begins with."""
    tips: dict[str, str] = {}
    for node in graph.nodes:
        claims = len(session.case.claims_about(node.id))
        badge = f"\n{node.badge.text}" if node.badge else ""
        tips[node.id] = f"{node.label}{badge}\n{counted(claims, 'claim')}"
    for edge in graph.edges:
        rows = [name(session.case, key) for key in edge.elements]
        more = [f"and {len(rows) - 6} more"] if len(rows) > 6 else []
        tips[edge.id] = "\n".join([*rows[:6], *more])
    for gate in graph.gates:
        tips[gate.id] = f"{name(session.case, gate.measure)}\n{gate.label}"
    return tips
