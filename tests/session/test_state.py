"""The session: commands, lens and selection are told once each, and the way back leads where one was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from explorer.case.check import check
from explorer.edit.change import Change
from explorer.edit.commands import MoveBox, Tidy, add_relation
from explorer.graph.lens import Lens, hidden
from explorer.session.selection import Selection
from explorer.session.state import Opened, Session
from tests.small_case import small_case


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    case = small_case()
    made = Session(Opened(case, check(case)))
    yield made
    made.deleteLater()


def where(session: Session) -> tuple[str, tuple[str, ...]]:
    return session.lens.view, session.selection.ids


def test_a_pick_is_told_once_and_unknown_ids_are_left_out(session: Session) -> None:
    told: list[Selection] = []
    session.selectionChanged.connect(told.append)
    session.select("china", "china", "nobody", quote="q1")
    session.select("china", quote="q1")
    assert told == [Selection(("china",), "q1")]
    assert session.selection.focus == "china"


def test_picking_nothing(session: Session) -> None:
    session.select("china")
    session.select()
    assert not session.selection
    assert session.selection.focus is None


def test_a_command_is_told_as_what_it_changed(session: Session) -> None:
    told: list[Change] = []
    session.caseChanged.connect(told.append)
    session.do(MoveBox("flow", "china", 1, 2))
    session.do(Tidy("relations"))
    assert [set(change.added) for change in told] == [{"position-flow-china"}]


def test_undo_and_redo(session: Session) -> None:
    first = session.case
    session.do(MoveBox("flow", "china", 1, 2))
    moved = session.case
    session.undo()
    assert session.case is first
    session.undo()
    assert session.case is first
    session.redo()
    assert session.case is moved


def test_back_and_forward_through_selections_and_views(session: Session) -> None:
    session.select("china")
    session.look(replace(session.lens, view="relations"))
    session.select("russia")
    assert not session.can_go_forward
    session.back()
    assert where(session) == ("relations", ("china",))
    session.back()
    assert where(session) == ("flow", ("china",))
    session.back()
    assert session.selection.ids == ()
    assert not session.can_go_back
    session.back()
    session.forward()
    session.forward()
    session.forward()
    assert where(session) == ("relations", ("russia",))


def test_back_keeps_the_filters(session: Session) -> None:
    session.select("china")
    session.select("russia")
    session.look(replace(session.lens, since=date(2023, 1, 1)))
    session.back()
    assert session.lens.since == date(2023, 1, 1)
    assert session.selection.ids == ("china",)


def test_depth_is_no_stop(session: Session) -> None:
    session.select("china")
    session.deepen(2)
    assert session.selection.depth == 2
    session.back()
    assert session.selection.ids == ()


def test_an_equal_lens_is_not_told(session: Session) -> None:
    told: list[Lens] = []
    session.lensChanged.connect(told.append)
    session.look(Lens())
    session.look(Lens(view="both"))
    assert told == [Lens(view="both")]


def test_another_case_starts_anew(session: Session) -> None:
    session.select("china")
    session.do(MoveBox("flow", "china", 1, 2))
    told: list[Change] = []
    session.caseChanged.connect(told.append)
    case = small_case()
    session.open(Opened(case, check(case), "b.json"))
    assert told == [Change(whole=True)]
    assert session.case is case
    assert not session.selection
    assert not session.can_go_back
    assert session.history.past == ()


def test_changing_the_session_while_it_tells_is_an_error(session: Session) -> None:
    errors: list[str] = []

    def nosy(_selection: Selection) -> None:
        try:
            session.select("russia")
        except RuntimeError as error:
            errors.append(str(error))

    session.selectionChanged.connect(nosy)
    session.select("china")
    assert len(errors) == 1
    session.selectionChanged.disconnect(nosy)
    session.select("russia")
    assert session.selection.ids == ("russia",)


def test_what_the_lens_hides_follows_lens_and_case(session: Session) -> None:
    assert session.hidden == frozenset()
    session.look(Lens(off=frozenset({("kind", "actors/state")})))
    assert session.hidden == hidden(session.case, session.lens)
    assert "china" in session.hidden
    assert session.hidden is session.hidden
    without = session.case.replaced(actors={key: row for key, row in session.case.actors.items() if key != "china"})
    session.open(Opened(without))
    session.look(Lens(off=frozenset({("kind", "actors/state")})))
    assert "russia" in session.hidden
    assert "china" not in session.hidden


def test_what_a_search_finds_is_told_once_and_picks_nothing(session: Session) -> None:
    told: list[frozenset[str]] = []
    session.foundChanged.connect(told.append)
    session.find(["china", "russia"])
    session.find(("russia", "china"))
    assert session.found == {"china", "russia"}
    session.find(())
    assert told == [frozenset({"china", "russia"}), frozenset()]
    assert not session.selection
    assert not session.can_go_back


def test_what_is_undone_is_no_longer_picked_nor_gone_back_to(session: Session) -> None:
    told: list[Selection] = []
    session.do(add_relation(session.case, "china", "leans on", "russia", "tie"))
    (key,) = session.case.relations.keys() - small_case().relations.keys()
    session.select("china", key)
    session.select("russia")
    session.selectionChanged.connect(told.append)
    session.undo()
    assert told == []
    session.back()
    assert session.selection.ids == ("china",)
    session.redo()
    session.select(key)
    session.undo()
    assert where(session) == ("flow", ())
