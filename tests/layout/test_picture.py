"""The picture: boxes and routes by id, and the curves of all routes as arrays."""

from explorer.layout.model import Area, Box, Route
from explorer.layout.picture import Picture


def test_a_picture_finds_boxes_and_routes_by_id() -> None:
    box, route = Box("a", 0, 0, 1, 1), Route("r", "a", "a", ((0, 0),))
    picture = Picture((box,), (route,), (Area("l", 0, 0, 1, 1, "Lane"),))
    assert picture.box_by_id["a"] is box
    assert picture.route_by_id["r"] is route


def test_the_strokes_of_a_picture_are_the_curves_of_its_routes_one_after_the_other() -> None:
    level = Route("r", "a", "b", ((0, 0), (5, 0), (5, 0), (10, 0)))
    swing = Route("s", "b", "a", ((10, 0), (15, 0), (15, 20), (20, 20), (25, 20), (25, 20), (30, 20)))
    strokes = Picture(routes=(level, swing)).strokes
    assert strokes.starts.tolist() == [0, 4, 11]
    assert [tuple(point) for point in strokes.points.tolist()] == [*level.curve, *swing.curve]


def test_an_empty_picture_can_be_asked_too() -> None:
    picture = Picture()
    assert (dict(picture.box_by_id), dict(picture.route_by_id)) == ({}, {})
    assert picture.strokes.starts.tolist() == [0]
