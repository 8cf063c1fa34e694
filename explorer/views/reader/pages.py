"""The passages of every source, gathered when a source is looked at: a case may hold thousands.

In go a case, the anchors of its check and what is hidden; out come passages by source. Must not know Qt.
"""

from collections.abc import Iterator, Mapping

from explorer.case.case import Case
from explorer.text.anchor import Anchor
from explorer.views.reader.passages import Passages, passages
from explorer.views.reader.places import Places, places


class Pages(Mapping[str, Passages]):
    """Passages by source, in the order of the sources."""

    def __init__(self, case: Case, anchors: Mapping[str, Anchor], hidden: frozenset[str] = frozenset()) -> None:
        self._case, self._anchors, self._hidden = case, anchors, hidden
        self._places: dict[str, Places] = {}
        self._made: dict[str, Passages] = {}

    def __getitem__(self, source: str) -> Passages:
        if source not in self._made:
            if source not in self._case.sources:
                raise KeyError(source)
            self._made[source] = passages(self._case, source, self.places(source), self._hidden)
        return self._made[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._case.sources)

    def __len__(self) -> int:
        return len(self._case.sources)

    def places(self, source: str) -> Places:
        """Where the quotes of a source stand in it."""
        if source not in self._places:
            self._places[source] = places(self._case, source, self._anchors)
        return self._places[source]

    def source_of(self, quote: str | None) -> str | None:
        """The source that a quote is of."""
        held = self._case.quotes.get(quote or "")
        return held.source if held is not None and held.source in self._case.sources else None
