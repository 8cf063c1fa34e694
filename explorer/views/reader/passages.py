"""The passages of one source: where each quote stands, what it speaks of, and which lie over each other.

In go a case, where its quotes were found, and what is hidden; out come frozen passages in reading order. Must not know
Qt: places are code points.
"""

from dataclasses import dataclass, replace

from explorer.case.case import Case
from explorer.case.kinds import VOCABULARY_OF_TABLE
from explorer.graph.words import kind_of, name
from explorer.text.english import capital
from explorer.views.reader.places import Places

#: What a passage that speaks of several things is lit as: the first of these that it speaks of.
PRECEDENCE = ("measures", "flows", "transformations", "figures", "relations", "events", "goods", "actors")
#: More lines below one another than this would run into the next line of text.
TRACKS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote at its place. `track` is the row of its underline, so that passages over each other stay apart.

    `parts` are the stretches that are lit, in order; `start` and `end` lie around them.
    """

    quote: str
    start: int
    end: int
    table: str
    elements: tuple[str, ...]
    parts: tuple[tuple[int, int], ...]
    track: int = 0

    @property
    def length(self) -> int:
        """How many code points it is long."""
        return self.end - self.start


@dataclass(frozen=True)
class Passages:
    """The passages of one source in reading order, longer ones before those that they hold."""

    rows: tuple[Passage, ...] = ()

    def at(self, point: int) -> tuple[Passage, ...]:
        """The passages over a code point, the innermost first."""
        over = [row for row in self.rows if any(start <= point < end for start, end in row.parts)]
        return tuple(sorted(over, key=lambda row: (row.length, row.start)))

    def within(self, start: int, end: int) -> tuple[Passage, ...]:
        """The passages that share at least one code point with a stretch."""
        return tuple(row for row in self.rows if row.start < end and row.end > start)

    def of(self, quote: str) -> Passage | None:
        """The passage of a quote, if it is lit here."""
        return next((row for row in self.rows if row.quote == quote), None)


def passages(case: Case, source: str, places: Places, hidden: frozenset[str] = frozenset()) -> Passages:
    """The passages of a source that say something and are not filtered out. `places` is where each quote was found."""
    found: list[Passage] = []
    for quote in case.quotes_in(source):
        elements = tuple(key for key in case.elements_on(quote.id) if key in case.elements and key not in hidden)
        if quote.id in places and elements:
            parts = places[quote.id]
            found.append(Passage(quote.id, parts[0][0], parts[-1][1], _leading(case, elements), elements, parts))
    found.sort(key=lambda row: (row.start, -row.end, row.quote))
    return Passages(tuple(_on_tracks(found)))


def words_of(case: Case, passage: Passage) -> str:
    """What a passage says, a line an element: 'Flow: China → microelectronics → Russia'."""
    lines = [f"{_kind_words(case, key)}: {name(case, key)}" for key in by_precedence(case, passage.elements)]
    return "\n".join(dict.fromkeys(lines))


def by_precedence(case: Case, elements: tuple[str, ...]) -> tuple[str, ...]:
    """Elements in the order in which a passage leads with them."""
    return tuple(sorted(elements, key=lambda key: PRECEDENCE.index(case.table_of[key])))


def _kind_words(case: Case, key: str) -> str:
    table = VOCABULARY_OF_TABLE[case.table_of[key]]
    label = kind_of(case, key).label
    return label if table in {"actor", "good", "event", "measure"} else f"{capital(table)}, {label.lower()}"


def _leading(case: Case, elements: tuple[str, ...]) -> str:
    tables = {case.table_of[key] for key in elements}
    return next(table for table in PRECEDENCE if table in tables)


def _on_tracks(rows: list[Passage]) -> list[Passage]:
    """The first free row for each underline; where all are taken, the last is shared."""
    ends = [0] * TRACKS
    placed: list[Passage] = []
    for row in rows:
        track = next((number for number, end in enumerate(ends) if end <= row.start), TRACKS - 1)
        ends[track] = max(ends[track], row.end)
        placed.append(replace(row, track=track))
    return placed
