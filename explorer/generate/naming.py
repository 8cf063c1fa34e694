"""Names that nobody bears: put together from syllables, each given once.

In goes chance, out come names with their ids. Must not know who or what is named.
"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from explorer.generate import words

_TRIES = 50


class Naming:
    """Gives names and ids, none twice."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._given: set[str] = set()
        self._parts = [words.syllables(place) for place in ("first", "middle", "last")]
        self._accented, self._people = words.syllables("accented"), words.syllables("given")

    def company(self, sector: str) -> tuple[str, str]:
        """Id and name of a company, body or medium of a sector."""
        endings = words.sectors(sector)
        return self._once(lambda: f"{self._root()} {self._chance.choice(endings)}")

    def person(self) -> tuple[str, str]:
        """Id and name of a person."""
        return self._once(lambda: f"{self._chance.choice(self._people)} {self._root()}")

    def good(self, noun: str) -> tuple[str, str]:
        """Id and name of a good: a noun with an adjective, numbered when the adjectives are used up."""
        adjectives = words.qualities()
        key, name = self._once(lambda: f"{self._chance.choice(adjectives)} {noun}", numbered="{}, type {}")
        return f"good-{key}", name

    def use(self, words_of_it: str) -> tuple[str, str]:
        """Id and name of a use of goods."""
        key, name = self._once(lambda: words_of_it, numbered="{}, area {}")
        return f"good-{key}", name

    def _root(self) -> str:
        if self._chance.randrange(50) == 0:
            return self._chance.choice(self._accented) + self._chance.choice(self._parts[1])
        first, middle, last = (self._chance.choice(part) for part in self._parts)
        return (first + middle + last).capitalize()

    def _once(self, make: Callable[[], str], numbered: str = "{} {}") -> tuple[str, str]:
        for _ in range(_TRIES):
            name = make()
            if (key := slug(name)) not in self._given:
                break
        plain, number = name, 2
        while key in self._given:
            name = numbered.format(plain, number)
            key, number = slug(name), number + 1
        self._given.add(key)
        return key, name


def slug(name: str) -> str:
    """An id made of a name: small letters without accents, hyphens between the words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
