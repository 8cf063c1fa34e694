"""The lanes of a timeline: what of a case stands at which days.

In goes a case, out come marks by lane, and what has no date. Days are counted as in `days`, ends are exclusive. Must
not know scales, fonts or widgets: `packing` finds the rows.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from explorer.case.case import Case
from explorer.case.evidence import Period, When, denied
from explorer.case.kinds import Kind, Line, kind
from explorer.case.once import once
from explorer.case.parts import Event, Figure, Flow, Measure, Relation, Status
from explorer.graph.words import chain_words, figure_words, kind_of, name, period_words, when_words
from explorer.layout.days import day_of
from explorer.layout.throng import MOST, Throng, counted

#: The lanes from top to bottom, by table, with their titles.
LANES: Mapping[str, str] = {
    "events": "Events",
    "flows": "Flows",
    "measures": "Measures",
    "figures": "Figures",
    "relations": "Relations",
}

Sure = tuple[int | None, int | None] | None
#: What is to be said of a mark, or what puts it into words when somebody asks: of thousands nobody does.
Said = str | Callable[[], str]

_SPAN_LEAST = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """One dated thing. `first` and `last` bound the days it may touch; None is an open end.

    `sure` is the stretch that it takes in however its vague ends are meant; None inside it runs on into an open end,
    and no `sure` at all means that every day of it is only possible.
    """

    key: str
    id: str
    lane: str
    label: str
    said: Said = field(compare=False, repr=False)
    first: int | None
    last: int | None
    sure: Sure = None
    planned: bool = False
    worked_out: bool = False
    colour: str = "ink"
    line: Line = "solid"

    @property
    def words(self) -> str:
        """All that is to be said of it."""
        return _spoken(self.said)

    @property
    def point(self) -> bool:
        """Whether it is a single day that is known for sure."""
        return self.first is not None and self.last == self.first + 1


@dataclass(frozen=True, slots=True)
class Undated:
    """Something that could be dated and is not."""

    key: str
    id: str
    lane: str
    label: str
    said: Said = field(compare=False, repr=False)

    @property
    def words(self) -> str:
        """All that is to be said of it."""
        return _spoken(self.said)


@dataclass(frozen=True)
class Lanes:
    """All marks from the earliest on, and what has no date.

    If marks were left out, `throngs` counts them by lane, and `days` holds `whole` and `main` of all of them.
    """

    marks: tuple[Mark, ...] = ()
    undated: tuple[Undated, ...] = ()
    throngs: Mapping[str, Throng] = field(default_factory=dict)
    days: tuple[tuple[int, int], tuple[int, int]] | None = None

    @cached_property
    def whole(self) -> tuple[int, int]:
        """The days from the first to the last that anything names."""
        if self.days is not None:
            return self.days[0]
        return _around(self.marks, self.marks)

    @cached_property
    def main(self) -> tuple[int, int]:
        """The days worth seeing at first: a figure that looks decades ahead does not squeeze the rest."""
        if self.days is not None:
            return self.days[1]
        plain = [mark for mark in self.marks if mark.lane != "figures"] or list(self.marks)
        return _around(self.marks, plain)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of everything that has a mark."""
        return frozenset(mark.id for mark in self.marks)

    @cached_property
    def crowds(self) -> Mapping[str, Throng]:
        """The lanes that hold too many marks to be drawn one by one, counted."""
        counts = Counter(mark.lane for mark in self.marks)
        return {
            lane: counted([(mark.first, mark.last) for mark in self.marks if mark.lane == lane], *self.main)
            for lane, count in counts.items()
            if count > MOST
        }

    @cached_property
    def clear(self) -> tuple[Mark, ...]:
        """The marks of the lanes that are not crowded."""
        return tuple(mark for mark in self.marks if mark.lane not in self.crowds)

    def thinned(self, wanted: Iterable[str]) -> "Lanes":
        """The lanes with a count for each that is crowded, and of its marks only the first of those that are wanted."""
        if not self.crowds:
            return self
        left = dict.fromkeys(self.crowds, MOST)
        marks = list(self.clear)
        for place in sorted({place for key in wanted for place in self._places.get(key, ())}):
            mark = self.marks[place]
            if left[mark.lane]:
                left[mark.lane] -= 1
                marks.append(mark)
        marks.sort(key=_order)
        return Lanes(tuple(marks), self.undated, self.crowds, (self.whole, self.main))

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """Where the marks of the crowded lanes stand among all, by what they are of."""
        places: dict[str, list[int]] = {}
        for place, mark in enumerate(self.marks):
            if mark.lane in self.crowds:
                places.setdefault(mark.id, []).append(place)
        return places

    @cached_property
    def only_undated(self) -> frozenset[str]:
        """The ids of what has no mark but should have one."""
        return frozenset(entry.id for entry in self.undated) - self.ids


def lanes(case: Case, gone: frozenset[str] = frozenset()) -> Lanes:
    """Everything in a case that could have a date, but for what is `gone`."""
    whole = dated(case)
    if not gone:
        return whole
    return Lanes(
        tuple(mark for mark in whole.marks if mark.id not in gone),
        tuple(entry for entry in whole.undated if entry.id not in gone),
    )


