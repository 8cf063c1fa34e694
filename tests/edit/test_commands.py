"""The commands: move a box, tidy; each gives a new case and leaves the old one alone."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from explorer.case.case import Case
from explorer.case.reference import references
from explorer.edit.commands import (
    MoveBox,
    MoveBoxes,
    ResetBox,
    Tidy,
    add_flow,
    add_relation,
    add_transformation,
    move_box,
    move_boxes,
    reset_box,
)
from explorer.edit.history import Command, History
from tests.small_case import small_case


def _places(case: Case) -> dict[tuple[str, str], tuple[float, float]]:
    return {(row.view, row.box): (row.x, row.y) for row in case.positions.values()}


def test_a_moved_box_has_its_place_in_one_view() -> None:
    before = small_case()
    after = MoveBox("flow", "china", 12.345, -7.0)(before)
    assert _places(after) == {("flow", "china"): (12.3, -7.0)}
    assert before.positions == {}
    assert after.actors is before.actors


def test_a_box_moved_again_has_one_place() -> None:
    case = MoveBox("flow", "china", 3, 4)(MoveBox("flow", "russia", 9, 9)(MoveBox("flow", "china", 1, 2)(small_case())))
    assert _places(case) == {("flow", "russia"): (9.0, 9.0), ("flow", "china"): (3.0, 4.0)}


def test_a_box_put_back_where_it_is_changes_nothing() -> None:
    case = MoveBox("flow", "china", 1, 2)(small_case())
    assert MoveBox("flow", "china", 1.01, 2)(case) is case


def test_a_place_that_a_file_names_otherwise_is_taken_over() -> None:
    rows = [{"id": "p1", "box": "china", "x": 1, "y": 1}]
    case = Case.model_validate({"title": "t", "positions": rows})
    assert list(MoveBox("flow", "china", 5, 5)(case).positions) == ["p1"]


def test_two_boxes_with_long_alike_ids_keep_their_own_places() -> None:
    one, other = "x" * 119 + "a", "x" * 119 + "b"
    case = MoveBox("flow", other, 2, 2)(MoveBox("flow", one, 1, 1)(small_case()))
    assert _places(case) == {("flow", one): (1.0, 1.0), ("flow", other): (2.0, 2.0)}


def test_a_place_never_takes_an_id_that_something_has() -> None:
    rows = [{"id": "position-flow-china", "kind": "state", "name": "An odd id"}]
    case = MoveBox("flow", "china", 1, 1)(Case.model_validate({"title": "t", "actors": rows}))
    assert Case.model_validate(case.model_dump(mode="json")) == case


@pytest.mark.parametrize("x", [float("nan"), float("inf")])
def test_nowhere_is_no_place(x: float) -> None:
    with pytest.raises((ValidationError, ValueError)):
        MoveBox("flow", "china", x, 0)(small_case())


def test_tidy_forgets_the_places_of_its_view_only() -> None:
    case = MoveBox("relations", "china", 1, 1)(MoveBox("flow", "china", 2, 2)(small_case()))
    assert _places(Tidy("flow")(case)) == {("relations", "china"): (1.0, 1.0)}


def test_tidy_of_what_is_tidy_is_the_same_case() -> None:
    case = MoveBox("relations", "china", 1, 1)(small_case())
    assert Tidy("flow")(case) is case


def test_a_move_is_labelled_with_the_name() -> None:
    assert move_box(small_case(), "flow", "china", 1, 2) == MoveBox("flow", "china", 1, 2, "Move China")
    assert Tidy("flow").label == "Tidy"


def test_several_boxes_move_at_once_and_come_back_at_once() -> None:
    command = move_boxes(small_case(), "flow", {"china": (1, 2), "russia": (3, 4)})
    assert command.label == "Move 2 boxes"
    history = History(small_case()).done(command)
    assert _places(history.now) == {("flow", "china"): (1.0, 2.0), ("flow", "russia"): (3.0, 4.0)}
    assert _places(history.undone().now) == {}
    assert move_boxes(small_case(), "flow", {"china": (1, 2)}) == move_box(small_case(), "flow", "china", 1, 2)


def test_several_boxes_with_long_alike_ids_keep_their_own_places() -> None:
    one, other = "x" * 119 + "a", "x" * 119 + "b"
    case = MoveBoxes("flow", ((one, 1, 1), (other, 2, 2)))(small_case())
    assert _places(case) == {("flow", one): (1.0, 1.0), ("flow", other): (2.0, 2.0)}


def test_the_box_moved_last_lies_on_top() -> None:
    case = MoveBoxes("flow", (("china", 1, 1), ("russia", 2, 2)))(small_case())
    assert list(_places(MoveBox("flow", "china", 5, 5)(case))) == [("flow", "russia"), ("flow", "china")]


def test_a_box_is_given_back_to_the_layout_alone() -> None:
    case = MoveBoxes("flow", (("china", 1, 1), ("russia", 2, 2)))(MoveBox("both", "china", 3, 3)(small_case()))
    command = reset_box(case, "flow", ["china", "turkey"])
    assert command == ResetBox("flow", frozenset({"china"}), "Put China back")
    assert _places(command(case)) == {("both", "china"): (3.0, 3.0), ("flow", "russia"): (2.0, 2.0)}
    assert reset_box(case, "flow", ["china", "russia"]).label == "Put 2 boxes back"


def test_what_was_never_moved_is_not_put_back() -> None:
    case = small_case()
    assert ResetBox("flow", frozenset({"china"}))(case) is case


def test_what_is_added_is_valid_has_an_id_of_its_own_and_can_be_undone() -> None:
    before = small_case()
    history = History(before)
    commands: list[Callable[[Case], Command]] = [
        lambda case: add_relation(case, "china", "leans on", "russia", "tie"),
        lambda case: add_flow(case, "china", next(iter(case.goods)), "russia", "supply"),
        lambda case: add_flow(case, "china", next(iter(case.goods)), None, "supply"),
        lambda case: add_transformation(case, min(case.goods), max(case.goods), "made-into"),
    ]
    for make in [*commands, *commands]:
        history = history.done(make(history.now))
    after = history.now
    assert len(after.elements) == len(before.elements) + 8
    assert Case.model_validate(after.model_dump(mode="json")) == after
    while history.past:
        history = history.undone()
    assert history.now is before


def test_what_is_added_says_so() -> None:
    case = small_case()
    good = next(iter(case.goods.values()))
    assert add_relation(case, "china", "leans on", "russia", "tie").label == "Add China leans on Russia"
    assert add_flow(case, "china", good.id, "russia", "supply").label == f"Add China → {good.name} → Russia"
    assert add_flow(case, "china", good.id, None, "supply").label == f"Add China → {good.name}"


def test_the_box_of_a_group_has_a_place_too() -> None:
    case = MoveBox("flow", "fold:supplier/country:CN", 3, 4)(small_case())
    assert _places(case) == {("flow", "fold:supplier/country:CN"): (3.0, 4.0)}
    assert [row for row in references(case) if row.table == "positions"] == []
    assert move_box(case, "flow", "fold:supplier/country:CN", 0, 0).label == "Move China (folded)"
    with pytest.raises(ValidationError):
        MoveBox("flow", "fold:anything", 3, 4)(case)
