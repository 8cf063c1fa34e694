from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from explorer.case.case import Case
from explorer.case.check import check
from explorer.graph.lens import Lens
from explorer.session.state import Opened, Session
from explorer.shell.lensbar import LensBar
from explorer.shell.lenspopup import FacetPopup, PeriodPopup
from explorer.views.kit import theme
from tests.small_case import small_case

# Said by the screen without frames whenever a popup is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NO_DENIALS = Lens().switched("stance", "denies", on=False)


@pytest.fixture
def session() -> Session:
    case = small_case()
    return Session(Opened(case, check(case)))


@pytest.fixture
def bar(qtbot: QtBot, session: Session) -> Iterator[LensBar]:
    window = QWidget()
    qtbot.addWidget(window)
    made = LensBar(session, window)
    made.begin()
    window.resize(1400, 60)
    made.resize(1400, 34)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    if made.popup:
        made.popup.close()
    window.close()


def facet(bar: LensBar, key: str) -> FacetPopup:
    bar.chips[key].button.click()
    assert isinstance(bar.popup, FacetPopup)
    return bar.popup


def period(bar: LensBar) -> PeriodPopup:
    bar.chips["period"].button.click()
    assert isinstance(bar.popup, PeriodPopup)
    return bar.popup


def said(bar: LensBar) -> dict[str, str]:
    return {key: chip.words for key, chip in bar.chips.items()}


def test_without_a_filter_chips_are_just_named(bar: LensBar) -> None:
    assert said(bar) == {
        "period": "Period", "stance": "Stance", "kind": "Kind", "status": "Status",
        "basis": "Basis", "support": "Support",
    }  # fmt: skip
    assert not any(chip.active for chip in bar.chips.values())
    assert bar.hidden_note.isHidden()
    assert bar.show_all.isHidden()


def test_a_filter_is_said_and_counted(bar: LensBar, session: Session) -> None:
    session.look(replace(NO_DENIALS, since=date(2023, 3, 1), until=date(2023, 7, 31)))
    assert said(bar)["stance"] == "Stance: 1 of 2"
    assert said(bar)["period"] == "Period: Mar 2023 – Jul 2023"
    assert bar.chips["stance"].active
    assert not bar.chips["kind"].active
    assert bar.hidden_note.text() == "2 hidden"
    QTest.mouseClick(bar.show_all, Qt.MouseButton.LeftButton)
    assert session.lens == Lens()
    assert bar.show_all.isHidden()


def test_the_cross_clears_one_facet(bar: LensBar, session: Session) -> None:
    session.look(NO_DENIALS.switched("kind", "actors/state", on=False))
    QTest.mouseClick(bar.chips["stance"].cross, Qt.MouseButton.LeftButton)
    assert session.lens.off == {("kind", "actors/state")}
    session.look(replace(session.lens, since=date(2023, 1, 1)))
    QTest.keyClick(bar.chips["period"].cross, Qt.Key.Key_Return)
    assert session.lens.since is None


def test_a_chip_opens_values_with_counts(bar: LensBar, session: Session) -> None:
    popup = facet(bar, "stance")
    assert [check.accessibleName() for check in popup.checks] == ["Says, 4", "Denies, 1"]
    popup.checks[1].click()
    assert session.lens == NO_DENIALS
    popup.checks[1].click()
    assert session.lens == Lens()


def test_all_and_none(bar: LensBar, session: Session) -> None:
    popup = facet(bar, "stance")
    popup.none.click()
    assert session.lens.off == {("stance", "says"), ("stance", "denies")}
    assert not any(check.isChecked() for check in popup.checks)
    popup.all.click()
    assert session.lens == Lens()


def test_kinds_stand_under_the_word_for_their_table(bar: LensBar) -> None:
    popup = facet(bar, "kind")
    words = [child.text() for child in popup.findChildren(QWidget) if hasattr(child, "text")]
    assert words.index("Actors") < words.index("States") < words.index("Goods") < words.index("Electronics")


def test_a_popup_by_keys_alone(qtbot: QtBot, bar: LensBar, session: Session) -> None:
    bar.chips["stance"].button.setFocus()
    QTest.keyClick(bar.chips["stance"].button, Qt.Key.Key_Down)
    popup = bar.popup
    assert isinstance(popup, FacetPopup)
    qtbot.waitUntil(popup.checks[0].hasFocus)
    QTest.keyClick(popup.checks[0], Qt.Key.Key_Down)
    qtbot.waitUntil(popup.checks[1].hasFocus)
    QTest.keyClick(popup.checks[1], Qt.Key.Key_Space)
    assert session.lens == NO_DENIALS
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert bar.popup is None


