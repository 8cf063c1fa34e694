"""The words that generated cases are made of.

In goes the name of a list, out come its words. Must not know what is made of them. The words stand in
`resources/generate/words.toml`.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from explorer import assets


class Ware(NamedTuple):
    """A noun of trade, the kind of good that it is, and its heading of the Harmonized System."""

    noun: str
    kind: str
    code: str


@cache
def _table() -> Mapping[str, Any]:
    return assets.table("generate/words.toml")


def countries() -> Mapping[str, str]:
    """Names of countries by ISO code, the most drawn first."""
    return dict(_table()["countries"])


def syllables(place: str) -> tuple[str, ...]:
    """The parts of made-up names, by their place in the name."""
    return tuple(_table()["syllables"][place].split())


def sectors(key: str) -> tuple[str, ...]:
    """The second half of a company's name, by what it deals in."""
    return tuple(_table()["sectors"][key])


def qualities() -> tuple[str, ...]:
    """The adjectives of goods."""
    return tuple(_table()["qualities"]["words"])


def wares(key: str) -> tuple[Ware, ...]:
    """The nouns of goods: `rows` are traded, `made` are made of those."""
    return tuple(Ware(*row) for row in _table()["goods"][key])


def uses() -> tuple[str, ...]:
    """What goods are used for in the end."""
    return tuple(_table()["goods"]["uses"])
