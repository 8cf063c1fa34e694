"""The scene: graph, cards and picture of one view of a case, all that a painter needs.

In go a case, a lens and a way to measure text, out comes the scene. Must not know who paints it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.case.case import Case
from explorer.graph.lens import Lens
from explorer.graph.model import Graph
from explorer.graph.project import project
from explorer.layout.card import Card, Measure
from explorer.layout.layered import layered
from explorer.layout.model import Options, Picture
from explorer.layout.sketch import sketched


@dataclass(frozen=True)
class Scene:
    """What is drawn, with which words, and where."""

    graph: Graph = field(default_factory=Graph)
    picture: Picture = field(default_factory=Picture)
    cards: Mapping[str, Card] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def arranged(case: Case, lens: Lens, measure: Measure) -> Scene:
    """The scene of a case in the view of the lens, with the boxes that were put somewhere at their places."""
    graph = project(case, lens)
    drawn = sketched(graph, measure)
    pins = {row.box: (row.x, row.y) for row in case.positions.values() if row.view == lens.view}
    return Scene(graph, layered(drawn.sketch, Options(pins=pins)), drawn.cards, drawn.labels)
