"""The index of Find or run: what comes first, what is found at all, and how fast."""

import time

import pytest

from explorer.case.base import table_of
from explorer.case.parts import Actor
from explorer.shell.index import Entry, Index
from tests.small_case import small_case

OPEN = Entry("action", "open", "Open…", "File", "open")
RESET = Entry("action", "reset-layout", "Reset layout", "Window", "reset")


def keys(typed: str, *actions: Entry) -> list[str]:
    return [entry.key for entry in Index(small_case()).find(typed, actions)]


def test_the_beginning_of_a_name_comes_before_the_beginning_of_a_word() -> None:
    found = keys("mi")
    assert found[:2] == ["missiles", "chips"]  # both begin so; the shorter name first
    assert keys("stra")[0] == "csis"


def test_an_alias_is_found_and_stands_behind_names() -> None:
    assert keys("beijing")[0] == "china"
    assert keys("csis")[0] == "csis"


def test_passages_and_text_are_found_after_names() -> None:
    index = Index(small_case())
    sorts = [entry.sort for entry in index.find("china")]
    assert sorts == sorted(sorts, key=["element", "quote", "text", "action"].index)
    assert "quote" in sorts
    assert [entry.sort for entry in index.find("cafe zurich")] == ["quote"]


def test_a_phrase_that_no_passage_holds_is_found_in_the_text() -> None:
    (entry,) = Index(small_case()).find("Stoltenberg says that")
    assert (entry.sort, entry.key) == ("text", "article")


def test_flows_of_one_name_are_told_apart_by_who_says_them() -> None:
    case = small_case()
    sorts = {entry.key: entry.kind for entry in Index(case).find("russia") if entry.key in case.flows}
    assert sorts
    for key, sort in sorts.items():
        assert (", says " in sort or ", denied by " in sort) == bool(case.claims_about(key))


def test_actions_come_last_and_all_of_them_at_first() -> None:
    assert keys("", OPEN, RESET) == ["open", "reset-layout"]
    assert keys("layout", OPEN, RESET) == ["reset-layout"]
    assert keys("res", RESET)[-1] == "reset-layout"


@pytest.mark.parametrize("typed", ["zzz", "(", "\\", "*", "\ufdd0", "a" * 5_000])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert keys(typed, OPEN) == []


def test_ten_thousand_names_are_searched_at_once() -> None:
    names = [Actor(id=f"a{n}", kind="company", name=f"Company {n} of Zürich") for n in range(10_000)]
    index = Index(small_case().replaced(actors=table_of(names), flows={}, relations={}, claims={}, measures={}))
    began = time.process_time()
    found = index.find("zurich")
    assert time.process_time() - began < 0.25
    assert len(found) >= 30
