"""The history: undo gives the very case back; a random user does, undoes and redoes."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from explorer.case.case import Case
from explorer.edit.change import Change
from explorer.edit.commands import MoveBox, Tidy
from explorer.edit.history import Command, History
from explorer.graph.model import VIEWS
from tests.small_case import small_case


def test_undo_gives_the_very_case_back() -> None:
    first = small_case()
    history = History(first).done(MoveBox("flow", "china", 1, 2, "Move China"))
    assert history.undo_label == "Move China"
    assert history.undone().now is first
    assert history.undone().redone().now is history.now


def test_a_command_that_changes_nothing_leaves_no_trace() -> None:
    history = History(small_case())
    assert history.done(Tidy("flow")) is history
    assert (history.undo_label, history.redo_label) == ("", "")


def test_nothing_to_undo_or_redo_changes_nothing() -> None:
    history = History(small_case())
    assert history.undone() is history
    assert history.redone() is history


def test_a_new_command_forgets_what_was_undone() -> None:
    history = History(small_case()).done(MoveBox("flow", "china", 1, 2)).undone()
    assert history.redo_label == "Move box"
    assert history.done(MoveBox("flow", "russia", 1, 2)).future == ()


class RandomUser(RuleBasedStateMachine):
    """Moves, tidies, undoes and redoes; a plain list of cases says what must come out."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(small_case())
        self.cases: list[Case] = [self.history.now]
        self.at = 0

    def _do(self, command: Command) -> None:
        after = self.history.done(command)
        if after is not self.history:
            self.cases = [*self.cases[: self.at + 1], after.now]
            self.at += 1
        self.history = after

    @rule(
        view=st.sampled_from(VIEWS), box=st.sampled_from(("china", "russia", "chips")),
        x=st.integers(-50, 50), y=st.integers(-50, 50),
    )  # fmt: skip
    def move(self, view: str, box: str, x: int, y: int) -> None:
        self._do(MoveBox(view, box, x, y))
        assert any((p.view, p.box, p.x, p.y) == (view, box, x, y) for p in self.history.now.positions.values())

    @rule(view=st.sampled_from(VIEWS))
    def tidy(self, view: str) -> None:
        self._do(Tidy(view))
        assert view not in {position.view for position in self.history.now.positions.values()}

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.history, self.at = self.history.undone(), self.at - 1

    @precondition(lambda self: self.at + 1 < len(self.cases))
    @rule()
    def redo(self) -> None:
        self.history, self.at = self.history.redone(), self.at + 1

    @invariant()
    def now_is_the_very_case_of_then(self) -> None:
        assert self.history.now is self.cases[self.at]
        assert len(self.history.past) == self.at

    @invariant()
    def what_is_now_is_a_valid_case(self) -> None:
        now = self.history.now
        assert Case.model_validate(now.model_dump(mode="json")) == now
        boxes = [(row.view, row.box) for row in now.positions.values()]
        assert len(boxes) == len(set(boxes))

    def teardown(self) -> None:
        """Undo of everything gives the first case back, redo of everything the last."""
        last, history = self.cases[-1], self.history
        while history.past:
            history = history.undone()
        assert history.now is self.cases[0]
        assert not Change.between(history.now, self.cases[0])
        while history.future:
            history = history.redone()
        assert history.now is last


TestRandomUser = RandomUser.TestCase
