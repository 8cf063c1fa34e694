"""Counts, lists, capitals and numbers, as they stand in a sentence."""

import pytest

from explorer.text.english import SHORT_MONTHS, capital, counted, listed, number


def test_a_count_bends_its_noun() -> None:
    assert counted(0, "claim") == "0 claims"
    assert counted(1, "claim") == "1 claim"
    assert counted(1_200, "city", "cities") == "1,200 cities"
    assert counted(1, "passage was", "passages were") == "1 passage was"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b and 2 more"),
    ],
)
def test_a_list_ends_in_and(words: list[str], told: str) -> None:
    assert listed(words) == told


def test_a_list_is_as_long_as_wanted() -> None:
    assert listed(["a", "b", "c"], 2) == "a and 2 more"
    assert listed("abcd", 4) == "a, b, c and d"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert (capital("sanctions on the PLA"), capital("")) == ("Sanctions on the PLA", "")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (200_000, "200,000"),
        (0.0, "0"),
        (1_234.5, "1,234.5"),
        (-20, "-20"),
        (2e15, "2e+15"),
        (1e14, "100,000,000,000,000"),
    ],
)
def test_a_number_has_thousands(value: float, told: str) -> None:
    assert number(value) == told


def test_months_are_known_by_three_letters() -> None:
    assert SHORT_MONTHS[4] == "May"
    assert SHORT_MONTHS[8:] == ("Sep", "Oct", "Nov", "Dec")
