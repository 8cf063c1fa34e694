"""Days as numbers, and the words under an axis of them.

In go dates, out come counts of days since 1 January 1970 and ticks at a scale: no time of day, so no time zone comes
near them. Must not know cases or widgets.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from explorer.text.english import SHORT_MONTHS

_EPOCH = date(1970, 1, 1).toordinal()
#: Steps of an axis with their least length in days.
_STEPS = (
    ("day", 1, 1), ("day", 2, 2), ("day", 7, 7), ("month", 1, 28), ("month", 3, 90), ("month", 6, 181),
    ("year", 1, 365), ("year", 2, 730), ("year", 5, 1826), ("year", 10, 3652), ("year", 50, 18_262),
    ("year", 100, 36_524), ("year", 500, 182_621), ("year", 1000, 365_242),
)  # fmt: skip


def day_of(day: date) -> int:
    """A date as a count of days."""
    return day.toordinal() - _EPOCH


def date_of(day: float) -> date:
    """The date of a count of days, kept within the years 1 to 9999."""
    return date.fromordinal(min(max(int(day // 1) + _EPOCH, 1), date.max.toordinal()))


def ticks(first: float, last: float, width: float, least: float = 64.0) -> tuple[tuple[int, str], ...]:
    """Where an axis of days is marked and with which words: years, months or days, at least `least` pixels apart.

    The first tick and every turn of a year or month say which one it is; the others only their own name.
    """
    scale = width / max(last - first, 1e-6)
    unit, step = next((unit, step) for unit, step, days in _STEPS if days * scale >= least or days == _STEPS[-1][2])
    found: list[tuple[int, str]] = []
    for day in _turns(date_of(first), date_of(last), unit, step):
        if first <= day_of(day) <= last:
            found.append((day_of(day), _tick_words(day, unit, whole=not found)))
    return tuple(found)


def _turns(first: date, last: date, unit: str, step: int) -> Iterator[date]:
    if unit == "day":
        for start in _turns(first.replace(day=1), last, "month", 1):
            # Weeks begin with the month, and the last one is left out where it would touch the first of the next.
            days = monthrange(start.year, start.month)[1]
            yield from (start.replace(day=day) for day in range(1, days + 1 - step // 2, step))
        return
    months = step * 12 if unit == "year" else step
    begin = first.year * 12 + first.month - 1
    for month in range(begin - begin % months, min(last.year * 12 + last.month, 9999 * 12 + 11), months):
        if month >= 12:
            yield date(month // 12, month % 12 + 1, 1)


def _tick_words(day: date, unit: str, *, whole: bool) -> str:
    if unit == "year" or (unit == "month" and day.month == 1):
        return str(day.year)
    month = SHORT_MONTHS[day.month - 1]
    if unit == "month":
        return f"{month} {day.year}" if whole else month
    return f"{day.day} {month} {day.year}" if whole or (day.day, day.month) == (1, 1) else f"{day.day} {month}"
