"""The plan: ids become numbers, lanes are counted from left to right, groups without a title are none."""

from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.wide.plan import planned
from tests.layout.sketches import joined, row


def test_wires_lead_from_number_to_number() -> None:
    plan = planned(Sketch(row("a", "b", "c"), joined("c>a", "b>b")))
    assert (plan.source.tolist(), plan.target.tolist()) == ([2, 1], [0, 1])


def test_lanes_are_counted_as_the_sketch_has_them_and_only_where_boxes_stand() -> None:
    blocks = (*row("a", lane="third"), *row("b", lane="first"), *row("c"), *row("d", lane="third"))
    plan = planned(Sketch(blocks, (), (), ("first", "second", "third")))
    assert plan.lane.tolist() == [1, 0, 2, 1]


def test_a_lane_that_the_sketch_does_not_name_is_the_last() -> None:
    blocks = (*row("a", lane="stray"), *row("b", lane="first"))
    assert planned(Sketch(blocks, (), (), ("first",))).lane.tolist()[1] == 0


def test_a_group_without_a_title_is_no_group() -> None:
    blocks = tuple(Block(key, 9, 9, None, group) for key, group in zip("abcd", ("y", "x", None, "untold"), strict=True))
    plan = planned(Sketch(blocks, (), group_titles={"y": "Y", "x": "X", "empty": "E"}))
    assert plan.groups == ("x", "y")
    assert plan.group.tolist()[:2] == [1, 0]
    own = plan.group.tolist()[2:]
    assert min(own) >= 2
    assert len(set(own)) == 2


def test_words_on_one_line_count() -> None:
    silent, told = Wire("w", "a", "b"), Wire("v", "a", "b", 40.0, 16.0)
    assert not planned(Sketch(row("a", "b"), (silent,))).labelled
    assert planned(Sketch(row("a", "b"), (silent, told))).labelled
