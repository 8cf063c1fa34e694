"""Folding: `folded(graph, case, lens) -> Graph`, in which a folded group is one box.

In go the graph of a view and a lens that says what is folded, out comes the graph to be drawn. Nothing is lost: lines
and gates move to the box that stands for their ends, and what ran inside one fold is listed there. Must not know sizes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.case.case import Case
from explorer.case.kinds import kind
from explorer.case.parts import FOLD
from explorer.graph.group import commonest, count_words, fold_id, group_keys, title
from explorer.graph.lens import Lens
from explorer.graph.model import Badge, Edge, Gate, Graph, Node
from explorer.text.english import counted

#: More gates than these at one fold say nothing any more: it shows one less, and counts the rest.
_GATES = 4
_SIGNS = {"flow": ">", "transformation": ">>", "relation": "~"}


def folded(graph: Graph, case: Case, lens: Lens) -> Graph:
    """The graph with the folded groups of the lens as one box each, and the groups of all others named."""
    if not lens.grouped:
        return graph
    keys = group_keys(case, lens.grouped, ((node.id, node.lane) for node in graph.nodes))
    groups = _members(keys)
    away = {key: _away(members, lens) for key, members in groups.items() if key in lens.folded}
    away = {key: members for key, members in away.items() if len(members) > 1}
    stand = {member: fold_id(key) for key, members in away.items() for member in members}
    lines = _lines(graph, stand)
    gates, left, more = _gates(graph, stand, lines.to)
    boxes = [(_told(node, more), key) for node, key in _nodes(graph, case, keys, groups, away)]
    return Graph(
        graph.view, _framed(boxes), lines.edges, gates, _hidden(graph, away),
        members={fold_id(key): members for key, members in away.items()},
        inside={**lines.inside, **left},
        group_of={key: group for key, group in keys.items() if len(groups[group]) > 1 and key not in stand},
        group_titles={key: title(case, key) for key, members in groups.items() if len(members) > 1},
        moved=lines.to, whole=graph,
    )  # fmt: skip


def _members(keys: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for member, key in keys.items():
        groups.setdefault(key, []).append(member)
    return {key: tuple(members) for key, members in groups.items()}


def _away(members: tuple[str, ...], lens: Lens) -> tuple[str, ...]:
    """The members that were not taken out of a fold. A fold of one would say less than the one."""
    return tuple(key for key in members if key not in lens.shown) if lens.shown else members


def _nodes(
    graph: Graph, case: Case, keys: Mapping[str, str], groups: Mapping[str, Sequence[str]],
    away: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[Node, str]]:  # fmt: skip
    """Every box with the key of its group; a fold stands where the first of its members stood."""
    inside = {key: frozenset(members) for key, members in away.items()}
    made = set[str]()
    for node in graph.nodes:
        key = keys.get(node.id, "")
        if key not in away or node.id not in inside[key]:
            yield node, key
        elif key not in made:
            made.add(key)
            row, members = commonest(case, away[key]), away[key]
            words = count_words(case, key, members, more=len(members) < len(groups[key]))
            yield Node(fold_id(key), FOLD, words, row.icon, row.colour, lane=node.lane, count=len(members)), key


def _framed(boxes: list[tuple[Node, str]]) -> tuple[Node, ...]:
    """The boxes, each told which group it stands in, if others of it can be seen beside it."""
    seen: dict[str, int] = {}
    for _, key in boxes:
        seen[key] = seen.get(key, 0) + 1
    return tuple(replace(node, group=key) if key and seen[key] > 1 else node for node, key in boxes)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines between the boxes that stand for their ends: `to` says where each went, `inside` what vanished."""

    edges: tuple[Edge, ...]
    to: dict[str, str]
    inside: dict[str, str]


