"""Finds the passage of a quote in a text, or says plainly that it is not there.

In goes a selector and a text, out comes an anchor: a status, the place, and what differs. Must not know what the quote
proves. Six steps, from certain to doubtful; a passage whose figures, names or negations differ is never simply found.
"""

from dataclasses import dataclass
from typing import Literal

from explorer.text import guard
from explorer.text.ellipsis import find_parts, parts_of
from explorer.text.fold import fold, skeleton
from explorer.text.search import Needle, Selector, cuts_nothing, find_best
from explorer.text.span import Span, Text

__all__ = ["STATUSES", "Anchor", "Selector", "Span", "Status", "Text", "locate"]

Status = Literal["exact", "normalized", "ellipsis", "fuzzy", "conflict", "orphan"]
#: From certain to lost.
STATUSES: tuple[Status, ...] = ("exact", "normalized", "ellipsis", "fuzzy", "conflict", "orphan")

#: Below this likeness a passage is another one.
_ALIKE = 0.75
#: Shorter quotes are found as they are or not at all: "Linus" is not "chines".
_FUZZY_FROM = 20
#: How far a place is widened to the end of its word, at most.
_WIDENED = 60


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands and how sure that is.

    `start` and `end` are None for an orphan. `parts` are the stretches to light up: one, several if the quote leaves
    words out, none for an orphan. `differences` are plain phrases. `ambiguous`: another place has as good a claim.
    `near_miss`: for an orphan the stretch that comes closest, to be shown and never to be lit up as found.
    """

    status: Status
    start: int | None = None
    end: int | None = None
    score: float = 0.0
    parts: tuple[Span, ...] = ()
    differences: tuple[str, ...] = ()
    ambiguous: bool = False
    near_miss: Span | None = None

    @property
    def found(self) -> bool:
        """Whether the passage stands in the text without a difference that matters."""
        return self.status not in {"conflict", "orphan"}


def locate(quote: Selector, text: str | Text) -> Anchor:
    """Find the passage; hand over a `Text` to search one text many times."""
    prepared = text if isinstance(text, Text) else Text(text)
    if not quote.exact:
        return Anchor("orphan", differences=("the quote is empty",))
    return _where_stated(quote, prepared.raw) or _exact(quote, prepared.raw) or _changed(quote, prepared)


def _changed(quote: Selector, text: Text) -> Anchor:
    """The steps for words that do not stand there as they are."""
    bones = skeleton(quote.exact)
    if not bones:
        return Anchor("orphan", differences=("the quote holds no letter and no figure",))
    parts = parts_of(quote.exact)
    if not parts:
        return Anchor("orphan", differences=("the quote holds nothing but marks of omission",))
    return _normalized(quote, text) or _ellipsis(quote, text, parts) or _fuzzy(quote, text, bones)


def _near(quote: Selector, size: int) -> int | None:
    """The stated place, if it is one."""
    return quote.start if quote.start is not None and 0 <= quote.start <= size else None


def _where_stated(quote: Selector, raw: str) -> Anchor | None:
    start = _near(quote, len(raw))
    if start is None or not raw.startswith(quote.exact, start):
        return None
    end = start + len(quote.exact)
    as_before = raw.endswith(quote.prefix, 0, start) and raw.startswith(quote.suffix, end)
    return _one("exact", start, end) if as_before else None


def _exact(quote: Selector, raw: str) -> Anchor | None:
    needle = Needle(quote.exact, quote.prefix, quote.suffix, _near(quote, len(raw)))
    found = find_best(raw, needle, lambda start, end: cuts_nothing(raw, start, end, quote))
    return found and _one("exact", found.start, found.start + len(quote.exact), ambiguous=found.ambiguous)


def _normalized(quote: Selector, text: Text) -> Anchor | None:
    folded, raw = text.folded, text.raw
    near = _near(quote, len(raw))
    # Folded together: a point between two digits may stand on the border of the quote.
    around = fold(quote.prefix + quote.exact + quote.suffix)
    first, last = around.place(len(quote.prefix)), around.place(len(quote.prefix) + len(quote.exact))
    needle = Needle(
        around.text[first:last],
        around.text[:first],
        around.text[last:],
        None if near is None else folded.place(near),
    )
    found = find_best(folded.text, needle, lambda low, high: cuts_nothing(raw, *folded.span(low, high), quote))
    if found is None:
        return None
    start, end = _with_marks(raw, *folded.span(found.start, found.start + len(needle.exact)), quote.exact)
    passage = raw[start:end]
    # "-5 %" and "5 %" have one skeleton.
    figures = guard.figures_differ(quote.exact, passage)
    if figures:
        return _one("conflict", start, end, differences=figures, ambiguous=found.ambiguous)
    differences = guard.cosmetic(quote.exact, passage)
    return _one("normalized", start, end, differences=differences, ambiguous=found.ambiguous)


def _with_marks(raw: str, start: int, end: int, exact: str) -> tuple[int, int]:
    """Take in the quotation marks and stops that the quote has at its ends, where the text has some too."""
    leading = next((at for at, character in enumerate(exact) if character.isalnum()), 0)
    trailing = next((at for at, character in enumerate(reversed(exact)) if character.isalnum()), 0)
    while leading and start and not (raw[start - 1].isalnum() or raw[start - 1].isspace()):
        start, leading = start - 1, leading - 1
    while trailing and end < len(raw) and not (raw[end].isalnum() or raw[end].isspace()):
        end, trailing = end + 1, trailing - 1
    return start, end


def _ellipsis(quote: Selector, text: Text, parts: tuple[str, ...]) -> Anchor | None:
    spans = find_parts(text, parts, quote, _near(quote, len(text.raw)))
    if spans is None:
        return None
    pairs = zip(parts, spans, strict=True)
    differences = tuple(told for part, span in pairs for told in guard.figures_differ(part, text.raw[slice(*span)]))
    status: Status = "conflict" if differences else "ellipsis"
    return Anchor(status, spans[0].start, spans[-1].end, 1.0, spans, differences)


def _fuzzy(quote: Selector, text: Text, bones: str) -> Anchor:
    if len(bones) < _FUZZY_FROM:
        return Anchor("orphan", differences=("the words do not stand in the text",))
    from explorer.text.fuzzy import closest

    near = _near(quote, len(text.raw))
    match = closest(bones, text.folded.text, None if near is None else text.folded.place(near))
    if match is None:
        return Anchor("orphan", differences=("nothing in the text is like these words",))
    start, end = _whole_words(text.raw, *text.folded.span(match.start, match.end))
    if match.likeness < _ALIKE:
        told = f"the closest words of the text are only {match.likeness:.0%} alike"
        return Anchor("orphan", score=match.likeness, differences=(told,), near_miss=Span(start, end))
    differences = guard.harmful(quote.exact, text.raw[start:end])
    status: Status = "conflict" if differences else "fuzzy"
    return _one(status, start, end, score=match.likeness, differences=differences)


def _whole_words(raw: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to the borders of its words and figures, so that no cut hides a difference."""
    quote = Selector("", start=0)
    first, last = max(0, start - _WIDENED), min(len(raw), end + _WIDENED)
    while start > first and not cuts_nothing(raw, start, start, quote):
        start -= 1
    while end < last and not cuts_nothing(raw, end, end, quote):
        end += 1
    return start, end


def _one(
    status: Status,
    start: int,
    end: int,
    *,
    score: float = 1.0,
    differences: tuple[str, ...] = (),
    ambiguous: bool = False,
) -> Anchor:
    return Anchor(status, start, end, score, (Span(start, end),), differences, ambiguous)
