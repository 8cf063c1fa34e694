"""Picking and walking: what lies under a point, where a thing can be hit, which box comes next."""

from itertools import pairwise

import pytest

from explorer.graph.model import View
from explorer.graph.walk import Neighbourhood
from explorer.layout.scene import Scene
from explorer.views.diagram.keys import step
from explorer.views.diagram.look import Look
from explorer.views.diagram.pick import anchor, distance, hit
from tests.article import VIEWS, article, scene

_BUNDLE = "good-microelectronics>russia"


@pytest.mark.parametrize("view", VIEWS)
def test_everything_that_is_drawn_can_be_hit_at_its_anchor(view: View) -> None:
    made = scene(view)
    drawn = [key for key in article().elements if made.graph.holds(key)]
    assert len(drawn) > 40
    for key in drawn:
        place = anchor(made, key)
        assert place is not None, key
        found = hit(made, Look(), *place, reach=6.0)
        assert found is not None, key
        assert key in found.elements, (key, found)


def test_what_the_view_does_not_show_has_no_anchor() -> None:
    assert anchor(scene("flow"), "event-e1") is None
    assert anchor(scene("relations"), "flow-f1-technology") is None


def test_the_ground_is_nothing() -> None:
    assert hit(scene("flow"), Look(), 1.0, 1.0, 6.0) is None


def test_what_is_hidden_cannot_be_hit() -> None:
    made = scene("flow")
    for key in ("good-lethal-weapons", "flow-f12", "measure-m1"):
        place = anchor(made, key)
        assert place is not None
        found = hit(made, Look(hidden=frozenset({key})), *place, reach=3.0)
        assert found is None or key not in found.elements


def test_a_bundle_is_hit_whole_and_its_strands_one_by_one() -> None:
    made = scene("flow")
    route, edge = made.picture.route_by_id[_BUNDLE], made.graph.edge_by_id[_BUNDLE]
    points = route.polyline(12)
    x, y = points[len(points) // 2]
    whole = hit(made, Look(), x, y, 6.0)
    assert whole is not None
    assert whole.elements == edge.elements
    opened = Look(opened=frozenset({_BUNDLE}))
    # 15 pixels above to 15 below: six strands, six pixels apart, seen along a level piece.
    at = next((a for a, b in pairwise(points) if abs(a[1] - b[1]) < 0.01), points[0])
    found = [hit(made, opened, at[0], at[1] + shift, 2.0) for shift in (-15, -9, -3, 3, 9, 15)]
    assert [one.elements for one in found if one] == [(key,) for key in edge.elements]


def test_the_count_on_a_bundle_is_part_of_it() -> None:
    made = scene("flow")
    mark = made.picture.route_by_id[_BUNDLE].mark
    assert mark is not None
    found = hit(made, Look(), mark[0] + 7, mark[1] + 7, 1.0)
    assert found is not None
    assert found.id == _BUNDLE


def test_a_gate_is_hit_at_its_line_and_at_its_words() -> None:
    made = scene("flow")
    place = next(place for place in made.picture.gates if place.id == "measure-m4@china")
    for x, y in ((place.x, place.ticks[0] + 8), (place.label.x + 5, place.label.y + 8)):
        found = hit(made, Look(), x, y, 6.0)
        assert found is not None
        assert (found.kind, found.elements) == ("gate", ("measure-m4",))


def test_distance_is_to_the_nearest_piece() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert distance(points, 5.0, 3.0) == 3.0
    assert distance(points, 13.0, 14.0) == 5.0
    assert distance([(0.0, 0.0), (0.0, 0.0)], 3.0, 4.0) == 5.0
    assert distance([], 0.0, 0.0) == float("inf")


def test_right_and_left_go_along_the_lines() -> None:
    made = scene("flow")
    assert step(made, frozenset(), "company-turkey", "right") == "good-microelectronics"
    there = step(made, frozenset(), "good-microelectronics", "left")
    assert there in {edge.source for edge in made.graph.edges_to["good-microelectronics"]}
    assert step(made, frozenset(), "restricted-firms", "right") is None


def test_up_and_down_stay_in_the_lane_and_are_each_others_way_back() -> None:
    made = scene("flow")
    lane = sorted((box for box in made.picture.boxes if box.lane == "supplier"), key=lambda box: box.y)
    here: str | None = lane[0].id
    for box in lane[1:]:
        below = step(made, frozenset(), here, "down")
        assert below == box.id
        assert step(made, frozenset(), below, "up") == here
        here = below
    assert step(made, frozenset(), here, "down") is None


def test_walking_steps_over_what_is_hidden() -> None:
    made = scene("flow")
    lane = sorted((box for box in made.picture.boxes if box.lane == "supplier"), key=lambda box: box.y)
    assert step(made, frozenset({lane[1].id}), lane[0].id, "down") == lane[2].id
    assert step(made, frozenset({"good-microelectronics"}), "company-turkey", "right") is None


def test_without_a_focus_walking_begins_at_the_upper_left() -> None:
    made = scene("flow")
    first = step(made, frozenset(), None, "right")
    assert first is not None
    assert made.picture.box_by_id[first].lane == "supplier"
    assert step(made, frozenset(), "gone", "up") == first


def test_there_is_nowhere_to_go_on_an_empty_sheet() -> None:
    assert step(Scene(), frozenset(), None, "down") is None
    hidden = frozenset(scene("flow").picture.box_by_id)
    assert step(scene("flow"), hidden, "china", "down") is None


def test_a_look_fades_what_is_not_lit() -> None:
    assert not Look().fades_node("china")
    assert not Look().fades_edge("x")
    assert not Look().fades_gate("x")
    lit = Look(lit=Neighbourhood(frozenset({"china"})))
    assert not lit.fades_node("china")
    assert lit.fades_node("russia")
    assert lit.fades_edge("x")
    assert lit.fades_gate("x")
