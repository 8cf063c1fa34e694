"""The lighting: what stays lit while something is picked, and which bundles are fanned out.

In go a case, a graph and a selection, out come the parts of a look, kept until one of the three is another. Must not
know the canvas.
"""

from dataclasses import dataclass, replace

from explorer.case.case import Case
from explorer.graph.model import Graph
from explorer.graph.related import stand_ins
from explorer.graph.walk import Neighbourhood, neighbourhood
from explorer.session.selection import Selection

#: A bundle of more lines than these is not fanned out: the strands would be a wall.
STRANDS = 12


@dataclass(frozen=True, slots=True)
class Lit:
    """What stays lit, or None if nothing is picked that this view shows anything of; the bundles that are opened."""

    around: Neighbourhood | None = None
    opened: frozenset[str] = frozenset()


class Lighting:
    """Works out once what is lit: a reader that scrolls asks for the same again and again."""

    def __init__(self) -> None:
        self._known: tuple[Case, Graph, Selection, Lit] | None = None

    def of(self, case: Case, graph: Graph, selection: Selection) -> Lit:
        """What is lit in a graph while something is picked."""
        known = self._known
        if known is None or known[0] is not case or known[1] is not graph or known[2] != selection:
            self._known = known = case, graph, selection, lit(case, graph, selection)
        return known[3]


def lit(case: Case, graph: Graph, selection: Selection) -> Lit:
    """What is picked with what hangs on it; of what this view does not draw, an event or a figure, what it is about."""
    seen = [key for key in selection.ids if graph.holds(key)]
    held = set(seen)
    rest = [key for key in selection.ids if key not in held]
    others = {one for key in rest for one in stand_ins(case, graph, key)}
    if not seen and not others:
        return Lit()
    # What is folded is followed as if it were not.
    folded = [key for key in rest if graph.representative(key)]
    boxes = graph.node_by_id.keys()
    around = neighbourhood(graph, [*seen, *folded, *sorted(others - boxes)], selection.depth)
    lines = (edge for key in seen for edge in graph.edges_of.get(key, ()))
    opened = frozenset(edge.id for edge in lines if 1 < len(edge.elements) <= STRANDS)
    return Lit(replace(around, nodes=around.nodes | (others & boxes)), opened)
