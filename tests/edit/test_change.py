"""The change: what was added, changed, removed, by identity and over all tables."""

from explorer.case.case import Case
from explorer.edit.change import Change
from explorer.edit.commands import move_box
from tests.small_case import small_case


def test_the_same_case_is_no_change() -> None:
    case = small_case()
    assert not Change.between(case, case)


def test_added_changed_and_removed_are_told_by_id() -> None:
    old = small_case()
    china = old.actors["china"].model_copy(update={"name": "PRC"})
    actors = {key: row for key, row in old.actors.items() if key != "csis"} | {"china": china}
    actors["iran"] = old.actors["russia"].model_copy(update={"id": "iran"})
    change = Change.between(old, old.replaced(actors=actors))
    assert change == Change(frozenset({"iran"}), frozenset({"china"}), frozenset({"csis"}), frozenset({"actors"}))


def test_every_table_is_compared() -> None:
    old = small_case()
    change = Change.between(old, Case(title="empty"))
    rows = {key for name in ("sources", "quotes", "claims", "notes", "questions") for key in getattr(old, name)}
    assert change.removed == rows | set(old.elements)


def test_what_differs_may_be_of_no_interest() -> None:
    old = small_case()
    moved = Change.between(old, move_box(old, "flow", "china", 1, 2)(old))
    assert moved.only("positions")
    assert moved.only("questions", "positions")
    assert not moved.only("actors")
    assert not Change(whole=True).only("positions")


def test_an_exchanged_table_with_the_same_rows_is_no_change() -> None:
    old = small_case()
    assert not Change.between(old, old.replaced(actors=dict(old.actors)))


def test_another_case_altogether_is_a_change() -> None:
    assert Change(whole=True)
