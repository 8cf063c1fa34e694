"""The projection: `project(case, lens) -> Graph`.

In go a case and a lens, out come boxes, lines and gates. What a lens filters stays in the graph and is listed as
hidden, so that filtering never moves anything. Must not know sizes or places.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from explorer.case.case import Case
from explorer.case.evidence import Claim, denied
from explorer.case.kinds import Kind, Line, kind
from explorer.case.once import once
from explorer.case.parts import Actor, Event, Good
from explorer.graph import lens as lenses
from explorer.graph.fold import folded
from explorer.graph.lens import Lens
from explorer.graph.model import Edge, EdgeKind, Gate, Graph, Node, View
from explorer.graph.reach import hits
from explorer.graph.words import badge, kind_of, name
from explorer.text.english import small


def project(case: Case, lens: Lens) -> Graph:
    """What the canvas shows of a case in the view of the lens, with what is folded as one box each."""
    return folded(_unfolded(case, lens), case, lens).looked_up()


def _unfolded(case: Case, lens: Lens) -> Graph:
    """The graph of a view, which no filter changes, with what the lens hides."""
    held = _held(case)
    if lens.view not in held:
        held[lens.view] = _whole(case, lens).looked_up()
    graph, gone = held[lens.view], lenses.hidden(case, lens)
    return graph.hiding(_with_lonely(graph, gone)) if gone else graph


@once
def _held(_: Case) -> dict[View, Graph]:
    """The graphs of a case so far, by view."""
    return {}


def _whole(case: Case, lens: Lens) -> Graph:
    edges = tuple(_bundled(case, links(case, lens.view)))
    lanes = lanes_of(case) if lens.view != "relations" else {}
    ends = (key for edge in edges for key in (edge.source, edge.target))
    nodes = tuple(_node(case, lens, key, lane) for key, lane in boxes_of(case, lens.view, ends, lanes).items())
    known = {node.id for node in nodes}
    gates = tuple(_gates(case, known, edges)) if lens.view != "relations" else ()
    return Graph(lens.view, nodes, edges, gates)


def links(case: Case, view: str) -> list[tuple[str, str, str]]:
    """Source, target and element of every single line, before bundling."""
    found: list[tuple[str, str, str]] = []
    if view != "relations":
        for flow in case.flows.values():
            stops = [flow.supplier, flow.good, *flow.via, *([flow.recipient] if flow.recipient else [])]
            found += [(a, b, flow.id) for a, b in pairwise(stops)]
        found += [(made.input, made.output, made.id) for made in case.transformations.values()]
    if view != "flow":
        found += [(relation.subject, relation.object, relation.id) for relation in case.relations.values()]
    return [link for link in found if link[0] in case.elements and link[1] in case.elements]


def _bundled(case: Case, links: Iterable[tuple[str, str, str]]) -> Iterable[Edge]:
    """One edge for all flows between the same two boxes, one for all transformations; every relation has its own."""
    bundles: dict[tuple[str, str, EdgeKind, str], list[str]] = {}
    for source, target, element in links:
        what = _edge_kind(case, element)
        own = element if what == "relation" else ""
        bundles.setdefault((source, target, what, own), []).append(element)
    for (source, target, what, _), elements in bundles.items():
        yield _edge(case, source, target, what, tuple(dict.fromkeys(elements)))


def _edge_kind(case: Case, element: str) -> EdgeKind:
    kinds: dict[str, EdgeKind] = {"flows": "flow", "transformations": "transformation"}
    return kinds.get(case.table_of[element], "relation")


def _edge(case: Case, source: str, target: str, what: EdgeKind, elements: tuple[str, ...]) -> Edge:
    all_deny, line = _drawn(case, elements)
    label, colour = _edge_label(case, elements), _edge_colour(case, source, target, elements)
    key = {"flow": f"{source}>{target}", "transformation": f"{source}>>{target}", "relation": f"{elements[0]}~"}[what]
    return Edge(key, source, target, elements, what, colour, line, all_deny, label)


def _drawn(case: Case, elements: tuple[str, ...]) -> tuple[bool, Line]:
    """Whether all claims deny it, and the line of its surest claim: what one source plainly states is solid."""
    claims = [claim for element in elements for claim in case.claims_about(element)]
    if denied(claims):
        return True, kind("stance", "denies").line
    own = kind_of(case, elements[0]).line
    if own != "solid" or not claims:
        return False, own if claims else "dotted"
    weakest = [_line_of(claim) for claim in claims if claim.stance != "denies"]
    return False, "solid" if "solid" in weakest else weakest[0]


def _line_of(claim: Claim) -> Line:
    basis, stance = kind("basis", claim.basis).line, kind("stance", claim.stance).line
    return basis if basis != "solid" else stance


def _edge_label(case: Case, elements: tuple[str, ...]) -> str:
    """The role of a relation. A flow says what it is by its good, its line and its badges."""
    return case.relations[elements[0]].role if elements[0] in case.relations else ""


def _edge_colour(case: Case, source: str, target: str, elements: tuple[str, ...]) -> str:
    if case.table_of[elements[0]] == "relations":
        return kind_of(case, elements[0]).colour
    good = source if source in case.goods else target
    return kind_of(case, good).colour if good in case.goods else "ink"


def lanes_of(case: Case) -> dict[str, str]:
    """The lane of every box that takes part in a flow, is made of a good, or is the target of a measure."""
    gives = Counter(flow.supplier for flow in case.flows.values())
    takes = Counter(flow.recipient for flow in case.flows.values() if flow.recipient)
    lanes: dict[str, str] = {}
    for measure in case.measures.values():
        lanes |= dict.fromkeys((target for target in measure.targets if target in case.actors), "supplier")
    for flow in case.flows.values():
        lanes |= dict.fromkeys(flow.via, "recipient")
        lanes[flow.good] = "good"
    for key in gives | takes:
        # Who supplies as often as it receives stands where the reading begins.
        lanes[key] = "supplier" if gives[key] >= takes[key] else "recipient"
    for made in case.transformations.values():
        lanes.setdefault(made.output, kind("transformation", made.kind).lane or "made")
    for made in case.transformations.values():
        lanes.setdefault(made.input, "good")
    return lanes


def boxes_of(case: Case, view: str, ends: Iterable[str], lanes: Mapping[str, str]) -> dict[str, str | None]:
    """The lane of every box of a view: of what stands at the ends of its lines, and of what has a lane by itself."""
    wanted = {*ends, *lanes}
    rest = None if view == "relations" else "named"
    return {key: lanes.get(key) or rest for key in case.elements if key in wanted}


def _node(case: Case, lens: Lens, key: str, lane: str | None) -> Node:
    row: Kind = kind_of(case, key)
    element = case.elements[key]
    place = ""
    match element:
        case Actor(place=where):
            # "One company in Turkey" need not say once more that it is in Turkey.
            place = where if where and not _told(where, element.name) else ""
        case Good():
            # The kind of a good is said by colour and icon, which the legend spells out.
            place = _in_return(case, key)
        case Event():
            place = row.label
    return Node(
        id=key, table=case.table_of[key], label=name(case, key), icon=row.icon, colour=row.colour,
        place=place or "", badge=badge(case, key, gated=lens.view != "relations"), lane=lane,
    )  # fmt: skip


def _told(place: str, label: str) -> bool:
    """Whether a name already says where it is: every word of the place begins like a word of the name."""
    words = [word.strip(",").casefold() for word in label.split()]
    asked = [word.strip(",").casefold() for word in place.split() if word not in ("and", "in", "at", "the")]
    return all(any(word.startswith(one[:4]) for word in words) for one in asked)


def _in_return(case: Case, good: str) -> str:
    """What a good is given in return for, if every flow of it is such an exchange."""
    flows = case.flows_at.get(good, ())
    others = {flow.exchange_for for flow in flows}
    paid = [case.flows[key].good for key in others if key and key in case.flows]
    return f"in return for {small(name(case, paid[0]))}" if flows and None not in others and len(paid) == 1 else ""


def _gates(case: Case, known: set[str], edges: tuple[Edge, ...]) -> Iterable[Gate]:
    at: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.kind == "flow":
            for end in {edge.source, edge.target}:
                at.setdefault(end, []).append(edge)
    for measure in case.measures.values():
        row = kind("status", measure.history[-1].status)
        words = kind("measure", measure.kind).phrase or measure.name
        hit = hits(case, measure)
        flows: dict[str, set[str]] = {target: set() for target in measure.targets}
        for one in hit:
            flows.setdefault(one.target, set()).add(one.flow)
        for place in flows:
            if place not in known:
                continue
            across = frozenset(edge.id for edge in at.get(place, ()) if flows[place].intersection(edge.elements))
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
