"""Excerpts: a few things of a scene as a scene of their own, for whoever paints only them.

In go a scene and ids, out comes a scene with these alone, in the same order. Must not know what they are wanted for.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from explorer.graph.model import Edge, Gate, Graph
from explorer.graph.walk import Neighbourhood
from explorer.layout.model import Area, GatePlace
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.fit import Fit
from explorer.views.diagram.paint.line import STRAND

#: How far the count on a line reaches beside it.
_BESIDE = 10.0


class Index:
    """What stands where in a scene, each looked up once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def place_of_box(self) -> Mapping[str, int]:
        """The place of every box among the boxes, from the lowest to the topmost."""
        return {box.id: i for i, box in enumerate(self.scene.picture.boxes)}

    @cached_property
    def place_of_edge(self) -> Mapping[str, int]:
        """The place of every line among the lines of the graph."""
        return {edge.id: i for i, edge in enumerate(self.scene.graph.edges)}

    def look_up(self) -> object:
        """Ask for everything now that is looked up by id."""
        mine = self.place_of_box, self.place_of_edge, self.labels, self.fit.rooms, self.gates.look_up()
        graph, picture = self.scene.graph, self.scene.picture
        return mine, graph.edges_of, graph.edge_by_id, graph.node_by_id, picture.box_by_id, len(picture.route_by_id)

    @cached_property
    def gates(self) -> "Gates":
        """The gates, by whatever they are asked for."""
        return Gates(self.scene)

    @cached_property
    def fit(self) -> Fit:
        """What has room in the scene."""
        return Fit(self.scene)

    @cached_property
    def labels(self) -> Mapping[str, Area]:
        """The place of the words of a line."""
        return {area.id: area for area in self.scene.picture.labels}

    @cached_property
    def _reaches(self) -> tuple[tuple[Edge, float, float, float, float], ...]:
        """What every line can reach, with its mark, its words and, when it is opened, its strands."""
        rows = []
        for edge in self.scene.graph.edges:
            curve = self.scene.picture.route_by_id[edge.id].curve
            area, room = self.labels.get(edge.id), max(_BESIDE, STRAND / 2 * len(edge.elements))
            xs = [x for x, _ in curve] + ([area.x, area.x + area.width] if area else [])
            ys = [y for _, y in curve] + ([area.y, area.y + area.height] if area else [])
            rows.append((edge, min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room))
        return tuple(rows)

    def lines_near(self, x: float, y: float, reach: float) -> list[Edge]:
        """The lines that can be within reach of a point, in the order of the whole."""
        return [
            edge for edge, left, top, right, bottom in self._reaches
            if left - reach <= x <= right + reach and top - reach <= y <= bottom + reach
        ]  # fmt: skip

    def excerpt(self, part: Neighbourhood) -> Scene:
        """Only what belongs to a part, in the order of the whole."""
        graph, picture = self.scene.graph, self.scene.picture
        boxes = sorted(part.nodes & self.place_of_box.keys(), key=self.place_of_box.__getitem__)
        lines = sorted(part.edges & self.place_of_edge.keys(), key=self.place_of_edge.__getitem__)
        gates = sorted(self.gates.by_id[key] for key in part.gates if key in self.gates.by_id)
        chosen = tuple(graph.edge_by_id[key] for key in lines)
        return Scene(
            Graph(
                graph.view, tuple(graph.node_by_id[key] for key in boxes), chosen,
                tuple(gate for _, gate, _ in gates), graph.hidden,
            ),
            Picture(
                tuple(picture.box_by_id[key] for key in boxes), tuple(picture.route_by_id[key] for key in lines), (),
                tuple(self.labels[key] for key in lines if key in self.labels), tuple(place for _, _, place in gates),
            ),
            self.scene.cards, self.scene.labels,
        )  # fmt: skip

    def hovered(self, key: str) -> Neighbourhood:
        """What must be painted again to show that something is hovered: it, and what lies on top of it."""
        edge = self.scene.graph.edge_by_id.get(key)
        if edge:
            across = frozenset(self.gates.across.get(key, ()))
            return Neighbourhood(frozenset((edge.source, edge.target)), frozenset((key,)), across)
        return Neighbourhood(frozenset((key,)), frozenset(), frozenset((key,)))

    def lit(self, look: Look) -> Neighbourhood:
        """What is painted over the veil: all that is lit, and what is picked."""
        lit = look.lit or Neighbourhood(edges=frozenset(self._edges_of(look.picked)))
        gates = {gate for key in look.picked for gate in self.gates.of_measure.get(key, ())}
        return Neighbourhood(lit.nodes | look.picked, lit.edges, lit.gates | gates)

    def _edges_of(self, elements: Iterable[str]) -> Iterable[str]:
        return (edge.id for key in elements for edge in self.scene.graph.edges_of.get(key, ()))


class Gates:
    """The gates of a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def by_id(self) -> Mapping[str, tuple[int, Gate, GatePlace]]:
        """Every gate with its place in the order and on the sheet."""
        places = {place.id: place for place in self.scene.picture.gates}
        return {gate.id: (i, gate, places[gate.id]) for i, gate in enumerate(self.scene.graph.gates)}

    @cached_property
    def across(self) -> Mapping[str, tuple[str, ...]]:
        """The gates that stand across a line."""
        found: dict[str, list[str]] = {}
        for gate in self.scene.graph.gates:
            for edge in gate.edges:
                found.setdefault(edge, []).append(gate.id)
        return {key: tuple(gates) for key, gates in found.items()}

    @cached_property
    def of_measure(self) -> Mapping[str, tuple[str, ...]]:
        """The gates that stand for a measure."""
        found: dict[str, list[str]] = {}
        for gate in self.scene.graph.gates:
            found.setdefault(gate.measure, []).append(gate.id)
        return {key: tuple(gates) for key, gates in found.items()}

    @cached_property
    def _at(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for gate in self.scene.graph.gates:
            found.setdefault(gate.node, []).append(gate.id)
        return {key: tuple(gates) for key, gates in found.items()}

    def look_up(self) -> object:
        """Ask for everything now that is looked up by id."""
        return self.by_id, self.across, self.of_measure, self._at

    def at_boxes(self, boxes: Iterable[str]) -> frozenset[str]:
        """The gates that stand at some boxes."""
        return frozenset(gate for box in boxes for gate in self._at.get(box, ()))
