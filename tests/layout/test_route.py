"""Routes: level where boxes stand, swinging between columns, marks past the gates."""

from explorer.layout.layered import layered
from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.route import swung
from tests.layout.sketches import joined, row


def test_a_curve_leaves_and_arrives_level() -> None:
    curve = swung([(0.0, 0.0), (10.0, 40.0)])
    assert curve == ((0.0, 0.0), (5.0, 0.0), (5.0, 40.0), (10.0, 40.0))


def test_a_step_of_no_length_is_left_out() -> None:
    assert swung([(0.0, 0.0), (0.0, 0.0), (8.0, 0.0)]) == ((0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (8.0, 0.0))


def test_a_route_is_read_from_its_source() -> None:
    picture = layered(Sketch(row("a", "b", lane="one"), joined("a>b", "b>a"), (), ("one",)))
    for route in picture.routes:
        source, target = picture.box_by_id[route.source], picture.box_by_id[route.target]
        assert route.curve[0][0] in (source.x, source.right)
        assert route.curve[-1][0] in (target.x, target.right)
        assert (route.curve[-1][0] > route.curve[0][0]) == (target.x > source.x)


def test_parallel_lines_leave_from_ports_of_their_own() -> None:
    picture = layered(Sketch(row("a", "b"), joined("a>b", "a>b", "a>b")))
    assert len({route.curve[0][1] for route in picture.routes}) == 3
    assert len({route.curve[-1][1] for route in picture.routes}) == 3


def test_a_loop_is_an_ear_at_the_right_side() -> None:
    picture = layered(Sketch(row("a"), joined("a>a")))
    (route,), (box,) = picture.routes, picture.boxes
    assert route.curve[0][0] == route.curve[-1][0] == box.right
    assert route.curve[0][1] < route.curve[-1][1]
    assert max(x for x, _ in route.polyline()) < picture.width


def test_a_mark_sits_on_the_level_start_past_the_room_for_gates() -> None:
    blocks = (Block("a", 100, 40, right=50.0), *row("b"))
    picture = layered(Sketch(blocks, (Wire("w", "a", "b", mark=17.0),)))
    (route,) = picture.routes
    assert route.mark is not None
    assert route.mark[0] > picture.box_by_id["a"].right + 50.0 - 17.0
    assert route.mark[1] == route.curve[0][1]


def test_a_line_without_a_mark_has_none() -> None:
    (route,) = layered(Sketch(row("a", "b"), joined("a>b"))).routes
    assert route.mark is None
