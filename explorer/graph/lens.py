"""The lens: what of a case a person wants to see, and what that hides.

In go a case and a lens, out come the hidden ids and the choices with their counts. Must not know how anything is drawn.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Self

from explorer.case.case import Case
from explorer.case.evidence import Period, When
from explorer.case.kinds import VOCABULARY_OF_TABLE, kind, vocabulary
from explorer.case.parts import Element, Event, Figure, Flow, Measure, Relation, Transformation
from explorer.graph.model import Grouping, View

#: The facets that a person can switch, in the order in which they are offered.
FACETS = {"stance": "Stance", "kind": "Kind", "status": "Status", "basis": "Basis", "support": "Support"}
SUPPORT = {"supported": "With a passage", "unsupported": "Without a passage"}


@dataclass(frozen=True, slots=True)
class Lens:
    """The view of the canvas, the period, the values switched off as pairs of facet and value, and what is folded.

    `grouped` is by what boxes are put together, `folded` the keys of the groups that are one box now, `shown` the
    members that were taken out of them. Filters hide, folds put together: neither changes the other.
    """

    view: View = "flow"
    since: date | None = None
    until: date | None = None
    undated: bool = True
    off: frozenset[tuple[str, str]] = frozenset()
    grouped: Grouping = ""
    folded: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()

    def switched(self, facet: str, value: str, on: bool) -> Self:
        """The lens with one value of one facet on or off."""
        pair = {(facet, value)}
        return replace(self, off=self.off - pair if on else self.off | pair)

    def cleared(self) -> Self:
        """The lens without any filter, with the same view and folds."""
        return type(self)().standing_as(self)

    def standing_as(self, other: "Lens") -> Self:
        """The lens with the same filters, and with view and folds of another."""
        return replace(self, view=other.view, grouped=other.grouped, folded=other.folded, shown=other.shown)

    def stands_as(self, other: "Lens") -> bool:
        """Whether both put the same boxes and lines into a picture, whatever they filter."""
        return self.standing_as(other) == self

    @property
    def filters(self) -> bool:
        """Whether anything at all is filtered."""
        return bool(self.off or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many elements have it, and whether it is shown."""

    facet: str
    value: str
    label: str
    count: int
    on: bool


def hidden(case: Case, lens: Lens) -> frozenset[str]:
    """The ids of the elements that the lens hides; whatever hangs on a hidden end is hidden with it."""
    if not lens.filters:
        return frozenset()
    gone = {key for key, element in case.elements.items() if not _passes(case, key, element, lens)}
    gone |= {
        key for key, element in case.elements.items() if key not in gone and any(end in gone for end in ends(element))
    }
    return frozenset(gone)


def choices(case: Case, lens: Lens) -> dict[str, tuple[Choice, ...]]:
    """What can be switched in this case, by facet, with counts over the whole case."""
    counts = Counter(
        (facet, value) for key, element in case.elements.items() for facet, value in set(_values(case, key, element))
    )
    found: dict[str, tuple[Choice, ...]] = {}
    for facet in FACETS:
        rows = [(value, label, counts[facet, value]) for value, label in _labels(facet)]
        found[facet] = tuple(
            Choice(facet, value, label, count, (facet, value) not in lens.off) for value, label, count in rows if count
        )
    return found


def dates_of(element: Element) -> tuple[When | Period, ...]:
    """Everything an element says about when it is."""
    match element:
        case Event(when=when):
            return (when,) if when else ()
        case Measure(history=history):
            return tuple(step.when for step in history if step.when)
        case Flow(period=period) | Relation(period=period) | Figure(period=period):
            return (period,) if period else ()
        case _:
            return ()


def span(value: When | Period) -> tuple[date | None, date | None]:
    """The widest stretch of days that a date or period can mean; None is an open end."""
    if isinstance(value, When):
        return value.earliest, value.latest
    return (value.start.earliest if value.start else None), (value.end.latest if value.end else None)


def ends(element: Element) -> tuple[str, ...]:
    """The ids without which an element cannot be drawn."""
    match element:
        case Flow():
            return tuple(filter(None, (element.supplier, element.good, element.recipient, *element.via)))
        case Transformation():
            return element.input, element.output
        case Relation():
            return element.subject, element.object
        case _:
            return ()


def _passes(case: Case, key: str, element: Element, lens: Lens) -> bool:
    if not _in_period(element, lens):
        return False
    table = case.table_of[key]
    if ("kind", f"{table}/{element.kind}") in lens.off:
        return False
    if isinstance(element, Measure) and ("status", element.history[-1].status) in lens.off:
        return False
    if ("support", _support(case, key)) in lens.off:
        return False
    claims = case.claims_about(key)
    return not claims or any(
        ("stance", claim.stance) not in lens.off and ("basis", claim.basis) not in lens.off for claim in claims
    )


def _in_period(element: Element, lens: Lens) -> bool:
    if lens.since is None and lens.until is None:
        return True
    dates = dates_of(element)
    if not dates:
        # Actors, goods and transformations are not dated by nature: they stay. What could be dated and is not, may go.
        return lens.undated or not isinstance(element, Event | Measure | Flow | Relation | Figure)
    return any(_meets(*span(value), lens) for value in dates)


def _meets(first: date | None, last: date | None, lens: Lens) -> bool:
    after = lens.until is not None and first is not None and first > lens.until
    before = lens.since is not None and last is not None and last < lens.since
    return not after and not before


def _support(case: Case, key: str) -> str:
    return "supported" if case.quotes_of(key) else "unsupported"


def _values(case: Case, key: str, element: Element) -> Iterator[tuple[str, str]]:
    yield "kind", f"{case.table_of[key]}/{element.kind}"
    yield "support", _support(case, key)
    if isinstance(element, Measure):
        yield "status", element.history[-1].status
    for claim in case.claims_about(key):
        yield "stance", claim.stance
        yield "basis", claim.basis


def _labels(facet: str) -> Iterable[tuple[str, str]]:
    if facet == "support":
        return SUPPORT.items()
    if facet == "kind":
        return chain.from_iterable(
            ((f"{table}/{key}", kind(name, key).plural) for key in vocabulary(name))
            for table, name in VOCABULARY_OF_TABLE.items()
        )
    return ((key, row.label) for key, row in vocabulary(facet).items())
