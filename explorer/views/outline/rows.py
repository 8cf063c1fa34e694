"""The rows of the outline: tables, kinds, elements and their claims, in words.

In go a case, what the lens hides and what the filter leaves; out come rows, children made only when somebody asks for
them. Must not know Qt.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from explorer.case.case import ELEMENT_TABLES, Case
from explorer.case.evidence import Claim
from explorer.case.kinds import VOCABULARY_OF_TABLE, kind
from explorer.case.parts import Event, Figure, Flow, Measure, Relation
from explorer.graph import words
from explorer.text.english import listed
from explorer.views.outline.find import Found
from explorer.views.outline.groups import PART, Groups

#: The tables of the outline in plain words, in the order in which they are shown.
TITLES = {
    "actors": "Actors",
    "goods": "Goods",
    "flows": "Flows",
    "transformations": "Made into or used for",
    "relations": "Relations",
    "measures": "Measures",
    "events": "Events",
    "figures": "Figures",
    "sources": "Sources",
    "notes": "Notes",
}

Sort = Literal["table", "kind", "part", "element", "claim", "source", "note"]
#: The rows that only hold others.
HEADINGS: tuple[Sort, ...] = ("table", "kind", "part")
_FIRST_WORDS = 140
#: Tables whose elements have long names or none of their own: what stands beside them gets a line of its own.
_TWO_LINES = frozenset({"flows", "relations", "measures", "events", "figures"})


@dataclass(slots=True, eq=False)
class Row:
    """A line of the outline. `key` stays the same over changes of the case; `number` is its handle in the model."""

    key: str
    sort: Sort
    parent: "Row | None"
    place: int
    number: int
    children: list["Row"] | None = None
    places: dict[str, int] = field(default_factory=dict)


class Rows:
    """All rows of one case as one filter leaves them, made on demand."""

    def __init__(self, case: Case, found: Found | None = None) -> None:
        self.case = case
        self.found = found
        self.groups = Groups(case, found)
        #: Every row made so far, by its number.
        self.made: list[Row] = []
        self._top: list[Row] | None = None

    def children(self, row: Row | None) -> list[Row]:
        """The rows below a row; below None stand the tables."""
        if row is None:
            if self._top is None:
                keys = [table for table in TITLES if self.groups.table(table)]
                self._top = [self._row(key, "table", None, place) for place, key in enumerate(keys)]
            return self._top
        if row.children is None:
            sort, keys = self._below(row)
            row.children = [self._row(key, sort, row, place) for place, key in enumerate(keys)]
            row.places = {key: place for place, key in enumerate(keys)}
        return row.children

    def has_children(self, row: Row | None) -> bool:
        """Whether anything stands below a row, without making it."""
        match row:
            case None | Row(sort="table" | "kind" | "part"):
                return True
            case Row(sort="element", key=key):
                return bool(self._claims(key))
            case _:
                return False

    def find(self, key: str) -> Row | None:
        """The row of an element, source or note, if the filter leaves it."""
        table = self.case.table_of.get(key)
        row = next((top for top in self.children(None) if top.key == table), None)
        if row is None or table is None:
            return None
        if self.groups.divided(table):
            row = self._child(row, f"{table}/{self.case.elements[key].kind}")
        if row is not None and self.groups.parts(row.key):
            part = self.groups.part_of(row.key, key)
            row = self._child(row, part) if part else None
        return self._child(row, key) if row else None

    def at(self, sort: Sort, key: str) -> Row | None:
        """The row of a table ('actors'), of a kind ('actors/state'), of a part ('flows/supply#3') or of an id."""
        if sort not in HEADINGS:
            return self.find(key)
        group = key.partition("#")[0]
        row = next((top for top in self.children(None) if top.key == group.split("/")[0]), None)
        if row is not None and "/" in group:
            row = self._child(row, group)
        return row if row is None or sort != "part" else self._child(row, key)

    def lines(self, row: Row) -> int:
        """How many lines a row takes: an aside that is too long to stand beside a name gets its own."""
        if row.sort == "claim":
            return 2
        if row.sort != "element":
            return 1
        # A status with its source is too long for one line of a narrow pane.
        if row.key in self.case.measures or row.key in self._measured:
            return 3
        return 2 if self.case.table_of[row.key] in _TWO_LINES else 1

    @cached_property
    def _measured(self) -> frozenset[str]:
        """Who or what a measure is about: a status that loses its source to three dots would read as a verdict."""
        return frozenset(key for measure in self.case.measures.values() for key in (*measure.targets, *measure.goods))

    def _row(self, key: str, sort: Sort, parent: Row | None, place: int) -> Row:
        row = Row(key, sort, parent, place, len(self.made))
        self.made.append(row)
        return row

    def _child(self, row: Row, key: str) -> Row | None:
        below = self.children(row)
        place = row.places.get(key)
        return None if place is None else below[place]

    def _below(self, row: Row) -> tuple[Sort, list[str]]:
        match row.sort:
            case "table" if self.groups.divided(row.key):
                return "kind", list(self.groups.kinds(row.key))
            case "table" | "kind" if parts := self.groups.parts(row.key):
                return "part", parts
            case "table" | "kind" | "part":
                return _leaf(row.key), self.groups.members(row.key)
            case "element":
                return "claim", [claim.id for claim in self._claims(row.key)]
            case _:
                return "claim", []

    def _claims(self, key: str) -> tuple[Claim, ...]:
        claims = self.case.claims_about(key)
        if self.found is None or key not in self.found.through:
            return claims
        return tuple(claim for claim in claims if not self.found.quotes.isdisjoint(claim.quotes))


def _leaf(key: str) -> Sort:
    """What stands below a table, a kind or a part."""
    table = key.partition("#")[0].split("/")[0]
    return "element" if table in ELEMENT_TABLES else "source" if table == "sources" else "note"


def title(case: Case, row: Row) -> str:
    """What a row is called."""
    match row.sort:
        case "table" | "kind" | "part":
            return _heading(row)
        case "claim":
            return words.chain_words(case, case.claims[row.key])
        case "source":
            return case.sources[row.key].title
        case "note":
            return case.notes[row.key].text.replace("\n", " ")[:_FIRST_WORDS]
        case _:
            return words.name(case, row.key)


def _heading(row: Row) -> str:
    group, _, part = row.key.partition("#")
    if part:
        return f"{int(part) * PART + 1:,} to {(int(part) + 1) * PART:,}"
    table, _, which = group.partition("/")
    return kind(VOCABULARY_OF_TABLE[table], which).plural if which else TITLES[table]


def aside(case: Case, row: Row) -> str:
    """What stands muted beside the name: the date, the status, the first words of the passage."""
    match row.sort:
        case "claim":
            return passage(case, case.claims[row.key])
        case "source":
            source = case.sources[row.key]
            return ", ".join(filter(None, (source.publisher, words.when_words(source.published))))
        case "element":
            return _of_element(case, row.key)
        case _:
            return ""


def passage(case: Case, claim: Claim) -> str:
    """The first words of a claim's passage in quotation marks; a claim without one says so."""
    quote = next((case.quotes[key] for key in claim.quotes if key in case.quotes), None)
    if quote is None:
        return f"{claim.statement} (no passage)"
    # Marks of the article at the ends would stand doubled inside ours.
    text = " ".join(quote.exact.split()).strip('"“”„')
    short = text if len(text) <= _FIRST_WORDS else text[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"


def _of_element(case: Case, key: str) -> str:
    match case.elements[key]:
        case Event(when=when):
            return words.when_words(when)
        case Measure() as measure:
            return words.status_words(case, measure)
        case Figure() as figure:
            return words.figure_words(figure)
        case Flow(period=period) | Relation(period=period):
            return " · ".join(filter(None, (_speakers(case, key), words.period_words(period) if period else "")))
        case _:
            found = words.badge(case, key)
            return found.text if found else ""


def _speakers(case: Case, key: str) -> str:
    """Who says it, and who denies it: what tells flows of the same good between the same two apart."""
    claims = case.claims_about(key)
    if not claims:
        return "no passage yet"
    says = listed((words.short_name(case, c.speaker) for c in claims if c.stance != "denies"), 2)
    denies = listed((words.short_name(case, c.speaker) for c in claims if c.stance == "denies"), 2)
    return ", ".join(filter(None, (says, f"denied by {denies}" if denies else "")))
