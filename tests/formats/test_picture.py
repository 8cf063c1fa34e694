"""The picture as text: readable, complete, the same every time; the article's flow view as a golden file."""

import json
import os
from pathlib import Path
from typing import Any

from explorer.formats.picture import write
from explorer.layout.scene import Scene
from tests.article import scene

#: Run the tests with UPDATE_GOLDEN=1 to write the golden file anew, then read its difference before committing it.
_GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "article-flow.txt"


def _rounded(picture: dict[str, Any]) -> str:
    """The geometry to whole pixels, a thing a line."""
    rows = [f"sheet {picture['width']:.0f} x {picture['height']:.0f}"]
    for what in ("lanes", "boxes", "labels"):
        rows += [
            f"{what} {row['id']}: {row['x']:.0f} {row['y']:.0f}, {row['width']:.0f} x {row['height']:.0f}"
            for row in picture[what]
        ]
    rows += [f"gates {row['id']}: {row['x']:.0f}, {row['top']:.0f} to {row['bottom']:.0f}" for row in picture["gates"]]
    for row in picture["edges"]:
        points = [row["points"][0], row["points"][len(row["points"]) // 2], row["points"][-1]]
        rows.append(f"routes {row['id']}: {'  '.join(f'{x:.0f} {y:.0f}' for x, y in points)}")
    return "\n".join(rows) + "\n"


def test_the_articles_flow_view_is_as_it_was() -> None:
    text = _rounded(json.loads(write(scene("flow"))))
    if os.environ.get("UPDATE_GOLDEN"):
        _GOLDEN.write_text(text, encoding="utf-8")
    assert text.splitlines() == _GOLDEN.read_text(encoding="utf-8").splitlines()


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
