"""The lens: what of a case a person wants to see, and what that hides.

In go a case and a lens, out come the hidden ids and the choices with their counts. Must not know how anything is drawn.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Self

from explorer.case.case import Case
from explorer.case.kinds import VOCABULARY_OF_TABLE, kind, vocabulary
from explorer.graph.model import Grouping, View
from explorer.graph.trait import Trait, traits

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
    held = traits(case)
    gone: set[str] = set()
    for trait, keys in held.groups.items():
        if not _passes(trait, lens):
            gone.update(keys)
    if lens.since is not None or lens.until is not None:
        gone.update(
            key for key, days in held.dated.items() if not any(_meets(first, last, lens) for first, last in days)
        )
        gone |= frozenset() if lens.undated else held.undated
    # What hangs on something that is gone; what only hangs on that stays.
    gone |= {key for key, ends in held.ends.items() if not gone.isdisjoint(ends)}
    return frozenset(gone)


def choices(case: Case, lens: Lens) -> dict[str, tuple[Choice, ...]]:
    """What can be switched in this case, by facet, with counts over the whole case."""
    counts = Counter[tuple[str, str]]()
    for trait, keys in traits(case).groups.items():
        counts.update(dict.fromkeys(trait.values(), len(keys)))
    found: dict[str, tuple[Choice, ...]] = {}
    for facet in FACETS:
        rows = [(value, label, counts[facet, value]) for value, label in _labels(facet)]
        found[facet] = tuple(
            Choice(facet, value, label, count, (facet, value) not in lens.off) for value, label, count in rows if count
        )
    return found


def _passes(trait: Trait, lens: Lens) -> bool:
    """Whether the values of an element are all on; of its claims one that is on is enough."""
    alone = [("kind", trait.kind), ("status", trait.status), ("support", trait.support)]
    if not lens.off.isdisjoint(alone):
        return False
    return not trait.said or any(
        ("stance", stance) not in lens.off and ("basis", basis) not in lens.off for stance, basis in trait.said
    )


def _meets(first: date | None, last: date | None, lens: Lens) -> bool:
    after = lens.until is not None and first is not None and first > lens.until
    before = lens.since is not None and last is not None and last < lens.since
    return not after and not before


def _labels(facet: str) -> Iterable[tuple[str, str]]:
    if facet == "support":
        return SUPPORT.items()
    if facet == "kind":
        return chain.from_iterable(
            ((f"{table}/{key}", kind(name, key).plural) for key in vocabulary(name))
            for table, name in VOCABULARY_OF_TABLE.items()
        )
    return ((key, row.label) for key, row in vocabulary(facet).items())
