"""Two ways of counting the same text: code points, as a case does, and UTF-16 units, as Qt does.

In goes a text, out come the text as it may be shown and the two ways to count. Must not know passages or widgets.
"""

import unicodedata
from bisect import bisect_left

_REPLACED = "\ufffd"
#: Format characters that belong to proper writing: joiners, direction marks, the soft hyphen.
_PROPER = frozenset("\u200c\u200d\u200e\u200f\u00ad\n\t")


def shown(text: str) -> str:
    """The text with every character that hides, reorders or breaks lines on its own replaced, one for one."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in _PROPER:
        return character
    # U+FFFC would be an object to Qt, U+2028/9 and U+FDD0/1 would break its paragraphs. All replaced stand in the BMP
    # or keep their two units, so that no offset moves.
    if character == "\r" or unicodedata.category(character) in {"Zl", "Zp"}:
        return " "
    if character == "\ufffc" or _is_no_character(character) or unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return _REPLACED if character <= "\uffff" else _REPLACED * 2
    return character


def _is_no_character(character: str) -> bool:
    return "\ufdd0" <= character <= "\ufdef" or ord(character) & 0xFFFE == 0xFFFE


class Offsets:
    """The way from code points to UTF-16 units of one text, and back."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [place for place, one in enumerate(text) if one > "\uffff"]
        self._wide_units = [place + before for before, place in enumerate(self._wide)]

    def units(self, points: int) -> int:
        """How many UTF-16 units stand before the code point at `points`."""
        return points + bisect_left(self._wide, points)

    def points(self, units: int) -> int:
        """How many code points stand before the UTF-16 unit at `units`; inside a pair, those before the pair."""
        return units - bisect_left(self._wide_units, units)
