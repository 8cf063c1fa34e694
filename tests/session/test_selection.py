"""The selection: its focus, and whether anything is picked at all."""

from explorer.session.selection import Selection


def test_the_first_id_is_in_focus() -> None:
    assert Selection(("a", "b")).focus == "a"
    assert Selection().focus is None


def test_a_passage_alone_is_something_picked() -> None:
    assert Selection(("a",))
    assert Selection(quote="q")
    assert not Selection()
    assert not Selection(depth=2)


def test_equal_picks_are_equal() -> None:
    assert Selection(("a",), "q", "c", 1) == Selection(("a",), "q", "c", 1)
    assert Selection(("a", "b")) != Selection(("b", "a"))