def _lines(graph: Graph, stand: Mapping[str, str]) -> _Lines:
    bundles: dict[str, list[Edge]] = {}
    to: dict[str, str] = {}
    gone: dict[str, str] = {}
    for edge in graph.edges:
        source, target = stand.get(edge.source, edge.source), stand.get(edge.target, edge.target)
        if source == edge.source and target == edge.target:
            bundles[edge.id] = [edge]
        elif source == target:
            to[edge.id] = ""
            gone |= dict.fromkeys(edge.elements, source)
        else:
            to[edge.id] = f"{source}{_SIGNS[edge.kind]}{target}"
            bundles.setdefault(to[edge.id], []).append(edge)
    edges = tuple(rows[0] if rows[0].id == key else _bundle(key, rows, stand) for key, rows in bundles.items())
    left = {element for edge in edges for element in edge.elements} if gone else set[str]()
    return _Lines(edges, to, {element: fold for element, fold in gone.items() if element not in left})


def _bundle(key: str, rows: list[Edge], stand: Mapping[str, str]) -> Edge:
    """One line for many: denied only if all are, as sure as the surest, of a colour and a label that all share."""
    elements = tuple(dict.fromkeys(element for edge in rows for element in edge.elements))
    said = [edge for edge in rows if not edge.denied] or rows
    lines = [edge.line for edge in said]
    source, target = (stand.get(end, end) for end in (rows[0].source, rows[0].target))
    return replace(
        rows[0], id=key, source=source, target=target, elements=elements, denied=said[0].denied,
        line="solid" if "solid" in lines else lines[0],
        colour=_shared((edge.colour for edge in rows), "ink"), label=_shared((edge.label for edge in rows), ""),
    )  # fmt: skip


def _shared(values: Iterable[str], otherwise: str) -> str:
    found = set(values)
    return found.pop() if len(found) == 1 else otherwise


@dataclass(slots=True)
class _Fence:
    gate: Gate
    node: str
    edges: set[str]


def _gates(
    graph: Graph, stand: Mapping[str, str], moved: Mapping[str, str]
) -> tuple[tuple[Gate, ...], dict[str, str], Mapping[str, int]]:
    """The gates at the boxes that stand for their nodes, one a measure.

    And the measures that have none, each with its fold; and how many gates more each fold would have.
    """
    fences: dict[tuple[str, str], _Fence] = {}
    for gate in graph.gates:
        node = stand.get(gate.node, gate.node)
        fence = fences.setdefault((gate.measure, node), _Fence(gate, node, set()))
        fence.edges.update(filter(None, (moved.get(edge, edge) for edge in gate.edges)))
    folds = frozenset(stand.values())
    kept = _kept([fence for fence in fences.values() if fence.node in folds])
    shown = [key for key, fence in fences.items() if fence.node not in folds or key in kept]
    known = {measure for measure, _ in shown}
    left = {measure: node for measure, node in reversed(fences) if measure not in known}
    more = Counter(node for measure, node in fences if node in folds and (measure, node) not in kept)
    return tuple(_gate(*key, fences[key]) for key in shown), left, more


def _told(node: Node, more: Mapping[str, int]) -> Node:
    """A fold says how many measures are aimed at it beside those that stand there as gates."""
    count = more.get(node.id, 0)
    return replace(node, badge=Badge(counted(count, "more measure"), icon="gate")) if count else node


def _kept(fences: list[_Fence]) -> set[tuple[str, str]]:
    """Of the gates of each fold the few that have come farthest, and of those who stand across most."""
    at: dict[str, list[_Fence]] = {}
    for fence in fences:
        at.setdefault(fence.node, []).append(fence)
    kept = set[tuple[str, str]]()
    for node, rows in at.items():
        rows.sort(key=lambda fence: (-kind("status", fence.gate.status).rank, -len(fence.edges)))
        shown = len(rows) if len(rows) <= _GATES else _GATES - 1
        kept |= {(fence.gate.measure, node) for fence in rows[:shown]}
    return kept


def _gate(measure: str, node: str, fence: _Fence) -> Gate:
    return replace(fence.gate, id=f"{measure}@{node}", node=node, edges=frozenset(fence.edges))


def _hidden(graph: Graph, away: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """What the filters hide, with the folds of which they hide everybody."""
    if not graph.hidden:
        return graph.hidden
    return graph.hidden | {fold_id(key) for key, members in away.items() if graph.hidden.issuperset(members)}
