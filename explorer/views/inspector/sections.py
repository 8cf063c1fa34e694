"""The sections of the inspector, each from plain rows to widgets.

In go a case, an id and what a click does; out come widgets, from top to bottom. Must not know the session.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from explorer.analysis.conflict import Contradiction, contradictions_of
from explorer.case.case import Case
from explorer.case.kinds import kind as status_kind
from explorer.case.parts import Actor, Flow, Measure, Note
from explorer.graph.model import Badge
from explorer.graph.words import badge, kind_of, name, status_words
from explorer.views.inspector.cards import ClaimCard, Shown, Sides
from explorer.views.inspector.connections import Group, Row, connections, reach, said_words
from explorer.views.inspector.facts import Fact, Value, facts, worked_out
from explorer.views.inspector.words import about_words
from explorer.views.kit import text
from explorer.views.kit.cards import Chip, Link, Picture, title
from explorer.views.kit.flow import Wrapping

#: How much of a section is shown at first, and how much more at each click.
FEW_CLAIMS, FEW_ROWS, FEW_CHIPS = 4, 5, 6
PORTION = 100
_LABELS = 88

T = TypeVar("T")

EMPTY = "Click any box, line, date or passage. Every claim opens its words."
HOW = (
    "A solid line is stated by a source, a dashed one was inferred by its author, a dotted one is weaker still.",
    "In the text, click a lit passage to see what was made of it. J and K go from claim to claim.",
    "Ctrl+K finds anything by name or by the words of a passage.",
)


@dataclass(frozen=True)
class Desk:
    """What the sections are made from. `unfolded` holds how often more was asked for below a heading."""

    shown: Shown
    conflicts: tuple[Contradiction, ...]
    select: Callable[[str], None]
    unfold: Callable[[str], None]
    unfolded: Mapping[str, int] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case."""
        return self.shown.case


def page(desk: Desk, key: str, others: Sequence[str]) -> Iterator[QWidget]:
    """Everything about an element, from top to bottom."""
    yield header(desk.case, key)
    if others:
        yield chips(desk, others)
    rows = facts(desk.case, key)
    if rows:
        yield table(desk, rows)
    yield from claims(desk, key)
    yield from conflicts(desk, key)
    reasons = worked_out(desk.case, key)
    if reasons:
        yield title("Worked out")
        yield table(desk, reasons)
    touched = reach(desk.case, key)
    if touched and touched.rows:
        yield from group(desk, touched)
    for neighbours in connections(desk.case, key):
        yield from group(desk, neighbours)
    yield from notes(desk, [note for note in desk.case.notes.values() if key in note.about], "Notes by the analyst")


def empty(desk: Desk) -> Iterator[QWidget]:
    """What to do, and what this case is, while nothing is picked."""
    case = desk.case
    yield text.label(EMPTY, bold=True, size=1.1)
    for line in HOW:
        yield text.label(line, muted=True)
    yield title("This case")
    yield text.label(case.about or case.title)
    yield text.label(about_words(case), muted=True)
    yield from notes(desk, [note for note in case.notes.values() if not note.about], "Notes by the analyst")


