"""The most alike stretch of a text: rapidfuzz points at it, edlib finds its borders.

In go two folded texts, out comes a stretch of the second. Must not know what the words mean. Both libraries are
imported when first needed: most quotes are found without them.
"""

from typing import NamedTuple

#: Longer needles are found by their ends: on a text that repeats itself rapidfuzz's time grows with needle and text,
#: and cannot be interrupted (RapidFuzz#430).
_WHOLE = 400
_END = 150
#: Beyond this a passage that differs is not looked for.
_LONGEST = 20_000
_CUTOFF = 55.0
_SLACK = 0.25
_AROUND = 25_000
#: A hit near the stated place that is this alike is not compared with the rest of the text.
_GOOD = 0.9
#: edlib knows at most 256 characters.
_ALPHABET = 255


class Match(NamedTuple):
    """A stretch of the folded text and how alike it is, 1.0 being the same."""

    start: int
    end: int
    likeness: float


def closest(needle: str, hay: str, near: int | None) -> Match | None:
    """The stretch of `hay` most like `needle`; near the stated place first."""
    if not needle or len(needle) > _LONGEST or len(hay) < len(needle) * (1 - _SLACK):
        return None
    find = _by_whole if len(needle) <= _WHOLE else _by_ends
    if near is None or len(hay) <= 2 * _AROUND:
        return find(needle, hay)
    low = max(0, near - _AROUND)
    local = find(needle, hay[low : near + len(needle) + _AROUND])
    here = local and Match(local.start + low, local.end + low, local.likeness)
    if here and here.likeness >= _GOOD:
        return here
    return max((match for match in (here, find(needle, hay)) if match), key=lambda match: match.likeness, default=None)


def _by_whole(needle: str, hay: str) -> Match | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    slack = int(len(needle) * _SLACK) + 1
    if len(hay) <= len(needle) + slack:
        match = _refined(needle, hay, 0)
        return match if match and match.likeness >= _CUTOFF / 100 else None
    # rapidfuzz's window is as long as the needle, so its borders are wrong (RapidFuzz#323).
    hint = partial_ratio_alignment(needle, hay, score_cutoff=_CUTOFF)
    if hint is None:
        return None
    low = max(0, hint.dest_start - slack)
    return _refined(needle, hay[low : hint.dest_end + slack], low)


def _refined(needle: str, window: str, low: int) -> Match | None:
    if len(set(needle)) > _ALPHABET:
        return _by_window(needle, window, low)
    import edlib

    small_needle, small_window = _small(needle, window)
    answer = edlib.align(small_needle, small_window, mode="HW", task="locations")
    places = [place for place in answer["locations"] if place[0] is not None]
    if not places:
        return None
    # Of equally good borders the widest: a letter too many is cut at the word, a letter too few is lost.
    start, last = min(places, key=lambda place: (place[0] - place[1], place[0]))
    return Match(low + start, low + last + 1, max(0.0, 1 - answer["editDistance"] / len(needle)))


def _small(needle: str, window: str) -> tuple[bytes, bytes]:
    """Both texts in an alphabet that edlib can hold; characters that the needle lacks become one."""
    codes = {character: code for code, character in enumerate(dict.fromkeys(needle), start=1)}
    return bytes(codes[character] for character in needle), bytes(codes.get(character, 0) for character in window)


def _by_window(needle: str, window: str, low: int) -> Match | None:
    """For scripts of many characters: rapidfuzz's window as it is, since edlib cannot hold them."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import partial_ratio_alignment

    hint = partial_ratio_alignment(needle, window)
    start, end = (hint.dest_start, hint.dest_end) if hint and len(window) > len(needle) else (0, len(window))
    likeness = Levenshtein.normalized_similarity(needle, window[start:end])
    return Match(low + start, low + end, likeness) if start < end else None


def _by_ends(needle: str, hay: str) -> Match | None:
    """Find the head and the tail of a long needle at about the right distance, then compare all between."""
    matches = [match for match in (_from_head(needle, hay), _from_tail(needle, hay)) if match]
    return max(matches, key=lambda match: match.likeness, default=None)


def _from_head(needle: str, hay: str) -> Match | None:
    head = _by_whole(needle[:_END], hay)
    if head is None:
        return None
    length, slack = len(needle), int(len(needle) * _SLACK)
    low = head.start + max(0, length - slack - _END)
    tail = _refined(needle[-_END:], hay[low : head.start + length + slack], low)
    return tail and _compared(needle, hay, head.start, tail.end)


def _from_tail(needle: str, hay: str) -> Match | None:
    tail = _by_whole(needle[-_END:], hay)
    if tail is None:
        return None
    length, slack = len(needle), int(len(needle) * _SLACK)
    low = max(0, tail.end - length - slack)
    head = _refined(needle[:_END], hay[low : max(low, tail.end - length + slack + _END)], low)
    return head and _compared(needle, hay, head.start, tail.end)


def _compared(needle: str, hay: str, start: int, end: int) -> Match | None:
    from rapidfuzz.distance import Levenshtein

    if end <= start:
        return None
    most = int(len(needle) * _SLACK) + 1
    distance = Levenshtein.distance(needle, hay[start:end], score_cutoff=most)
    return Match(start, end, max(0.0, 1 - distance / len(needle)))
