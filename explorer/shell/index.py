"""The index of Find or run: names, aliases, passages and text of a case, folded once, searched at every key.

In go a case and typed words, out come entries in the order of their worth. Must not know how they are shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import Literal

from explorer.case.case import Case
from explorer.case.evidence import denied
from explorer.graph.findable import findable
from explorer.graph.words import kind_of, name, said_by
from explorer.text.loose import loose

Sort = Literal["element", "quote", "text", "action"]

#: As many of each sort are shown at most; what is meant stands among the first, or a longer word finds it.
_MOST = {"element": 30, "quote": 8, "text": 4, "action": 12}
#: Characters shown around a phrase of the text.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to pick: its words, its kind in words, its icon, and what it leads to."""

    sort: Sort
    key: str
    words: str
    kind: str
    icon: str
    colour: str = "ink-muted"
    keys: str = ""


class Index:
    """A case made ready for being searched."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._held = findable(case)
        self._texts = [(source.text.casefold(), source.text, key) for key, source in case.sources.items()]

    def find(self, typed: str, actions: Iterable[Entry] = ()) -> tuple[Entry, ...]:
        """Names that begin so, words that begin so, names and aliases that hold it, passages, text, actions."""
        words = loose(typed)
        if not words:
            return tuple(actions)
        ranked = nsmallest(_MOST["element"], self._ranked(words))
        found = [self._element(key) for _, _, key in ranked]
        found += [self._quote(key) for key in islice(self._held.quotes_with(words), _MOST["quote"])]
        found += islice(self._phrases(typed), _MOST["text"])
        runs = [(rank, entry) for entry in actions if (rank := _rank(words, loose(entry.words))) is not None]
        found += [entry for _, entry in sorted(runs, key=lambda row: row[0])][: _MOST["action"]]
        return tuple(found)

    def _ranked(self, words: str) -> Iterable[tuple[int, int, str]]:
        best: dict[str, tuple[int, int]] = {}
        for key, text in self._held.names.items():
            rank = _rank(words, text)
            if rank is not None:
                best[key] = (rank, len(text))
        for key, aliases in self._held.aliases.items():
            for text in aliases:
                rank = _rank(words, text)
                if rank is not None:
                    best[key] = min(best.get(key, (9, 0)), (rank + 1, len(text)))
        return ((rank, length, key) for key, (rank, length) in best.items())

    def _element(self, key: str) -> Entry:
        row = kind_of(self._case, key)
        sort = row.label
        claims = self._case.claims_about(key) if key in self._case.flows else ()
        if claims:
            # Several say that the same goes from one to another: only who says it tells them apart.
            sort += f", {'denied by' if denied(claims) else 'says'} {said_by(self._case, claims[0])}"
        return Entry("element", key, name(self._case, key), sort, row.icon, row.colour)

    def _quote(self, key: str) -> Entry:
        quote = self._case.quotes[key]
        return Entry("quote", key, f"“{quote.exact}”", f"Passage, {name(self._case, quote.source)}", "basis-stated")

    def _phrases(self, typed: str) -> Iterator[Entry]:
        """Where the words stand in the sources, as they were typed; a phrase inside a passage is that passage."""
        words = " ".join(typed.casefold().split())
        if len(words) < 3:
            return
        for low, text, source in self._texts:
            at = low.find(words) if len(low) == len(text) else -1
            if at >= 0 and not self._quoted(source, at, at + len(words)):
                shown = " ".join(text[max(0, at - _AROUND) : at + len(words) + _AROUND].split())
                yield Entry("text", source, f"… {shown} …", f"Text, {name(self._case, source)}", "text")

    def _quoted(self, source: str, start: int, end: int) -> bool:
        return any(q.start <= start and end <= q.end for q in self._case.quotes_in(source))


def _rank(words: str, text: str) -> int | None:
    """0: begins so; 1: a word begins so; 2: holds it; 3: holds all its words; None: does not."""
    if text.startswith(words):
        return 0
    if f" {words}" in text:
        return 1
    if words in text:
        return 2
    return 3 if " " in words and all(part in text for part in words.split()) else None
