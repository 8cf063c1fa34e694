"""The whole layout: nothing lies on anything, no line runs through a box, and the same goes in, the same comes out."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.formats.picture import write
from explorer.graph.lens import Lens
from explorer.graph.model import LANES, View
from explorer.layout.card import fixed
from explorer.layout.layered import layered
from explorer.layout.model import Block, Fence, Sketch, Wire
from explorer.layout.picture import Options, Picture
from explorer.layout.scene import arranged
from tests.article import VIEWS, article, scene
from tests.layout.judge import faults, overlap
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web, without


@pytest.mark.parametrize("view", VIEWS)
def test_the_article_is_drawn_without_a_fault(view: View) -> None:
    picture = scene(view).picture
    assert len(picture.boxes) > 20
    assert faults(picture) == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_box_and_line_of_the_article_has_its_place(view: View) -> None:
    graph, picture = scene(view).graph, scene(view).picture
    assert sorted(picture.box_by_id) == sorted(graph.node_by_id)
    assert sorted(picture.route_by_id) == sorted(graph.edge_by_id)
    assert sorted(gate.id for gate in picture.gates) == sorted(gate.id for gate in graph.gates)
    assert {area.id for area in picture.labels} == {edge.id for edge in graph.edges if edge.label}


@pytest.mark.parametrize("view", VIEWS[::2])
def test_lanes_stand_from_left_to_right_around_their_boxes(view: View) -> None:
    picture = scene(view).picture
    lanes = {lane.id: lane for lane in picture.lanes}
    assert list(lanes) == [key for key in LANES if key in lanes]
    assert all(one.x + one.width < other.x for one, other in pairwise(picture.lanes))
    for box in picture.boxes:
        lane = lanes[box.lane or ""]
        assert lane.x <= box.x
        assert box.right <= lane.x + lane.width
        assert lane.y <= box.y
        assert box.bottom <= lane.y + lane.height


def test_relations_have_no_lanes() -> None:
    assert scene("relations").picture.lanes == ()


@pytest.mark.parametrize("view", VIEWS)
def test_ticks_stand_on_the_lines_that_the_measure_would_hit(view: View) -> None:
    graph, picture = scene(view).graph, scene(view).picture
    places = {place.id: place for place in picture.gates}
    for gate in graph.gates:
        place, box = places[gate.id], picture.box_by_id[gate.node]
        routes = [picture.route_by_id[key] for key in gate.edges]
        ports = [route.curve[0] if route.source == box.id else route.curve[-1] for route in routes]
        assert set(place.ticks) <= {y for _, y in ports}
        assert bool(place.ticks) == bool(gate.edges)
        assert all(place.top < y < place.bottom for y in place.ticks)
        assert place.x < box.x or place.x > box.right


def test_the_same_case_gives_the_same_picture() -> None:
    again = arranged(article(), Lens(), fixed)
    assert again is not scene("flow")
    assert write(again) == write(scene("flow"))


@pytest.mark.slow
def test_another_process_with_other_hashes_gives_the_same_picture() -> None:
    program = (
        "import sys\n"
        "from tests.article import VIEWS, scene\n"
        "from explorer.formats.picture import write\n"
        "sys.stdout.buffer.write(''.join(write(scene(view)) for view in VIEWS).encode())"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout.decode()
        for seed in ("1", "4711")
    }
    assert texts == {"".join(write(scene(view)) for view in VIEWS)}


@given(sketches())
def test_no_graph_is_drawn_with_a_fault(sketch: Sketch) -> None:
    picture = layered(sketch)
    assert faults(picture) == []
    assert [box.id for box in sorted(picture.boxes, key=lambda box: box.id)] == sorted(b.id for b in sketch.blocks)
    assert sorted(picture.route_by_id) == sorted(wire.id for wire in sketch.wires)
    assert all((r.source, r.target) == (w.source, w.target) for w in sketch.wires for r in [picture.route_by_id[w.id]])


@given(sketches())
def test_a_graph_is_always_drawn_alike(sketch: Sketch) -> None:
    assert layered(sketch) == layered(sketch)


def test_nothing_to_draw_is_an_empty_picture() -> None:
    assert layered(Sketch((), ())) == Picture()


def _moved(before: Picture, after: Picture) -> float:
    """How far a box has gone that is in both, at most."""
    old = before.box_by_id
    there = [box for box in after.boxes if box.id in old]
    return max((max(abs(box.x - old[box.id].x), abs(box.y - old[box.id].y)) for box in there), default=0.0)


@given(sketches(), st.sets(st.integers(0, 11)))
def test_what_stays_stays_whatever_its_part_and_however_it_was_drawn(sketch: Sketch, gone: set[int]) -> None:
    before = layered(sketch)
    after = layered(without(sketch, [f"b{i}" for i in gone]), Options(previous=before))
    assert faults(after) == []
    # What was laid out in plain Python stands at no thousandths.
    assert _moved(before, after) < 0.002


@given(sketches(), st.sets(st.integers(0, 11), min_size=1))
def test_what_comes_comes_without_a_fault(sketch: Sketch, late: set[int]) -> None:
    before = layered(without(sketch, [f"b{i}" for i in late]))
    after = layered(sketch, Options(previous=before))
    # A line between parts would rather run through words than move everything.
    assert [fault for fault in faults(after) if "runs through the words" not in fault] == []
    assert sorted(after.box_by_id) == sorted(block.id for block in sketch.blocks)
    assert sorted(after.route_by_id) == sorted(wire.id for wire in sketch.wires)


def test_one_that_comes_back_stands_in_its_column_again() -> None:
    sketch = web(40, 39)
    before = layered(sketch)
    for block in sketch.blocks[::5]:
        less = layered(without(sketch, [block.id]), Options(previous=before))
        again = layered(sketch, Options(previous=less)).box_by_id[block.id]
        assert again.x == pytest.approx(before.box_by_id[block.id].x, abs=0.01)


def test_where_little_is_left_of_a_picture_it_is_laid_out_anew() -> None:
    sketch = web(200, 300)
    little = layered(without(sketch, [f"b{i}" for i in range(5, 200)]))
    assert layered(sketch, Options(previous=little)).boxes == layered(sketch).boxes


def test_few_that_are_left_of_many_do_not_stay_as_far_apart() -> None:
    sketch = web(200, 300)
    few = without(sketch, [f"b{i}" for i in range(20, 200)])
    assert layered(few, Options(previous=layered(sketch))).boxes == layered(few).boxes


def test_lines_run_as_near_as_before_although_there_are_fewer_now() -> None:
    sketch = web(150, 260)
    before = layered(sketch)
    less = without(sketch, [block.id for block in sketch.blocks[::11]])
    after = layered(less, Options(previous=before))
    assert layered(less).line_gap > before.line_gap == after.line_gap
    old = before.box_by_id
    assert all((box.x, box.y) == (old[box.id].x, old[box.id].y) for box in after.boxes)


def test_words_of_a_gate_wider_than_their_box_push_the_next_column_away() -> None:
    blocks = (Block("a", 110, 40, head=20.0, right=300.0 - 110), *row("b"))
    sketch = Sketch(blocks, joined("a>b"), (Fence("g", "a", frozenset({"0:a>b"}), 300.0, 17.0),))
    picture = layered(sketch)
    assert picture.gates[0].label.x + 300 <= picture.box_by_id["b"].x


def test_a_label_at_the_lower_edge_is_on_the_sheet() -> None:
    picture = layered(Sketch(row("a", "b"), (Wire("w", "a", "b", 80.0, 120.0),)))
    (label,) = picture.labels
    assert label.y + label.height <= picture.y + picture.height


def test_a_box_put_beyond_the_corner_takes_the_sheet_along() -> None:
    sketch = Sketch(row("a", "b"), joined("a>b"))
    picture = layered(sketch, Options(pins={"a": (-300.0, -200.0)}))
    margin = Options().margin
    assert (picture.x, picture.y) == (-300.0 - margin, -200.0 - margin)
    assert picture.box_by_id["b"] == layered(sketch).box_by_id["b"]
    assert faults(picture) == []


def test_two_boxes_of_one_lane_never_lie_on_each_other() -> None:
    picture = layered(Sketch(row(*"abcdefgh", lane="one"), (), (), ("one",), {"one": "One"}))
    assert not any(overlap(one, other) for one, other in pairwise(sorted(picture.boxes, key=lambda box: box.y)))
    assert picture.lanes[0].title == "One"


def test_many_that_come_at_once_are_laid_out_anew_if_all_would_be_shown_much_smaller() -> None:
    few = Sketch(row("a", "b"), joined("a>b"))
    many = [f"n{i}" for i in range(40)]
    sketch = Sketch((*few.blocks, *row(*many)), joined("a>b", *(f"{a}>{b}" for a, b in pairwise(many)), "b>n0"))
    before = layered(few)
    together = layered(sketch, Options(previous=before))
    # A long chain from left to right is as wide either way: what stands stays.
    assert together.box_by_id["a"].y == before.box_by_id["a"].y
    fan = Sketch((*few.blocks, *row(*many)), joined("a>b", *(f"b>{key}" for key in many)))
    shaped = layered(fan, Options(previous=before))
    assert min(1.6 / shaped.width, 1 / shaped.height) >= min(1.6 / layered(fan).width, 1 / layered(fan).height) / 1.3
