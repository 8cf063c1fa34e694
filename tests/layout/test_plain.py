"""The layout of small graphs: no faults, the same every time, what hangs together side by side."""

from itertools import pairwise

from hypothesis import given

from explorer.layout.model import Fence, Sketch, Wire
from explorer.layout.picture import Options
from explorer.layout.plain import plain
from tests.layout.judge import faults
from tests.layout.sketches import joined, row, sketches

_OPTIONS = Options()


@given(sketches())
def test_no_small_graph_is_drawn_with_a_fault(sketch: Sketch) -> None:
    if sketch.blocks:
        picture = plain(sketch, _OPTIONS)
        assert faults(picture) == []
        assert sorted(picture.box_by_id) == sorted(block.id for block in sketch.blocks)
        assert sorted(picture.route_by_id) == sorted(wire.id for wire in sketch.wires)
        assert plain(sketch, _OPTIONS) == picture


@given(sketches())
def test_columns_stand_around_the_boxes_of_their_ranks(sketch: Sketch) -> None:
    if sketch.blocks:
        picture = plain(sketch, _OPTIONS)
        (columns,) = picture.columns
        assert all(one[1] < other[0] for one, other in pairwise(columns))
        assert all(columns[box.rank][0] <= box.x <= box.right <= columns[box.rank][1] + 1e-9 for box in picture.boxes)


def test_a_chain_is_level_from_left_to_right() -> None:
    boxes = plain(Sketch(row(*"cab"), joined("a>b", "b>c")), _OPTIONS).box_by_id
    assert boxes["a"].right < boxes["b"].x < boxes["b"].right < boxes["c"].x
    assert len({box.y for box in boxes.values()}) == 1


def test_words_marks_and_gates_have_their_places() -> None:
    wire = Wire("w", "a", "b", 60.0, 16.0, 17.0)
    picture = plain(Sketch(row("a", "b"), (wire,), (Fence("g", "b", frozenset({"w"}), 80.0, 17.0),)), _OPTIONS)
    (route,), (label,), (gate,) = picture.routes, picture.labels, picture.gates
    boxes = picture.box_by_id
    assert boxes["a"].right < label.x < label.x + 60 < boxes["b"].x
    assert route.mark is not None
    assert boxes["a"].right < route.mark[0] < label.x
    assert gate.ticks == (route.curve[-1][1],)


def test_without_a_heading_and_a_margin_it_begins_at_the_corner() -> None:
    picture = plain(Sketch(row("a", "b"), joined("a>b")), Options(heading=0.0, margin=0.0))
    assert (min(box.x for box in picture.boxes), min(box.y for box in picture.boxes)) == (0.0, 0.0)
