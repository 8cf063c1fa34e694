"""The picture as text: readable, complete, the same every time, and enough to continue from; golden files of a few."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from explorer.formats.picture import read, write, write_picture
from explorer.formats.sketch import GraphError
from explorer.generate.make import generated
from explorer.generate.size import Size
from explorer.graph.lens import Lens
from explorer.graph.model import View
from explorer.graph.sight import first_lens
from explorer.layout.card import fixed
from explorer.layout.layered import layered
from explorer.layout.model import Sketch
from explorer.layout.picture import Options, Picture
from explorer.layout.scene import Scene, arranged
from tests.article import VIEWS, scene
from tests.layout import survey
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import scattered, web, without

#: Run the tests with UPDATE_GOLDEN=1 to write the golden files anew, then read their difference before committing it.
_GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def _rounded(picture: dict[str, Any]) -> str:
    """The geometry to whole pixels, a thing a line."""
    rows = [f"sheet {picture['width']:.0f} x {picture['height']:.0f}"]
    for what in ("lanes", "boxes", "labels", "frames"):
        rows += [
            f"{what} {row['id']}: {row['x']:.0f} {row['y']:.0f}, {row['width']:.0f} x {row['height']:.0f}"
            for row in picture[what]
        ]
    rows += [f"gates {row['id']}: {row['x']:.0f}, {row['top']:.0f} to {row['bottom']:.0f}" for row in picture["gates"]]
    for edge in picture["edges"]:
        points = [edge["points"][0], edge["points"][len(edge["points"]) // 2], edge["points"][-1]]
        rows.append(f"routes {edge['id']}: {'  '.join(f'{x:.0f} {y:.0f}' for x, y in points)}")
    return "\n".join(rows) + "\n"


def _as_it_was(made: Scene, name: str) -> None:
    text, path = _rounded(json.loads(write(made))), _GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("view", VIEWS)
def test_the_views_of_the_article_are_as_they_were(view: View) -> None:
    _as_it_was(scene(view), f"article-{view}")


def test_the_first_sight_of_a_thousand_actors_is_as_it_was() -> None:
    case = generated(Size(1_000, 100, 3_000, 1))
    made = arranged(case, first_lens(case, Lens()), fixed)
    assert len(made.picture.boxes) < 60
    _as_it_was(made, "thousand-folded")


def test_every_box_and_line_is_told_with_what_it_stands_for() -> None:
    made = scene("flow")
    told = json.loads(write(made))
    assert [box["id"] for box in told["boxes"]] == [box.id for box in made.picture.boxes]
    china = next(box for box in told["boxes"] if box["id"] == "china")
    assert (china["kind"], china["label"], china["lane"]) == ("actors", "China", "supplier")
    bundle = next(route for route in told["edges"] if route["id"] == "china>good-microelectronics")
    assert bundle["elements"] == list(made.graph.edge_by_id[bundle["id"]].elements)
    assert [lane["title"] for lane in told["lanes"]][:3] == ["Who supplies", "What", "To whom"]
    assert len(told["gates"]) == 6


def test_no_picture_is_told_too() -> None:
    told = json.loads(write(Scene()))
    assert (told["boxes"], told["edges"], told["width"]) == ([], [], 0.0)


def test_words_of_other_scripts_stay_readable() -> None:
    assert "Mölling" in write(scene("relations"))


def _told_again(picture: Picture) -> Picture:
    return read(write_picture(picture))


@given(sketches())
def test_what_is_read_is_what_was_written(sketch: Sketch) -> None:
    # The picture of nothing tells no columns, where another tells those of one part.
    picture = layered(sketch) if sketch.blocks else layered(Sketch(row("a"), ()))
    again = _told_again(picture)
    assert [(box.id, box.lane, box.rank, box.part) for box in again.boxes] == [
        (box.id, box.lane, box.rank, box.part) for box in picture.boxes
    ]
    for one, other in zip(picture.boxes, again.boxes, strict=True):
        assert (other.x, other.y, other.width, other.height) == pytest.approx(
            (one.x, one.y, one.width, one.height), abs=0.001
        )
    assert [(r.id, r.source, r.target) for r in again.routes] == [(r.id, r.source, r.target) for r in picture.routes]
    assert again.line_gap == picture.line_gap
    assert [len(columns) for columns in again.columns] == [len(columns) for columns in picture.columns]
    assert (again.width, again.height) == pytest.approx((picture.width, picture.height), abs=0.01)


@pytest.mark.parametrize(
    "sketch",
    [web(120, 220), web(150, 260, 2, lanes=True, words=0.2), web(150, 220, 3, groups=8), scattered(25)],
    ids=["plain", "laned", "grouped", "scattered"],
)
def test_what_was_written_is_enough_to_continue_from(sketch: Sketch) -> None:
    picture = layered(sketch)
    less = without(sketch, [block.id for block in sketch.blocks[::11]])
    after = layered(less, Options(previous=_told_again(picture)))
    old = picture.box_by_id
    assert max(abs(box.x - old[box.id].x) for box in after.boxes) < 0.01
    assert max(abs(box.y - old[box.id].y) for box in after.boxes) < 0.01
    assert survey.faults(after) == []


def test_a_picture_that_is_only_boxes_is_continued_too() -> None:
    sketch = web(40, 70)
    whole = json.loads(write_picture(layered(sketch)))
    bare = {"boxes": [{key: box[key] for key in ("id", "x", "y", "width", "height", "rank")} for box in whole["boxes"]]}
    after = layered(sketch, Options(previous=read(json.dumps(bare))))
    assert survey.faults(after) == []
    assert {box.id: box.rank for box in after.boxes} == {box["id"]: box["rank"] for box in bare["boxes"]}


def test_frames_and_words_are_told() -> None:
    told = json.loads(write_picture(layered(web(60, 90, groups=3, words=0.4))))
    assert {frame["title"] for frame in told["frames"]} <= {"Group 0", "Group 1", "Group 2"}
    assert told["frames"]
    assert {label["id"] for label in told["labels"]} <= {edge["id"] for edge in told["edges"]}
    assert told["labels"]


_BOX = {"id": "a", "x": 0, "y": 0, "width": 9, "height": 9}
_LINE = {"id": "e", "source": "a", "target": "a", "points": [[0, 0], [1, 1]]}


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ([], "holds no graph"),
        ({"boxes": 7}, "boxes must be a list"),
        ({"boxes": [{**_BOX, "x": "left"}]}, "boxes, row 1: x must be a number"),
        ({"boxes": [{**_BOX, "y": float("inf")}]}, "boxes, row 1: y must be a number"),
        ({"boxes": [{**_BOX, "width": -1}]}, "boxes, row 1: width must be a number"),
        ({"boxes": [{**_BOX, "rank": -1}]}, "boxes, row 1: rank must be a number"),
        ({"boxes": [_BOX, {**_BOX, "part": "first"}]}, "boxes, row 2: part must be a number"),
        ({"edges": [{**_LINE, "points": []}]}, "edges, row 1: points must be a list of two or more points"),
        ({"edges": [{**_LINE, "points": [[0, 0], [1]]}]}, "edges, row 1: a point must be a list of two numbers"),
        ({"edges": [{**_LINE, "points": [[0, 0], [1, None]]}]}, "edges, row 1: y must be a number"),
        ({"edges": [{**_LINE, "source": 1}]}, "edges, row 1: source must be a text"),
        ({"columns": [[[0]]]}, "columns: a point must be a list of two numbers"),
        ({"width": "wide"}, "width: width must be a number"),
    ],
)
def test_a_picture_that_cannot_be_read_is_said_in_one_line(whole: object, said: str) -> None:
    with pytest.raises(GraphError) as caught:
        read(json.dumps(whole))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("strange", [{"rank": 900}, {"part": 5}, {"x": -9e6}, {"width": 0, "height": 0}])
def test_strange_places_in_a_picture_before_do_no_harm(strange: dict[str, float]) -> None:
    sketch = Sketch(row("a", "b"), joined("a>b"))
    told = json.loads(write_picture(layered(sketch)))
    told["boxes"][0] |= strange
    after = layered(sketch, Options(previous=read(json.dumps(told))))
    assert survey.faults(after) == []
    assert sorted(after.box_by_id) == ["a", "b"]
