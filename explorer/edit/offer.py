"""What can lead from one element to another: the offers, and the commands that they become.

In go a case and two ids, out come offers, the likeliest first. Must not know how a person chooses.
"""

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

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that it can be of."""
        return tuple(vocabulary(self.sort).values())

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


def roles(case: Case) -> tuple[str, ...]:
    """The roles that relations of the case have, the commonest first."""
    counts: dict[str, int] = {}
    for row in case.relations.values():
        counts[row.role] = counts.get(row.role, 0) + 1
    return tuple(sorted(counts, key=lambda role: (-counts[role], role)))


def _goods(case: Case, supplier: str, recipient: str) -> tuple[str, ...]:
    known = [flow.good for key in (supplier, recipient) for flow in case.flows_at.get(key, ())]
    return tuple(dict.fromkeys((*known, *case.goods)))


def _first(case: Case, good: str, end: Literal["supplier", "recipient"], *, without: str) -> tuple[str, ...]:
    """All actors, those that already supply or receive the good first."""
    known = [getattr(flow, end) for flow in case.flows_at.get(good, ()) if flow.good == good]
    return tuple(key for key in dict.fromkeys((*known, *case.actors)) if key and key != without)
