"""The scene: graph, cards and picture of one view of a case, all that a painter needs.

In go a case, a lens and a way to measure text, out comes the scene. Must not know who paints it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from explorer.case.case import Case
from explorer.graph.lens import Lens
from explorer.graph.model import Graph
from explorer.graph.project import project
from explorer.layout.card import Card, Measure
from explorer.layout.detour import pinned
from explorer.layout.layered import placed
from explorer.layout.model import Point, Sketch
from explorer.layout.picture import Options, Picture
from explorer.layout.sketch import sketched


@dataclass(frozen=True)
class Scene:
    """What is drawn, with which words, and where.

    `laid` is the picture as the layout gave it, `picture` the one in which boxes stand where a person put them.
    """

    graph: Graph = field(default_factory=Graph)
    picture: Picture = field(default_factory=Picture)
    cards: Mapping[str, Card] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sketch: Sketch = field(default=Sketch((), ()), repr=False)
    laid: Picture = field(default_factory=Picture, repr=False)
    #: What a worker has worked out of it for whoever shows it.
    prepared: object | None = field(default=None, repr=False, compare=False)


def arranged(
    case: Case, lens: Lens, measure: Measure, before: Scene | None = None, *, aspect: float = 1.6, quick: bool = False,
    pulse: Callable[[], None] = lambda: None,
) -> Scene:  # fmt: skip
    """The scene of a case in the view of the lens, with the boxes that were put somewhere at their places.

    What stood in the scene before stays where it stood. `pulse` is called between steps and may raise to stop.
    """
    graph = project(case, lens)
    pulse()
    drawn = sketched(graph, measure)
    pulse()
    if before is not None and before.sketch == drawn.sketch:
        laid = before.laid
    else:
        previous = before.laid if before is not None and before.laid.boxes else None
        laid = placed(drawn.sketch, Options(previous=previous, aspect=aspect, quick=quick, pulse=pulse))
    return with_pins(Scene(graph, laid, drawn.cards, drawn.labels, drawn.sketch, laid), case, pulse)


def with_pins(scene: Scene, case: Case, pulse: Callable[[], None] = lambda: None) -> Scene:
    """The same scene with its boxes where the case says that a person has put them; `pulse` may raise to stop."""
    pins: Mapping[str, Point] = {
        row.box: (row.x, row.y) for row in case.positions.values() if row.view == scene.graph.view
    }
    return replace(scene, picture=pinned(scene.laid, scene.sketch, Options(pins=pins, pulse=pulse)))
