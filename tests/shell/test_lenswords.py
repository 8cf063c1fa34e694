from datetime import date

import pytest

from explorer.case.base import table_of
from explorer.case.evidence import When
from explorer.case.parts import Event
from explorer.graph.lens import Choice, Lens, hidden
from explorer.shell.lenswords import bound_text, facet_words, period_words, read_bound, revealing, years
from tests.small_case import small_case


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (" 2024-02 ", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("", None, None),
    ],
)
def test_a_date_as_vague_as_it_is_typed(typed: str, first: date | None, last: date | None) -> None:
    assert read_bound(typed, end=False) == first
    assert read_bound(typed, end=True) == last
    assert read_bound(bound_text(first, end=False), end=False) == first
    assert read_bound(bound_text(last, end=True), end=True) == last


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("yesterday", "“yesterday” is not a date"),
        ("20", "is not a date"),
        ("0000", "There is no year 0."),
        ("2023-13", "There is no month 13."),
        ("2023-00", "There is no month 0."),
        ("2023-04-31", "Apr 2023 has no day 31."),
        ("2023-04-0", "Apr 2023 has no day 0."),
        ("2023-04-01-01", "is not a date"),
        ("٢٠٢٣", "is not a date"),
    ],
)
def test_what_is_no_date_is_said_in_words(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words.replace(".", r"\.")):
        read_bound(typed, end=False)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        (date(2023, 3, 1), date(2023, 7, 31), "Mar 2023 – Jul 2023"),
        (date(2023, 3, 1), date(2023, 3, 31), "Mar 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2022, 1, 1), date(2023, 12, 31), "2022 – 2023"),
        (date(2023, 3, 5), None, "from 5 Mar 2023"),
        (None, date(2023, 7, 31), "until Jul 2023"),
    ],
)
def test_a_period_in_short_words(since: date | None, until: date | None, words: str) -> None:
    assert period_words(Lens(since=since, until=until)) == words


def test_a_facet_in_words() -> None:
    rows = tuple(Choice("stance", str(n), str(n), 1, on=n > 0) for n in range(5))
    assert facet_words("stance", rows) == "Stance: 4 of 5"
    assert facet_words("stance", rows, short=True) == "Stance 4/5"
    assert facet_words("stance", rows[1:]) == "Stance"


def test_years_with_events() -> None:
    case = small_case()
    assert years(case) == (2022, 2023)
    long = Event(id="e9", kind="war", name="X", when=When(earliest=date(1900, 1, 1), latest=date(1999, 12, 31)))
    some = Event(id="e8", kind="war", name="Y", when=When(earliest=date(2010, 1, 1), latest=date(2012, 5, 1)))
    undated = Event(id="e7", kind="war", name="Z")
    assert years(case.replaced(events=table_of([long, some, undated]))) == (1900, 1999, 2010, 2011, 2012)


@pytest.mark.parametrize(
    ("key", "lens", "left"),
    [
        ("f-arms", Lens(off=frozenset({("stance", "denies"), ("kind", "events/war")})), {("kind", "events/war")}),
        ("china", Lens(off=frozenset({("kind", "actors/state"), ("stance", "denies")})), {("stance", "denies")}),
        # Both the kind and the support hide it: everything goes.
        ("r1", Lens(off=frozenset({("kind", "relations/support"), ("support", "unsupported")})), set()),
        ("f-chips", Lens(off=frozenset({("stance", "denies")})), {("stance", "denies")}),
    ],
)
def test_an_element_is_shown_again_with_little_else_changed(key: str, lens: Lens, left: set[tuple[str, str]]) -> None:
    case = small_case()
    shown = revealing(case, lens, key)
    assert key not in hidden(case, shown)
    assert shown.off == left


def test_a_period_that_hides_is_lifted_and_the_rest_stays() -> None:
    lens = Lens(view="both", since=date(2030, 1, 1), off=frozenset({("stance", "denies")}))
    shown = revealing(small_case(), lens, "e1")
    assert shown == Lens(view="both", off=frozenset({("stance", "denies")}))
