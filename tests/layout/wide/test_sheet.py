"""The sheet of one part: lanes, marks and gates around what was placed, and a margin around all of it."""

from itertools import pairwise
from math import dist

from hypothesis import given

from explorer.layout.model import Fence, Sketch, Wire
from explorer.layout.picture import Options
from explorer.layout.wide.engine import drawn
from tests.layout.judge import sampled
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web

_OPTIONS = Options()


@given(sketches())
def test_lanes_stand_around_their_boxes_and_the_sheet_around_everything(sketch: Sketch) -> None:
    if not sketch.blocks:
        return
    picture = drawn(sketch, _OPTIONS)
    lanes = {lane.id: lane for lane in picture.lanes}
    assert list(lanes) == [lane for lane in sketch.lanes if any(block.lane == lane for block in sketch.blocks)]
    assert all(one.x + one.width < other.x for one, other in pairwise(picture.lanes))
    for box in picture.boxes:
        if box.lane is not None:
            lane = lanes[box.lane]
            # Boxes stand at thousandths of a pixel, columns do not.
            assert lane.x - 0.001 <= box.x <= box.right <= lane.x + lane.width + 0.001
            assert lane.y + _OPTIONS.heading <= box.y <= box.bottom <= lane.y + lane.height
    right, bottom = picture.x + picture.width, picture.y + picture.height
    for route in picture.routes:
        assert all(picture.x <= x <= right and picture.y <= y <= bottom for x, y in sampled(route))


def test_a_lane_has_its_title_or_is_called_by_its_name() -> None:
    blocks = (*row("a", lane="one"), *row("b", lane="two"))
    picture = drawn(Sketch(blocks, joined("a>b"), (), ("one", "two"), {"one": "Who supplies"}), _OPTIONS)
    assert [lane.title for lane in picture.lanes] == ["Who supplies", "two"]


def test_marks_sit_on_their_lines_near_the_start() -> None:
    sketch = web(150, 300, lanes=True)
    picture = drawn(sketch, _OPTIONS)
    marked = {wire.id for wire in sketch.wires if wire.mark and wire.source != wire.target}
    assert len(marked) > 50
    assert {route.id for route in picture.routes if route.mark} == marked
    for key in marked:
        route = picture.route_by_id[key]
        assert route.mark is not None
        x, _ = route.mark
        assert any(
            abs(dist(route.mark, a) + dist(route.mark, b) - dist(a, b)) < 0.5 for a, b in pairwise(route.polyline(40))
        )
        way = 1 if route.curve[-1][0] > route.curve[0][0] else -1
        assert 0 < way * (x - route.curve[0][0]) < 70


def test_gates_stand_across_the_lines_that_they_concern() -> None:
    (block, other), wires = row("a", "b"), joined("a>b", "a>b", "a>b")
    fence = Fence("g", "a", frozenset(wire.id for wire in wires[:2]), 80.0, 17.0)
    picture = drawn(Sketch((block, other), wires, (fence,)), _OPTIONS)
    (gate,), box = picture.gates, picture.box_by_id["a"]
    assert gate.x > box.right
    assert set(gate.ticks) == {picture.route_by_id[wire.id].curve[0][1] for wire in wires[:2]}
    assert gate.label.y + gate.label.height <= box.y


def test_a_line_with_a_mark_to_oneself_has_none() -> None:
    picture = drawn(Sketch(row("a"), (Wire("w", "a", "a", mark=17.0),)), _OPTIONS)
    assert picture.routes[0].mark is None
