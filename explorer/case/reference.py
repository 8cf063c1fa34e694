"""Every place of a case that names another row by its id, and which tables may hold that row.

In goes a case, out come references in the order of the file. Must not know whether they are right.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explorer.case.case import ELEMENT_TABLES, TABLES, Case
from explorer.case.once import once
from explorer.case.parts import FOLD

Tables = tuple[str, ...]

_ACTORS: Tables = ("actors",)
_GOODS: Tables = ("goods",)
_VOICES: Tables = ("actors", "sources")

#: By table and field: the tables that may hold what the field names.
_MEANT: Mapping[str, Mapping[str, Tables]] = {
    "sources": {"author": _ACTORS},
    "quotes": {"source": ("sources",)},
    "flows": {
        "supplier": _ACTORS, "good": _GOODS, "recipient": _ACTORS, "via": _ACTORS, "exchange_for": ("flows",),
    },
    "transformations": {"input": _GOODS, "output": _GOODS, "maker": _ACTORS},
    "relations": {"subject": _ACTORS, "object": ELEMENT_TABLES},
    "measures": {"issuers": _ACTORS, "targets": _ACTORS, "goods": _GOODS},
    "events": {"place": _ACTORS, "participants": ELEMENT_TABLES},
    "figures": {"about": ELEMENT_TABLES},
    "claims": {
        "about": ELEMENT_TABLES, "speaker": _VOICES, "via": _VOICES, "quotes": ("quotes",), "against": ELEMENT_TABLES,
    },
    "notes": {"about": TABLES},
    "questions": {"select": ELEMENT_TABLES},
    "positions": {"box": ELEMENT_TABLES},
}  # fmt: skip


class Reference(NamedTuple):
    """Row `row` of `table` names `key` in `field`; one of `meant` must hold it."""

    table: str
    row: str
    field: str
    key: str
    meant: Tables


def references(case: Case) -> Iterator[Reference]:
    """Every id that a row names; a field that names nobody gives none."""
    for table, fields in _MEANT.items():
        rows = getattr(case, table).items()
        for row, value in rows:
            for field, meant in fields.items():
                named = getattr(value, field)
                if named:
                    for key in (named,) if isinstance(named, str) else named:
                        if table != "positions" or not _is_fold(key):
                            yield Reference(table, row, field, key, meant)


@once
def naming(case: Case) -> Mapping[str, tuple[str, ...]]:
    """By id: the rows that name it, each once, in the order of the case; where its box was put is no such row."""
    rows: dict[str, dict[str, None]] = {}
    for reference in references(case):
        if reference.table != "positions":
            rows.setdefault(reference.key, {})[reference.row] = None
    return {key: tuple(named) for key, named in rows.items()}


def _is_fold(key: str) -> bool:
    """Whether a place is that of a fold, which names a group that no table holds."""
    return key.startswith(f"{FOLD}:")
