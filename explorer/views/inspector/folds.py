"""The page about a fold: what it stands for, who is in it, what is said of them, which measures are aimed at them.

In go a graph and the id of a fold, out come widgets from top to bottom. Must not know the session.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.case.case import Case
from explorer.graph.model import Graph, Node
from explorer.graph.sight import ranked
from explorer.graph.words import kind_of, name, status_words
from explorer.text.english import counted
from explorer.views.inspector.connections import Group, Row
from explorer.views.inspector.sections import Desk, chips, group
from explorer.views.kit import text
from explorer.views.kit.cards import Link, Picture, title

#: As many members are listed at once.
MEMBERS = 50


def fold_page(desk: Desk, graph: Graph, fold: str, others: Sequence[str]) -> Iterator[QWidget]:
    """Everything about a fold, from top to bottom."""
    members = ranked(graph, graph.members[fold])
    yield _header(graph.node_by_id[fold])
    if others:
        yield chips(desk, others)
    yield text.label(
        "Enter or a double click takes the next twelve out of it, those with most lines first.", muted=True
    )
    yield title("What is said")
    yield text.label(claims_words(desk.case, graph, fold))
    measures = _measures(desk.case, members)
    if measures:
        yield from group(desk, Group("Measures against them", measures))
    yield title(
        f"Who is in it ({len(members):,})" if _acts(desk.case, members) else f"What is in it ({len(members):,})"
    )
    for key in members[:MEMBERS]:
        kind = kind_of(desk.case, key)
        yield Link(name(desk.case, key), _goes(desk, key), icon=kind.icon, tint=kind.colour)
    if len(members) > MEMBERS:
        yield text.label(f"and {len(members) - MEMBERS:,} more; the outline lists all of them.", muted=True)


def claims_words(case: Case, graph: Graph, fold: str) -> str:
    """How many claims are about its members, and about how many flows or relations of theirs."""
    own = sum(len(case.claims_about(key)) for key in graph.members[fold])
    lines = (*graph.edges_from.get(fold, ()), *graph.edges_to.get(fold, ()))
    elements = dict.fromkeys(element for edge in lines for element in edge.elements)
    elements |= dict.fromkeys(key for key, where in graph.inside.items() if where == fold and key not in case.measures)
    said = sum(len(case.claims_about(key)) for key in elements)
    about = f" and {counted(said, 'claim')} about {counted(len(elements), 'line')} of theirs" if elements else ""
    return f"{counted(own, 'claim')} about them{about}."


def _header(node: Node) -> QWidget:
    """Icon, what stands on the box, and what it is."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 2)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Picture(node.icon, node.colour, 26), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text.label(node.label, bold=True, size=1.3), 0, 1)
    grid.addWidget(text.label("Folded: one box stands for all of them", muted=True), 1, 1)
    return made


def _measures(case: Case, members: Sequence[str]) -> tuple[Row, ...]:
    aimed = dict.fromkeys(measure.id for key in members for measure in case.measures_at.get(key, ()))
    return tuple(Row(key, case.measures[key].name, status_words(case, case.measures[key])) for key in aimed)


def _acts(case: Case, members: Sequence[str]) -> bool:
    return members[0] in case.actors


def _goes(desk: Desk, key: str) -> Callable[[], None]:
    return lambda: desk.select(key)
