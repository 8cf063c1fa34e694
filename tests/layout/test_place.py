"""Places: gaps are kept, the order too, what faces each other comes level."""

from itertools import pairwise

from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.net import Net, woven
from explorer.layout.order import order, sorted_ports
from explorer.layout.picture import Options
from explorer.layout.place import place, squeeze, straighten
from explorer.layout.rank import ranks
from tests.layout.sketches import joined, row, sketches

_OPTIONS = Options()


def _placed(sketch: Sketch) -> Net:
    net = woven(sketch, ranks(sketch), _OPTIONS)
    order(net)
    sorted_ports(net)
    place(net, _OPTIONS)
    return net


def _ordered_without_overlap(net: Net) -> bool:
    pairs = [pair for rank in net.ranks for pair in pairwise(rank)]
    return all(upper.y + upper.below <= lower.y - lower.above + 0.001 for upper, lower in pairs)


@given(sketches())
def test_every_rank_is_stacked_with_gaps(sketch: Sketch) -> None:
    net = _placed(sketch)
    assert _ordered_without_overlap(net)
    assert abs(min((item.y - item.above for item in net.items), default=0.0)) < 0.001
    squeeze(net, _OPTIONS)
    assert _ordered_without_overlap(net)


@given(sketches())
def test_ports_stay_on_their_side_and_in_order(sketch: Sketch) -> None:
    net = _placed(sketch)
    straighten(net, _OPTIONS)
    for item in net.items:
        if item.block:
            sides = [s.left_port for s in item.after], [s.right_port for s in item.before]
            assert all(abs(port) <= item.block.height / 2 for ports in sides for port in ports)
            assert all(one <= other for ports in sides for one, other in pairwise(ports))


def test_two_boxes_that_face_each_other_are_level() -> None:
    net = _placed(Sketch(row("a", "b"), joined("a>b")))
    (one,), (other,) = net.ranks
    assert one.y == other.y


def test_a_hub_stands_at_the_middle_of_what_hangs_on_it() -> None:
    net = _placed(Sketch(row("hub", "x", "y", "z"), joined("hub>x", "hub>y", "hub>z")))
    (hub,), rank = net.ranks
    assert abs(hub.y - rank[1].y) < 1.0


def test_an_empty_band_is_taken_out() -> None:
    net = _placed(Sketch(row("a", "b"), ()))
    lower = net.ranks[0][1]
    lower.y += 500
    squeeze(net, _OPTIONS)
    upper = net.ranks[0][0]
    assert lower.y - lower.above - (upper.y + upper.below) == 2 * _OPTIONS.gap


def test_a_line_that_is_nearly_level_becomes_level() -> None:
    net = _placed(Sketch(row("a", "b"), joined("a>b")))
    net.ranks[1][0].y += 9
    straighten(net, _OPTIONS)
    (strand,) = net.paths["0:a>b"]
    assert strand.left.y + strand.left_port == strand.right.y + strand.right_port
