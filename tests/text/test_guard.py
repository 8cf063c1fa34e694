"""Differences that matter, and those that do not."""

import pytest

from explorer.text.guard import cosmetic, harmful


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("around 20 firms", "about 20 firms"),
        ("12 300 tons", "12\u00a0300 tons"),
        ("20 percent", "20 %"),
        ("China's exports", "China exports"),
        ("it doesn't sell", "it doesn’t sell"),
        ("The report says", "the report says"),
        ("mid-2023", "mid 2023"),
        ("٥ ships", "5 ships"),
    ],
)
def test_silent(quote: str, passage: str) -> None:
    assert harmful(quote, passage) == ()


@pytest.mark.parametrize(
    ("quote", "passage", "told"),
    [
        ("1.5 million", "15 million", "“1.5 million” reads “15 million” here"),
        ("$4 million", "$1,000", "“$4 million” reads “$1,000” here"),
        ("-5 %", "5 %", "“-5%” reads “5%” here"),
        ("5 %", "5 million", "“5%” reads “5 million” here"),
        ("10²", "102", "“10²” reads “102” here"),
        ("has sold", "has not sold", "“not” has been added here"),
        ("doesn’t sell", "sells", "“doesnt” is missing here"),
        ("non-lethal aid", "lethal aid", "“non” is missing here"),
        ("five years", "six years", "“five” reads “six” here"),
        ("Iran sold", "Iranian firms sold", "“Iran” reads “Iranian” here"),
        ("Iran helps Oman", "Oman helps Iran", "“Iran”, “Oman” stand in another order here"),
    ],
)
def test_told(quote: str, passage: str, told: str) -> None:
    assert told in harmful(quote, passage)


def test_what_is_told_stays_short() -> None:
    differences = harmful("A" * 5_000 + " " + " ".join(f"Name{letter}x" for letter in "abcdefgh"), "nothing")
    assert all(len(difference) < 400 for difference in differences)


def test_the_same_has_no_differences() -> None:
    assert cosmetic("a “b”", "a “b”") == ()
