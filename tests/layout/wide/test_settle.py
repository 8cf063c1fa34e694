"""Settling: gaps and order are kept, anchors hold exactly, lines leave boxes inside their sides."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.picture import Options
from explorer.layout.wide.order import ordered
from explorer.layout.wide.plan import Floats, Ints, Plan
from explorer.layout.wide.settle import Heights, settled
from explorer.layout.wide.weft import Weft
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import web
from tests.layout.wide.loom import as_sketched, ranks_of_items, threaded

_OPTIONS = Options()
#: Rounding of sums of a few thousand pixels.
_HAIR = 1e-6

Pads = tuple[Floats, Floats]


def _bare(weft: Weft) -> Pads:
    return np.zeros(len(weft.block)), np.zeros(len(weft.block))


def _settled(sketch: Sketch, options: Options = _OPTIONS) -> tuple[Plan, Weft, Ints, Heights]:
    plan, weft = threaded(sketch)
    place = ordered(weft, options)
    return plan, weft, place, settled(plan, weft, place, options, _bare(weft))


def _gaps_are_kept(weft: Weft, place: Ints, y: Floats, pads: Pads) -> bool:
    for items in ranks_of_items(weft, place):
        for upper, lower in pairwise(items):
            blocks = int(weft.block[upper] >= 0) + int(weft.block[lower] >= 0)
            gap = (_OPTIONS.line_gap / 2, _OPTIONS.gap * 0.7, _OPTIONS.gap)[blocks]
            free = y[lower] - weft.above[lower] - pads[0][lower] - y[upper] - weft.below[upper] - pads[1][upper]
            if free < gap - _HAIR:
                return False
    return True


@given(sketches())
def test_gaps_and_order_are_kept_and_it_begins_at_the_top(sketch: Sketch) -> None:
    if sketch.blocks:
        _, weft, place, heights = _settled(sketch)
        assert _gaps_are_kept(weft, place, heights.y, _bare(weft))
        assert abs(float((heights.y - weft.above).min())) < _HAIR


@pytest.mark.parametrize("quick", [False, True])
def test_so_it_is_in_a_large_graph(quick: bool) -> None:
    _, weft, place, heights = _settled(web(400, 800, words=0.2), Options(quick=quick))
    assert _gaps_are_kept(weft, place, heights.y, _bare(weft))


def test_frames_get_the_room_that_they_ask_for() -> None:
    plan, weft = threaded(web(120, 200))
    place = ordered(weft, _OPTIONS)
    pads = _bare(weft)
    pads[0][::3], pads[1][::4] = 24.0, 8.0
    heights = settled(plan, weft, place, _OPTIONS, pads)
    assert _gaps_are_kept(weft, place, heights.y, pads)
    assert float((heights.y - weft.above - pads[0]).min()) > -_HAIR


@given(sketches())
def test_lines_leave_boxes_inside_their_sides(sketch: Sketch) -> None:
    if not sketch.blocks:
        return
    plan, weft, _, heights = _settled(sketch)
    half = np.array([block.height / 2 for block in plan.blocks])
    for item, port in ((weft.left, heights.left_port), (weft.right, heights.right_port)):
        block = weft.block[item]
        assert (np.abs(port[block >= 0]) <= half[block[block >= 0]]).all()
        assert (port[block < 0] == 0).all()


def test_ports_are_in_the_order_of_the_other_ends() -> None:
    _, weft, place, heights = _settled(web(150, 300))
    for item in range(len(weft.block)):
        for near, far, port in (
            (weft.left, weft.right, heights.left_port),
            (weft.right, weft.left, heights.right_port),
        ):
            strands = np.flatnonzero(near == item)
            by_other_end = strands[np.argsort(place[far[strands]], kind="stable")]
            assert (np.diff(port[by_other_end]) >= -_HAIR).all()


def test_a_chain_is_level() -> None:
    _, _, _, heights = _settled(Sketch(row(*"abcd"), joined("a>b", "b>c", "c>d")))
    assert np.ptp(heights.y) < _HAIR


def test_a_box_stands_in_the_middle_of_its_neighbours() -> None:
    plan, weft, _, heights = _settled(Sketch(row("hub", *"abc"), joined("hub>a", "hub>b", "hub>c")))
    y = heights.y[weft.item_of]
    assert abs(float(y[0] - y[1:].mean())) < 1.0
    assert len(plan.blocks) == len(y)


def test_bands_in_which_nothing_stands_are_taken_out() -> None:
    _, weft, _, heights = _settled(web(300, 600))
    order = np.argsort(heights.y - weft.above)
    reached = np.maximum.accumulate((heights.y + weft.below)[order])
    holes = (heights.y - weft.above)[order][1:] - reached[:-1]
    assert holes.max() <= 2 * _OPTIONS.gap + _HAIR


def test_anchors_hold_exactly_and_what_is_new_stands_between() -> None:
    plan, weft = threaded(web(150, 300))
    place = ordered(weft, _OPTIONS)
    before = settled(plan, weft, place, _OPTIONS, _bare(weft))
    anchor = before.y.copy() + 1_000.0
    fresh = np.arange(len(anchor)) % 7 == 0
    anchor[fresh] = np.nan
    after = settled(plan, weft, place, _OPTIONS, _bare(weft), anchor)
    # Boxes do not move at all; lines make room for what is new.
    moved = np.abs(after.y - anchor)
    assert moved[~fresh & (weft.block >= 0)].max() < 1e-3
    assert moved[~fresh].max() < 1.0
    assert _gaps_are_kept(weft, place, after.y, _bare(weft))


def test_who_was_not_there_before_comes_to_its_neighbours() -> None:
    plan, weft = threaded(Sketch(row(*"abc"), joined("a>b", "a>c")))
    place = as_sketched(weft)
    anchor = np.full(3, np.nan)
    anchor[weft.item_of[[0, 1]]] = 300.0
    y = settled(plan, weft, place, _OPTIONS, _bare(weft), anchor).y[weft.item_of]
    assert y[:2].tolist() == pytest.approx([300.0, 300.0], abs=1e-3)
    assert y[2] == pytest.approx(300.0 + 40.0 + _OPTIONS.gap, abs=1e-3)


def test_settling_stops_when_it_is_asked_to() -> None:
    plan, weft = threaded(web(30, 50))

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        settled(plan, weft, as_sketched(weft), Options(pulse=stop), _bare(weft))
