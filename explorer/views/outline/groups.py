"""The groups of the outline: which ids stand below a table and below a kind.

In go a case and what the filter leaves, out come ids in the order of the case. Must not know rows or Qt.
"""

from collections.abc import Mapping

from explorer.case.case import ELEMENT_TABLES, Case
from explorer.case.kinds import VOCABULARY_OF_TABLE, vocabulary
from explorer.case.once import once
from explorer.views.outline.find import Found

#: A group of more members than this is cut into parts: Qt asks for every row of what is opened, and whoever scrolls
#: through thousands is lost.
MOST = 600
PART = 200


class Groups:
    """The ids of a case as one filter leaves them, by table and by kind."""

    def __init__(self, case: Case, found: Found | None = None) -> None:
        self._case, self._found = case, found
        self._tables: dict[str, list[str]] = {}
        self._by_kind: dict[str, dict[str, list[str]]] = {}
        self._places: dict[str, dict[str, int]] = {}

    def table(self, table: str) -> list[str]:
        """The ids of a table."""
        if table not in self._tables:
            rows, left = getattr(self._case, table), self._found
            self._tables[table] = list(rows) if left is None else [key for key in rows if key in left.ids]
        return self._tables[table]

    def kinds(self, table: str) -> dict[str, list[str]]:
        """The ids by kind, in the order of the vocabulary, if the whole table has more than one kind."""
        if table not in self._by_kind:
            rows = getattr(self._case, table)
            used = _kinds(self._case)[table]
            # Of the whole table, so that a filter does not move an element to another depth.
            known = [key for key in vocabulary(VOCABULARY_OF_TABLE[table]) if key in used]
            groups: dict[str, list[str]] = {key: [] for key in (*known, *sorted(used.difference(known)))}
            for key in self.table(table):
                groups[rows[key].kind].append(key)
            several = len(used) > 1
            self._by_kind[table] = {f"{table}/{key}": ids for key, ids in groups.items() if ids and several}
        return self._by_kind[table]

    def members(self, key: str) -> list[str]:
        """The ids below a table ('actors'), a kind ('actors/state') or a part of one ('actors/state#3')."""
        group, _, part = key.partition("#")
        ids = self.kinds(group.split("/")[0]).get(group, []) if "/" in group else self.table(group)
        return ids[int(part) * PART : (int(part) + 1) * PART] if part else ids

    def parts(self, key: str) -> list[str]:
        """The parts of a table or kind that holds more than a tree can open at once; none of any other."""
        count = 0 if "#" in key else len(self.members(key))
        return [f"{key}#{number}" for number in range(-(-count // PART))] if count > MOST else []

    def part_of(self, key: str, member: str) -> str | None:
        """The part of a table or kind that a member stands in."""
        if key not in self._places:
            self._places[key] = {one: place for place, one in enumerate(self.members(key))}
        place = self._places[key].get(member)
        return None if place is None else f"{key}#{place // PART}"

    def divided(self, table: str) -> bool:
        """Whether kinds stand below a table, and not yet elements."""
        return table in ELEMENT_TABLES and bool(self.kinds(table))


@once
def _kinds(case: Case) -> Mapping[str, frozenset[str]]:
    """The kinds that occur in each table of elements."""
    return {table: frozenset(row.kind for row in getattr(case, table).values()) for table in ELEMENT_TABLES}
