"""First sight and steps: a large case begins folded and calm; each step shows what it says and loses nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.case.case import Case
from explorer.graph.group import fold_id
from explorer.graph.lens import Lens
from explorer.graph.model import VIEWS, Graph, Grouping, View
from explorer.graph.project import project
from explorer.graph.sight import (
    MANY,
    STEP,
    all_folded,
    all_unfolded,
    around,
    closed,
    first_lens,
    folded_neighbours,
    grouped_by,
    grown,
    opened,
    seen_words,
    taken_out,
)
from tests.article import VIEWS as ARTICLE_VIEWS
from tests.article import article
from tests.crowd import crowd

CROWD = crowd()
FIRST = first_lens(CROWD, Lens())


def test_a_small_case_is_seen_as_it_is() -> None:
    assert first_lens(article(), Lens()) == Lens()
    assert first_lens(crowd(MANY - 10), Lens()) == Lens()


def test_a_large_case_begins_calm_with_its_hubs_by_name() -> None:
    graph = project(CROWD, FIRST)
    assert FIRST.grouped == "country"
    assert len(graph.nodes) <= 40
    assert len(graph.edges) <= 100
    assert "a1" in graph.node_by_id  # the chance above favours it
    assert sum(node.count or 1 for node in graph.nodes) == len(CROWD.actors) + len(CROWD.goods)


def test_countries_of_few_actors_say_less_than_kinds() -> None:
    assert first_lens(crowd(unsaid=250), Lens()).grouped == "kind"


def test_too_many_countries_say_less_than_kinds() -> None:
    many = crowd(countries=10)
    spread = many.replaced(actors={key: row.model_copy(update={"country": f"A{chr(65 + int(key[1:]) % 26)}"})
                                   for key, row in many.actors.items()})  # fmt: skip
    assert first_lens(spread, Lens()).grouped == "kind"


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_of_a_large_case_begins_with_more_than_can_be_read(view: View) -> None:
    ties = [
        {"id": f"t{i}", "kind": "tie", "subject": f"a{i}", "role": "knows", "object": f"a{i + 1}"} for i in range(399)
    ]
    case = Case.model_validate({**_rows(CROWD), "relations": ties})
    assert len(project(case, replace(first_lens(case, Lens()), view=view)).nodes) <= 80


def _rows(case: Case) -> dict[str, object]:
    tables = ("actors", "goods", "flows")
    return {"title": "t", **{name: list(getattr(case, name).values()) for name in tables}}


def test_only_the_views_that_are_too_large_are_folded() -> None:
    named = [{"id": f"n{i}", "kind": "person", "name": f"N {i}", "country": "CN"} for i in range(400)]
    ties = [{"id": f"t{i}", "kind": "tie", "subject": f"n{i}", "role": "knows", "object": "a0"} for i in range(400)]
    small = _rows(crowd(40))
    actors = [*small.pop("actors"), *named]  # type: ignore[misc]  # a list of rows
    case = Case.model_validate({**small, "actors": actors, "relations": ties})
    lens = first_lens(case, Lens())
    assert project(case, lens).members == {}
    both = project(case, replace(lens, view="both"))
    assert set(both.members) == {"fold:named/country:CN"}
    assert len(project(case, replace(lens, view="relations")).nodes) <= 40


@pytest.mark.parametrize("grouped", ["country", "kind", "group"])
@pytest.mark.parametrize("view", ARTICLE_VIEWS)
def test_a_small_case_is_grouped_into_frames(view: View, grouped: Grouping) -> None:
    lens = grouped_by(article(), Lens(view=view), grouped)
    graph = project(article(), lens)
    assert (lens.folded, graph.members) == (frozenset(), {})
    assert len(graph.nodes) == len(project(article(), Lens(view=view)).nodes)
    assert grouped_by(article(), lens, "") == Lens(view=view)


def test_filters_stay_when_the_grouping_changes() -> None:
    off = frozenset({("kind", "goods/parts")})
    assert grouped_by(CROWD, Lens(off=off), "kind").off == off
    assert all_folded(CROWD, Lens(off=off)).off == off
    assert replace(FIRST, off=off).cleared() == FIRST
    assert not FIRST.filters


def test_fold_all_and_unfold_all() -> None:
    lens = all_folded(CROWD, FIRST)
    assert all(node.count for node in project(CROWD, lens).nodes)
    assert project(CROWD, all_unfolded(lens)).members == {}
    assert all_folded(article(), Lens()).grouped


def test_one_step_shows_the_twelve_with_most_lines() -> None:
    key = "supplier/country:CN"
    graph = project(CROWD, all_folded(CROWD, FIRST))
    lens = grown(graph, all_folded(CROWD, FIRST), key)
    after = project(CROWD, lens)
    out = graph.node_by_id[fold_id(key)].count - after.node_by_id[fold_id(key)].count
    assert out == STEP == len(lens.shown)
    whole = project(CROWD, Lens())
    lines = {box: len(whole.edges_from.get(box, ())) for box in graph.members[fold_id(key)]}
    assert min(lines[box] for box in lens.shown) >= max(lines[box] for box in after.members[fold_id(key)])


def test_steps_end_with_everything_shown_and_never_leave_one() -> None:
    key, lens = "supplier/country:CN", all_folded(CROWD, FIRST)
    for _ in range(len(CROWD.actors)):
        graph = project(CROWD, lens)
        if fold_id(key) not in graph.members:
            break
        assert len(graph.members[fold_id(key)]) > 1
        lens = grown(graph, lens, key)
    assert key not in lens.folded
    assert not lens.shown
    assert lens == opened(project(CROWD, all_folded(CROWD, FIRST)), all_folded(CROWD, FIRST), key)


def test_a_group_closes_with_what_was_taken_out() -> None:
    key = "supplier/country:CN"
    graph = project(CROWD, FIRST)
    lens = closed(graph, FIRST, key)
    assert not [box for box in lens.shown if graph.group_of.get(box) == key]
    again = project(CROWD, lens)
    assert again.node_by_id[fold_id(key)].label.startswith("China: ")
    assert "more" not in again.node_by_id[fold_id(key)].label


def test_one_member_comes_out_by_itself() -> None:
    lens = all_folded(CROWD, FIRST)
    graph = project(CROWD, lens)
    after = project(CROWD, taken_out(graph, lens, "a40"))
    assert [node.id for node in after.nodes if not node.count] == ["a40"]
    assert seen_words(after) == "1 of 406 boxes shown, 405 folded"
    assert seen_words(project(CROWD, Lens())) == ""


def test_the_neighbours_of_a_box_come_out_step_by_step() -> None:
    lens = replace(all_folded(CROWD, FIRST), shown=frozenset({"g0"}))
    graph = project(CROWD, lens)
    hidden = folded_neighbours(graph, "g0")
    assert len(hidden) > STEP
    whole = project(CROWD, Lens())
    assert set(hidden) == {edge.source for edge in whole.edges_to["g0"]} | {
        edge.target for edge in whole.edges_from["g0"]
    }
    after = project(CROWD, around(graph, lens, "g0"))
    assert len(folded_neighbours(after, "g0")) == len(hidden) - STEP
    assert folded_neighbours(graph, "fold:supplier/country:CN") == ()
    assert folded_neighbours(whole, "g0") == ()


def _stepped(step: int, trade: Case, graph: Graph, lens: Lens, key: str) -> Lens:
    match step:
        case 0:
            return grown(graph, lens, key, 3)
        case 1:
            return opened(graph, lens, key)
        case 2:
            return closed(graph, lens, key)
        case 3:
            return around(graph, lens, "g1", 3)
        case _:
            return all_folded(trade, lens)


@given(st.lists(st.integers(0, 4), max_size=6), st.sampled_from(("country", "kind")))
def test_any_steps_keep_every_box_once(steps: list[int], grouped: Grouping) -> None:
    case = crowd(60)
    lens = all_folded(case, Lens(grouped=grouped))
    for step in steps:
        graph = project(case, lens)
        keys = sorted({*graph.group_titles} & lens.folded)
        key = keys[step % len(keys)] if keys else "-"
        lens = _stepped(step, case, graph, lens, key)
        after = project(case, lens)
        assert sum(node.count or 1 for node in after.nodes) == 66
        assert all(len(members) > 1 for members in after.members.values())
