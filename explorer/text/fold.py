"""The skeleton of a text: what is left when case, spaces, quotes, hyphens and accents do not count.

In goes a text, out comes a shorter one together with the way back to the code points of the first. Must not know what
is searched for in it.
"""

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

#: Stand for "." and "," between digits until the translation; non-characters, so no text needs them.
_POINT, _COMMA = "\ufdd0", "\ufdd1"
_KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Sc"})
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,](?=\d)")
#: Code points between two marks of the way back: small enough to count through, large enough to fold fast.
_BLOCK = 256


class _Table(dict[int, str]):
    """The folding of one code point, worked out when first met; folding never looks at the neighbours."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        # Signs of money (Sc) and per cent stay: they tell one figure from another.
        kept = "".join(part for part in plain if unicodedata.category(part) in _KEPT or part == "%")
        self[point] = kept
        return kept


_TABLE = _Table({ord(_POINT): ".", ord(_COMMA): ","})


class Folded:
    """A folded text with the way back to the text it was made from."""

    def __init__(self, guarded: str) -> None:
        blocks = [guarded[start : start + _BLOCK].translate(_TABLE) for start in range(0, len(guarded), _BLOCK)]
        self.text = "".join(blocks)
        self._guarded = guarded
        self._marks = list(accumulate(map(len, blocks), initial=0))
        self._origins: dict[int, list[int]] = {}

    def origin(self, place: int) -> int:
        """The code point that the folded character at `place` comes from."""
        if not 0 <= place < len(self.text):
            raise IndexError(f"place {place} is outside the folded text of {len(self.text)} characters")
        block = bisect_right(self._marks, place) - 1
        origins = self._origins.get(block)
        if origins is None:
            first = block * _BLOCK
            piece = self._guarded[first : first + _BLOCK]
            origins = [first + at for at, character in enumerate(piece) for _ in _TABLE[ord(character)]]
            self._origins[block] = origins
        return origins[place - self._marks[block]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points that the folded characters from `start` to `end` come from, end exclusive."""
        return self.origin(start), self.origin(end - 1) + 1

    def place(self, offset: int) -> int:
        """How many folded characters come before the code point at `offset`."""
        offset = max(0, min(offset, len(self._guarded)))
        block = offset // _BLOCK
        return self._marks[block] + sum(
            len(_TABLE[ord(character)]) for character in self._guarded[block * _BLOCK : offset]
        )


def fold(text: str) -> Folded:
    """Keep letters, digits, signs of money and per cent, and "." and "," between digits; drop the rest."""
    return Folded(_guarded(text))


def skeleton(text: str) -> str:
    """The folded text alone, for a few words whose places do not matter."""
    return _guarded(text).translate(_TABLE)


def _guarded(text: str) -> str:
    if _POINT in text or _COMMA in text:
        text = text.replace(_POINT, " ").replace(_COMMA, " ")
    return _BETWEEN_DIGITS.sub(lambda found: _POINT if found[0] == "." else _COMMA, text)
