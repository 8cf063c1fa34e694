"""Days: vague as sources are, in order, and before the articles appear."""

from datetime import date

from explorer.generate import calendar
from explorer.generate.chance import stream


def test_a_month_is_all_of_its_days() -> None:
    when = calendar.month(2024 * 12 + 1)
    assert (when.earliest, when.latest, when.wording) == (date(2024, 2, 1), date(2024, 2, 29), "in February 2024")


def test_periods_are_in_order_and_over_before_anything_is_printed() -> None:
    chance = stream(1, "days")
    forms = set[tuple[bool, bool]]()
    for _ in range(300):
        period, words = calendar.some_period(chance)
        forms.add((period is not None, period is not None and period.end is not None))
        if period is None:
            assert words == ""
            continue
        assert period.start is not None
        assert period.start.earliest is not None
        assert words == f" {period.start.wording}"
        assert date(2021, 1, 1) <= period.start.earliest
        if period.end is not None and period.end.latest is not None:
            assert period.start.earliest < period.end.latest < calendar.published(chance)
    assert forms == {(False, False), (True, False), (True, True)}


def test_later_is_later_until_the_end() -> None:
    chance = stream(1, "later")
    assert calendar.later(chance, 2022 * 12) > 2022 * 12
    assert calendar.later(chance, 2024 * 12 + 11) == 2024 * 12 + 11
