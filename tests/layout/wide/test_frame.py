"""Frames: around two members or more of one column, with a title, and no stranger inside."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.model import Block, Sketch
from explorer.layout.picture import Options, Picture
from explorer.layout.wide.engine import drawn
from explorer.layout.wide.frame import PAD, TITLE, Frames
from explorer.layout.wide.order import ordered
from tests.layout.judge import faults
from tests.layout.sketches import joined, sketches
from tests.layout.survey import frame_faults
from tests.layout.webs import web
from tests.layout.wide.loom import threaded

_OPTIONS = Options()
TITLES = {"x": "Company X", "y": "Company Y"}


def _grouped(*rows: tuple[str, str | None]) -> tuple[Block, ...]:
    return tuple(Block(key, 120.0, 40.0, None, group) for key, group in rows)


def _framed_well(sketch: Sketch, picture: Picture) -> None:
    """Every two members in a column are in one frame, and it holds nobody else."""
    boxes, members = picture.box_by_id, dict[tuple[str, int], list[str]]()
    for block in sketch.blocks:
        if block.group in sketch.group_titles:
            members.setdefault((block.group or "", boxes[block.id].rank), []).append(block.id)
    wanted = sorted((group, sorted(ids)) for (group, _), ids in members.items() if len(ids) > 1)
    held = []
    for frame in picture.frames:
        inside = [b.id for b in picture.boxes if frame.x < b.x + b.width / 2 < frame.x + frame.width
                  and frame.y < b.y + b.height / 2 < frame.y + frame.height]  # fmt: skip
        held.append((frame.id, sorted(inside)))
        assert frame.title == sketch.group_titles[frame.id]
        heads = {block.id: block.head for block in sketch.blocks}
        assert all(boxes[key].y - heads[key] - frame.y >= TITLE - 2.001 for key in inside)
    assert sorted(held) == wanted
    assert list(frame_faults(picture)) == []


@given(sketches(), st.lists(st.sampled_from(("x", "y", None)), min_size=12, max_size=12))
def test_frames_hold_their_members_and_nobody_else(sketch: Sketch, groups: list[str | None]) -> None:
    if sketch.blocks:
        blocks = tuple(replace(block, group=group) for block, group in zip(sketch.blocks, groups, strict=False))
        sketch = replace(sketch, blocks=blocks, group_titles=TITLES)
        picture = drawn(sketch, _OPTIONS)
        _framed_well(sketch, picture)
        assert faults(picture) == []


@pytest.mark.parametrize("more", [{}, {"lanes": True, "words": 0.2, "gates": 20}])
def test_so_it_is_in_a_large_graph(more: dict[str, float]) -> None:
    sketch = web(300, 600, groups=12, **more)  # type: ignore[arg-type]  # bools and numbers, each where it belongs
    _framed_well(sketch, drawn(sketch, _OPTIONS))


def test_room_is_asked_for_above_the_first_and_below_the_last() -> None:
    sketch = Sketch(
        _grouped(("a", "x"), ("b", None), ("c", "x"), ("d", "y"), ("end", None)),
        joined("a>end", "b>end", "c>end", "d>end"), group_titles=TITLES,
    )  # fmt: skip
    plan, weft = threaded(sketch)
    place = ordered(weft, _OPTIONS)
    above, below = Frames(plan, weft, place).pads
    first, last = sorted((int(weft.item_of[i]) for i in (0, 2)), key=lambda item: int(place[item]))
    assert (np.flatnonzero(above).tolist(), np.flatnonzero(below).tolist()) == ([first], [last])
    assert (above[first], below[last]) == (TITLE, PAD)


def test_one_member_alone_has_no_frame_and_neither_has_a_group_without_a_title() -> None:
    blocks = _grouped(("a", "x"), ("b", "untold"), ("c", "untold"), ("end", "x"))
    picture = drawn(Sketch(blocks, joined("a>end", "b>end", "c>end"), group_titles=TITLES), _OPTIONS)
    assert picture.frames == ()


def test_a_group_in_two_columns_has_two_frames() -> None:
    blocks = _grouped(("a", "x"), ("b", "x"), ("c", "x"), ("d", "x"))
    picture = drawn(Sketch(blocks, joined("a>c", "b>d"), group_titles=TITLES), _OPTIONS)
    assert [(frame.id, frame.title) for frame in picture.frames] == [("x", "Company X")] * 2
    assert list(frame_faults(picture)) == []
