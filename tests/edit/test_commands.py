"""The commands: move a box, tidy; each gives a new case and leaves the old one alone."""

import pytest
from pydantic import ValidationError

from explorer.case.case import Case
from explorer.edit.commands import MoveBox, Tidy, move_box
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
