"""The projection: `project(case, lens) -> Graph`.

In go a case and a lens, out come boxes, lines and gates. What a lens filters stays in the graph and is listed as
hidden, so that filtering never moves anything. Must not know sizes or places.
"""

from collections import Counter
from collections.abc import Iterable

from explorer.case.case import Case
from explorer.case.kinds import Kind, kind
from explorer.case.parts import Actor, Event, Flow, Good, Relation, Transformation
from explorer.graph import lens as lenses
from explorer.graph.lens import Lens
from explorer.graph.model import Edge, Gate, Graph, Node
from explorer.graph.reach import hits
from explorer.graph.words import badge, kind_of, name


def project(case: Case, lens: Lens) -> Graph:
    """What the canvas shows of a case in the view of the lens."""
    edges = tuple(_bundled(case, _links(case, lens.view)))
    lanes = _lanes(case) if lens.view != "relations" else {}
    nodes = tuple(_nodes(case, lens, edges, lanes))
    known = {node.id for node in nodes}
    gates = tuple(_gates(case, known, edges)) if lens.view != "relations" else ()
    graph = Graph(lens.view, nodes, edges, gates)
    gone = lenses.hidden(case, lens)
    return Graph(lens.view, nodes, edges, gates, _with_lonely(graph, gone)) if gone else graph


def _links(case: Case, view: str) -> list[tuple[str, str, str]]:
    """Source, target and element of every single line, before bundling."""
    links: list[tuple[str, str, str]] = []
    if view != "relations":
        for flow in case.flows.values():
            stops = [flow.supplier, flow.good, *flow.via, *([flow.recipient] if flow.recipient else [])]
            links += [(a, b, flow.id) for a, b in zip(stops, stops[1:], strict=False)]
        links += [(made.input, made.output, made.id) for made in case.transformations.values()]
    if view != "flow":
        links += [(relation.subject, relation.object, relation.id) for relation in case.relations.values()]
    return [link for link in links if link[0] in case.elements and link[1] in case.elements]


def _bundled(case: Case, links: Iterable[tuple[str, str, str]]) -> Iterable[Edge]:
    """One edge for all flows between the same two boxes; transformations and relations stay apart from flows."""
    bundles: dict[tuple[str, str, str], list[str]] = {}
    for source, target, element in links:
        bundles.setdefault((source, target, _edge_kind(case, element)), []).append(element)
    for (source, target, what), elements in bundles.items():
        yield _edge(case, source, target, what, tuple(dict.fromkeys(elements)))


def _edge_kind(case: Case, element: str) -> str:
    return {"flows": "flow", "transformations": "transformation"}.get(case.table_of[element], "relation")


def _edge(case: Case, source: str, target: str, what: str, elements: tuple[str, ...]) -> Edge:
    claims = [claim for element in elements for claim in case.claims_about(element)]
    denied = bool(claims) and all(claim.stance == "denies" for claim in claims)
    first = case.elements[elements[0]]
    # A line is drawn as its surest claim allows: dotted only if nobody plainly states it.
    lines = {kind("basis", claim.basis).line for claim in claims} | {kind_of(case, key).line for key in elements[:1]}
    plain = any(claim.basis == "stated" and claim.stance == "says" for claim in claims)
    line = "dashed" if denied else "solid" if plain and lines == {"solid"} else next(iter(lines - {"solid"}), "solid")
    label, colour = _edge_label(case, elements, denied), _edge_colour(case, source, target, elements)
    match first:
        case Flow():
            return Edge(f"{source}>{target}", source, target, elements, "flow", colour, line, denied, label)
        case Transformation():
            return Edge(f"{source}>>{target}", source, target, elements, "transformation", colour, line, denied, label)
        case _:
            return Edge(f"{source}~{target}", source, target, elements, "relation", colour, line, denied, label)


def _edge_label(case: Case, elements: tuple[str, ...], denied: bool) -> str:
    first = case.elements[elements[0]]
    if isinstance(first, Relation):
        more = f" +{len(elements) - 1}" if len(elements) > 1 else ""
        return f"{first.role}{more}"
    if denied:
        return "denied"
    if isinstance(first, Flow) and first.exchange_for:
        return "in return"
    return ""


def _edge_colour(case: Case, source: str, target: str, elements: tuple[str, ...]) -> str:
    if case.table_of[elements[0]] == "relations":
        return kind_of(case, elements[0]).colour
    good = source if source in case.goods else target
    return kind_of(case, good).colour if good in case.goods else "ink"


def _lanes(case: Case) -> dict[str, str]:
    """The lane of every box that takes part in a flow, is made of a good, or is the target of a measure."""
    gives = Counter(flow.supplier for flow in case.flows.values())
    takes = Counter(flow.recipient for flow in case.flows.values() if flow.recipient)
    lanes: dict[str, str] = {}
    for measure in case.measures.values():
        lanes |= {target: "supplier" for target in measure.targets if target in case.actors}
    for flow in case.flows.values():
        lanes |= {key: "recipient" for key in flow.via}
        lanes[flow.good] = "good"
    for key in gives | takes:
        # Who supplies as often as it receives stands where the reading begins.
        lanes[key] = "supplier" if gives[key] >= takes[key] else "recipient"
    for made in case.transformations.values():
        lanes.setdefault(made.output, kind("transformation", made.kind).lane or "made")
    for made in case.transformations.values():
        lanes.setdefault(made.input, "good")
    return lanes


def _nodes(case: Case, lens: Lens, edges: tuple[Edge, ...], lanes: dict[str, str]) -> Iterable[Node]:
    wanted = dict.fromkeys(key for edge in edges for key in (edge.source, edge.target))
    wanted |= dict.fromkeys(lanes)
    for key in case.elements:
        if key in wanted:
            yield _node(case, key, lanes.get(key) or (None if lens.view == "relations" else "named"))


def _node(case: Case, key: str, lane: str | None) -> Node:
    row: Kind = kind_of(case, key)
    element = case.elements[key]
    place = group = ""
    match element:
        case Actor(place=where, country=country):
            place, group = where or "", country or ""
        case Good():
            place = row.label if row.label != element.name else ""
        case Event():
            place = row.label
    return Node(
        id=key, table=case.table_of[key], label=name(case, key), icon=row.icon, colour=row.colour,
        place=place or "", badge=badge(case, key), lane=lane, group=group or None,
    )  # fmt: skip


def _gates(case: Case, known: set[str], edges: tuple[Edge, ...]) -> Iterable[Gate]:
    for measure in case.measures.values():
        row = kind("status", measure.history[-1].status)
        words = kind("measure", measure.kind).phrase or measure.name
        hit = hits(case, measure)
        places = dict.fromkeys([*(target for target in measure.targets), *(one.target for one in hit)])
        for place in places:
            if place not in known:
                continue
            flows = {one.flow for one in hit if one.target == place}
            across = frozenset(
                edge.id for edge in edges if edge.kind == "flow" and place in (edge.source, edge.target)
                and flows.intersection(edge.elements)
            )  # fmt: skip
            yield Gate(
                f"{measure.id}@{place}",
                measure.id,
                place,
                across,
                row.id,
                f"{row.label}: {words}",
                row.colour,
                row.line,
            )


def _with_lonely(graph: Graph, gone: frozenset[str]) -> frozenset[str]:
    """A box whose lines are all hidden is hidden too; a box that never had a line stays."""
    lonely = set()
    for node in graph.nodes:
        lines = (*graph.edges_from.get(node.id, ()), *graph.edges_to.get(node.id, ()))
        if lines and all(set(edge.elements) <= gone for edge in lines):
            lonely.add(node.id)
    return gone | lonely
