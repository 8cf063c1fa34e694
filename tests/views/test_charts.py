"""The charts pane: no number is invented, no two units share an axis, one click picks a figure."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer import assets
from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.check import check
from explorer.case.evidence import Claim, Period, When
from explorer.case.file import read
from explorer.case.parts import Figure
from explorer.layout.days import day_of
from explorer.session.state import Opened, Session
from explorer.views.charts.chart import Chart, charts
from explorer.views.charts.scale import amount_ticks, reach, ticks_across
from explorer.views.charts.view import PORTION, Charts
from explorer.views.kit import theme

BAND, COUNT, FORECAST, HEDGED, VAGUE, ORDINAL = (f"figure-n{n}" for n in range(1, 7))


@pytest.fixture(scope="module")
def case() -> Case:
    return read(assets.resource("cases/stoltenberg-china.json"))


@pytest.fixture(scope="module")
def drawn(case: Case) -> dict[str, Chart]:
    return {chart.id: chart for chart in charts(case)}


@pytest.fixture
def session(case: Case) -> Session:
    return Session(Opened(case, check(case)))


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> Iterator[Charts]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Charts(session, window)
    made.begin()
    window.resize(1200, 700)
    made.resize(760, 500)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: len(made.cards) == len(session.case.figures))
    qtbot.waitUntil(lambda: made.cards[BAND].plot.shape.rect.width() > 100)
    yield made
    window.close()


def figure(**more: object) -> Figure:
    return Figure.model_validate({"id": "g", "kind": "count", "name": "A figure", "unit": "things", **more})


def chart_of(made: Figure, stance: str | None = None) -> Chart:
    row = {"id": "c", "about": "g", "statement": "So.", "speaker": "who", "stance": stance}
    claims = [Claim.model_validate(row)] if stance else []
    whole = Case(title="One", figures=table_of([made]), claims=table_of(claims))
    (chart,) = charts(whole)
    return chart


def test_a_rate_over_months_is_a_band_of_five_months(drawn: dict[str, Chart]) -> None:
    band = drawn[BAND]
    assert (band.form, band.low, band.high, band.unit) == ("band", 200_000, 300_000, "times per month")
    assert [span.label for span in band.spans] == ["Mar", "Apr", "May", "Jun", "Jul"]
    assert (band.spans[0].first, band.spans[-1].last) == (day_of(date(2023, 3, 1)), day_of(date(2023, 8, 1)))
    assert [words for _, words in amount_ticks(band)] == ["0", "200,000", "300,000"]
    assert band.caption == "200,000 to 300,000 times per month, March 2023 to July 2023"
    assert band.said == "Said: CSIS > DW > article"


def test_the_band_goes_from_the_low_to_the_high_bound_in_every_month(pane: Charts) -> None:
    shape = pane.cards[BAND].plot.shape
    bars = shape.bars()
    assert len(bars) == 5
    assert {(bar.top(), bar.bottom()) for bar in bars} == {(shape.up(300_000), shape.up(200_000))}
    assert bars[0].top() < bars[0].bottom() < shape.up(0)
    assert bars[0].left() == pytest.approx(shape.rect.left())
    assert bars[-1].right() == pytest.approx(shape.rect.right())


def test_forecasts_are_horizons_in_the_words_and_the_line_of_their_stance(drawn: dict[str, Chart]) -> None:
    forecast, hedged = drawn[FORECAST], drawn[HEDGED]
    assert (forecast.form, hedged.form) == ("horizon", "horizon")
    assert (forecast.stance, forecast.line) == ("Predicted", "dotted")
    assert hedged.stance == "Hedged"
    assert forecast.stretch is not None
    assert forecast.stretch.start == (day_of(date(2023, 10, 1)), day_of(date(2024, 1, 1)))
    assert (forecast.stretch.start_words, forecast.stretch.end_words) == ("At the end of 2023", "five years left")
    assert "in the worst-case scenario, NATO has only five years left" in forecast.caption
    assert "DGAP" in forecast.said


def test_a_count_that_is_not_exact_says_so(drawn: dict[str, Chart]) -> None:
    count = drawn[COUNT]
    assert (count.form, count.approximate, count.amount) == ("count", True, "around 20 firms")
    assert "not exact" in count.caption


@pytest.mark.parametrize("key", [VAGUE, ORDINAL])
def test_words_stay_words(drawn: dict[str, Chart], key: str) -> None:
    assert drawn[key].form == "words"
    assert amount_ticks(drawn[key]) == [] or ticks_across(drawn[key], 400) == []
    assert not any(letter.isdigit() for letter in drawn[key].wording)
    assert drawn[key].caption.endswith("Given in words; no number is drawn.")


def test_a_number_is_drawn_only_if_the_source_writes_it() -> None:
    assert chart_of(figure(low=2, high=2, wording="for the second time")).form == "words"
    assert chart_of(figure(low=2, high=2, wording="2 things")).form == "count"
    assert chart_of(figure(low=1500, high=1500, wording="1,500 things")).form == "count"
    assert chart_of(figure(low=2, high=2, wording="in 2023, of 12 things")).form == "words"
    assert chart_of(figure(low=2, high=2)).form == "count"
    assert chart_of(figure()).form == "words"


def test_a_stretch_of_time_is_a_forecast_only_if_somebody_looks_ahead() -> None:
    long = Period(start=When(earliest=date(2020, 1, 1), latest=date(2020, 1, 1)),
                  end=When(earliest=date(2022, 1, 1), latest=date(2022, 1, 1)))  # fmt: skip
    assert chart_of(figure(low=5, high=5, period=long), "says").form == "count"
    assert chart_of(figure(low=5, high=5, period=long), "predicts").form == "horizon"
    assert chart_of(figure(low=5, high=5, period=Period(start=long.start, end=long.start)), "predicts").form == "count"


def test_a_rate_without_an_end_is_no_band() -> None:
    open_end = Period(start=When(earliest=date(2023, 3, 1), latest=date(2023, 3, 31)))
    assert chart_of(figure(low=1, high=2, per="month", period=open_end)).form == "count"


def test_a_band_over_years_names_them_and_over_two_years_the_turn() -> None:
    start = When(earliest=date(2022, 11, 5), latest=date(2022, 11, 5))
    end = When(earliest=date(2023, 2, 10), latest=date(2023, 2, 10))
    months = chart_of(figure(low=1, high=2, per="month", period=Period(start=start, end=end))).spans
    assert [span.label for span in months] == ["Nov 2022", "Dec", "Jan 2023", "Feb"]
    assert (months[0].first, months[-1].last) == (day_of(date(2022, 11, 5)), day_of(date(2023, 2, 11)))
    years = chart_of(figure(low=1, high=2, per="year", period=Period(start=start, end=end))).spans
    assert [span.label for span in years] == ["2022", "2023"]


def test_words_of_amounts_do_not_touch_and_no_number_is_too_large() -> None:
    close = chart_of(figure(low=290_000, high=300_000))
    assert [words for _, words in amount_ticks(close)] == ["0", "290,000 to 300,000"]
    huge = chart_of(figure(low=1e308, high=1e308))
    assert amount_ticks(huge)[-1] == (1.0, "1e+308")
    assert reach(huge)[0][1] == 2.0


def test_months_keep_their_distance_and_say_their_year_where_they_cannot_all_be_named(drawn: dict[str, Chart]) -> None:
    assert len(ticks_across(drawn[BAND], 600)) == 5
    assert [words for _, words in ticks_across(drawn[BAND], 200)] == ["Apr 2023", "Jul"]
    assert ticks_across(drawn[BAND], 100) == []


@pytest.mark.parametrize("key", [BAND, FORECAST, VAGUE])
def test_a_click_anywhere_on_a_card_picks_its_figure(pane: Charts, session: Session, key: str) -> None:
    card = pane.cards[key]
    for at in (card.rect().center(), card.plot.geometry().center(), QPoint(20, 16)):
        session.select()
        target = card.childAt(at) or card
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(card, at))
        assert session.selection.ids == (key,)
    assert card.picked
    assert sum(other.picked for other in pane.cards.values()) == 1


def test_what_is_picked_elsewhere_is_ringed_and_comes_into_view(pane: Charts, session: Session) -> None:
    session.select(ORDINAL)
    point = pane.point_of(ORDINAL)
    assert point is not None
    assert pane.rect().contains(point)
    assert pane.element_at(point) == ORDINAL
    assert pane.cards[ORDINAL].picked
    assert pane.point_of("china") is None


def test_enter_picks_the_card_at_the_keyboard(pane: Charts, session: Session) -> None:
    QTest.keyClick(pane.cards[COUNT], Qt.Key.Key_Return)
    assert session.selection.ids == (COUNT,)
    assert "around 20 firms" in pane.cards[COUNT].accessibleDescription().lower()


def test_hidden_figures_are_left_out_and_the_others_keep_their_cards(pane: Charts, session: Session) -> None:
    card = pane.cards[BAND]
    session.look(session.lens.switched("kind", "figures/forecast", on=False))
    assert set(pane.cards) == {BAND, COUNT, VAGUE, ORDINAL}
    assert pane.cards[BAND] is card
    for name in ("range", "count", "vague-count", "ordinal"):
        session.look(session.lens.switched("kind", f"figures/{name}", on=False))
    assert pane.notice.isVisible()
    assert pane.notice.text() == "The filters hide every figure."


def test_without_figures_it_says_so(pane: Charts, session: Session) -> None:
    empty = Case(title="Empty")
    session.open(Opened(empty, check(empty)))
    assert pane.notice.text() == "No figures in this case."
    assert pane.cards == {}


def test_many_figures_come_in_portions(qtbot: QtBot, pane: Charts, session: Session) -> None:
    rows = [figure(id=f"g{n}", low=n, high=n) for n in range(PORTION + 3)]
    many = Case(title="Many", figures=table_of(rows))
    session.open(Opened(many, check(many)))
    qtbot.waitUntil(lambda: len(pane.cards) == PORTION)
    assert pane.more.text() == "Show 3 more of 3"
    pane.more.click()
    qtbot.waitUntil(lambda: len(pane.cards) == PORTION + 3)
    assert list(pane.cards) == [f"g{n}" for n in range(PORTION + 3)]
    assert not pane.more.isVisible()


def test_the_cards_stand_in_as_many_columns_as_have_room(pane: Charts, qtbot: QtBot) -> None:
    def columns() -> int:
        return len({card.x() for card in pane.cards.values()})

    qtbot.waitUntil(lambda: columns() == 2)
    pane.resize(500, 700)
    qtbot.waitUntil(lambda: columns() == 1)
    pane.resize(1100, 500)
    qtbot.waitUntil(lambda: columns() == 3)
    cards = list(pane.cards.values())
    assert not any(a.geometry().intersects(b.geometry()) for a in cards for b in cards if a is not b)


def test_another_ground_is_taken_up(pane: Charts) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application, "dark")
    assert pane.cards[BAND].plot.canvas.backgroundBrush().color() == theme.colour("surface", "dark")
    theme.dress(application, "light")
    assert pane.cards[BAND].plot.canvas.backgroundBrush().color() == theme.colour("surface", "light")
