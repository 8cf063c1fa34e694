"""Countries: the English short names of ISO 3166-1 codes.

In goes a code of two letters, out comes a name. The table and where it comes from stand in `resources/countries.toml`.
Must not know the case.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from explorer import assets


@cache
def _names() -> Mapping[str, Any]:
    return assets.table("countries.toml")


def country(code: str) -> str:
    """The name of a country; a code that the table does not know stands for itself."""
    return str(_names().get(code, code))
