"""The layout on arrays: no faults, the same every time, and what stays stays where it was."""

import os
import subprocess
import sys
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.picture import Options, Picture
from explorer.layout.wide.engine import drawn
from tests.layout import judge, survey
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import LANES, web, without

_OPTIONS = Options()


def _crowd() -> Sketch:
    """Two goods that very many supply to very many, in lanes: columns that are broken, lines that are bundled."""
    boxes = [(f"s{i}", "left") for i in range(160)] + [("g0", "middle"), ("g1", "middle")]
    boxes += [(f"r{i}", "right") for i in range(160)]
    blocks = tuple(Block(key, 120.0, 40.0 if key[0] != "g" else 900.0, lane) for key, lane in boxes)
    lines = [f"s{i}>g{i % 2}" for i in range(160)] + [f"g{i * 7 % 2}>r{i}" for i in range(160)]
    return Sketch(blocks, joined(*lines), (), LANES)


WEBS = {
    "crowd": _crowd(),
    "plain": web(300, 600),
    "lanes": web(300, 600, 2, lanes=True),
    "grouped": web(300, 500, 3, groups=15),
    "words": web(200, 350, 4, words=0.3),
    "gates": web(300, 500, 5, gates=25),
    "all": web(200, 350, 6, lanes=True, groups=12, words=0.2, gates=15),
}


def _stand(picture: Picture) -> dict[str, tuple[float, float, int]]:
    return {box.id: (box.x, box.y, box.rank) for box in picture.boxes}


def _worded(sketch: Sketch) -> set[str]:
    return {wire.id for wire in sketch.wires if wire.label_width and wire.source != wire.target}


@given(sketches())
def test_no_graph_is_drawn_with_a_fault(sketch: Sketch) -> None:
    if sketch.blocks:
        picture = drawn(sketch, _OPTIONS)
        assert judge.faults(picture) == []
        assert sorted(picture.box_by_id) == sorted(block.id for block in sketch.blocks)
        assert [(r.id, r.source, r.target) for r in picture.routes] == [
            (w.id, w.source, w.target) for w in sketch.wires
        ]
        assert {area.id for area in picture.labels} == _worded(sketch)


@given(sketches())
def test_laid_out_again_nothing_has_moved(sketch: Sketch) -> None:
    if sketch.blocks:
        picture = drawn(sketch, _OPTIONS)
        again = drawn(sketch, Options(previous=picture))
        assert again.boxes == picture.boxes
        assert judge.faults(again) == []


@given(sketches(), st.sets(st.integers(0, 11)))
def test_what_stays_stays_where_it_was(sketch: Sketch, gone: set[int]) -> None:
    less = without(sketch, [f"b{i}" for i in gone])
    if less.blocks:
        before = drawn(sketch, _OPTIONS)
        after = drawn(less, Options(previous=before))
        assert _stand(after).items() <= _stand(before).items()
        assert judge.faults(after) == []
        assert {area.id for area in after.labels} == _worded(less)


@given(sketches(), st.sets(st.integers(0, 11)))
def test_what_comes_comes_without_a_fault_and_with_its_words(sketch: Sketch, late: set[int]) -> None:
    less = without(sketch, [f"b{i}" for i in late])
    if less.blocks:
        picture = drawn(sketch, Options(previous=drawn(less, _OPTIONS)))
        assert judge.faults(picture) == []
        assert {area.id for area in picture.labels} == _worded(sketch)


@pytest.mark.parametrize("kind", WEBS)
def test_large_graphs_are_drawn_without_a_fault(kind: str) -> None:
    picture = drawn(WEBS[kind], _OPTIONS)
    assert survey.faults(picture) == []
    assert {area.id for area in picture.labels} == _worded(WEBS[kind])
    assert len(picture.gates) == len(WEBS[kind].fences)


