"""Order: few crossings, the best of several starts, what most hangs on in the upper half."""

from itertools import combinations

from hypothesis import given

from explorer.layout.model import Sketch
from explorer.layout.net import Net, woven
from explorer.layout.order import crossings, order, sorted_ports
from explorer.layout.picture import Options
from explorer.layout.rank import ranks
from tests.layout.sketches import joined, row, sketches


def _net(sketch: Sketch) -> Net:
    return woven(sketch, ranks(sketch), Options())


def _counted(net: Net) -> int:
    """Crossings counted pair by pair."""
    total = 0
    places = {item: place for rank in net.ranks for place, item in enumerate(rank)}
    for rank in net.ranks:
        strands = [strand for item in rank for strand in item.after]
        for one, other in combinations(strands, 2):
            left = places[one.left] - places[other.left]
            right = places[one.right] - places[other.right]
            total += left * right < 0
    return total


def test_a_crossing_that_need_not_be_is_taken_away() -> None:
    net = _net(Sketch(row("a", "b", "x", "y"), joined("a>y", "b>x")))
    assert crossings(net) == 1
    order(net)
    assert crossings(net) == 0


def test_three_to_three_keeps_what_cannot_be_avoided() -> None:
    pairs = [f"{a}>{b}" for a in "abc" for b in "xyz"]
    net = _net(Sketch(row(*"abcxyz"), joined(*pairs)))
    order(net)
    assert crossings(net) == 9


def test_what_most_hangs_on_stands_in_the_upper_half() -> None:
    net = _net(Sketch(row(*"abcdxyz"), joined("a>x", "b>x", "c>y", "d>z", "d>y", "d>x")))
    order(net)
    rank = [item.key for item in net.ranks[1]]
    assert rank.index("x") <= 1


def test_ports_are_in_the_order_of_the_other_ends() -> None:
    net = _net(Sketch(row("a", "x", "y", "z"), joined("a>z", "a>x", "a>y")))
    order(net)
    sorted_ports(net)
    (hub,) = (item for item in net.items if item.key == "a")
    places = {item.key: place for place, item in enumerate(net.ranks[1])}
    assert [places[strand.right.key] for strand in hub.after] == [0, 1, 2]


@given(sketches())
def test_ordering_loses_nothing_and_never_crosses_more(sketch: Sketch) -> None:
    net = _net(sketch)
    before, items = crossings(net), [sorted(item.key for item in rank) for rank in net.ranks]
    assert before == _counted(net)
    order(net)
    assert [sorted(item.key for item in rank) for rank in net.ranks] == items
    assert crossings(net) <= before
    assert crossings(net) == _counted(net)
