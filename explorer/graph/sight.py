"""Sight: what of a large case is seen first, and what each step of folding and unfolding makes of a lens.

In go a case or a graph and a lens, out comes another lens. Nothing here changes the case. Must not know how anything is
drawn.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from explorer.case.case import Case
from explorer.case.once import once
from explorer.graph.group import fold_id, group_keys, key_of
from explorer.graph.lens import Lens
from explorer.graph.model import VIEWS, Graph, Grouping
from explorer.graph.project import boxes_of, lanes_of, links

#: A picture of more boxes than these is not read but stared at: it begins folded.
MANY = 300
#: So many boxes come out of a fold at one step.
STEP = 12
#: A folded picture begins with so many boxes and lines at most, if folding alone leaves as few.
_BOXES, _LINES = 40, 80


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The boxes of a view with their lanes, and the lines between them."""

    boxes: Mapping[str, str | None]
    lines: tuple[tuple[str, str], ...]

    @property
    def degree(self) -> Mapping[str, int]:
        """How many lines each box has."""
        return Counter(chain.from_iterable(self.lines))

    def standing(self, stand: Mapping[str, str]) -> "_Sheet":
        """The sheet with others in place of some of its boxes."""
        ends = dict.fromkeys((stand.get(source, source), stand.get(target, target)) for source, target in self.lines)
        return _Sheet({stand.get(box, box): lane for box, lane in self.boxes.items()}, tuple(ends))

    def size(self, stand: Mapping[str, str]) -> tuple[int, int]:
        """How many boxes and lines are left if others stand for some of the boxes."""
        ends = {(stand.get(source, source), stand.get(target, target)) for source, target in self.lines}
        boxes = {stand.get(box, box) for box in self.boxes}
        return len(boxes), sum(source != target for source, target in ends)


def first_lens(case: Case, lens: Lens) -> Lens:
    """The lens with which a case is first seen: of more than `MANY` boxes all but the best connected are folded."""
    if len(case.actors) + len(case.goods) + len(case.events) <= MANY:
        return lens
    return _begun(case, lens, _best(case)) if _large(case) else lens


def grouped_by(case: Case, lens: Lens, grouped: Grouping) -> Lens:
    """The lens that groups by something else; a large case is folded, a small one shows all in frames."""
    plain = replace(lens, grouped=grouped, folded=frozenset(), shown=frozenset())
    return _begun(case, plain, grouped) if grouped and _large(case) else plain


def all_folded(case: Case, lens: Lens) -> Lens:
    """The lens with every group as one box; without a grouping the one that says most."""
    grouped = lens.grouped or _best(case)
    return replace(lens, grouped=grouped, folded=_keys(case, grouped, _sheets(case)), shown=frozenset())


def all_unfolded(lens: Lens) -> Lens:
    """The lens with every box by itself, still in the frames of its groups."""
    return replace(lens, folded=frozenset(), shown=frozenset())


def closed(graph: Graph, lens: Lens, key: str) -> Lens:
    """The lens with a group as one box."""
    members = {box for box, group in graph.group_of.items() if group == key}
    return replace(lens, folded=lens.folded | {key}, shown=lens.shown - members)


def opened(graph: Graph, lens: Lens, key: str) -> Lens:
    """The lens with all members of a folded group by themselves."""
    members = {box for box, group in graph.group_of.items() if group == key}
    return replace(lens, folded=lens.folded - {key}, shown=lens.shown - members)


def grown(graph: Graph, lens: Lens, key: str, count: int = STEP) -> Lens:
    """The lens with the next members of a folded group by themselves, those with most lines first."""
    return _out(graph, lens, ranked(graph, graph.members.get(fold_id(key), ()))[:count])


def around(graph: Graph, lens: Lens, box: str, count: int = STEP) -> Lens:
    """The lens with the next folded neighbours of a box by themselves, those with most lines first."""
    return _out(graph, lens, ranked(graph, folded_neighbours(graph, box))[:count])


def taken_out(graph: Graph, lens: Lens, box: str) -> Lens:
    """The lens with one member of a fold by itself."""
    return _out(graph, lens, (box,))


def seen_words(graph: Graph) -> str:
    """'12 of 10,240 boxes shown, 10,228 folded'; nothing if nothing is folded."""
    away = sum(node.count for node in graph.nodes)
    seen = sum(not node.count for node in graph.nodes)
    return f"{seen:,} of {seen + away:,} boxes shown, {away:,} folded" if away else ""


def folded_neighbours(graph: Graph, box: str) -> tuple[str, ...]:
    """Who stands at the other end of the lines of a box and is in a fold, in the order of the lines."""
    if graph.whole is None or key_of(box) is not None:
        return ()
    out, into = graph.whole.edges_from.get(box, ()), graph.whole.edges_to.get(box, ())
    ends = dict.fromkeys(chain((edge.target for edge in out), (edge.source for edge in into)))
    return tuple(key for key in ends if key not in graph.node_by_id)


