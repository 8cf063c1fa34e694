"""The lanes of a timeline: vague ends stay vague, nothing is dropped."""

from datetime import date

import pytest

from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.evidence import Claim, Period, When
from explorer.case.parts import Actor, Event, Figure, Flow, Good, Measure, Status
from explorer.layout.days import day_of
from explorer.layout.lanes import Lanes, Mark, lanes
from explorer.layout.throng import MOST


def day(year: int, month: int, of_month: int) -> int:
    return day_of(date(year, month, of_month))


def exact(year: int, month: int, of_month: int) -> When:
    return When(earliest=date(year, month, of_month), latest=date(year, month, of_month))


MARCH = When(earliest=date(2023, 3, 1), latest=date(2023, 3, 31), wording="in March 2023")
JULY = When(earliest=date(2023, 7, 1), latest=date(2023, 7, 31))


def a_case(**tables: object) -> Case:
    base = Case(
        title="Days",
        actors=table_of(
            [Actor(id="china", kind="state", name="China"), Actor(id="russia", kind="state", name="Russia")]
        ),
        goods=table_of([Good(id="chips", kind="electronics", name="Chips")]),
    )
    return base.replaced(**tables)


def event(key: str, when: When | None, **more: object) -> Event:
    return Event.model_validate({"id": key, "kind": "visit", "name": key.title(), "when": when, **more})


def flow(period: Period | None) -> Case:
    made = Flow(id="f", kind="supply", supplier="china", good="chips", recipient="russia", period=period)
    return a_case(flows=table_of([made]))


def only(case: Case) -> Mark:
    (mark,) = lanes(case).marks
    return mark


def test_an_exact_day_is_a_point_and_a_month_is_only_possible() -> None:
    point = only(a_case(events=table_of([event("e", exact(2024, 6, 17))])))
    assert point.point
    assert (point.first, point.last) == (day(2024, 6, 17), day(2024, 6, 18))
    vague = only(a_case(events=table_of([event("e", MARCH)])))
    assert not vague.point
    assert vague.sure is None
    assert (vague.first, vague.last) == (day(2023, 3, 1), day(2023, 4, 1))


def test_a_period_with_vague_ends_is_sure_only_between_them() -> None:
    mark = only(flow(Period(start=MARCH, end=JULY)))
    assert (mark.first, mark.last) == (day(2023, 3, 1), day(2023, 8, 1))
    assert mark.sure == (day(2023, 3, 31), day(2023, 7, 2))


def test_an_open_end_stays_open() -> None:
    mark = only(flow(Period(start=MARCH)))
    assert mark.last is None
    assert mark.sure == (day(2023, 3, 31), None)
    other = only(flow(Period(end=JULY)))
    assert other.first is None
    assert other.sure == (None, day(2023, 7, 2))


def test_after_a_day_says_nothing_sure() -> None:
    assert only(flow(Period(start=When(earliest=date(2023, 3, 1))))).sure is None


def test_in_one_and_the_same_month_nothing_is_sure() -> None:
    assert only(flow(Period(start=MARCH, end=MARCH))).sure is None


@pytest.mark.parametrize("period", [None, Period(), Period(start=When(wording="some day"))])
def test_what_has_no_date_is_listed(period: Period | None) -> None:
    found = lanes(flow(period))
    assert found.marks == ()
    (entry,) = found.undated
    assert (entry.id, entry.lane, entry.label) == ("f", "flows", "China → Chips → Russia")
    assert ("date not said" in entry.words) is (period in (None, Period()))
    assert ("some day" in entry.words) is (period not in (None, Period()))


def test_worked_out_and_planned_are_said() -> None:
    when = exact(2024, 6, 18).model_copy(update={"worked_out": "The Tuesday after."})
    mark = only(a_case(events=table_of([event("e", when, planned=True)])))
    assert mark.worked_out
    assert mark.planned
    assert "18 June 2024 (worked out), announced, not yet happened" in mark.words
    assert "Worked out: The Tuesday after." in mark.words


def test_a_denied_flow_is_dashed_and_has_the_colour_of_denials() -> None:
    denial = Claim(id="c", about="f", statement="No.", stance="denies", speaker="china")
    mark = only(flow(Period(start=MARCH)).replaced(claims=table_of([denial])))
    assert (mark.colour, mark.line) == ("stance-denies", "dashed")


def test_a_status_lasts_until_the_next_one_may_begin() -> None:
    history = (
        Status(status="announced", when=MARCH),
        Status(status="in-force", when=JULY),
        Status(status="lifted"),
    )
    found = lanes(a_case(measures=table_of([Measure(id="m", kind="sanctions", name="Ban", history=history)])))
    announced, in_force = found.marks
    assert (announced.label, announced.line, announced.last) == ("Announced: Ban", "dashed", day(2023, 7, 2))
    # What follows has no date, so nobody knows how long it was in force.
    assert (in_force.label, in_force.line, in_force.last) == ("In force: Ban", "solid", None)
    assert [entry.label for entry in found.undated] == ["Lifted: Ban"]


def test_a_far_horizon_widens_the_whole_and_not_what_is_seen_first() -> None:
    horizon = Period(start=MARCH, end=exact(2044, 1, 1))
    figure = Figure(id="g", kind="forecast", name="Years", low=20, high=20, unit="years", period=horizon)
    found = lanes(a_case(events=table_of([event("e", exact(2024, 6, 17))]), figures=table_of([figure])))
    assert found.main == (day(2023, 3, 1), day(2024, 6, 18))
    assert found.whole == (day(2023, 3, 1), day(2044, 1, 2))


def test_what_is_gone_is_left_out() -> None:
    case = a_case(events=table_of([event("e", MARCH), event("other", None)]))
    assert lanes(case, frozenset({"e", "other"})) == Lanes()


def crowded(count: int) -> Case:
    rows = [
        Flow(id=f"f{n:03}", kind="supply", supplier="china", good="chips", recipient="russia",
             period=Period(start=exact(2022, 1 + n % 12, 1), end=exact(2023, 1 + n % 12, 1)))
        for n in range(count)
    ]  # fmt: skip
    return a_case(flows=table_of(rows), events=table_of([event("visit", MARCH)]))


def test_a_crowded_lane_is_counted_and_the_others_stay() -> None:
    whole = lanes(crowded(MOST + 1))
    thin = whole.thinned(["f007", "f100", "visit"])
    assert set(thin.throngs) == {"flows"}
    assert thin.throngs["flows"].total == MOST + 1
    assert {mark.id for mark in thin.marks} == {"visit", "f007", "f100"}
    assert [mark.first for mark in thin.marks] == sorted(mark.first or 0 for mark in thin.marks)
    assert (thin.whole, thin.main) == (whole.whole, whole.main)
    assert {mark.id for mark in whole.thinned(()).marks} == {"visit"}


def test_of_a_crowd_no_more_are_shown_than_can_be_read() -> None:
    whole = lanes(crowded(MOST + 50))
    assert len(whole.thinned(f"f{n:03}" for n in range(MOST + 50)).marks) == MOST + 1


def test_a_lane_that_is_not_crowded_stays_as_it_is() -> None:
    whole = lanes(crowded(MOST))
    assert whole.thinned(["f001"]) is whole
