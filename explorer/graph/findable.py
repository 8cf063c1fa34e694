"""Everything of a case that can be found by typed words: names, aliases, passages, folded once for all who search.

In go a case and words, out come ids. Case, accents and runs of spaces do not count. Must not know who searches, or what
is done with what was found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from explorer.case.case import Case
from explorer.case.once import once
from explorer.graph.words import name
from explorer.text.loose import loose


@dataclass(frozen=True)
class Findable:
    """The folded words: names and aliases of elements by id, passages by id."""

    names: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)

    def quotes_with(self, words: str) -> Iterator[str]:
        """The passages that hold some folded words, one after the other, in the order of the file."""
        return (key for key, text in self.quotes.items() if words in text)


@once
def findable(case: Case) -> Findable:
    """What can be found in a case."""
    aliases = {
        key: tuple(loose(alias) for alias in row.aliases)
        for table in (case.actors, case.goods)
        for key, row in table.items()
        if row.aliases
    }
    return Findable(
        {key: loose(name(case, key)) for key in case.elements},
        aliases,
        {key: loose(quote.exact) for key, quote in case.quotes.items()},
    )
