"""Days as numbers: no time zone, and ticks that keep their distance."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.days import date_of, day_of, ticks


def day(year: int, month: int, of_month: int) -> int:
    return day_of(date(year, month, of_month))


def test_days_and_dates_are_each_others_inverse() -> None:
    assert day_of(date(1970, 1, 1)) == 0
    assert date_of(day(2024, 2, 29) + 0.9) == date(2024, 2, 29)
    assert date_of(-1e12) == date.min
    assert date_of(1e12) == date.max


@pytest.mark.parametrize(
    ("first", "last", "width", "words"),
    [
        ((2022, 1, 1), (2024, 6, 30), 600, ["2022", "Jul", "2023", "Jul", "2024"]),
        ((2023, 2, 15), (2023, 8, 15), 500, ["Mar 2023", "Apr", "May", "Jun", "Jul", "Aug"]),
        ((2024, 6, 10), (2024, 6, 20), 600, ["11 Jun 2024", "13 Jun", "15 Jun", "17 Jun", "19 Jun"]),
        ((1995, 6, 1), (2046, 1, 1), 400, ["2000", "2010", "2020", "2030", "2040"]),
    ],
)
def test_ticks_are_years_months_or_days(
    first: tuple[int, int, int], last: tuple[int, int, int], width: float, words: list[str]
) -> None:
    assert [text for _, text in ticks(day(*first), day(*last), width)] == words


@given(st.integers(-700_000, 2_900_000), st.floats(1, 3_000_000), st.floats(100, 3_000))
def test_ticks_keep_their_distance(first: int, length: float, width: float) -> None:
    found = ticks(first, first + length, width)
    assert all(first <= at <= first + length for at, _ in found)
    steps = [(after - before) * width / length for (before, _), (after, _) in pairwise(found)]
    assert all(step >= 64 - 64 / 28 for step in steps) or length > 360_000
