from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.case.base import table_of
from explorer.case.check import check
from explorer.case.parts import Question
from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.session.state import Opened, Session
from explorer.views.kit import theme
from explorer.views.questions.pane import Questions, card_words
from tests.small_case import Edit, small_case


@pytest.fixture
def session() -> Session:
    case = small_case()
    return Session(Opened(case, check(case)))


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> Iterator[Questions]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Questions(session, window)
    made.begin()
    window.resize(1100, 700)
    made.resize(1100, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def words_on(card: QWidget) -> list[str]:
    return [child.text() for child in card.findChildren(QWidget) if hasattr(child, "text")]


def test_a_card_says_the_question_the_answer_who_says_so_and_how_often() -> None:
    case = small_case()
    words = card_words(case, case.questions["k1"])
    assert (words.title, words.caption) == ("Who supplies chips?", "China, say two.")
    assert (words.says, words.passages) == ("Who says so: Stoltenberg and CSIS", "2 passages")


def test_nobody_cited_is_said_so() -> None:
    case = small_case()
    words = card_words(case, case.questions["k3"])
    assert (words.says, words.passages) == ("Nobody is cited for this", "No passage")


def test_a_speaker_is_named_once() -> None:
    case = small_case()
    words = card_words(case, Question(id="k9", text="?", caption="", select=("f-chips", "m1")))
    assert words.says == "Who says so: Stoltenberg and CSIS"
    assert words.passages == "3 passages"


def test_a_click_shows_the_answer(qtbot: QtBot, pane: Questions, session: Session) -> None:
    with qtbot.waitSignal(pane.questionChosen) as chosen:
        QTest.mouseClick(pane.cards[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [session.case.questions["k3"]]
    assert session.lens == Lens(view="relations")
    assert session.selection.ids == ("r1",)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_shows_the_answer(pane: Questions, session: Session, key: Qt.Key) -> None:
    pane.cards[1].setFocus()
    QTest.keyClick(pane.cards[1], key)
    assert session.selection.ids == ("f-arms",)


def test_the_filters_stay_when_a_question_is_chosen(pane: Questions, session: Session) -> None:
    session.look(Lens().switched("stance", "denies", on=False))
    pane.cards[0].click()
    assert session.lens.off == {("stance", "denies")}


def test_the_card_of_the_pick_has_the_ring(pane: Questions, session: Session) -> None:
    assert [card.current for card in pane.cards] == [False, False, False]
    session.select("f-arms")
    assert [card.current for card in pane.cards] == [False, True, False]
    session.select("f-arms", "china")
    assert not any(card.current for card in pane.cards)


@pytest.mark.parametrize(("width", "columns"), [(1100, 3), (760, 2), (420, 1), (150, 1)])
def test_as_many_columns_as_there_is_room_for(pane: Questions, width: int, columns: int) -> None:
    pane.window().resize(width, 700)
    pane.resize(width, 700)
    assert pane.columns == columns


def test_cards_of_a_row_are_equally_high(pane: Questions) -> None:
    QApplication.processEvents()
    assert len({card.height() for card in pane.cards}) == 1
    assert len({card.y() for card in pane.cards}) == 1
    assert len({card.width() for card in pane.cards}) == 1


def test_arrows_go_from_card_to_card(pane: Questions) -> None:
    pane.cards[0].setFocus()
    QTest.keyClick(pane.cards[0], Qt.Key.Key_Right)
    assert pane.cards[1].hasFocus()
    QTest.keyClick(pane.cards[1], Qt.Key.Key_Left)
    assert pane.cards[0].hasFocus()
    QTest.keyClick(pane.cards[0], Qt.Key.Key_Left)
    assert pane.cards[0].hasFocus()
    pane.resize(420, 700)
    QTest.keyClick(pane.cards[0], Qt.Key.Key_Down)
    assert pane.cards[1].hasFocus()


def test_a_case_without_questions_says_so(pane: Questions, session: Session) -> None:
    assert pane.intro.text().startswith("Questions that this case answers")
    session.do(Edit(lambda case: case.replaced(questions=table_of([]))))
    assert pane.intro.text() == "This case has no questions yet."
    assert pane.cards == []


def test_a_changed_claim_changes_the_card(pane: Questions, session: Session) -> None:
    left = [claim for claim in session.case.claims.values() if claim.id != "c2"]
    session.do(Edit(lambda case: case.replaced(claims=table_of(left))))
    assert "Who says so: Stoltenberg" in words_on(pane.cards[0])


def test_a_moved_box_leaves_the_cards_alone(pane: Questions, session: Session) -> None:
    cards = list(pane.cards)
    session.do(MoveBox("flow", "china", 1, 2))
    assert pane.cards == cards


def test_words_for_a_screen_reader(pane: Questions) -> None:
    assert pane.cards[0].accessibleName() == "Who supplies chips?"
    assert pane.cards[0].accessibleDescription() == ("China, say two. Who says so: Stoltenberg and CSIS. 2 passages.")


def test_both_grounds_are_painted(pane: Questions, session: Session) -> None:
    session.select("f-chips")
    light = pane.grab().toImage()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application, "dark")
    dark = pane.grab().toImage()
    theme.dress(application, "light")
    middle = pane.cards[0].geometry().center()
    assert light.pixelColor(middle) != dark.pixelColor(middle)
