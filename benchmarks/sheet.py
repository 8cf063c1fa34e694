"""A drawing to be judged: the boxes, lines and labels of a picture as arrays, whichever engine made it.

In goes picture JSON, `{"boxes": [{"id", "x", "y", "width", "height", "rank"?, "part"?}], "edges": [{"id", "source",
"target", "points"}], "labels": [{"id", "x", "y", "width", "height"}]}`, out come arrays. Must not know any engine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Sheet:
    """Rectangles are rows of left, top, right, bottom; line i is `points[starts[i]:starts[i + 1]]`."""

    box_ids: tuple[str, ...]
    boxes: Floats
    #: The column of each box, and the separate part of the picture that it stands in.
    columns: Ints
    parts: Ints
    sources: Ints
    targets: Ints
    points: Floats
    starts: Ints
    labels: Floats
    #: The line that a label belongs to, -1 for none.
    label_lines: Ints

    @property
    def stacks(self) -> Ints:
        """The same number for boxes that stand in one column of one part."""
        return self.parts * (int(self.columns.max(initial=0)) + 1) + self.columns

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of everything drawn."""
        corners = np.concatenate([self.boxes[:, :2], self.boxes[:, 2:], self.labels[:, :2], self.labels[:, 2:]])
        everything = np.concatenate([corners, self.points])
        width, height = everything.max(axis=0) - everything.min(axis=0)
        return float(width), float(height)


def read(picture: Mapping[str, Any]) -> Sheet:
    """The drawing in a picture JSON; the lines of ours may also be called routes."""
    boxes, lines = picture["boxes"], picture["edges"] if "edges" in picture else picture["routes"]
    labels = picture.get("labels", ())
    row = {box["id"]: i for i, box in enumerate(boxes)}
    line = {entry["id"]: i for i, entry in enumerate(lines)}
    starts = np.zeros(len(lines) + 1, np.int64)
    np.cumsum([len(entry["points"]) for entry in lines], out=starts[1:])
    points = [point for entry in lines for point in entry["points"]]
    return Sheet(
        tuple(box["id"] for box in boxes),
        _rectangles(boxes),
        _columns(boxes),
        np.array([box.get("part", 0) for box in boxes], np.int64),
        np.array([row[entry["source"]] for entry in lines], np.int64),
        np.array([row[entry["target"]] for entry in lines], np.int64),
        np.array(points, np.float64).reshape(-1, 2),
        starts,
        _rectangles(labels),
        np.array([line.get(label["id"], -1) for label in labels], np.int64),
    )


def _columns(boxes: Sequence[Mapping[str, Any]]) -> Ints:
    """The columns that a picture tells; if it tells none, boxes with middles near each other stand in one."""
    if all("rank" in box for box in boxes):
        return np.array([box["rank"] for box in boxes], np.int64)
    middle = np.array([box["x"] + box["width"] / 2 for box in boxes])
    order = np.argsort(middle, kind="stable")
    half = np.median([box["width"] for box in boxes]) / 2
    column = np.empty(len(middle), np.int64)
    column[order] = np.cumsum(np.diff(middle[order], prepend=middle[order[:1]]) > half)
    return column


def _rectangles(areas: Sequence[Mapping[str, Any]]) -> Floats:
    corners = [(a["x"], a["y"], a["x"] + a["width"], a["y"] + a["height"]) for a in areas]
    return np.array(corners, np.float64).reshape(-1, 4)
