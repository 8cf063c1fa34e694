"""Between two pictures: everything starts at its old place and arrives at its new one."""

from dataclasses import replace

import pytest

from explorer.case.case import Case
from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.layout.card import fixed
from explorer.layout.model import Area, Box, GatePlace, Route
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene, arranged
from explorer.views.diagram.motion import between, moved
from tests.article import article


def _picture(x: float = 0.0, extra: tuple[Box, ...] = ()) -> Picture:
    curve = ((x + 10, 5.0), (x + 30, 5.0), (60.0, 45.0), (100.0, 45.0))
    label = Area("e", x + 40, 20, 10, 10)
    return Picture(
        boxes=(Box("a", x, 0, 10, 10), Box("b", 100, 40, 10, 10), *extra),
        routes=(Route("e", "a", "b", curve, (x + 20, 5.0)),),
        lanes=(Area("lane", x, 0, 10, 50),),
        labels=(label,),
        gates=(GatePlace("g", x + 12, 0, 10, (5.0,), Area("g", x, -20, 10, 10)),),
        frames=(Area("f", x, 0, 20, 20),),
        width=200,
        height=100,
    )


def test_it_begins_where_it_was_and_ends_where_it_will_be() -> None:
    old, new = _picture(), _picture(40)
    assert between(old, new, 0.0) == replace(old, width=new.width)
    assert between(old, new, 1.0) is new
    half = between(old, new, 0.5)
    assert half == _picture(20)


def test_what_is_new_stands_at_its_place_and_what_is_gone_is_gone() -> None:
    old, new = _picture(0, (Box("gone", 5, 5, 1, 1),)), _picture(40, (Box("new", 7, 7, 1, 1),))
    half = between(old, new, 0.5)
    assert [box.id for box in half.boxes] == ["a", "b", "new"]
    assert half.box_by_id["new"] == new.box_by_id["new"]


def test_curves_of_other_pieces_glide_too() -> None:
    old, new = _picture(), _picture(40)
    more = (*new.routes[0].curve, (110.0, 45.0), (120.0, 50.0), (130.0, 50.0))
    new = replace(new, routes=(replace(new.routes[0], curve=more),))
    start = between(old, new, 0.0).routes[0]
    assert len(start.curve) == len(more)
    # The old curve cut in two is still the old curve.
    for x, y in start.polyline(20):
        assert min((x - p) ** 2 + (y - q) ** 2 for p, q in old.routes[0].polyline(2000)) < 0.01
    assert between(old, new, 0.999).routes[0].curve[-1] == pytest.approx((130.0, 50.0), abs=0.1)
    back = between(new, old, 0.0).routes[0]
    assert (back.curve[0], back.curve[-1]) == (more[0], more[-1])


def test_a_new_line_hangs_on_its_boxes_from_the_beginning() -> None:
    old, new = replace(_picture(), routes=()), _picture(40)
    start = between(old, new, 0.0)
    assert start.routes[0].curve[0] == (10.0, 5.0)
    assert start.routes[0].curve[-1] == (100.0, 45.0)


def test_lines_labels_and_gates_go_with_a_held_box() -> None:
    held = moved(_picture(), {"a": (30.0, 20.0)}, {"a": ["g"]})
    assert held.box_by_id["a"] == Box("a", 30, 20, 10, 10)
    assert held.box_by_id["b"] == Box("b", 100, 40, 10, 10)
    assert held.boxes[-1].id == "a"
    curve = held.routes[0].curve
    assert (curve[0], curve[-1]) == ((40.0, 25.0), (100.0, 45.0))
    assert held.labels[0].x == 40 + 15
    assert (held.gates[0].x, held.gates[0].label.y) == (42.0, 0.0)


def test_of_a_box_that_is_not_there_nothing_is_held() -> None:
    assert moved(_picture(), {"nobody": (1, 2)}, {}) == _picture()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.99])
def test_every_line_of_the_article_keeps_hanging_on_its_boxes(share: float) -> None:
    old = _scene(article())
    new = _scene(MoveBox("flow", "china", 700, 900)(article()))
    there = between(old.picture, new.picture, share)
    for route in there.routes:
        for end, (x, y) in ((route.source, route.curve[0]), (route.target, route.curve[-1])):
            box = there.box_by_id[end]
            assert box.x - 1 <= x <= box.right + 1
            assert box.y - 1 <= y <= box.bottom + 1


def _scene(case: Case) -> Scene:
    return arranged(case, Lens(), fixed)
