"""Where an element appears: what it supplies and receives, what hangs on it, what would hit it.

In go a case and an id, out come groups of rows that lead further. Must not know widgets.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import overload

from explorer.case.case import Case
from explorer.case.evidence import denied
from explorer.case.kinds import kind
from explorer.case.parts import Actor, Flow, Good, Measure
from explorer.case.reference import naming
from explorer.graph.reach import hits, hits_on
from explorer.graph.words import figure_words, name, period_words, said_by, short_name, status_words
from explorer.text.english import listed


@dataclass(frozen=True, slots=True)
class Row:
    """One element, in words, with a reason or a status."""

    element: str
    words: str
    aside: str = ""


class Rows(Sequence[Row]):
    """Rows of which the words are put together when somebody asks for one: a hub has thousands."""

    def __init__(self, keys: Iterable[str], say: Callable[[str], Row]) -> None:
        self._keys, self._say = tuple(dict.fromkeys(keys)), say

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "Rows": ...
    def __getitem__(self, place: int | slice) -> "Row | Rows":
        return Rows(self._keys[place], self._say) if isinstance(place, slice) else self._say(self._keys[place])


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: str
    rows: Sequence[Row]


def reach(case: Case, key: str) -> Group | None:
    """What a measure would hit, or which measures would touch a flow, with the reasons."""
    match case.elements[key]:
        case Measure() as measure:
            reasons: dict[str, list[str]] = {}
            for hit in hits(case, measure):
                reasons.setdefault(hit.flow, []).append(hit.reason)

            def say(one: str) -> Row:
                told = "; ".join(dict.fromkeys(reasons[one]))
                return Row(one, name(case, one), f"{said_words(case, case.flows[one])}; {told}")

            return Group("Would hit", Rows(reasons, say))
        case Flow() as flow:
            touching = (
                (measure.id, measure.name, f"{_status(measure)}: {hit.reason}") for measure, hit in hits_on(case, flow)
            )
            return Group("Measures that would touch it", _merged(touching))
        case _:
            return None


def connections(case: Case, key: str) -> tuple[Group, ...]:
    """The groups of an element's neighbours; empty groups are left out."""
    made = (Group(title, Rows(keys, say)) for title, keys, say in _groups(case, key))
    return tuple(group for group in made if group.rows)


_Told = tuple[str, Iterable[str], Callable[[str], Row]]


def _groups(case: Case, key: str) -> Iterator[_Told]:
    named = naming(case).get(key, ())
    match case.elements[key]:
        case Actor():
            yield from _of_actor(case, key, [case.flows[row] for row in named if row in case.flows])
        case Good():
            flows = (flow.id for flow in case.flows_at.get(key, ()) if flow.good == key)
            yield "Flows", flows, partial(_flow, case, "of")
            steps = [case.transformations[row] for row in named if row in case.transformations]
            yield "Made into, used for", (s.id for s in steps if s.input == key), partial(_step, case, "output")
            yield "Made from", (s.id for s in steps if s.output == key), partial(_step, case, "input")
            yield "Measures on it", _measures(case, named, key, "goods"), partial(_measure, case)
    if key in case.actors or key in case.goods:
        relations = (case.relations[row] for row in named if row in case.relations)
        yield "Stands to others", (r.id for r in relations if key in (r.subject, r.object)), partial(_named, case)
    yield "Events", (row for row in named if row in case.events), lambda one: Row(one, case.events[one].name)
    yield "Figures", (row for row in named if row in case.figures), partial(_figure, case)
    if key in case.actors:
        said = (case.claims[row] for row in named if row in case.claims)
        about = (c.about for c in said if key in (c.speaker, *c.via) and c.about in case.elements)
        yield "Says", about, partial(_named, case)


def _of_actor(case: Case, key: str, flows: list[Flow]) -> Iterator[_Told]:
    yield "Supplies", (flow.id for flow in flows if flow.supplier == key), partial(_flow, case, "out")
    yield "Receives", (flow.id for flow in flows if flow.recipient == key), partial(_flow, case, "in")
    yield "Passes on", (flow.id for flow in flows if key in flow.via), partial(_flow, case, "")
    named = naming(case).get(key, ())
    yield "Measures against it", _measures(case, named, key, "targets"), partial(_measure, case)
    yield "Measures by it", _measures(case, named, key, "issuers"), partial(_measure, case)


def _flow(case: Case, side: str, key: str) -> Row:
    flow = case.flows[key]
    to = f" → {name(case, flow.recipient)}" if flow.recipient else ""
    words = {
        "out": f"{name(case, flow.good)}{to}",
        "in": f"{name(case, flow.good)} ← {name(case, flow.supplier)}",
        "of": f"{name(case, flow.supplier)}{to}",
    }.get(side, name(case, flow.id))
    return Row(flow.id, words, said_words(case, flow))


def said_words(case: Case, flow: Flow) -> str:
    """What tells a flow from another between the same two: 'March 2023, says CSIS', 'denied by China'."""
    claims = case.claims_about(flow.id)
    if denied(claims):
        return f"denied by {listed(short_name(case, claim.speaker) for claim in claims)}"
    period = period_words(flow.period) if flow.period and (flow.period.start or flow.period.end) else ""
    said = f"says {said_by(case, claims[0])}" if claims else "nobody cited"
    return ", ".join(filter(None, (period, said)))


def _measures(case: Case, named: Iterable[str], key: str, field: str) -> Iterator[str]:
    return (row for row in named if row in case.measures and key in getattr(case.measures[row], field))


def _measure(case: Case, key: str) -> Row:
    return Row(key, case.measures[key].name, status_words(case, case.measures[key]))


def _step(case: Case, end: str, key: str) -> Row:
    return Row(key, name(case, getattr(case.transformations[key], end)))


def _named(case: Case, key: str) -> Row:
    return Row(key, name(case, key))


def _figure(case: Case, key: str) -> Row:
    return Row(key, f"{case.figures[key].name}: {figure_words(case.figures[key])}")


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