@pytest.mark.parametrize("kind", WEBS)
def test_in_large_graphs_a_twentieth_goes_and_comes_back(kind: str) -> None:
    sketch = WEBS[kind]
    gone = Random(7).sample([block.id for block in sketch.blocks], len(sketch.blocks) // 20)
    before, less = drawn(sketch, _OPTIONS), without(sketch, gone)
    after = drawn(less, Options(previous=before))
    moved = [abs(box.y - before.box_by_id[box.id].y) for box in after.boxes]
    assert all((box.x, box.rank) == (before.box_by_id[box.id].x, before.box_by_id[box.id].rank) for box in after.boxes)
    # Lines that ran together and run apart now need room between boxes.
    assert sum(moved) / len(moved) < 1.0 if before.bundled else max(moved) == 0.0
    assert survey.faults(after) == []
    back = drawn(sketch, Options(previous=after))
    assert survey.faults(back) == []
    # Nobody changes columns, and in none does anybody change places with somebody else.
    old, new = after.box_by_id, back.box_by_id
    columns: dict[int, list[str]] = {}
    for box in sorted(after.boxes, key=lambda box: box.y):
        columns.setdefault(box.rank, []).append(box.id)
    for ids in columns.values():
        assert ids == sorted(ids, key=lambda key: new[key].y)
        assert len({new[key].rank for key in ids}) == 1
    assert len({new[key].rank for key in old}) == len(columns)


@pytest.mark.parametrize("kind", WEBS)
def test_in_a_large_graph_laid_out_again_no_line_and_no_word_moves(kind: str) -> None:
    before = drawn(WEBS[kind], _OPTIONS)
    after = drawn(WEBS[kind], Options(previous=before))
    assert after.boxes == before.boxes
    assert np.abs(after.strokes.points - before.strokes.points).max() < 0.05
    assert all(abs(a.y - b.y) < 0.05 for a, b in zip(after.labels, before.labels, strict=True))


def test_a_new_line_between_boxes_that_stand_moves_none_of_them() -> None:
    sketch = WEBS["plain"]
    before = drawn(sketch, _OPTIONS)
    one, other = Random(3).sample([block.id for block in sketch.blocks], 2)
    more = Sketch(sketch.blocks, (*sketch.wires, Wire("new", one, other)))
    after = drawn(more, Options(previous=before))
    assert {box.id: box.rank for box in after.boxes} == {box.id: box.rank for box in before.boxes}
    old = before.box_by_id
    ways = [abs(box.y - old[box.id].y) for box in after.boxes]
    assert max(abs(box.x - old[box.id].x) for box in after.boxes) == 0.0
    assert sum(ways) / len(ways) < 2.0


def test_a_box_that_grew_makes_room_and_keeps_the_order() -> None:
    sketch = Sketch(row(*"abcd"), joined("a>d", "b>d", "c>d"))
    before = drawn(sketch, _OPTIONS)
    first, middle, last = sorted("abc", key=lambda key: before.box_by_id[key].y)
    grown = Sketch(tuple(Block(b.id, 120, 200 if b.id == middle else 40) for b in sketch.blocks), sketch.wires)
    boxes = drawn(grown, Options(previous=before)).box_by_id
    assert boxes[first].bottom < boxes[middle].y
    assert boxes[middle].bottom < boxes[last].y


def test_a_quick_picture_is_a_good_one_too() -> None:
    assert survey.faults(drawn(WEBS["all"], Options(quick=True))) == []


def test_it_stops_when_it_is_asked_to() -> None:
    asked = []

    def stop() -> None:
        asked.append(1)
        if len(asked) > 5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        drawn(WEBS["plain"], Options(pulse=stop))


_PROGRAM = """
import hashlib, sys
from explorer.formats.picture import write_picture
from explorer.layout.layered import layered
from tests.layout.webs import scattered, web
for sketch in (web(1_000, 2_000), web(300, 500, groups=15, words=0.2), scattered(60)):
    print(hashlib.sha256(write_picture(layered(sketch)).encode()).hexdigest())
"""


def test_the_same_graph_is_the_same_picture_to_the_last_bit() -> None:
    for sketch in (WEBS["all"], web(1_000, 2_000)):
        first, second = drawn(sketch, _OPTIONS), drawn(sketch, _OPTIONS)
        assert first.boxes == second.boxes
        assert first.strokes.points.tobytes() == second.strokes.points.tobytes()
        assert (first.labels, first.frames, first.gates) == (second.labels, second.frames, second.gates)


@pytest.mark.slow
def test_another_process_with_other_hashes_draws_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "4711")
    }
    assert len(told) == 1
    assert len(told.pop().split()) == 3
