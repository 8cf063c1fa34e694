"""The ground of every value in a case: frozen models, ids, clean text, tables by id.

In goes what a file says, out comes a value that can be trusted to be finite, unique and showable. Must not know what
the values mean.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
)

if TYPE_CHECKING:
    # Only the command that prints the JSON Schema needs these; they cost every start 15 ms.
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

NAME_LIMIT = 400
TEXT_LIMIT = 20_000

#: Characters that reorder what a reader sees (embeddings, overrides, isolates) and thereby can disguise a name.
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Frozen(BaseModel):
    """A value that never changes and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, validate_default=False)


def _harmful(character: str, *, allowed: str) -> bool:
    if character in allowed:
        return False
    if character in _REORDERING:
        return True
    # Cc control, Cs lone surrogate, Zl/Zp line and paragraph separators, Cn non-characters such as U+FFFE.
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp", "Cn"}


def _refuse_harmful(value: str, allowed: str) -> str:
    if value.isascii() and value.isprintable():
        return value
    for place, character in enumerate(value):
        if _harmful(character, allowed=allowed):
            point = f"U+{ord(character):04X}"
            raise ValueError(f"holds {point}, a control or reordering character, at position {place}; remove it")
    return value


def _clean_name(value: str) -> str:
    return _refuse_harmful(value, "")


def _clean_text(value: str) -> str:
    return _refuse_harmful(value, "\n\t")


#: One line to show: a name, a role, a unit.
Name = Annotated[str, Field(min_length=1, max_length=NAME_LIMIT), AfterValidator(_clean_name)]
#: Some lines to show: a reason, a note.
Prose = Annotated[str, Field(max_length=TEXT_LIMIT), AfterValidator(_clean_text)]
#: A part of a document, or all of it; shown as it is. Lone surrogates are refused by the validation of every string.
Document = str
#: The id of anything in a case; unique over the whole case.
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=120)]

T = TypeVar("T", bound=BaseModel)


def _by_id(value: object) -> object:
    """Turn the list of a file into a mapping by id; a mapping stays as it is."""
    if not isinstance(value, list):
        return value
    table: dict[str, Any] = {}
    for place, row in enumerate(value):
        key = row.get("id") if isinstance(row, Mapping) else getattr(row, "id", None)
        if not isinstance(key, str):
            raise ValueError(f"row {place + 1} has no id")
        if key in table:
            raise ValueError(f"the id '{key}' stands here twice (row {place + 1} again)")
        table[key] = row
    return table


def _rows(table: Mapping[str, Any]) -> list[Any]:
    return list(table.values())


def _sealed(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(table))


class _RowsSchema:
    """Says in the JSON Schema what the file holds: a list of rows, not the mapping of the memory."""

    def __get_pydantic_json_schema__(self, core: "CoreSchema", handler: GetJsonSchemaHandler) -> "JsonSchemaValue":
        mapping = handler(core)
        return {"type": "array", "items": mapping.get("additionalProperties", {})}


#: A table by id: a list of rows in the file, a read-only mapping in memory.
Table = Annotated[
    Mapping[str, T],
    BeforeValidator(_by_id),
    AfterValidator(_sealed),
    PlainSerializer(_rows, return_type=list[Any]),
    _RowsSchema(),
]


def table_of(rows: Iterable[T]) -> Mapping[str, T]:
    """A table from rows that have an `id`, in their order."""
    return MappingProxyType({str(row.id): row for row in rows})  # type: ignore[attr-defined]  # every row type has an id
