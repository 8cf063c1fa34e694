"""A stretch of a text, and the text with what is worked out from it once.

In goes a string, out come code point offsets into it. Must not know what the stretch is for.
"""

from functools import cached_property
from typing import NamedTuple

from explorer.text.fold import Folded, fold


class Span(NamedTuple):
    """From `start` to `end`, code points from 0, end exclusive."""

    start: int
    end: int


class Text:
    """A document's text, prepared once for many searches; it is folded only when a search needs it."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def folded(self) -> Folded:
        """The skeleton of the text."""
        return fold(self.raw)
