"""The pane: told of case, lens and selection, in that order at the start, and of the ground."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.case.check import check
from explorer.edit.change import Change
from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.session.selection import Selection
from explorer.session.state import Opened, Session
from explorer.views.kit import theme
from explorer.views.kit.pane import Pane
from tests.small_case import small_case
from tests.views.stage import on_stage


class Diary(Pane):
    """Writes down what it is told."""

    title = "Diary"

    def __init__(self, session: Session) -> None:
        self.told: list[object] = []
        super().__init__(session)

    def show_case(self, change: Change) -> None:
        self.told.append(change)

    def show_lens(self, lens: Lens) -> None:
        self.told.append(lens)

    def show_selection(self, selection: Selection) -> None:
        self.told.append(selection)

    def show_theme(self) -> None:
        self.told.append("theme")


def _diary(qtbot: QtBot) -> Diary:
    case = small_case()
    session = Session(Opened(case, check(case)))
    pane = Diary(session)
    session.setParent(pane)
    qtbot.addWidget(pane)
    pane.told.clear()
    return pane


def test_a_pane_begins_with_everything(qtbot: QtBot) -> None:
    pane = _diary(qtbot)
    pane.begin()
    assert pane.told == [Change(whole=True), Lens(), Selection()]


def test_a_pane_is_told_what_the_session_tells(qtbot: QtBot) -> None:
    pane = _diary(qtbot)
    pane.session.do(MoveBox("flow", "china", 1, 2))
    pane.session.look(Lens(view="both"))
    pane.session.select("china")
    assert pane.told == [
        Change(added=frozenset({"position-flow-china"}), tables=frozenset({"positions"})),
        Lens(view="both"), Selection(("china",)),
    ]  # fmt: skip


def test_a_pane_hears_of_another_ground(qtbot: QtBot, qapp: QApplication) -> None:
    theme.dress(qapp, "light")
    pane = _diary(qtbot)
    stage = on_stage(qtbot, pane, 200, 100)
    pane.told.clear()
    theme.dress(qapp, "dark")
    assert "theme" in pane.told
    assert stage.isVisible()
    theme.dress(qapp, "light")


def test_a_pane_can_be_named_aloud(qtbot: QtBot) -> None:
    assert _diary(qtbot).accessibleName() == "Diary"


def test_a_bare_pane_shows_nothing_and_does_not_mind(qtbot: QtBot) -> None:
    case = small_case()
    pane = Pane(Session(Opened(case, check(case))))
    pane.session.setParent(pane)
    qtbot.addWidget(pane)
    pane.begin()
    pane.show_theme()
    assert pane.children() == [pane.session]
