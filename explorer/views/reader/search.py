"""Finding words in a text: every place where they stand, whatever their case and their quotation marks.

In go a text and words, out come spans in code points. Must not know where they are shown.
"""

from functools import lru_cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009\n\t", " "),
    }
)


@lru_cache(maxsize=8)
def folded(text: str) -> str:
    """The text in lower case with plain quotation marks, dashes and spaces; every character keeps its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        # A few capitals become two characters in lower case; they stay as they are, so that no place moves.
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return lowered.translate(_SAME)


def occurrences(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text, from the first to the last, none over another."""
    wanted = folded(words.strip())
    if not wanted:
        return ()
    held, found = folded(text), []
    place = held.find(wanted)
    while place >= 0:
        found.append((place, place + len(wanted)))
        place = held.find(wanted, place + len(wanted))
    return tuple(found)
