"""The filter of the outline: which elements a few typed words leave.

In go a case and words, out come ids. Case and accents do not count. Must not know Qt or rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.case.case import Case
from explorer.case.evidence import Source
from explorer.graph.findable import findable
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
        held = findable(case)
        self._names = {key: " ".join((words, *held.aliases.get(key, ()))) for key, words in held.names.items()}
        self._names |= {key: loose(_titled(source)) for key, source in case.sources.items()}
        self._names |= {key: loose(note.text) for key, note in case.notes.items()}
        self._quotes = held.quotes

    def find(self, typed: str) -> Found:
        """What holds all typed words, in its names or in one of its passages."""
        parts = loose(typed).split()
        named, quotes = _with_all(self._names, parts), _with_all(self._quotes, parts)
        claims = {claim.id for quote in quotes for claim in self._case.claims_on(quote)}
        about = {self._case.claims[key].about for key in claims} & self._case.elements.keys()
        return Found(frozenset(named | about), frozenset(about - named), frozenset(claims))


def _with_all(texts: Mapping[str, str], parts: Sequence[str]) -> set[str]:
    """The ids whose text holds all parts."""
    if not parts:
        return set(texts)
    # Part by part: most texts do not hold the first.
    left = {key for key, text in texts.items() if parts[0] in text}
    for part in parts[1:]:
        left = {key for key in left if part in texts[key]}
    return left


def _titled(source: Source) -> str:
    return f"{source.title} {source.short} {source.publisher or ''}"
