"""Smoothing: lines get calmer, no box moves, and nothing comes nearer to its neighbour than gaps allow."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.picture import Options
from explorer.layout.wide.order import ordered
from explorer.layout.wide.plan import Floats, Plan
from explorer.layout.wide.settle import Heights, settled
from explorer.layout.wide.smooth import smoothed, straightened
from explorer.layout.wide.weft import Weft
from tests.layout.sketches import sketches
from tests.layout.webs import web
from tests.layout.wide.loom import threaded

_OPTIONS = Options()
_HAIR = 1e-6


def _settled(sketch: Sketch) -> tuple[Plan, Weft, Heights]:
    plan, weft = threaded(sketch)
    pads = np.zeros(len(weft.block)), np.zeros(len(weft.block))
    return plan, weft, settled(plan, weft, ordered(weft, _OPTIONS), _OPTIONS, pads)


def _gaps_are_kept(weft: Weft, heights: Heights) -> bool:
    for first, last in pairwise(weft.first.tolist()):
        items, offset = heights.order[first:last], heights.offset[first:last]
        if (np.diff(heights.y[items]) < np.diff(offset) - _HAIR).any():
            return False
    return True


def _level(weft: Weft, heights: Heights) -> int:
    """How many strands run level."""
    climbs = heights.y[weft.left] + heights.left_port - heights.y[weft.right] - heights.right_port
    return int((np.abs(climbs) < 0.01).sum())


@given(sketches())
def test_no_box_moves_and_gaps_are_kept(sketch: Sketch) -> None:
    if sketch.blocks:
        _, weft, heights = _settled(sketch)
        before = heights.y.copy()
        smoothed(weft, heights)
        assert heights.y[weft.item_of].tolist() == before[weft.item_of].tolist()
        assert _gaps_are_kept(weft, heights)


@pytest.mark.parametrize("words", [0.0, 0.3])
def test_long_lines_of_a_large_graph_climb_less_often(words: float) -> None:
    _, weft, heights = _settled(web(200, 350, words=words))
    before, level = heights.y.copy(), _level(weft, heights)
    top, bottom = float((before - weft.above).min()), float((before + weft.below).max())
    smoothed(weft, heights)
    assert _level(weft, heights) > level
    assert heights.y[weft.item_of].tolist() == before[weft.item_of].tolist()
    assert _gaps_are_kept(weft, heights)
    assert float((heights.y - weft.above).min()) > top - _HAIR
    assert float((heights.y + weft.below).max()) < bottom + _HAIR


def test_ports_slide_inside_the_sides_of_their_boxes_and_keep_their_order() -> None:
    plan, weft, heights = _settled(web(150, 300))
    before = heights.left_port.copy(), heights.right_port.copy()
    level = _level(weft, heights)
    straightened(plan, weft, heights, _OPTIONS)
    assert _level(weft, heights) > level
    half = np.array([block.height / 2 for block in plan.blocks])
    sides = (weft.left, heights.left_port, before[0]), (weft.right, heights.right_port, before[1])
    for item, port, old in sides:
        block = weft.block[item]
        assert (np.abs(port[block >= 0]) <= half[block[block >= 0]]).all()
        assert (port[block < 0] == 0).all()
        for one in np.unique(item).tolist():
            mine: Floats = port[item == one][np.argsort(old[item == one], kind="stable")]
            assert (np.diff(mine) >= -_HAIR).all()
