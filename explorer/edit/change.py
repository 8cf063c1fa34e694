"""The difference between two cases.

In go two cases, out come the ids that were added, changed and removed and the tables that held them, found by identity.
It is the whole change notice. Must not know what a row holds.
"""

from dataclasses import dataclass
from typing import Self

from explorer.case.case import TABLES, Case


@dataclass(frozen=True, slots=True)
class Change:
    """The ids and tables in which two cases differ. `whole` says that it is another case altogether."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    whole: bool = False

    @classmethod
    def between(cls, old: Case, new: Case) -> Self:
        """Compare table by table; rows that are the same object are the same."""
        added: set[str] = set()
        changed: set[str] = set()
        removed: set[str] = set()
        tables: set[str] = set()
        for name in TABLES:
            before, after = getattr(old, name), getattr(new, name)
            if before is after:
                continue
            come, gone = after.keys() - before.keys(), before.keys() - after.keys()
            other = {key for key in after.keys() & before.keys() if after[key] is not before[key]}
            if come or gone or other:
                tables.add(name)
            added |= come
            removed |= gone
            changed |= other
        return cls(frozenset(added), frozenset(changed), frozenset(removed), frozenset(tables))

    def only(self, *tables: str) -> bool:
        """Whether nothing outside these tables differs."""
        return not self.whole and self.tables.issubset(tables)

    def __bool__(self) -> bool:
        return bool(self.whole or self.added or self.changed or self.removed)