def test_a_period_is_typed(bar: LensBar, session: Session) -> None:
    popup = period(bar)
    QTest.keyClicks(popup.since, "2023-03")
    QTest.keyClick(popup.since, Qt.Key.Key_Return)
    assert session.lens.since == date(2023, 3, 1)
    assert session.lens.until is None
    assert said(bar)["period"] == "Period: from Mar 2023"
    QTest.keyClicks(popup.until, "2023")
    QTest.keyClick(popup.until, Qt.Key.Key_Return)
    assert session.lens.until == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("since", "until", "error"),
    [
        ("March", "", "“March” is not a date. Type a year, month or day: 2023, 2023-03 or 2023-03-15."),
        ("", "2023-02-30", "Feb 2023 has no day 30."),
        ("2024", "2023", "The period ends before it begins."),
    ],
)
def test_a_wrong_period_is_said_in_words(bar: LensBar, session: Session, since: str, until: str, error: str) -> None:
    popup = period(bar)
    popup.since.setText(since)
    popup.until.setText(until)
    QTest.keyClick(popup.until, Qt.Key.Key_Return)
    assert popup.error.text() == error
    assert not popup.error.isHidden()
    assert session.lens == Lens()
    popup.since.setText("2023")
    popup.until.setText("2023")
    QTest.keyClick(popup.until, Qt.Key.Key_Return)
    assert popup.error.isHidden()
    assert session.lens.since == date(2023, 1, 1)


def test_years_of_the_case_are_offered(bar: LensBar, session: Session) -> None:
    popup = period(bar)
    assert list(popup.presets) == [2022, 2023]
    popup.presets[2022].click()
    assert (session.lens.since, session.lens.until) == (date(2022, 1, 1), date(2022, 12, 31))
    assert said(bar)["period"] == "Period: 2022"
    popup.undated.click()
    assert not session.lens.undated


def test_a_popup_follows_a_lens_that_changes_beside_it(bar: LensBar, session: Session) -> None:
    popup = facet(bar, "stance")
    session.look(Lens(since=date(2023, 1, 1)))
    popup.checks[1].click()
    assert session.lens == replace(NO_DENIALS, since=date(2023, 1, 1))


def test_a_hidden_pick_is_said_and_can_be_shown(bar: LensBar, session: Session) -> None:
    session.select("f-arms")
    assert bar.pick_note.isHidden()
    session.look(replace(NO_DENIALS.switched("kind", "events/war", on=False), since=date(2020, 1, 1)))
    assert bar.pick_note.text() == "The picked element is hidden by the filters"
    assert not bar.pick_note.isHidden()
    QTest.mouseClick(bar.show_it, Qt.MouseButton.LeftButton)
    assert session.lens.off == {("kind", "events/war")}
    assert session.lens.since == date(2020, 1, 1)
    assert bar.pick_note.isHidden()
    assert session.selection.ids == ("f-arms",)


def test_in_little_room_chips_go_behind_more(bar: LensBar, session: Session) -> None:
    assert bar.more.isHidden()
    session.look(NO_DENIALS)
    bar.resize(420, 34)
    assert not bar.more.isHidden()
    assert not bar.chips["stance"].isHidden()
    gone = [key for key, chip in bar.chips.items() if chip.isHidden()]
    assert "support" in gone
    bar.more.button.click()
    menu = bar.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [bar.chips[key].words for key in gone]
    menu.actions()[-1].trigger()
    assert isinstance(bar.popup, FacetPopup)
    menu.close()


def test_with_a_little_less_room_chips_are_short(bar: LensBar, session: Session) -> None:
    session.look(NO_DENIALS)
    full = bar.sizeHint().width()
    bar.resize(full, 34)
    assert bar.chips["stance"].button.text() == "Stance: 1 of 2"
    bar.resize(full - 8, 34)
    assert bar.chips["stance"].button.text() == "Stance 1/2"
    assert bar.more.isHidden()
    # What filters stays in sight, the rest may go.
    assert full / 3 < bar.minimumSizeHint().width() < full * 2 / 3


def test_a_case_without_anything_has_no_empty_chips(qtbot: QtBot) -> None:
    case = Case(title="Nothing")
    window = QWidget()
    qtbot.addWidget(window)
    bar = LensBar(Session(Opened(case, check(case))), window)
    bar.resize(900, 34)
    bar.begin()
    assert [key for key, chip in bar.chips.items() if not chip.isHidden()] == ["period"]


def test_both_grounds_are_painted(bar: LensBar, session: Session) -> None:
    session.look(NO_DENIALS)
    popup = facet(bar, "stance")
    light = (bar.grab().toImage(), popup.grab().toImage())
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application, "dark")
    dark = (bar.grab().toImage(), popup.grab().toImage())
    theme.dress(application, "light")
    assert light[0] != dark[0]
    assert light[1] != dark[1]
