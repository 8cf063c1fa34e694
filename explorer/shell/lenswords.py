"""The lens in words, and words as a lens: what chips say, what a typed date means.

In go a case, a lens and typed text, out come words, dates and lenses. No Qt, no state.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from explorer.case.case import Case
from explorer.graph.lens import FACETS, Choice, Lens, hidden
from explorer.graph.trait import dates_of, span
from explorer.text.english import SHORT_MONTHS

_TYPED = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def facet_words(facet: str, choices: tuple[Choice, ...], *, short: bool = False) -> str:
    """'Stance' while everything is shown, 'Stance: 4 of 5' if not; short: 'Stance 4/5'."""
    on = sum(choice.on for choice in choices)
    if on == len(choices):
        return FACETS[facet]
    return f"{FACETS[facet]} {on}/{len(choices)}" if short else f"{FACETS[facet]}: {on} of {len(choices)}"


def period_words(lens: Lens) -> str:
    """'Mar 2023 – Jul 2023', 'from 2022', 'until 5 Mar 2023'; nothing without a period."""
    first = _bound_words(lens.since, end=False) if lens.since else ""
    last = _bound_words(lens.until, end=True) if lens.until else ""
    if first and last:
        return first if first == last else f"{first} – {last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def bound_text(day: date | None, *, end: bool) -> str:
    """A bound as it is typed: '2023', '2023-03' or '2023-03-15', whichever is shortest and exact."""
    if day is None:
        return ""
    if day == _bound(day.year, None, None, end=end):
        return f"{day.year:04}"
    return f"{day:%Y-%m}" if day == _bound(day.year, day.month, None, end=end) else day.isoformat()


def read_bound(typed: str, *, end: bool) -> date | None:
    """The first or last day that a typed date means; nothing typed is no bound. Raises ValueError, in words."""
    typed = typed.strip()
    if not typed:
        return None
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise ValueError(f"“{typed[:40]}” is not a date. Type a year, month or day: 2023, 2023-03 or 2023-03-15.")
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise ValueError("There is no year 0.")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}.")
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"{SHORT_MONTHS[month - 1]} {year} has no day {day}.")
    return _bound(year, month, day, end=end)


def years(case: Case) -> tuple[int, ...]:
    """The years in which the case has events."""
    found: set[int] = set()
    for event in case.events.values():
        for value in dates_of(event):
            bounds = [day.year for day in span(value) if day]
            found.update(bounds)
            # A date as vague as a century is no reason to offer every year of it.
            if len(bounds) == 2 and bounds[1] - bounds[0] <= 5:
                found.update(range(bounds[0], bounds[1]))
    return tuple(sorted(found))


def revealing(case: Case, lens: Lens, key: str) -> Lens:
    """The lens that shows an element with as little else changed as possible."""
    return next((one for one in _wider(lens) if key not in hidden(case, one)), lens.cleared())


def _wider(lens: Lens) -> Iterator[Lens]:
    yield lens
    without_period = replace(lens, since=None, until=None)
    yield without_period
    for pair in sorted(lens.off):
        yield lens.switched(*pair, on=True)
    for facet in FACETS:
        yield replace(lens, off=frozenset(pair for pair in lens.off if pair[0] != facet))
    for facet in FACETS:
        yield replace(without_period, off=frozenset(pair for pair in lens.off if pair[0] != facet))


def _bound(year: int, month: int | None, day: int | None, *, end: bool) -> date:
    month = month or (12 if end else 1)
    return date(year, month, day or (monthrange(year, month)[1] if end else 1))


def _bound_words(day: date, *, end: bool) -> str:
    typed = bound_text(day, end=end)
    if len(typed) == 4:
        return typed
    month = f"{SHORT_MONTHS[day.month - 1]} {day.year}"
    return month if len(typed) == 7 else f"{day.day} {month}"
