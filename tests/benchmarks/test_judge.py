"""The judge of drawings, against plain counting by hand and by a loop over all pairs."""

import random
from itertools import combinations, pairwise
from typing import Any

import pytest

from benchmarks import graphs, judge
from benchmarks.judge import Drift

Json = dict[str, Any]
Spot = tuple[float, float]


def _box(key: str, x: float, y: float) -> Json:
    return {"id": key, "x": x, "y": y, "width": 40.0, "height": 20.0}


def _line(key: str, source: str, target: str, *points: Spot) -> Json:
    return {"id": key, "source": source, "target": target, "points": points}


def _square(*lines: Json, labels: tuple[Json, ...] = ()) -> Json:
    """Two boxes at the left, two at the right, one in the middle of the sheet."""
    places = {"a": (0, 0), "b": (0, 200), "c": (300, 0), "d": (300, 200), "m": (150, 95)}
    return {"boxes": [_box(key, *at) for key, at in places.items()], "edges": list(lines), "labels": list(labels)}


DOWN = _line("down", "a", "d", (40, 10), (120, 60), (220, 60), (300, 210))
UP = _line("up", "b", "c", (40, 210), (120, 50), (220, 50), (300, 10))


def test_lines_cross_where_they_change_sides() -> None:
    verdict = judge.verdict(_square(DOWN, UP))
    assert (verdict.crossings, verdict.crossing_pairs) == (1, 1)


def test_lines_that_run_on_top_of_each_other_and_change_sides_cross_once() -> None:
    one = _line("one", "a", "d", (40, 10), (120, 60), (220, 60), (300, 210))
    other = _line("other", "b", "c", (40, 210), (120, 60), (220, 60), (300, 10))
    assert judge.verdict(_square(one, other)).crossings == 1


def test_lines_that_share_an_end_do_not_cross_there() -> None:
    one, other = _line("one", "a", "c", (40, 10), (300, 10)), _line("other", "a", "d", (40, 10), (300, 210))
    assert judge.verdict(_square(one, other)).crossings == 0


def test_a_line_through_a_foreign_box_is_counted_once() -> None:
    through = _line("x", "a", "d", (40, 10), (160, 100), (170, 105), (300, 210))
    verdict = judge.verdict(_square(through, _line("y", "a", "m", (40, 10), (170, 105))))
    assert verdict.through == 1


def test_a_line_along_the_side_of_a_box_is_not_through_it() -> None:
    assert judge.verdict(_square(_line("x", "a", "d", (40, 10), (150, 95), (190, 95), (300, 210)))).through == 0


def test_boxes_and_words_on_each_other_are_counted() -> None:
    words = _box("up", 200, 50) | {"id": "up"}
    picture = _square(DOWN, UP, labels=(words,))
    picture["boxes"].append(_box("n", 160, 100))
    verdict = judge.verdict(picture)
    assert (verdict.box_overlaps, verdict.label_overlaps, verdict.smeared) == (1, 0, 1)


def test_a_picture_is_as_large_as_what_is_in_it() -> None:
    verdict = judge.verdict(_square(_line("x", "a", "c", (40, 10), (300, 10))))
    assert (verdict.width, verdict.height, verdict.length) == (340, 220, 260)


@pytest.mark.parametrize("seed", range(5))
def test_crossings_and_throughs_are_those_of_a_loop_over_all_pairs(seed: int) -> None:
    chance = random.Random(seed)
    graph = graphs.chain(30, seed)
    boxes = [box | {"x": chance.uniform(0, 900), "y": chance.uniform(0, 900)} for box in graph["boxes"]]
    lines = [
        edge | {"points": [(chance.uniform(0, 900), chance.uniform(0, 900)) for _ in range(5)]}
        for edge in graph["edges"]
    ]
    verdict = judge.verdict({"boxes": boxes, "edges": lines, "labels": []})
    assert verdict.crossings == sum(_crossings(one, other) for one, other in combinations(lines, 2))
    assert verdict.through == sum(_runs_through(line, box) for line in lines for box in boxes)


def _crossings(one: Json, other: Json) -> int:
    return sum(_cross(*a, *b) for a in pairwise(one["points"]) for b in pairwise(other["points"]))


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    def turn(p: Spot, q: Spot, r: Spot) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) != turn(a, b, d) and turn(c, d, a) != turn(c, d, b)


def _runs_through(line: Json, box: Json) -> bool:
    if box["id"] in (line["source"], line["target"]):
        return False
    left, top = box["x"] + 0.5, box["y"] + 0.5
    right, bottom = box["x"] + box["width"] - 0.5, box["y"] + box["height"] - 0.5
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    sides = list(pairwise(corners))
    for a, b in pairwise(line["points"]):
        within = left < a[0] < right and top < a[1] < bottom
        if within or any(_cross(a, b, *side) for side in sides):
            return True
    return False


def test_nothing_drifts_in_the_same_picture() -> None:
    assert judge.drift(_square(DOWN), _square(UP)) == Drift(0.0, 0.0, 0.0)


def test_what_moved_changed_order_or_column_is_told_in_shares() -> None:
    before, after = _square(DOWN), _square(DOWN)
    # a and b change places; m stays in its column and goes 30 down.
    after["boxes"] = [_box("a", 0, 200), _box("b", 0, 0), _box("c", 300, 0), _box("d", 300, 200), _box("m", 150, 125)]
    drift = judge.drift(before, after)
    assert drift.moved == pytest.approx((200 + 200 + 30) / 5 / (340**2 + 220**2) ** 0.5)
    assert (drift.flips, drift.columns) == (0.5, 0.0)
    after["boxes"][0] |= {"x": 150}
    assert judge.drift(before, after).columns == pytest.approx(0.2)
