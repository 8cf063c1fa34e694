"""What pointing at something tells: its name, what it is, its badge, how many claims carry it, one passage.

In go a case, a graph and a hit, out come plain words, none that the inspector does not show too. Must not know widgets.
"""

from dataclasses import dataclass

from explorer.case.case import Case
from explorer.case.kinds import kind
from explorer.graph.model import Badge, Edge, Graph, Node
from explorer.graph.words import badge, kind_of, name, status_words
from explorer.text.english import counted
from explorer.views.diagram.pick import Hit

#: As many flows of one line are named.
_ROWS = 6
#: As much of a passage is shown; all of it stands in the inspector.
_QUOTE = 220


@dataclass(frozen=True, slots=True)
class Told:
    """The words about one box, line or gate, and the elements that they are about."""

    title: str
    kind: str = ""
    icon: str = "dot"
    colour: str = "ink-muted"
    badge: Badge | None = None
    rows: tuple[str, ...] = ()
    claims: str = ""
    quote: str = ""
    source: str = ""
    elements: tuple[str, ...] = ()


def tell(case: Case, graph: Graph, found: Hit) -> Told | None:
    """The words about what was hit; None if there are none."""
    if found.kind == "node" and found.id in graph.node_by_id:
        return _node(case, graph.node_by_id[found.id], found.elements)
    if found.kind == "edge" and found.id in graph.edge_by_id:
        return _edge(case, graph.edge_by_id[found.id], found.elements)
    if found.kind == "gate" and found.elements[:1] and found.elements[0] in case.measures:
        return _gate(case, found.elements[0])
    return None


def _node(case: Case, node: Node, elements: tuple[str, ...]) -> Told:
    if node.id not in case.elements:
        return Told(node.label, node.place, node.icon, node.colour, node.badge, elements=elements)
    quote, source, claims = _evidence(case, (node.id,))
    what = ", ".join(filter(None, (kind_of(case, node.id).label, node.place)))
    return Told(node.label, what, node.icon, node.colour, node.badge, (), claims, quote, source, (node.id,))


def _edge(case: Case, edge: Edge, elements: tuple[str, ...]) -> Told:
    quote, source, claims = _evidence(case, elements)
    row = kind_of(case, elements[0])
    if len(elements) == 1:
        own = badge(case, elements[0])
        return Told(name(case, elements[0]), row.label, row.icon, edge.colour, own, (), claims, quote, source, elements)
    names = [name(case, key) for key in elements[:_ROWS]]
    more = [f"and {len(elements) - _ROWS:,} more"] if len(elements) > _ROWS else []
    what = {"flow": "flow", "transformation": "transformation"}.get(edge.kind, "relation")
    title = f"{name(case, edge.source)} → {name(case, edge.target)}" if _known(case, edge) else row.plural
    return Told(
        title, counted(len(elements), what), row.icon, edge.colour, None, (*names, *more), claims, quote, source,
        elements,
    )  # fmt: skip


def _known(case: Case, edge: Edge) -> bool:
    return edge.source in case.elements and edge.target in case.elements


def _gate(case: Case, measure: str) -> Told:
    quote, source, claims = _evidence(case, (measure,))
    row = kind_of(case, measure)
    status = kind("status", case.measures[measure].history[-1].status)
    own = Badge(status_words(case, case.measures[measure]), status.colour, status.icon)
    return Told(name(case, measure), row.label, row.icon, row.colour, own, (), claims, quote, source, (measure,))


def _evidence(case: Case, elements: tuple[str, ...]) -> tuple[str, str, str]:
    """A passage, where it stands, and how many claims there are; of a box without any those of its flows."""
    count = sum(len(case.claims_about(key)) for key in elements)
    words = counted(count, "claim")
    if not count:
        elements = tuple(flow.id for key in elements for flow in case.flows_at.get(key, ()))
        count = sum(len(case.claims_about(key)) for key in elements)
        words = f"{counted(count, 'claim')} about its flows" if count else "No passage yet"
    claims = (claim for key in elements for claim in case.claims_about(key))
    quote = next((case.quotes[key] for claim in claims for key in claim.quotes if key in case.quotes), None)
    if quote is None:
        return "", "", words
    cut = quote.exact if len(quote.exact) <= _QUOTE else f"{quote.exact[:_QUOTE].rsplit(' ', 1)[0]} …"
    return f"“{cut}”", name(case, quote.source), words
