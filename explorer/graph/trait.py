"""What a filter can ask of an element, worked out once of a case: kind, status, support, who says it how, and when.

In goes a case, out come groups of elements that answer every question alike, and the days of each. Must not know what a
person filters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from explorer.case.case import Case
from explorer.case.evidence import Period, When
from explorer.case.once import once
from explorer.case.parts import Element, Event, Figure, Flow, Measure, Relation, Transformation

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Trait:
    """How an element answers: `kind` with its table, `said` in pairs of stance and basis, one a claim."""

    kind: str
    status: str
    support: str
    said: frozenset[tuple[str, str]]

    def values(self) -> Iterator[tuple[str, str]]:
        """The facets and values, each pair once."""
        yield "kind", self.kind
        yield "support", self.support
        if self.status:
            yield "status", self.status
        for facet, place in (("stance", 0), ("basis", 1)):
            yield from ((facet, value) for value in dict.fromkeys(pair[place] for pair in self.said))


@dataclass(frozen=True)
class Traits:
    """The elements by trait, the days of those that have some, who could have some but has none, the ends of each."""

    groups: Mapping[Trait, tuple[str, ...]] = field(default_factory=dict)
    dated: Mapping[str, tuple[Days, ...]] = field(default_factory=dict)
    undated: frozenset[str] = frozenset()
    ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@once
def traits(case: Case) -> Traits:
    """The traits of a case."""
    groups: dict[Trait, list[str]] = {}
    dated: dict[str, tuple[Days, ...]] = {}
    undated: set[str] = set()
    hanging: dict[str, tuple[str, ...]] = {}
    for key, element in case.elements.items():
        groups.setdefault(_trait(case, key, element), []).append(key)
        if days := tuple(span(value) for value in dates_of(element)):
            dated[key] = days
        elif isinstance(element, Event | Measure | Flow | Relation | Figure):
            # Actors, goods and transformations are not dated by nature.
            undated.add(key)
        if on := ends(element):
            hanging[key] = on
    held = {trait: tuple(keys) for trait, keys in groups.items()}
    return Traits(held, dated, frozenset(undated), hanging)


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


def span(value: When | Period) -> Days:
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


def _trait(case: Case, key: str, element: Element) -> Trait:
    claims = case.claims_about(key)
    supported = any(quote in case.quotes for claim in claims for quote in claim.quotes)
    return Trait(
        f"{case.table_of[key]}/{element.kind}",
        element.history[-1].status if isinstance(element, Measure) else "",
        "supported" if supported else "unsupported",
        frozenset((claim.stance, claim.basis) for claim in claims),
    )
