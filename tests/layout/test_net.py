"""The net: long wires in pieces, labels in the middle, loops set aside."""

from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.net import woven
from explorer.layout.picture import Options
from tests.layout.sketches import joined, row

_OPTIONS = Options()


def test_a_long_wire_is_cut_into_pieces_of_one_rank() -> None:
    net = woven(Sketch(row("a", "b"), joined("a>b")), {"a": 0, "b": 3}, _OPTIONS)
    path = net.paths["0:a>b"]
    assert [(strand.left.rank, strand.right.rank) for strand in path] == [(0, 1), (1, 2), (2, 3)]
    assert [len(rank) for rank in net.ranks] == [1, 1, 1, 1]


def test_a_wire_against_the_reading_is_threaded_from_left_to_right() -> None:
    net = woven(Sketch(row("a", "b"), joined("b>a")), {"a": 0, "b": 1}, _OPTIONS)
    (strand,) = net.paths["0:b>a"]
    assert (strand.left.key, strand.right.key) == ("a", "b")
    assert net.forward == {"0:b>a": False}


def test_a_label_takes_the_middle() -> None:
    sketch = Sketch(row("a", "b"), (Wire("w", "a", "b", 60.0, 30.0),))
    net = woven(sketch, {"a": 0, "b": 4}, _OPTIONS)
    labelled = [item for item in net.items if item.label]
    assert [(item.rank, item.width, item.above) for item in labelled] == [(2, 60.0, 18.0)]


def test_a_loop_is_no_strand() -> None:
    net = woven(Sketch(row("a"), joined("a>a")), {"a": 0}, _OPTIONS)
    assert [wire.id for wire in net.loops] == ["0:a>a"]
    assert net.paths == {}


def test_a_block_asks_for_the_room_of_its_gates() -> None:
    net = woven(Sketch((Block("a", 100, 40, head=20, left=5, right=7),), ()), {"a": 0}, _OPTIONS)
    (item,) = net.items
    assert (item.above, item.below, item.width) == (40.0, 20.0, 112.0)
