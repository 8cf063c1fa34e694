"""The words: dates as exact as they deserve, chains, badges and figures; sentences about sources, never verdicts."""

from datetime import date

import pytest

from explorer.case.evidence import Period, When
from explorer.case.kinds import vocabulary
from explorer.case.parts import Figure
from explorer.graph.words import (
    badge,
    chain_words,
    day_words,
    figure_words,
    kind_of,
    name,
    period_words,
    said_by,
    short_name,
    span_words,
    status_words,
    when_words,
)
from tests.article import article
from tests.small_case import small_case


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-06-17", "2024-06-17", "17 June 2024"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-01", "2023-12-31", "2022 to 2023"),
        ("2023-03-01", "2023-03-31", "March 2023"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-03-01", "2023-07-31", "March to July 2023"),
        ("2023-10-01", "2024-06-30", "October 2023 to June 2024"),
        ("2024-06-15", "2024-06-16", "15 to 16 June 2024"),
        ("2024-06-15", "2024-07-02", "15 June 2024 to 2 July 2024"),
        ("2023-02-01", "2023-02-27", "1 to 27 February 2023"),
    ],
)
def test_a_span_is_told_in_the_shortest_exact_words(first: str, last: str, words: str) -> None:
    assert span_words(date.fromisoformat(first), date.fromisoformat(last)) == words


def test_an_open_span_says_which_side() -> None:
    day = date(2024, 6, 17)
    assert (span_words(day, None), span_words(None, day)) == ("since 17 June 2024", "until 17 June 2024")
    assert span_words(None, None) == "date not said"


def test_the_last_day_of_time_is_a_day_too() -> None:
    assert span_words(date(9999, 12, 1), date(9999, 12, 31)) == "December 9999"
    assert day_words(date(1, 1, 1)) == "1 January 1"


def test_a_date_that_was_worked_out_says_so() -> None:
    march = When(earliest=date(2023, 3, 1), latest=date(2023, 3, 31), worked_out="because")
    assert when_words(march) == "March 2023 (worked out)"
    assert when_words(None) == "date not said"
    assert when_words(When(wording="in the spring")) == "in the spring"
    assert when_words(When()) == "date not said"


def test_a_period_names_its_ends() -> None:
    march = When(earliest=date(2023, 3, 1), latest=date(2023, 3, 31))
    july = When(earliest=date(2023, 7, 1), latest=date(2023, 7, 31))
    assert period_words(Period(start=march)) == "since March 2023"
    assert period_words(Period(end=july)) == "until July 2023"
    assert period_words(Period(start=march, end=july)) == "March 2023 to July 2023"
    assert period_words(Period()) == period_words(None) == "date not said"


def test_a_chain_leads_from_who_says_it_to_the_source() -> None:
    claims = [claim for claim in article().claims.values() if claim.speaker == "stoltenberg" and claim.via]
    assert chain_words(article(), claims[0]) == "Stoltenberg > BBC > article"
    assert said_by(article(), claims[0]) == "Stoltenberg (BBC)"


def test_the_source_itself_and_its_author_have_names() -> None:
    case = small_case()
    assert said_by(case, case.claims["c5"]) == "the article"
    assert short_name(case, "dedovic") == "the author"
    assert short_name(case, "csis") == "CSIS"
    assert short_name(case, "stoltenberg") == "Stoltenberg"
    assert short_name(case, "russia") == "Russia"


def test_the_vocabulary_says_who_goes_by_a_family_name() -> None:
    case = small_case()
    told = {row: case.actors["stoltenberg"].model_copy(update={"kind": row}) for row in vocabulary("actor")}
    short = {
        row: short_name(case.replaced(actors={**case.actors, "stoltenberg": actor}), "stoltenberg")
        for row, actor in told.items()
    }
    by_family = {row.id for row in vocabulary("actor").values() if row.called_by == "family-name"}
    assert by_family
    assert {row for row, words in short.items() if words == "Stoltenberg"} == by_family


def test_where_nobody_is_cited_for_a_measure_the_badge_says_so() -> None:
    case = small_case()
    silent = case.replaced(
        claims={key: claim for key, claim in case.claims.items() if claim.about not in case.measures}
    )
    told = [made.text for key in silent.actors if (made := badge(silent, key)) and "nobody" in made.text]
    assert told
    assert all(words.endswith(", nobody cited") for words in told)


def test_names_of_lines_are_read_between_their_ends() -> None:
    case = small_case()
    assert name(case, "f-chips") == "China → Microelectronics → Russia"
    assert name(case, "t1") == "Microelectronics → Missiles"
    assert name(case, "r1") == "China supports Russia"
    assert name(case, "article") == "article"
    assert name(case, "gone") == "gone"


def test_a_flow_to_nobody_named_ends_with_its_good() -> None:
    assert name(article(), "flow-f13") == "China → Dual-use items"


def test_the_status_of_a_measure_is_what_somebody_says() -> None:
    words = {key: status_words(article(), row) for key, row in article().measures.items()}
    assert words["measure-m1"] == "Under discussion, says Stoltenberg (BBC), 15 to 18 June 2024 (worked out)"
    assert words["measure-m5"] == "Announced, says the article, May 2024 (worked out)"
    assert words["measure-m4"] == "In force, says the article"
    lonely = small_case().replaced(claims={})
    assert status_words(lonely, lonely.measures["m1"]) == "Under discussion, nobody cited"


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (200_000, 300_000, False, "200,000 to 300,000 firms"),
        (20, 20, True, "around 20 firms"),
        (20, None, False, "at least 20 firms"),
        (None, 2.5, False, "at most 2.5 firms"),
        (None, None, False, "dozens"),
        (0, 0, False, "0 firms"),
    ],
)
def test_a_figure_is_told_as_it_was_given(low: float | None, high: float | None, approximate: bool, words: str) -> None:
    figure = Figure(
        id="n", kind="count", name="N", low=low, high=high, unit="firms", approximate=approximate, wording="dozens"
    )
    assert figure_words(figure) == words
    assert figure_words(figure.model_copy(update={"per": "month"})) == f"{words} per month"


def test_badges_say_who_and_never_judge() -> None:
    case = article()
    assert badge(case, "good-lethal-weapons") is not None
    words = {key: made.text for key in case.elements if (made := badge(case, key))}
    assert words["good-lethal-weapons"] == "Denied by China"
    assert words["restricted-firms"] == "Restrictions announced, says the article"
    assert words["china"].endswith("· 4 measures")
    assert words["leading-exporters"] == "says CSIS"
    assert words["abroad"] == "in the article only"
    assert not [text for text in words.values() if "is sanctioned" in text.lower()]


def test_the_hardest_of_several_measures_is_named_first() -> None:
    made = badge(article(), "china")
    assert made is not None
    assert made.text.startswith("Sanctions in force, says the article")


def test_where_gates_stand_the_badge_speaks_of_the_evidence() -> None:
    made = badge(article(), "russia", gated=True)
    assert made is not None
    assert made.text == "say Stoltenberg, the author +2"


def test_what_has_no_claim_says_so() -> None:
    case = small_case().replaced(claims={})
    made = badge(case, "russia")
    assert made is not None
    assert (made.text, made.icon) == ("No passage yet", "unsupported")


def test_kinds_are_found_by_table() -> None:
    assert kind_of(article(), "china").label == "State"
    assert kind_of(article(), "measure-m1").id == "sanctions"
