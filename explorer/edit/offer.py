"""What can lead from one element to another: the offers, and the commands that they become.

In go a case and two ids, out come offers, the likeliest first. Must not know how a person chooses.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from explorer.case.case import Case
from explorer.case.kinds import Kind, vocabulary
from explorer.edit.commands import (
    AddFlow,
    AddRelation,
    AddTransformation,
    add_flow,
    add_relation,
    add_transformation,
)

Sort = Literal["flow", "relation", "transformation"]
#: Who or what else a flow needs: its supplier, its good or its recipient.
Third = Literal["", "supplier", "good", "recipient"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that fits between two elements, with what still has to be said.

    `thirds` are ids, those that the case already connects first; `optional`: it need not be said.
    """

    sort: Sort
    source: str
    target: str
    third: Third = ""
    thirds: tuple[str, ...] = ()
    optional: bool = False

    def kinds(self, case: Case) -> tuple[Kind, ...]:
        """The kinds that it can be of, those that the case uses most first."""
        rows = {
            "flow": [row.kind for row in case.flows.values()],
            "relation": [row.kind for row in case.relations.values()],
            "transformation": [row.kind for row in case.transformations.values()],
        }
        used = Counter(rows[self.sort])
        return tuple(sorted(vocabulary(self.sort).values(), key=lambda row: -used[row.id]))

    def command(
        self, case: Case, kind: str, third: str | None = None, role: str = ""
    ) -> AddFlow | AddRelation | AddTransformation:
        """The command that it becomes. A relation needs a role; a flow its third, if that is not optional."""
        if self.sort == "relation":
            return add_relation(case, self.source, role, self.target, kind)
        if self.sort == "transformation":
            return add_transformation(case, self.source, self.target, kind)
        if third is None and not self.optional:
            raise ValueError(f"a flow needs its {self.third}")
        match self.third:
            case "recipient":
                return add_flow(case, self.source, self.target, third, kind)
            case "supplier":
                return add_flow(case, third or "", self.source, self.target, kind)
            case _:
                return add_flow(case, self.source, third or "", self.target, kind)


def offers(case: Case, source: str, target: str) -> tuple[Offer, ...]:
    """What can lead from one element to another; nothing if none fits or they are the same."""
    if source == target or target not in case.elements:
        return ()
    relation = Offer("relation", source, target)
    ends = (case.table_of.get(source), case.table_of.get(target))
    if ends == ("actors", "actors"):
        return relation, Offer("flow", source, target, "good", _goods(case, source, target))
    if ends == ("actors", "goods"):
        recipients = _first(case, target, "recipient", without=source)
        return Offer("flow", source, target, "recipient", recipients, optional=True), relation
    if ends == ("goods", "actors"):
        return (Offer("flow", source, target, "supplier", _first(case, source, "supplier", without=target)),)
    if ends == ("goods", "goods"):
        return (Offer("transformation", source, target),)
    return (relation,) if ends[0] == "actors" else ()


def roles(case: Case) -> Mapping[str, str]:
    """The roles that relations of the case have, the commonest first, with the kind of such a relation."""
    counts = Counter(row.role for row in case.relations.values())
    kinds = {row.role: row.kind for row in case.relations.values()}
    return {role: kinds[role] for role in sorted(counts, key=lambda role: (-counts[role], role))}


def _goods(case: Case, supplier: str, recipient: str) -> tuple[str, ...]:
    known = [flow.good for key in (supplier, recipient) for flow in case.flows_at.get(key, ())]
    return tuple(dict.fromkeys((*known, *case.goods)))


def _first(case: Case, good: str, end: Literal["supplier", "recipient"], *, without: str) -> tuple[str, ...]:
    """All actors, those that already supply or receive the good first."""
    known = [getattr(flow, end) for flow in case.flows_at.get(good, ()) if flow.good == good]
    return tuple(key for key in dict.fromkeys((*known, *case.actors)) if key and key != without)
