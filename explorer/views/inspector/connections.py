"""Where an element appears: what it supplies and receives, what hangs on it, what would hit it.

In go a case and an id, out come groups of rows that lead further. Must not know widgets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explorer.case.case import Case
from explorer.case.evidence import denied
from explorer.case.kinds import kind
from explorer.case.parts import Actor, Flow, Good, Measure, Relation, Transformation
from explorer.graph.reach import hits
from explorer.graph.words import figure_words, name, period_words, said_by, short_name, status_words
from explorer.text.english import listed


@dataclass(frozen=True, slots=True)
class Row:
    """One element, in words, with a reason or a status."""

    element: str
    words: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


def reach(case: Case, key: str) -> Group | None:
    """What a measure would hit, or which measures would touch a flow, with the reasons."""
    match case.elements[key]:
        case Measure() as measure:
            flows = ((case.flows[hit.flow], hit.reason) for hit in hits(case, measure))
            rows = ((flow.id, name(case, flow.id), f"{said_words(case, flow)}; {reason}") for flow, reason in flows)
            return Group("Would hit", _merged(rows))
        case Flow():
            touching = (
                (measure.id, measure.name, f"{_status(measure)}: {hit.reason}")
                for measure in case.measures.values()
                for hit in hits(case, measure)
                if hit.flow == key
            )
            return Group("Measures that would touch it", _merged(touching))
        case _:
            return None


def connections(case: Case, key: str) -> tuple[Group, ...]:
    """The groups of an element's neighbours; empty groups are left out."""
    made = [
        Group(title, tuple(Row(*row) for row in dict.fromkeys(rows))) for title, rows in _groups(case, key)
    ]  # fmt: skip
    return tuple(group for group in made if group.rows)


def _groups(case: Case, key: str) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    flows = list(case.flows.values())
    match case.elements[key]:
        case Actor():
            yield "Supplies", [_flow(case, flow, "out") for flow in flows if flow.supplier == key]
            yield "Receives", [_flow(case, flow, "in") for flow in flows if flow.recipient == key]
            yield "Passes on", [_flow(case, flow) for flow in flows if key in flow.via]
            yield "Measures against it", _measures(case, key, "targets")
            yield "Measures by it", _measures(case, key, "issuers")
            yield "Stands to others", _relations(case, key)
        case Good():
            yield "Flows", [_flow(case, flow, "of") for flow in flows if flow.good == key]
            yield "Made into, used for", _transformations(case, key, "input")
            yield "Made from", _transformations(case, key, "output")
            yield "Measures on it", _measures(case, key, "goods")
            yield "Stands to others", _relations(case, key)
    yield "Events", [
        (event.id, event.name, "") for event in case.events.values() if key in (event.place, *event.participants)
    ]  # fmt: skip
    yield (
        "Figures",
        [(row.id, f"{row.name}: {figure_words(row)}", "") for row in case.figures.values() if row.about == key],
    )
    yield "Says", _says(case, key)


def _flow(case: Case, flow: Flow, side: str = "") -> tuple[str, str, str]:
    to = f" → {name(case, flow.recipient)}" if flow.recipient else ""
    words = {
        "out": f"{name(case, flow.good)}{to}",
        "in": f"{name(case, flow.good)} ← {name(case, flow.supplier)}",
        "of": f"{name(case, flow.supplier)}{to}",
    }.get(side, name(case, flow.id))
    return flow.id, words, said_words(case, flow)


def said_words(case: Case, flow: Flow) -> str:
    """What tells a flow from another between the same two: 'March 2023, says CSIS', 'denied by China'."""
    claims = case.claims_about(flow.id)
    if denied(claims):
        return f"denied by {listed(short_name(case, claim.speaker) for claim in claims)}"
    period = period_words(flow.period) if flow.period and (flow.period.start or flow.period.end) else ""
    said = f"says {said_by(case, claims[0])}" if claims else "nobody cited"
    return ", ".join(filter(None, (period, said)))


def _measures(case: Case, key: str, field: str) -> list[tuple[str, str, str]]:
    return [
        (row.id, row.name, status_words(case, row)) for row in case.measures.values() if key in getattr(row, field)
    ]  # fmt: skip


def _relations(case: Case, key: str) -> list[tuple[str, str, str]]:
    rows: Iterable[Relation] = case.relations.values()
    return [(row.id, name(case, row.id), "") for row in rows if key in (row.subject, row.object)]


def _transformations(case: Case, key: str, end: str) -> list[tuple[str, str, str]]:
    rows: Iterable[Transformation] = case.transformations.values()
    other = {"input": "output", "output": "input"}[end]
    return [(row.id, name(case, getattr(row, other)), "") for row in rows if getattr(row, end) == key]


def _says(case: Case, key: str) -> list[tuple[str, str, str]]:
    """What an actor says of others, one row an element."""
    said = [
        claim for claim in case.claims.values() if key in (claim.speaker, *claim.via) and claim.about in case.elements
    ]
    if key not in case.actors:
        return []
    return [(c.about, name(case, c.about), "") for c in {claim.about: claim for claim in said}.values()]


def _merged(rows: Iterable[tuple[str, str, str]]) -> tuple[Row, ...]:
    """One row an element, with every reason once."""
    words: dict[str, str] = {}
    reasons: dict[str, list[str]] = {}
    for element, said, reason in rows:
        words[element] = said
        reasons.setdefault(element, []).extend(reason.split("; "))
    return tuple(Row(element, said, "; ".join(dict.fromkeys(reasons[element]))) for element, said in words.items())


def _status(measure: Measure) -> str:
    return kind("status", measure.history[-1].status).label
