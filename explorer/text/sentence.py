"""Splits a text into sentences as a careful reader would: nothing lost, nothing empty.

In goes a text, out come spans in order that do not overlap; what lies between them is white space. Must not know who
said the sentences or what is made of them.
"""

import re
from collections.abc import Iterator

from explorer.text.span import Span

_PARAGRAPH = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
#: Always matches once it has begun, so that a row of a million dots is read once; what follows is looked at in code.
_STOP = re.compile(r"""[.!?…]+["'”’»)\]]*|[。！？]+[」』”’）]*""")
_WORD_BEFORE = re.compile(r"[^\s\"'“‘«(\[]*$")
#: A photo credit often stands glued to its caption; it is a statement of its own.
_CREDIT = "©"
_OPENING = "\"'“‘«([{"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: Words whose dot does not end a sentence.
_NEVER = _words("mr mrs ms dr prof gen sen rep st lt col gov hon capt sgt maj vs e.g i.e cf approx ca")
#: Words whose dot does not end a sentence when a figure follows.
_BEFORE_FIGURE = _words("no nos art fig p pp vol ch sec para jan feb mar apr jun jul aug sep sept oct nov dec")
#: Words whose dot ends a sentence only if a usual first word follows.
_PERHAPS = _words("co ltd inc corp etc jr sr bros dept est a.m p.m d.c u.s u.k u.n e.u u.s.a ph.d")
_FIRST_WORDS = _words(
    "the a an in on at by for from with as it its he she they we i you his her their our this that these those there "
    "but and so yet if when while after before since however meanwhile according most many some all no not"
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text; each begins and ends with a character that is not a space."""
    spans = (span for paragraph in _PARAGRAPH.finditer(text) for span in _split(text, *paragraph.span()))
    return tuple(trimmed for start, end in spans if (trimmed := _trimmed(text, start, end)))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for border in _borders(text, start, end):
        yield start, border
        start = border
    yield start, end


def _borders(text: str, start: int, end: int) -> list[int]:
    found = [stop.end() for stop in _STOP.finditer(text, start, end) if _ends(text, start, stop, end)]
    credit = text.find(_CREDIT, start + 1, end)
    while credit != -1:
        found.append(credit)
        credit = text.find(_CREDIT, credit + 1, end)
    return sorted(found)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    body = piece.strip()
    return Span(start + left, start + left + len(body)) if body else None


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a run of stops ends a sentence of the paragraph from `start` to `end`."""
    if stop.end() >= end or stop[0][0] in "。！？":
        return True
    if not text[stop.end()].isspace():
        return False
    following = text[stop.end() : min(end, stop.end() + 80)].lstrip()
    next_word = following.lstrip(_OPENING)
    if next_word[:1].islower():
        return False
    if stop[0] != ".":
        return True
    return _dot_ends(text[max(start, stop.start() - 40) : stop.start()], next_word, begins=stop.start() - start <= 40)


def _dot_ends(before: str, following: str, *, begins: bool) -> bool:
    """Whether a single dot after `before` ends a sentence; `begins` says that `before` is all of the paragraph."""
    found = _WORD_BEFORE.search(before)
    word = found[0] if found else ""
    lower = word.lower()
    if lower in _NEVER:
        return False
    if lower in _BEFORE_FIGURE and following[:1].isdigit():
        return False
    if begins and word == before.strip() and len(word) <= 3 and (word.isdigit() or len(word) == 1):
        return False  # the number of a list, "3." or "b."
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    if initial or lower in _PERHAPS:
        first = re.split(r"[\s,;]", following, maxsplit=1)[0]
        return first.lower() in _FIRST_WORDS
    return True
