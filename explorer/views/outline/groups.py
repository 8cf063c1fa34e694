"""The groups of the outline: which ids stand below a table and below a kind.

In go a case and what the filter leaves, out come ids in the order of the case. Must not know rows or Qt.
"""

from explorer.case.case import ELEMENT_TABLES, Case
from explorer.case.kinds import VOCABULARY_OF_TABLE, vocabulary
from explorer.views.outline.find import Found


class Groups:
    """The ids of a case as one filter leaves them, by table and by kind."""

    def __init__(self, case: Case, found: Found | None = None) -> None:
        self._case, self._found = case, found
        self._by_kind: dict[str, dict[str, list[str]]] = {}

    def table(self, table: str) -> list[str]:
        """The ids of a table."""
        left = self._found
        return [key for key in getattr(self._case, table) if left is None or key in left.ids]

    def kinds(self, table: str) -> dict[str, list[str]]:
        """The ids by kind, in the order of the vocabulary, if the whole table has more than one kind."""
        if table not in self._by_kind:
            rows = getattr(self._case, table)
            used = {row.kind for row in rows.values()}
            # Of the whole table, so that a filter does not move an element to another depth.
            known = [key for key in vocabulary(VOCABULARY_OF_TABLE[table]) if key in used]
            groups: dict[str, list[str]] = {key: [] for key in (*known, *sorted(used.difference(known)))}
            for key in self.table(table):
                groups[rows[key].kind].append(key)
            several = len(used) > 1
            self._by_kind[table] = {f"{table}/{key}": ids for key, ids in groups.items() if ids and several}
        return self._by_kind[table]

    def members(self, key: str) -> list[str]:
        """The ids of what stands below a table ('actors') or a kind ('actors/state')."""
        return self.kinds(key.split("/")[0]).get(key, []) if "/" in key else self.table(key)

    def divided(self, table: str) -> bool:
        """Whether kinds stand below a table, and not yet elements."""
        return table in ELEMENT_TABLES and bool(self.kinds(table))