@once
def dated(case: Case) -> Lanes:
    """Everything in a case that could have a date."""
    marks: list[Mark] = []
    undated: list[Undated] = []
    for table in LANES:
        for key in getattr(case, table):
            for made in _rows(case, key):
                (marks if isinstance(made, Mark) else undated).append(made)  # type: ignore[arg-type]  # by its class
    marks.sort(key=_order)
    return Lanes(tuple(marks), tuple(undated))


def _rows(case: Case, key: str) -> Iterator[Mark | Undated]:
    element = case.elements[key]
    match element:
        case Event(when=when):
            yield _row(case, key, key, name(case, key), when_words(when), when, planned=element.planned)
        case Measure(history=history):
            yield from _steps(case, element, history)
        case Flow(period=period) | Relation(period=period):
            yield _row(case, key, key, name(case, key), period_words(period), period)
        case Figure(period=period):
            words = f"{figure_words(element)}, {period_words(period)}"
            yield _row(case, key, key, element.name, words, period)


def _steps(case: Case, measure: Measure, history: tuple[Status, ...]) -> Iterator[Mark | Undated]:
    """One mark a status, up to the next one; what comes after an undated step is not known."""
    for index, step in enumerate(history):
        status = kind("status", step.status)
        follower = history[index + 1].when if index + 1 < len(history) else None
        # A status ends where the next one may begin: the soft start of the next shows what is vague about it.
        until = _only(follower.earliest or follower.latest) if follower else None
        period = Period(start=step.when, end=until) if step.when and _begins_before(step.when, until) else step.when
        label = f"{status.label}: {measure.name}"
        words = f"{status.label}, {when_words(step.when)}"
        yield _row(case, measure.id, f"{measure.id} {index}", label, words, period, status=status)


def _only(day: date | None) -> When | None:
    return When(earliest=day, latest=day) if day else None


def _begins_before(start: When, end: When | None) -> bool:
    first = start.earliest or start.latest
    return end is None or first is None or end.latest is None or first < end.latest


def _row(
    case: Case, key: str, mark_key: str, label: str, dated: str, value: When | Period | None,
    *, planned: bool = False, status: Kind | None = None,
) -> Mark | Undated:  # fmt: skip
    table = case.table_of[key]
    words = partial(_words, case, key, _with_plan(dated, planned), value)
    first, sure, last = _bounds(value)
    if first is None and last is None and sure is None:
        return Undated(mark_key, key, table, label, words)
    colour, line = (status.colour, status.line) if status else (f"mark-{table}", kind_of(case, key).line)
    if denied(case.claims_about(key)):
        colour, line = "stance-denies", "dashed"
    return Mark(mark_key, key, table, label, words, first, last, sure, planned, bool(_reasons(value)), colour, line)


def _words(case: Case, key: str, dated: str, value: When | Period | None) -> str:
    return "\n".join(filter(None, (name(case, key), dated, *_reasons(value), *_said(case, key))))


def _spoken(said: Said) -> str:
    return said if isinstance(said, str) else said()


def _with_plan(dated: str, planned: bool) -> str:
    return f"{dated}, announced, not yet happened" if planned else dated


def _reasons(value: When | Period | None) -> list[str]:
    ends = (value.start, value.end) if isinstance(value, Period) else (value,)
    return [f"Worked out: {end.worked_out}" for end in ends if end and end.worked_out]


def _said(case: Case, key: str) -> list[str]:
    return list(dict.fromkeys(chain_words(case, claim) for claim in case.claims_about(key))) or ["No passage yet"]


def _bounds(value: When | Period | None) -> tuple[int | None, Sure, int | None]:
    """The first possible day, the stretch that is sure, and the end of the last possible day."""
    if value is None:
        return None, None, None
    if isinstance(value, When):
        first, last = _day(value.earliest), _day(value.latest, 1)
        return first, ((first, last) if first is not None and last == first + 1 else None), last
    start, end = value.start or When(), value.end or When()
    first, begun = _day(start.earliest), _day(start.latest)
    ended, last = _day(end.earliest, 1), _day(end.latest, 1)
    if (first, begun, ended, last) == (None,) * 4:
        return None, None, None
    # "After" and "before" name one bound only: no day between them is sure.
    vague = (begun is None and first is not None) or (ended is None and last is not None)
    crossed = begun is not None and ended is not None and begun >= ended
    return first, (None if vague or crossed else (begun, ended)), last


def _day(day: date | None, more: int = 0) -> int | None:
    return None if day is None else day_of(day) + more


def _order(mark: Mark) -> tuple[float, float]:
    return _begin(mark), _far(mark.last)


def _begin(mark: Mark) -> float:
    return float("-inf") if mark.first is None else mark.first


def _far(day: int | None) -> float:
    return float("inf") if day is None else day


def _around(begins: Iterable[Mark], ends: Iterable[Mark]) -> tuple[int, int]:
    known = [day for mark in begins for day in (mark.first, mark.sure and mark.sure[0]) if day is not None]
    known += [mark.last for mark in ends if mark.last is not None]
    if not known:
        return 0, _SPAN_LEAST
    first, last = min(known), max(known)
    return first, max(last, first + _SPAN_LEAST)
