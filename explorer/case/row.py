"""Makes a case of rows, one row at a time, so that the first things wrong are told and a million are not collected.

In goes the parsed content of a file with its text, out comes a case or one error. Must not know where files lie.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from explorer.case.case import TABLES, Case
from explorer.case.place import Path, lines_of
from explorer.case.problem import CaseError, Problem, place_of, shown

#: How many problems an error lists.
_MOST = 20
#: Beyond this many in one row their details are not asked for: they would fill the memory.
_IN_ONE_ROW = 5_000

_ROW_OF: Mapping[str, type[BaseModel]] = {name: get_args(Case.model_fields[name].annotation)[1] for name in TABLES}
_FIELDS = frozenset(Case.model_fields)

#: What pydantic's types of errors mean in our words; the others keep pydantic's sentence.
_WORDS = {
    "missing": "is missing; add it",
    "extra_forbidden": "is a field that this program does not know; remove it, or look for a typing error",
    "string_unicode": "holds a lone surrogate, which is not a character; remove it",
    "finite_number": "must be a finite number",
}

Found = tuple[Path, Path, str]


def row_type(table: str) -> type[BaseModel]:
    """What a row of a table is."""
    return _ROW_OF[table]


def read_rows(raw: Mapping[str, Any], text: str, name: str) -> Case:
    """The case that the content says; raises `CaseError` with the first problems."""
    found: list[Found] = []
    seen: dict[str, str] = {}
    tables = {table: _table(raw[table], table, found, seen) for table in TABLES if table in raw}
    heads = {key: value for key, value in raw.items() if key not in TABLES}
    found.extend(((key,), (key,), _WORDS["extra_forbidden"]) for key in heads if key not in _FIELDS)
    if not found:
        try:
            return Case.model_validate({**heads, **tables})
        except ValidationError as error:
            found.extend(_details(error, (), ()))
    lines = lines_of(text, [path for path, _, _ in found[:_MOST]])
    problems = tuple(
        Problem(told, place_of(place), line) for (_, place, told), line in zip(found[:_MOST], lines, strict=True)
    )
    raise CaseError(name, problems, len(found) - len(problems))


def _table(rows: object, table: str, found: list[Found], seen: dict[str, str]) -> dict[str, BaseModel]:
    made: dict[str, BaseModel] = {}
    if not isinstance(rows, list):
        found.append(((table,), (table,), "must be a list of rows in square brackets"))
        return made
    model = _ROW_OF[table]
    for number, row in enumerate(rows):
        if len(found) > _MOST:
            break
        path: Path = (table, number)
        key = row.get("id") if isinstance(row, dict) else None
        place: Path = (table, key) if key and isinstance(key, str) else path
        told = _id_problem(row, key, table, seen)
        if told:
            found.append(((*path, "id") if key else path, place, told))
            continue
        try:
            made[str(key)] = model.model_validate(row)
        except ValidationError as error:
            found.extend(_details(error, path, place))
    return made


def _id_problem(row: object, key: object, table: str, seen: dict[str, str]) -> str:
    if not isinstance(row, dict):
        return "must be an object in braces"
    if not isinstance(key, str):
        return "has no id; give it one that no other row has"
    if key in seen:
        return f"the id '{shown(key)}' is used twice, in {seen[key]} and in {table}; give one of them another id"
    seen[key] = table
    return ""


def _details(error: ValidationError, path: Path, place: Path) -> Iterator[Found]:
    if error.error_count() > _IN_ONE_ROW:
        yield path, place, f"holds {error.error_count()} problems; look at this row as a whole"
        return
    for details in error.errors(include_url=False):
        if _is_consequence(details):
            continue
        yield (*path, *details["loc"]), (*place, *details["loc"]), _told(details)


def _is_consequence(details: ErrorDetails) -> bool:
    """Whether rows only seem too few because pydantic does not count those that are wrong, each told by itself."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _told(details: ErrorDetails) -> str:
    kind = details["type"]
    if kind in _WORDS:
        return _WORDS[kind]
    message = details["msg"].removeprefix("Value error, ")
    value = details["input"]
    if kind == "value_error" or isinstance(value, dict | list):
        return shown(message, 300)
    return f"{shown(message[:1].lower() + message[1:], 300)}; it is '{shown(value)}'"
