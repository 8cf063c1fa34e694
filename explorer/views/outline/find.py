"""The filter of the outline: which elements a few typed words leave.

In go a case and words, out come ids. Case and accents do not count. Must not know Qt or rows.
"""

from dataclasses import dataclass

from explorer.case.case import Case
from explorer.graph.words import name
from explorer.text.loose import loose


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter leaves: elements, sources and notes by id; `through` are those found by a passage only."""

    ids: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()


class Finder:
    """A case made ready for being searched; made once, asked at every key."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._names = {key: loose(self._called(key)) for key in (*case.elements, *case.sources, *case.notes)}
        self._quotes = {key: loose(quote.exact) for key, quote in case.quotes.items()}

    def find(self, typed: str) -> Found:
        """What holds all typed words, in its names or in one of its passages."""
        parts = loose(typed).split()
        named = {key for key, text in self._names.items() if all(part in text for part in parts)}
        quotes = {key for key, text in self._quotes.items() if all(part in text for part in parts)}
        claims = {claim.id for quote in quotes for claim in self._case.claims_on(quote)}
        about = {self._case.claims[key].about for key in claims} & self._case.elements.keys()
        return Found(frozenset(named | about), frozenset(about - named), frozenset(claims))

    def _called(self, key: str) -> str:
        if key in self._case.notes:
            return self._case.notes[key].text
        if key in self._case.sources:
            source = self._case.sources[key]
            return f"{source.title} {source.short} {source.publisher or ''}"
        aliases = getattr(self._case.elements[key], "aliases", ())
        return " ".join((name(self._case, key), *aliases))
