"""Ranks: what leads stands left of what it leads to, and nobody leaves their lane."""

from hypothesis import given

from explorer.layout.model import Sketch, Wire
from explorer.layout.rank import ranks
from tests.layout.sketches import joined, row, sketches


def test_a_chain_goes_to_the_right() -> None:
    found = ranks(Sketch(row("c", "a", "b"), joined("a>b", "b>c")))
    assert found == {"a": 0, "b": 1, "c": 2}


def test_a_cycle_has_one_line_back() -> None:
    found = ranks(Sketch(row("a", "b", "c", "d"), joined("a>b", "b>c", "c>d", "d>b")))
    assert found["a"] < found["b"]
    assert len({found["b"], found["c"], found["d"]}) == 3


def test_lanes_bind_against_the_direction_of_lines() -> None:
    blocks = (*row("late", lane="second"), *row("early", lane="first"))
    found = ranks(Sketch(blocks, joined("late>early"), (), ("first", "second")))
    assert found["early"] < found["late"]


def test_labels_get_ranks_of_their_own() -> None:
    found = ranks(Sketch(row("a", "b"), (Wire("w", "a", "b", 60.0, 16.0),)))
    assert found == {"a": 0, "b": 2}


def test_a_box_without_lane_stands_behind_the_lanes() -> None:
    found = ranks(Sketch((*row("free"), *row("bound", lane="one")), (), (), ("one",)))
    assert found["bound"] < found["free"]


def test_what_only_leads_stands_just_before_what_it_leads_to() -> None:
    found = ranks(Sketch(row("a", "b", "c", "x"), joined("a>b", "b>c", "x>c")))
    assert found["x"] == found["c"] - 1


@given(sketches())
def test_no_line_stays_in_one_rank_and_lanes_do_not_mix(sketch: Sketch) -> None:
    found = ranks(sketch)
    assert set(found) == {block.id for block in sketch.blocks}
    assert all(found[wire.source] != found[wire.target] for wire in sketch.wires if wire.source != wire.target)
    lane_of = {block.id: block.lane for block in sketch.blocks}
    order = {lane: place for place, lane in enumerate(sketch.lanes)}
    placed = sorted(found, key=lambda key: found[key])
    lanes = [order.get(lane_of[key] or "", len(order)) for key in placed]
    assert lanes == sorted(lanes)
