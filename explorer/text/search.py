"""Finds the same words again, and of several places the one that the words around it speak for.

In goes a text with the words, out comes where they stand. Must not know how far two wordings may differ.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

#: How many places of the same words are compared; a text that repeats itself endlessly costs no more than this.
_MOST = 1_000
#: How far around the stated place is looked first.
_AROUND = 1 << 16
#: How many of the characters around a place are compared.
_CONTEXT = 64
#: From how many characters on the words around a place speak in full.
_TELLING = 4


@dataclass(frozen=True, slots=True)
class Selector:
    """The words of a passage, the words around them, and the code points between which they once stood."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but the words is known."""
        return self.start is None and not self.prefix and not self.suffix


class Needle(NamedTuple):
    """Words to find, the words around them, and near which offset."""

    exact: str
    prefix: str
    suffix: str
    near: int | None


class Found(NamedTuple):
    """Where words stand, and whether another place has as good a claim."""

    start: int
    ambiguous: bool


Fits = Callable[[int, int], bool]


def find_best(hay: str, needle: Needle, fits: Fits) -> Found | None:
    """The place of the words that `fits` accepts, with the most alike words around it, then the nearest."""
    if not needle.exact:
        return None
    return _with_context(hay, needle, fits) or _by_likeness(hay, needle, fits)


def _with_context(hay: str, needle: Needle, fits: Fits) -> Found | None:
    """The nearest place where words and context are both as stated."""
    whole = needle.prefix + needle.exact + needle.suffix
    if len(whole) == len(needle.exact):
        return None
    lead, length = len(needle.prefix), len(needle.exact)
    near = None if needle.near is None else max(0, needle.near - lead)
    for low, high in _stretches(len(hay), near, len(whole)):
        at = _nearest(hay, whole, near, low, high)
        if at is not None and fits(at + lead, at + lead + length):
            again = hay.find(whole, at + 1, high) != -1 or hay.rfind(whole, low, at + len(whole) - 1) != -1
            return Found(at + lead, again)
    return None


def _stretches(size: int, near: int | None, length: int) -> Iterator[tuple[int, int]]:
    if near is not None and near < size and size > 2 * _AROUND:
        yield max(0, near - _AROUND), min(size, near + _AROUND + length)
    yield 0, size


def _nearest(hay: str, words: str, near: int | None, low: int, high: int) -> int | None:
    after = hay.find(words, low if near is None else max(low, near), high)
    if near is None:
        return after if after != -1 else None
    before = hay.rfind(words, low, min(high, near + len(words)))
    places = [place for place in (before, after) if place != -1]
    return min(places, key=lambda place: abs(place - near), default=None)


def _by_likeness(hay: str, needle: Needle, fits: Fits) -> Found | None:
    """The place whose surroundings are most like the stated ones."""
    length = len(needle.exact)
    places = [place for place in occurrences(hay, needle.exact, needle.near) if fits(place, place + length)]
    if len(places) < 2:
        return Found(places[0], ambiguous=False) if places else None
    likeness = {place: _likeness(hay, needle, place) for place in places}
    most = max(likeness.values())
    best = [place for place in places if likeness[place] == most]
    near = needle.near
    chosen = best[0] if near is None else min(best, key=lambda place: (abs(place - near), place))
    return Found(chosen, len(best) > 1)


def occurrences(hay: str, words: str, near: int | None = None) -> list[int]:
    """Places of the words in order, overlapping ones too; at most a thousand, those around `near`."""
    if near is None or near <= 0:
        return _forward(hay, words, 0, _MOST)
    before = _backward(hay, words, near + len(words) - 1, _MOST)
    after = _forward(hay, words, near, max(_MOST // 2, _MOST - len(before)))
    return before[: _MOST - len(after)][::-1] + after


def _forward(hay: str, words: str, start: int, most: int) -> list[int]:
    places: list[int] = []
    at = hay.find(words, start)
    while at != -1 and len(places) < most:
        places.append(at)
        at = hay.find(words, at + 1)
    return places


def _backward(hay: str, words: str, end: int, most: int) -> list[int]:
    """The places before `end`, the last first."""
    places: list[int] = []
    at = hay.rfind(words, 0, end)
    while at != -1 and len(places) < most:
        places.append(at)
        at = hay.rfind(words, 0, at + len(words) - 1)
    return places


def _likeness(hay: str, needle: Needle, place: int) -> float:
    if not needle.prefix and not needle.suffix:
        return 0.0
    from rapidfuzz.distance import Levenshtein  # costs start-up time, and most quotes never need it

    end = place + len(needle.exact)
    prefix, suffix = needle.prefix[-_CONTEXT:], needle.suffix[:_CONTEXT]
    before = hay[max(0, place - len(prefix)) : place]
    after = hay[end : end + len(suffix)]
    return sum(
        # Where the text ends too soon, only what is there can be compared, and it counts for less.
        (1 - Levenshtein.distance(stated, there) / len(there)) * min(1.0, len(there) / _TELLING)
        for stated, there in ((prefix[-len(before) :], before), (suffix[: len(after)], after))
        if there
    )


def cuts_nothing(text: str, start: int, end: int, quote: Selector) -> bool:
    """Whether the borders of a place run between words, unless the quote itself was taken from inside a word.

    "15 firms" must not be found in "215 firms", nor "Iran" in "Iranian".
    """
    return _fair(text[max(0, start - 2) : start], text[start : start + 2], quote.prefix[-2:], quote.bare) and _fair(
        text[max(0, end - 2) : end], text[end : end + 2], quote.suffix[:2], quote.bare, ends=True
    )


def _fair(left: str, right: str, stated: str, bare: bool, *, ends: bool = False) -> bool:
    if not _joined(left, right):
        return True
    if bare:
        return left[-1:].isalpha() and right[:1].isalpha()
    return _joined(left, stated) if ends else _joined(stated, right)


def _joined(left: str, right: str) -> bool:
    """Whether a border between two characters runs through a word or a figure."""
    before, after = left[-1:], right[:1]
    if before in {".", ","} and before:
        return left[:-1].isdigit() and after.isdigit()
    if after in {".", ","} and after:
        return before.isdigit() and right[1:2].isdigit()
    return before.isalnum() and after.isalnum() and not (_unspaced(before) or _unspaced(after))


def _unspaced(character: str) -> bool:
    """Whether the script of a character puts no spaces between words: Thai, Lao, Chinese, Japanese."""
    if not ("\u0e00" <= character <= "\u0eff" or character >= "\u2e80"):
        return False
    # Ligatures, full-width letters and all digits stand up there too, but belong to words and figures as elsewhere.
    return unicodedata.category(character) in {"Lo", "Lm", "Nl", "No"}
