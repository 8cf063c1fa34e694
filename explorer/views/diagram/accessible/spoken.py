"""The diagram in words, as a screen reader speaks it: what the eye takes from colours, signs and lines, in a sentence.

In go the case, a graph and an id, out come plain words. Must not know Qt.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from explorer.analysis.summary import headline
from explorer.case.case import Case
from explorer.case.evidence import denied
from explorer.case.kinds import kind
from explorer.case.parts import Flow, Measure, Transformation
from explorer.graph.model import LANE_TITLES, Badge, Graph, Node
from explorer.graph.words import badge, kind_of, name, status_words
from explorer.text.english import capital, counted, listed
from explorer.views.kit.text import plain

#: So many lines of a box are spoken before the rest is only counted.
_LINES = 5
#: So many lines are looked at for that; a hub has thousands.
_MOST = 200
_LONGEST = 900
_MORE = re.compile(r" \+(\d+)$")
KEYS = "Arrow keys go from box to box, Enter opens the claims, Space pins."


class Spoken:
    """The words of whatever case is open now."""

    def __init__(self, case: Callable[[], Case]) -> None:
        self._case = case
        self._headline: tuple[Case, str] | None = None

    def name(self, graph: Graph, key: str) -> str:
        """What a box is called."""
        node = graph.node_by_id.get(key)
        return plain(node.label) if node else ""

    def whole(self, graph: Graph, listed_now: int) -> str:
        """The case in a sentence, what is drawn of it, and how to go through it."""
        boxes, lines, gates = len(graph.nodes), len(graph.edges), len(graph.gates)
        counts = [counted(boxes, "box", "boxes"), counted(lines, "line"), *([counted(gates, "gate")] if gates else [])]
        part = "" if listed_now >= boxes else f" {listed_now:,} of the boxes are listed here."
        return plain(f"{self._in_a_sentence()} {', '.join(counts)}.{part} {KEYS}", _LONGEST)

    def _in_a_sentence(self) -> str:
        """The case in a sentence; in a large one there is much to count."""
        case = self._case()
        if self._headline is None or self._headline[0] is not case:
            self._headline = case, headline(case)
        return self._headline[1]

    def box(self, graph: Graph, key: str) -> str:
        """What can be seen of a box: kind, place, lane, status, lines, gates, how many claims."""
        node = graph.node_by_id.get(key)
        if node is None:
            return ""
        case = self._case()
        parts = [_kind(case, node), node.place, _lane(node)]
        parts += [_status(node.badge), _members(case, graph, key), _lines(case, graph, key)]
        parts += _gates(case, graph, key)
        if key in case.elements:
            parts.append(counted(len(case.claims_about(key)), "claim"))
        return plain(" ".join(f"{capital(part.rstrip('.'))}." for part in parts if part), _LONGEST)

    def element(self, key: str) -> str:
        """A line, a gate or anything else that is no box, as it is spoken when it is picked."""
        case = self._case()
        element = case.elements.get(key)
        if isinstance(element, Measure):
            return plain(f"{element.name}. {status_words(case, element)}.", _LONGEST)
        status = capital(_status(badge(case, key))) if element else ""
        return plain(". ".join(filter(None, (_sentence(case, key), status))) + ".", _LONGEST)


def _status(badge: Badge | None) -> str:
    """A status without signs: what the box shortens to '+2' is '2 more'."""
    return _MORE.sub(r" and \1 more", badge.text) if badge else ""


def _kind(case: Case, node: Node) -> str:
    return kind_of(case, node.id).label if node.id in case.elements else ""


def _lane(node: Node) -> str:
    return f"Lane: {LANE_TITLES[node.lane]}" if node.lane and node.lane in LANE_TITLES else ""


def _members(case: Case, graph: Graph, key: str) -> str:
    """Who is in a box that stands for many."""
    members = graph.members.get(key, ())
    return f"Stands for {len(members):,}: {listed((name(case, one) for one in members), 6)}" if members else ""


def _gates(case: Case, graph: Graph, key: str) -> Iterator[str]:
    for gate in graph.gates_at.get(key, ()):
        if gate.measure not in graph.hidden:
            measure = case.measures.get(gate.measure)
            yield f"Gate: {measure.name}, {status_words(case, measure)}" if measure else f"Gate: {gate.label}"


def _lines(case: Case, graph: Graph, key: str) -> str:
    """How many flows a box gives and takes, then its lines, the first few in words."""
    edges = (*graph.edges_from.get(key, ()), *graph.edges_to.get(key, ()))
    elements = [one for one in dict.fromkeys(e for edge in edges for e in edge.elements) if one not in graph.hidden]
    if not elements:
        return ""
    if key not in case.elements:
        ends = (edge.target if edge.source == key else edge.source for edge in edges)
        return f"{counted(len(elements), 'line')}, to and from {listed((_label(graph, end) for end in ends), 6)}"
    # Flows of the same good between the same two are told apart by who says so, which the claims tell.
    words = Counter(_line(case, one, key) for one in elements[:_MOST])
    told = [one if number == 1 else f"{one}, {number:,} times" for one, number in words.most_common(_LINES)]
    left = len(elements) - sum(number for _, number in words.most_common(_LINES))
    return ": ".join(
        filter(None, (_counts(case, elements, key), "; ".join([*told, *([f"{left:,} more"] if left else [])])))
    )


def _label(graph: Graph, key: str) -> str:
    node = graph.node_by_id.get(key)
    return node.label if node else key


def _counts(case: Case, elements: list[str], key: str) -> str:
    flows = [case.flows[one] for one in elements if one in case.flows]
    if key in case.goods:
        counts = [counted(len(flows), "flow")] if flows else []
    else:
        rows = (
            ("supplies", sum(flow.supplier == key for flow in flows)),
            ("receives", sum(flow.recipient == key for flow in flows)),
            ("passes on", sum(key in flow.via for flow in flows)),
        )
        counts = [f"{verb} {counted(number, 'flow')}" for verb, number in rows if number]
    rest = len(elements) - len(flows)
    return ", ".join([*counts, *([counted(rest, "other line")] if rest else [])])


def _line(case: Case, element: str, key: str) -> str:
    """A line from where a box stands: 'microelectronics to Russia', 'from China to Russia', 'made into missiles'."""
    words = _from(case, element, key)
    return f"{words}, denied" if denied(case.claims_about(element)) else words


def _from(case: Case, element: str, key: str) -> str:
    match case.elements.get(element):
        case Flow(supplier=supplier, good=good, recipient=recipient):
            what = name(case, good) if good != key else ""
            by = f"from {name(case, supplier)}" if supplier != key else ""
            to = f"to {name(case, recipient)}" if recipient and recipient != key else ""
            return " ".join(filter(None, (what, by, to)))
        case Transformation(input=before, output=after) as made:
            phrase = kind("transformation", made.kind).phrase
            return f"{phrase} {name(case, after)}" if before == key else f"{name(case, before)} {phrase} it"
        case _:
            return name(case, element)


def _sentence(case: Case, key: str) -> str:
    """A line in a sentence of its own, without the arrows that stand in a name."""
    match case.elements.get(key):
        case Flow(supplier=supplier, good=good, recipient=recipient):
            to = f" to {name(case, recipient)}" if recipient else ""
            return f"{name(case, supplier)} supplies {name(case, good)}{to}"
        case Transformation(input=before, output=after) as made:
            return f"{name(case, before)} {kind('transformation', made.kind).phrase} {name(case, after)}"
        case _:
            return name(case, key)
