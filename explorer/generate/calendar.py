"""Days as sources put them: a month, a year, a stretch of months, with the words that stand in the text.

In goes chance, out come vague dates. All that is told lies in 2021 to 2024, and the articles appear in 2025, so that
nobody reads of what has not happened. Must not know what is dated.
"""

from calendar import monthrange
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from explorer.case.evidence import Period, When
from explorer.text.english import MONTHS

_FIRST, _LAST = 2021 * 12, 2025 * 12 - 1
_PUBLISHED = date(2025, 1, 2)


class Dated(NamedTuple):
    """A period and how it reads at the end of a sentence, with its space before."""

    period: Period | None
    words: str


def month(number: int) -> When:
    """A month by its number: year times twelve, plus 0 for January."""
    year, index = divmod(number, 12)
    last = monthrange(year, index + 1)[1]
    wording = f"in {MONTHS[index]} {year}"
    return When(earliest=date(year, index + 1, 1), latest=date(year, index + 1, last), wording=wording)


def some_month(chance: Random) -> int:
    """The number of a month of which the articles may tell."""
    return chance.randint(_FIRST, _LAST)


def later(chance: Random, number: int, most: int = 8) -> int:
    """A month after another, and not after the last."""
    return min(_LAST, number + chance.randint(1, most))


def some_period(chance: Random) -> Dated:
    """Since a month, since a year, from month to month, or not said."""
    form = chance.randrange(10)
    start = some_month(chance)
    if form < 3:
        return Dated(None, "")
    if form < 4:
        year = start // 12
        words = f"since {year}"
        return Dated(
            Period(start=When(earliest=date(year, 1, 1), latest=date(year, 12, 31), wording=words)), f" {words}"
        )
    first = month(start)
    said = first.wording.removeprefix("in ")
    if form < 7:
        return Dated(Period(start=_worded(first, f"since {said}")), f" since {said}")
    last = month(later(chance, start, 18))
    words = f"from {said} to {last.wording.removeprefix('in ')}"
    return Dated(Period(start=_worded(first, words), end=_worded(last, words)), f" {words}")


def published(chance: Random) -> date:
    """The day of an article."""
    return _PUBLISHED + timedelta(days=chance.randrange(360))


def _worded(when: When, wording: str) -> When:
    return When(earliest=when.earliest, latest=when.latest, wording=wording)
