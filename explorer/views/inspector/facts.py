"""The facts of an element as rows: what it is, of whom, to whom, since when.

In go a case and an id, out come frozen rows of plain words and ids that lead further. Must not know widgets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explorer.case.case import Case
from explorer.case.evidence import Period, When
from explorer.case.kinds import kind
from explorer.case.parts import Actor, Element, Event, Figure, Flow, Good, Measure, Relation, Transformation
from explorer.case.reference import naming
from explorer.graph.words import figure_words, kind_of, name, period_words, when_words


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a row: words, the element they lead to, and words in a quieter voice."""

    words: str
    element: str | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row: what it tells, and one or more values."""

    label: str
    values: tuple[Value, ...]


def facts(case: Case, key: str) -> tuple[Fact, ...]:
    """The facts of an element, in the order in which a person asks for them."""
    return tuple(fact for fact in _facts(case, case.elements[key]) if fact.values)


def worked_out(case: Case, key: str) -> tuple[Fact, ...]:
    """Every date of an element and of its claims that was worked out, with the reason."""
    dates = [*_dates(case.elements[key]), *(("Said", claim.when) for claim in case.claims_about(key))]
    labels: dict[Value, list[str]] = {}
    for label, when in dates:
        if when is not None and when.worked_out:
            value = Value(when_words(when).removesuffix(" (worked out)"), aside=when.worked_out)
            labels.setdefault(value, []).append(label)
    return tuple(Fact(", ".join(dict.fromkeys(names)), (value,)) for value, names in labels.items())


def _facts(case: Case, element: Element) -> Iterator[Fact]:
    match element:
        case Actor():
            yield from _of_actor(element)
        case Good():
            yield from _of_good(element)
        case Flow():
            yield from _of_flow(case, element)
        case Transformation():
            yield Fact("From", _links(case, [element.input]))
            yield Fact(kind_of(case, element.id).label, _links(case, [element.output]))
            yield Fact("Maker", _links(case, [element.maker]))
        case Relation():
            yield Fact("Who", _links(case, [element.subject]))
            yield Fact("How", _said(element.role))
            yield Fact("To whom", _links(case, [element.object]))
            yield Fact("When", _period(element.period))
        case Measure():
            yield from _of_measure(case, element)
        case Event():
            yield from _of_event(case, element)
        case Figure():
            yield from _of_figure(case, element)


def _of_actor(actor: Actor) -> Iterator[Fact]:
    yield Fact("Also called", _said(", ".join(actor.aliases)))
    yield Fact("About", _said(actor.description))


def _of_good(good: Good) -> Iterator[Fact]:
    yield Fact("Also called", _said(", ".join(good.aliases)))
    yield Fact("Customs code", tuple(Value(f"{row.code} ({row.edition})", aside=row.reason) for row in good.codes))
    yield Fact("Priority tier", _said(f"{good.tier} of the common high-priority list" if good.tier else ""))
    yield Fact("About", _said(good.description))


def _of_flow(case: Case, flow: Flow) -> Iterator[Fact]:
    yield Fact("Supplier", _links(case, [flow.supplier]))
    yield Fact("Good", _links(case, [flow.good]))
    yield Fact("Recipient", _links(case, [flow.recipient]) or (Value("not said"),))
    yield Fact("Through", _links(case, flow.via))
    yield Fact("When", _period(flow.period) or (Value("date not said"),))
    yield Fact("Purpose", _said(flow.purpose))
    back = [other for other in naming(case).get(flow.id, ()) if other in case.flows]
    yield Fact("In return for", _links(case, [flow.exchange_for]))
    yield Fact("In return", _links(case, back))


def _of_measure(case: Case, measure: Measure) -> Iterator[Fact]:
    yield Fact("By", _links(case, measure.issuers) or (Value("not said"),))
    yield Fact("Against", _links(case, measure.targets) or (Value("not said"),))
    yield Fact("Goods", _links(case, measure.goods))
    yield Fact("Condition", _said(measure.condition))
    yield Fact("Status", tuple(
        Value(kind("status", step.status).label, aside=", ".join(filter(None, (_when(step.when), step.note))))
        for step in measure.history
    ))  # fmt: skip


def _of_event(case: Case, event: Event) -> Iterator[Fact]:
    yield Fact("When", _said(when_words(event.when)))
    yield Fact("Announced", _said("planned when the source was written" if event.planned else ""))
    yield Fact("Where", _links(case, [event.place]))
    yield Fact("Who", _links(case, event.participants))


def _of_figure(case: Case, figure: Figure) -> Iterator[Fact]:
    yield Fact("Figure", _said(figure_words(figure)))
    wording = figure.wording if figure.wording not in figure_words(figure) else ""
    yield Fact("In words", _said(f"“{wording}”" if wording else ""))
    yield Fact("When", _period(figure.period))
    yield Fact("Belongs to", _links(case, [figure.about]))


def _links(case: Case, keys: Iterable[str | None]) -> tuple[Value, ...]:
    return tuple(Value(name(case, key), key if key in case.elements else None) for key in keys if key)


def _said(words: str) -> tuple[Value, ...]:
    return (Value(words),) if words else ()


def _period(period: Period | None) -> tuple[Value, ...]:
    return (Value(period_words(period)),) if period and (period.start or period.end) else ()


def _when(when: When | None) -> str:
    return when_words(when) if when else ""


def _dates(element: Element) -> list[tuple[str, When | None]]:
    match element:
        case Event():
            return [("When", element.when)]
        case Measure():
            return [(kind("status", step.status).label, step.when) for step in element.history]
        case Flow() | Relation() | Figure():
            period = element.period or Period()
            return [("From", period.start), ("Until", period.end)]
        case _:
            return []
