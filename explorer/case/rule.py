"""What must hold inside a case, whatever its texts say: references, kinds, dates, circles, exchanges, claims.

In goes a case, out come findings. Must not know the passages of the texts.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from explorer.case.case import ELEMENT_TABLES, Case
from explorer.case.evidence import When
from explorer.case.finding import Finding
from explorer.case.kinds import VOCABULARY_OF_TABLE, vocabulary
from explorer.case.problem import shown
from explorer.case.reference import Tables, references

_KIND_OF_ROW = {
    "sources": "source", "quotes": "quote", "actors": "actor", "goods": "good", "flows": "flow",
    "transformations": "transformation", "relations": "relation", "measures": "measure", "events": "event",
    "figures": "figure", "claims": "claim", "notes": "note", "questions": "question", "positions": "position",
}  # fmt: skip

#: How many goods of a circle are named.
_NAMED = 8


def rule_findings(case: Case) -> Iterator[Finding]:
    """Everything that does not hold, rule by rule."""
    yield from _dangling(case)
    yield from _kinds(case)
    yield from _dates(case)
    yield from _circles(case)
    yield from _exchanges(case)
    yield from _unclaimed(case)


def _dangling(case: Case) -> Iterator[Finding]:
    for reference in references(case):
        held = case.table_of.get(reference.key)
        if held in reference.meant:
            continue
        wanted = _wanted(reference.meant)
        told = (
            f"names '{shown(reference.key)}', which the case does not hold; add that {wanted} or name another"
            if held is None
            else f"names '{shown(reference.key)}', which is in {held}; name one {wanted} here"
        )
        where = f"{reference.table} > {reference.row} > {reference.field}"
        # A box that is no longer there leaves only its place behind.
        yield Finding("dangling-id", where, told, "warning" if reference.table == "positions" else "broken")


def _wanted(meant: Tables) -> str:
    return " or ".join(_KIND_OF_ROW[table] for table in meant) if len(meant) <= 2 else "element"


def _kinds(case: Case) -> Iterator[Finding]:
    for table, name in VOCABULARY_OF_TABLE.items():
        known = vocabulary(name)
        for key, row in getattr(case, table).items():
            if row.kind not in known:
                yield _unknown(f"{table} > {key} > kind", name, row.kind, known)
    known = vocabulary("status")
    for measure in case.measures.values():
        for number, step in enumerate(measure.history, 1):
            if step.status not in known:
                yield _unknown(f"measures > {measure.id} > history > row {number}", "status", step.status, known)


def _unknown(where: str, name: str, kind: str, known: Mapping[str, object]) -> Finding:
    told = f"'{shown(kind)}' is no known kind of {name}; there are {', '.join(known)}"
    return Finding("unknown-kind", where, told)


def _dates(case: Case) -> Iterator[Finding]:
    for table in ("flows", "relations", "figures"):
        for key, row in getattr(case, table).items():
            if row.period and _before(row.period.end, row.period.start):
                yield _impossible(f"{table} > {key} > period", "ends before it begins")
    for measure in case.measures.values():
        so_far: When | None = None  # a step without a date says nothing of those around it
        for number, step in enumerate(measure.history, 1):
            if _before(step.when, so_far):
                where = f"measures > {measure.id} > history > row {number}"
                yield _impossible(where, "comes after a step that is dated later; put the oldest first")
            so_far = step.when if step.when and step.when.earliest else so_far
    yield from _readings(case)


def _readings(case: Case) -> Iterator[Finding]:
    """Nobody reads what is not yet published, and nobody publishes what is not yet said."""
    for source in case.sources.values():
        published = source.published
        if source.retrieved and published and published.earliest and source.retrieved < published.earliest:
            yield _impossible(f"sources > {source.id} > retrieved", "was read before it was published")
    for claim in case.claims.values():
        latest = _published(case, claim.quotes)
        if latest and claim.when and claim.when.earliest and claim.when.earliest > latest:
            told = f"was said on {claim.when.earliest} or later, but the source is of {latest}"
            yield _impossible(f"claims > {claim.id} > when", told)


def _impossible(where: str, told: str) -> Finding:
    return Finding("impossible-date", where, told, "broken")


def _before(one: When | None, two: When | None) -> bool:
    """Whether every day of the first lies before every day of the second."""
    return bool(one and two and one.latest and two.earliest and one.latest < two.earliest)


def _published(case: Case, quotes: tuple[str, ...]) -> date | None:
    """The last day on which all sources of some quotes were out, if all of them are dated."""
    sources = [case.sources.get(case.quotes[key].source) for key in quotes if key in case.quotes]
    days = [source.published.latest if source and source.published else None for source in sources]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _circles(case: Case) -> Iterator[Finding]:
    """Goods that become themselves in the end; walked without recursion."""
    outputs: dict[str, list[str]] = {}
    for step in case.transformations.values():
        outputs.setdefault(step.input, []).append(step.output)
    done: set[str] = set()
    for first in outputs:
        if first in done:
            continue
        path, places = [first], {first: 0}
        waiting = [iter(outputs[first])]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                good = path.pop()
                del places[good]
                done.add(good)
            elif following in places:
                start = places[following]
                yield _circle(case, [*path[start : start + _NAMED + 1], following])
            elif following not in done:
                places[following] = len(path)
                path.append(following)
                waiting.append(iter(outputs.get(following, ())))


def _circle(case: Case, goods: list[str]) -> Finding:
    names = [shown(case.goods[key].name, 40) if key in case.goods else shown(key, 40) for key in goods]
    told = " > ".join(names if len(names) <= _NAMED else [*names[: _NAMED - 1], "…", names[-1]])
    return Finding("transformation-cycle", "transformations", f"goods become one another in a circle: {told}", "broken")


def _exchanges(case: Case) -> Iterator[Finding]:
    for flow in case.flows.values():
        other = case.flows.get(flow.exchange_for or "")
        if other is None:
            continue
        where = f"flows > {flow.id} > exchange_for"
        if other.id == flow.id:
            yield Finding("exchange-not-mutual", where, "is given in return for itself; name another flow")
        elif other.exchange_for not in {None, flow.id}:
            told = f"is given in return for '{other.id}', which is given in return for '{shown(other.exchange_for)}'"
            yield Finding("exchange-not-mutual", where, told)


def _unclaimed(case: Case) -> Iterator[Finding]:
    for table in ELEMENT_TABLES:
        for key in getattr(case, table):
            if not case.claims_about(key):
                yield Finding("element-without-claim", f"{table} > {key}", "nobody says this; add a claim or remove it")
    for claim in case.claims.values():
        if not claim.quotes:
            told = f"no passage carries “{shown(claim.statement)}”; add a quote"
            yield Finding("claim-without-quote", f"claims > {claim.id}", told)
