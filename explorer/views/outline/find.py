"""The filter of the outline: which elements a few typed words leave.

In go a case and words, out come ids. Case and accents do not count. Must not know Qt or rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from explorer.case.case import Case
from explorer.case.evidence import Source
from explorer.graph.findable import findable
from explorer.text.loose import loose

T = TypeVar("T")

_PORTION = 4_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter leaves: elements, sources and notes by id; `through` are found by a passage of `quotes` only."""

    ids: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()


class Finder:
    """A case made ready for being searched; made once, asked at every key."""

    def __init__(self, case: Case) -> None:
        self._case = case
        held = findable(case)
        self._names, self._quotes = held.names, held.quotes
        #: What is found by more than its name.
        self._more = {key: " ".join((held.names[key], *words)) for key, words in held.aliases.items()}
        self._more |= {key: loose(_titled(source)) for key, source in case.sources.items()}
        self._more |= {key: loose(note.text) for key, note in case.notes.items()}

    def find(self, typed: str) -> Found:
        """What holds all typed words, in its names or in one of its passages."""
        return next(found for found in self.search(typed) if found is not None)

    def search(self, typed: str) -> Iterator[Found | None]:
        """The same step by step: nothing after each short step, what was found after the last."""
        parts = loose(typed).split()
        named: set[str] = set()
        quotes: set[str] = set()
        about: set[str] = set()
        for texts, left in ((self._names, named), (self._more, named), (self._quotes, quotes)):
            for some in _portions(texts.items()):
                left.update(key for key, text in some if all(part in text for part in parts))
                yield None
        for few in _portions(quotes):
            about.update(claim.about for quote in few for claim in self._case.claims_on(quote))
            yield None
        about &= self._case.elements.keys()
        yield Found(frozenset(named | about), frozenset(about - named), frozenset(quotes))


def _portions(rows: Iterable[T]) -> Iterator[list[T]]:
    """As many rows at a time as are gone through in a moment."""
    rest = iter(rows)
    while some := list(islice(rest, _PORTION)):
        yield some


def _titled(source: Source) -> str:
    return f"{source.title} {source.short} {source.publisher or ''}"
