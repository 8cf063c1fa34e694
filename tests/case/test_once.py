"""What is worked out of a case once is kept with that case alone."""

from explorer.case.case import Case
from explorer.case.once import once
from explorer.case.parts import Position
from tests.small_case import small_case

asked: list[str] = []


@once
def _title(case: Case) -> str:
    asked.append(case.title)
    return case.title


@once
def _nothing(case: Case) -> None:
    asked.append("nothing")


def test_a_case_is_asked_once_and_another_case_anew() -> None:
    asked.clear()
    case = small_case()
    assert _title(case) == _title(case) == case.title
    assert asked == [case.title]
    assert _title(case.replaced(title="Another")) == "Another"
    assert asked == [case.title, "Another"]


def test_a_box_that_is_put_elsewhere_changes_no_answer() -> None:
    asked.clear()
    case = small_case()
    assert _title(case) == case.title
    put = Position(id="p1", view="flow", box="china", x=1.0, y=2.0)
    moved = case.replaced(positions={"p1": put})
    assert _title(moved) == case.title
    assert asked == [case.title]
    assert moved.positions == {"p1": put}
    assert _title(moved.replaced(title="Another")) == "Another"


def test_no_answer_is_an_answer_too() -> None:
    asked.clear()
    case = small_case()
    _nothing(case)
    _nothing(case)
    assert asked == ["nothing"]


def test_what_is_kept_makes_no_case_unequal() -> None:
    one, other = small_case(), small_case()
    _title(one)
    assert one == other
    assert one.model_dump() == other.model_dump()