def _out(graph: Graph, lens: Lens, boxes: Iterable[str]) -> Lens:
    """The lens with some more members out of their folds; a fold of which only one is left comes out whole."""
    shown = lens.shown | set(boxes)
    for fold, members in graph.members.items():
        left = [key for key in members if key not in shown]
        key = key_of(fold)
        if key is not None and len(left) < 2:
            shown -= {box for box, group in graph.group_of.items() if group == key} | set(members)
            lens = replace(lens, folded=lens.folded - {key})
    return replace(lens, shown=shown)


def ranked(graph: Graph, boxes: Iterable[str]) -> list[str]:
    """Boxes in the order in which they come out of a fold: those with most lines first."""
    whole = graph.whole or graph
    return sorted(boxes, key=lambda key: -len(whole.edges_from.get(key, ())) - len(whole.edges_to.get(key, ())))


@once
def _sheets(case: Case) -> dict[str, _Sheet]:
    lanes, found = lanes_of(case), dict[str, _Sheet]()
    for view in VIEWS:
        lines = tuple(dict.fromkeys(link[:2] for link in links(case, view)))
        ends = chain.from_iterable(lines)
        found[view] = _Sheet(boxes_of(case, view, ends, lanes if view != "relations" else {}), lines)
    return found


def _large(case: Case) -> dict[str, _Sheet]:
    """The views that have more boxes than can be read."""
    return {view: sheet for view, sheet in _sheets(case).items() if len(sheet.boxes) > MANY}


def _best(case: Case) -> Grouping:
    """By country, if most actors have one and a calm picture comes of it; else by kind."""
    if sum(1 for actor in case.actors.values() if actor.country) * 2 <= len(case.actors):
        return "kind"
    sizes = [sheet.size(group_keys(case, "country", sheet.boxes.items())) for sheet in _sheets(case).values()]
    return "country" if all(boxes <= _BOXES and lines <= _LINES for boxes, lines in sizes) else "kind"


def _keys(case: Case, grouped: Grouping, sheets: Mapping[str, _Sheet]) -> frozenset[str]:
    """The keys of all groups of more than one box."""
    counts = [Counter(group_keys(case, grouped, sheet.boxes.items()).values()) for sheet in sheets.values()]
    return frozenset(key for count in counts for key, number in count.items() if number > 1)


def _begun(case: Case, lens: Lens, grouped: Grouping) -> Lens:
    """Everything of the large views folded, but the best connected by name."""
    folded, shown = _beginnings(case)[grouped]
    return replace(lens, grouped=grouped, folded=folded, shown=shown)


@once
def _beginnings(case: Case) -> dict[Grouping, tuple[frozenset[str], frozenset[str]]]:
    """What is folded and what is shown at first by each grouping: made when a case is read, not when one is chosen."""
    large, found = _large(case), dict[Grouping, tuple[frozenset[str], frozenset[str]]]()
    groupings: tuple[Grouping, ...] = ("country", "kind", "group")
    for grouped in groupings:
        keys = _keys(case, grouped, large)
        if "flow" not in large:
            # What is both in the flows and in the view of both is few enough to be seen in either.
            keys = frozenset(key for key in keys if key.startswith(("named/", "-/")))
        found[grouped] = keys, _hubs(case, grouped, keys, large)
    return found


def _hubs(case: Case, grouped: Grouping, keys: frozenset[str], sheets: Mapping[str, _Sheet]) -> frozenset[str]:
    """The best connected of every lane in turn, as many as leave the picture calm."""
    found = set[str]()
    for sheet in sheets.values():
        groups = group_keys(case, grouped, sheet.boxes.items())
        stand = {box: key for box, key in groups.items() if key in keys}
        lanes: dict[str | None, list[str]] = {}
        degree = sheet.degree
        for box in sorted(stand, key=lambda box: -degree.get(box, 0)):
            lanes.setdefault(sheet.boxes[box], []).append(box)
        turns = [box for row in zip_longest(*(lane[:_BOXES] for lane in lanes.values())) for box in row if box]
        found.update(turns[: _calm(sheet, stand, turns)])
    return frozenset(found)


def _calm(sheet: _Sheet, stand: Mapping[str, str], turns: list[str]) -> int:
    """How many of some boxes can come out of their folds before it is too much for one look."""
    may = set(turns)
    # Most boxes stay in their folds whatever comes out: they are put there once, and few are left to count.
    small = sheet.standing({box: key for box, key in stand.items() if box not in may})

    def too_much(count: int) -> bool:
        boxes, lines = small.size({box: stand[box] for box in turns[count:]})
        return boxes > _BOXES or lines > _LINES

    return max(0, bisect_left(range(len(turns) + 1), 1, key=too_much) - 1)
