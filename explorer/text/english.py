"""Small pieces of plain English: counts, lists, capitals, numbers, the names of the months.

In go numbers and words, out comes a piece of a line of text. Must not know what is counted or listed.
"""

from collections.abc import Iterable

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 claim', '3 claims', '1,200 cities'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str], most: int = 3) -> str:
    """Words with commas and 'and'; more than `most` end in a count."""
    unique = list(dict.fromkeys(words))
    if len(unique) > most:
        unique = [*unique[: most - 1], f"{len(unique) - most + 1} more"]
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"


def capital(text: str) -> str:
    """Words as they begin a line; the other letters stay as they are."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Words as they stand inside a sentence: "Artillery shells" small, "CNC machines" as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def number(value: float) -> str:
    """A number with thousands separators."""
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
