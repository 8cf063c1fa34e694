"""The values of the layout: rectangles and curves."""

from explorer.layout.model import Box, Route


def test_a_box_knows_its_sides_and_what_lies_in_it() -> None:
    box = Box("a", 10, 20, 100, 50)
    assert (box.right, box.bottom) == (110, 70)
    assert box.contains(10, 20)
    assert box.contains(110, 70)
    assert not box.contains(9.9, 40)
    assert not box.contains(50, 70.1)


def test_a_level_piece_is_one_straight_piece_and_a_swing_many() -> None:
    route = Route("r", "a", "b", ((0, 0), (5, 0), (5, 0), (10, 0), (15, 0), (15, 20), (20, 20)))
    points = list(route.polyline(10))
    assert len(points) == 1 + 1 + 10
    assert [points[0], points[1], points[-1]] == [(0, 0), (10, 0), (20, 20)]
    assert [x for x, _ in points] == sorted(x for x, _ in points)


def test_a_swing_is_in_the_middle_half_way_up() -> None:
    route = Route("r", "a", "b", ((0, 0), (5, 0), (5, 20), (10, 20)))
    assert route.polyline(2)[1] == (5, 10)
