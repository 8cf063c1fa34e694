"""The rows of a timeline: what of a case stands at which days, and where its marks and labels go.

In goes a case, out come marks by lane, what has no date, and for one scale a packing in which no label touches another.
Days are counted as in `days`, ends are exclusive. Must not know fonts or widgets: labels come in measured.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import itemgetter

from explorer.case.case import Case
from explorer.case.evidence import Period, When, denied
from explorer.case.kinds import Kind, Line, kind
from explorer.case.parts import Element, Event, Figure, Flow, Measure, Relation, Status
from explorer.graph.words import chain_words, figure_words, kind_of, name, period_words, when_words
from explorer.layout.days import day_of

#: The lanes from top to bottom, by table, with their titles.
LANES: Mapping[str, str] = {
    "events": "Events",
    "flows": "Flows",
    "measures": "Measures",
    "figures": "Figures",
    "relations": "Relations",
}
#: A label beside its mark stands this far from it, and marks of one row this far apart, in pixels.
GAP = 6.0
#: Half the width of the mark of a single day, and the narrowest bar, in pixels.
POINT = 5.0
LEAST_BAR = 8.0

Sure = tuple[int | None, int | None] | None

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
    words: str
    first: int | None
    last: int | None
    sure: Sure = None
    planned: bool = False
    worked_out: bool = False
    colour: str = "ink"
    line: Line = "solid"

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
    words: str


@dataclass(frozen=True)
class Lanes:
    """All marks from the earliest on, and what has no date."""

    marks: tuple[Mark, ...] = ()
    undated: tuple[Undated, ...] = ()

    @cached_property
    def whole(self) -> tuple[int, int]:
        """The days from the first to the last that anything names."""
        return _around(self.marks, self.marks)

    @cached_property
    def main(self) -> tuple[int, int]:
        """The days worth seeing at first: a figure that looks decades ahead does not squeeze the rest."""
        plain = [mark for mark in self.marks if mark.lane != "figures"] or list(self.marks)
        return _around(self.marks, plain)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of everything that has a mark."""
        return frozenset(mark.id for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place at one scale: x in pixels from day 0 on, `row` counted from the top of its lane."""

    mark: Mark
    row: int
    x0: float
    x1: float
    label_x: float
    label_width: float
    inside: bool

    @property
    def left(self) -> float:
        """Where mark and label begin."""
        return min(self.x0, self.label_x)

    @property
    def right(self) -> float:
        """Where mark and label end."""
        return max(self.x1, self.label_x + self.label_width)


@dataclass(frozen=True)
class Packing:
    """The places of all marks at one scale, and how many rows each lane takes."""

    placed: tuple[Placed, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> Mapping[str, Placed]:
        """The places by key of the mark."""
        return {placed.mark.key: placed for placed in self.placed}

    @cached_property
    def first_of(self) -> Mapping[str, Placed]:
        """The earliest place of each element."""
        return {placed.mark.id: placed for placed in sorted(self.placed, key=lambda placed: -placed.x0)}


#: Left and right of mark and label together, the mark, the label, whether it is inside, and whose they are.
_Box = tuple[float, float, float, float, float, float, bool, Mark]


def lanes(case: Case, gone: frozenset[str] = frozenset()) -> Lanes:
    """Everything in a case that could have a date, but for what is `gone`."""
    marks: list[Mark] = []
    undated: list[Undated] = []
    for table in LANES:
        for key in getattr(case, table):
            if key in gone:
                continue
            for made in _rows(case, key):
                (marks if isinstance(made, Mark) else undated).append(made)  # type: ignore[arg-type]  # by its class
    marks.sort(key=lambda mark: (_begin(mark), _far(mark.last)))
    return Lanes(tuple(marks), tuple(undated))


def touched(case: Case, key: str) -> frozenset[str]:
    """The other elements that one names: the ends of a flow, the participants of an event, the targets of a measure."""
    element: Element = case.elements[key]
    match element:
        case Event():
            found: tuple[str | None, ...] = (*element.participants, element.place)
        case Flow():
            found = (element.supplier, element.good, element.recipient, *element.via)
        case Measure():
            found = (*element.issuers, *element.targets, *element.goods)
        case Figure():
            found = (element.about,)
        case Relation():
            found = (element.subject, element.object)
        case _:
            found = ()
    return frozenset(filter(None, found))


def pack(lanes: Lanes, scale: float, widths: Mapping[str, float]) -> Packing:
    """Put every mark on the first row that is free; `scale` in pixels a day, `widths` of the labels by key.

    Open ends reach to the edge of all days, and labels stay within the days worth seeing, where there is room.
    """
    boxes: dict[str, list[_Box]] = {lane: [] for lane in LANES}
    for mark in lanes.marks:
        boxes[mark.lane].append(_boxed(mark, lanes, scale, widths.get(mark.key, 0.0)))
    placed: list[Placed] = []
    rows: dict[str, int] = {}
    for lane, group in boxes.items():
        if group:
            placed += _settled(group)
            rows[lane] = 1 + max(box.row for box in placed if box.mark.lane == lane)
    return Packing(tuple(placed), rows)


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
    words = "\n".join(filter(None, (name(case, key), _with_plan(dated, planned), *_reasons(value), *_said(case, key))))
    first, sure, last = _bounds(value)
    if first is None and last is None and sure is None:
        return Undated(mark_key, key, table, label, words)
    colour, line = (status.colour, status.line) if status else (f"mark-{table}", kind_of(case, key).line)
    if denied(case.claims_about(key)):
        colour, line = "stance-denies", "dashed"
    return Mark(mark_key, key, table, label, words, first, last, sure, planned, bool(_reasons(value)), colour, line)


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


def _boxed(mark: Mark, lanes: Lanes, scale: float, width: float) -> _Box:
    first, last = lanes.whole[0] if mark.first is None else mark.first, mark.last
    x0 = first * scale
    x1 = (max(lanes.main[1], first + 1) if last is None else last) * scale
    if mark.point:
        middle = (x0 + x1) / 2
        x0, x1 = middle - POINT, middle + POINT
    x1 = max(x1, x0 + LEAST_BAR)
    edge = lanes.main[1] * scale
    # The arrow of an open start stands before the label.
    lead = GAP if mark.first is not None else 2 * GAP
    if not mark.point and lead + width + GAP <= min(x1, edge) - x0:
        return x0, x1, x0, x1, x0 + lead, width, True, mark
    if x1 + GAP + width <= edge or x0 - GAP - width < lanes.main[0] * scale:
        return x0, x1 + GAP + width, x0, x1, x1 + GAP, width, False, mark
    return x0 - GAP - width, x1, x0, x1, x0 - GAP - width, width, False, mark


def _settled(boxes: list[_Box]) -> Iterator[Placed]:
    """Every box on the lowest row that is free where it begins."""
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for left, right, x0, x1, label_x, width, inside, mark in sorted(boxes, key=itemgetter(0, 1)):
        while busy and busy[0][0] <= left:
            heapq.heappush(free, heapq.heappop(busy)[1])
        row = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (right + GAP, row))
        yield Placed(mark, row, x0, x1, label_x, width, inside)