def header(case: Case, key: str) -> QWidget:
    """Icon, name, kind, place, and the status in words."""
    made, kind = QWidget(), kind_of(case, key)
    element = case.elements[key]
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 2)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Picture(kind.icon, kind.colour, 26), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text.label(name(case, key), bold=True, size=1.3), 0, 1)
    place = element.place if isinstance(element, Actor) else None
    # 'Machine tools' below 'Machine tools' says nothing.
    sort = kind.label if name(case, key) not in (kind.label, kind.plural) else None
    if words := " · ".join(filter(None, (sort, place))):
        grid.addWidget(text.label(words, muted=True), 1, 1)
    status = _status(case, key)
    if status is not None:
        row = QHBoxLayout()
        row.setSpacing(6)
        if status.icon:
            row.addWidget(Picture(status.icon, status.colour, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text.label(status.text), 1)
        grid.addLayout(row, 2, 1)
    return made


def chips(desk: Desk, others: Sequence[str]) -> QWidget:
    """What else is picked, each a way to switch."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 2)
    column.setSpacing(3)
    column.addWidget(text.label("Also picked", muted=True, size=0.92))
    flow = Wrapping()
    for key in _some(desk, "Also picked", others, FEW_CHIPS):
        # A fold is of no kind.
        kind = kind_of(desk.case, key) if key in desk.case.elements else None
        icon, tint = (kind.icon, kind.colour) if kind else ("company-group", "ink-muted")
        flow.add(Chip(_told_apart(desk, key, others), _goes(desk, key), icon=icon, tint=tint, colour="ink"))
    rest = len(others) - len(_some(desk, "Also picked", others, FEW_CHIPS))
    if rest:
        flow.add(Chip(f"{rest:,} more", _unfolds(desk, "Also picked")))
    column.addWidget(flow)
    return made


def table(desk: Desk, rows: Sequence[Fact]) -> QWidget:
    """Facts below each other: what it tells at the left, the values at the right."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(1)
    grid.setColumnMinimumWidth(0, _LABELS)
    grid.setColumnStretch(1, 1)
    line = 0
    for fact in rows:
        label = text.label(fact.label, muted=True)
        label.setContentsMargins(0, 3, 0, 3)
        grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        for value in fact.values:
            for widget in _value(desk, value):
                grid.addWidget(widget, line, 1)
                line += 1
    return made


def claims(desk: Desk, key: str) -> Iterator[QWidget]:
    """Who says so: a card a claim."""
    found = desk.case.claims_about(key)
    heading = "Who says so"
    yield title(f"{heading} ({len(found)})" if len(found) > 1 else heading)
    if not found:
        yield text.label("Nobody yet: this has no claim and no passage.", muted=True)
    for claim in _some(desk, heading, found, FEW_CLAIMS):
        yield ClaimCard(desk.shown, claim)
    yield from _more(desk, heading, found, FEW_CLAIMS, " claims")


def conflicts(desk: Desk, key: str) -> Iterator[QWidget]:
    """Contradictions side by side."""
    found = contradictions_of(desk.conflicts, key)
    if found:
        against = any(claim.id in pair.right for pair in found for claim in desk.case.claims_about(key))
        yield title("Stands against" if against else "Contradicted by")
    for pair in found:
        yield Sides(desk.shown, pair)


def group(desk: Desk, rows: Group) -> Iterator[QWidget]:
    """Neighbours as rows that can be clicked."""
    yield title(f"{rows.title} ({len(rows.rows):,})")
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for row in _some(desk, rows.title, rows.rows, FEW_ROWS):
        for widget in _row(desk, row):
            column.addWidget(widget)
    for link in _more(desk, rows.title, rows.rows, FEW_ROWS):
        column.addWidget(link)
    yield made


def notes(desk: Desk, rows: Sequence[Note], heading: str) -> Iterator[QWidget]:
    """What the analyst adds; never evidence."""
    if rows:
        yield title(heading)
    for note in _some(desk, heading, rows, FEW_ROWS):
        yield text.label(note.text)
    yield from _more(desk, heading, rows, FEW_ROWS)


def _told_apart(desk: Desk, key: str, others: Sequence[str]) -> str:
    """A name; a flow that is called like others of those picked is told apart by who says it."""
    words, element = name(desk.case, key), desk.case.elements.get(key)
    if isinstance(element, Flow) and sum(name(desk.case, other) == words for other in others) > 1:
        return f"{words}, {said_words(desk.case, element)}"
    return words


def _status(case: Case, key: str) -> Badge | None:
    element = case.elements[key]
    if isinstance(element, Measure):
        row = status_kind("status", element.history[-1].status)
        return Badge(status_words(case, element), row.colour, row.icon)
    return badge(case, key)


def _value(desk: Desk, value: Value) -> Iterator[QWidget]:
    if value.element is not None:
        kind = kind_of(desk.case, value.element)
        yield Link(value.words, _goes(desk, value.element), icon=kind.icon, tint=kind.colour)
    else:
        label = text.label(value.words)
        label.setContentsMargins(0, 3, 0, 0 if value.aside else 3)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        yield label
    if value.aside:
        aside = text.label(value.aside, muted=True, size=0.92)
        aside.setContentsMargins(0, 0, 0, 3)
        yield aside


def _row(desk: Desk, row: Row) -> Iterator[QWidget]:
    kind = kind_of(desk.case, row.element)
    yield Link(row.words, _goes(desk, row.element), icon=kind.icon, tint=kind.colour)
    if row.aside:
        aside = text.label(row.aside, muted=True, size=0.92)
        aside.setContentsMargins(20, 0, 0, 4)
        yield aside


def _goes(desk: Desk, key: str) -> Callable[[], None]:
    return lambda: desk.select(key)


def _unfolds(desk: Desk, heading: str) -> Callable[[], None]:
    return lambda: desk.unfold(heading)


def _some(desk: Desk, heading: str, rows: Sequence[T], few: int) -> Sequence[T]:
    """What is shown of a section: a few rows, and a portion more each time somebody asks."""
    return rows[: few + PORTION * desk.unfolded.get(heading, 0)]


def _more(desk: Desk, heading: str, rows: Sequence[object], few: int, what: str = "") -> Iterator[Link]:
    """The way to the rows that are not shown yet."""
    rest = len(rows) - len(_some(desk, heading, rows, few))
    if rest:
        words = f"Show all {len(rows):,}{what}" if rest <= PORTION else f"Show {PORTION} more of {rest:,}{what}"
        yield Link(words, _unfolds(desk, heading))
