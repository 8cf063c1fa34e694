"""Brings the content of an older case file to the shape of today, one version at a time.

In goes the parsed content of a file, out comes the content as this version writes it. Must not know pydantic or files.
A new version adds one function to `_STEPS`; the older ones stay as they are.
"""

from collections.abc import Callable, Mapping
from typing import Any

from explorer.case.case import TABLES, VERSION

Raw = dict[str, Any]


def upgrade(raw: Raw) -> Raw:
    """Apply every step from the version of the content to the version of today; today's content comes back as it is."""
    version = raw["version"]
    while version < VERSION:
        raw = {**_STEPS[version](raw), "version": version + 1}
        version += 1
    return raw


def _rows_from_mappings(raw: Raw) -> Raw:
    """0 to 1: the draft kept a table as a mapping from id to row; a row now carries its id itself."""
    return {key: _rows(value) if key in TABLES else value for key, value in raw.items()}


def _rows(table: object) -> object:
    if not isinstance(table, Mapping):
        return table
    return [{"id": key, **row} if isinstance(row, Mapping) else row for key, row in table.items()]


_STEPS: Mapping[int, Callable[[Raw], Raw]] = {0: _rows_from_mappings}
