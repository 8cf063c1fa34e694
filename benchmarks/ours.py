"""Our layout as it is measured: in this process, and through the command as anybody would run it.

In goes a graph as JSON, out come a drawing to be judged and what it took. Must not know any peer.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.graphs import Graph
from benchmarks.sheet import Floats, Ints, Sheet, read
from explorer.formats import sketch
from explorer.layout.layered import layered
from explorer.layout.model import Area, Box, Sketch
from explorer.layout.picture import Options, Picture

#: Straight pieces for each curved one.
_PIECES = 10


@dataclass(frozen=True)
class Ran:
    """What the command wrote, and the milliseconds from its start to its end."""

    text: str
    wall: float
    cpu: float

    def sheet(self) -> Sheet:
        """The drawing that it wrote."""
        return read(json.loads(self.text))


def sketch_of(graph: Graph) -> Sketch:
    """The graph as the layout takes it, read as the command reads it."""
    return sketch.read(json.dumps(graph))


def timed(drawn: Sketch, options: Options | None = None) -> tuple[Picture, float, float]:
    """The picture of a sketch and the wall and CPU milliseconds that it took."""
    options = options or Options()
    wall, cpu = time.perf_counter(), time.process_time()
    picture = layered(drawn, options)
    return picture, (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def by_command(graph: Graph, previous: str | None = None, *, seed: str = "0") -> Ran:
    """Run `sanctions-explorer layout` on the graph, close to a picture before if there is one, with a hash seed."""
    with TemporaryDirectory() as folder:
        there, here, before = (Path(folder) / name for name in ("graph.json", "picture.json", "previous.json"))
        there.write_text(json.dumps(graph), encoding="utf-8")
        words = [sys.executable, "-m", "explorer", "layout", str(there), "-o", str(here)]
        if previous is not None:
            before.write_text(previous, encoding="utf-8")
            words += ["--previous", str(before)]
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        cpu, wall = _cpu(), time.perf_counter()
        subprocess.run(words, check=True, env=env | {"PYTHONHASHSEED": seed}, capture_output=True)
        wall, cpu = time.perf_counter() - wall, _cpu() - cpu
        return Ran(here.read_text(encoding="utf-8"), wall * 1000, cpu * 1000)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def sheet_of(picture: Picture) -> Sheet:
    """A picture as a drawing to be judged."""
    row = {box.id: i for i, box in enumerate(picture.boxes)}
    strokes = picture.strokes
    points, starts = _flat(strokes.points, strokes.starts)
    line, sources, targets = {}, [], []
    for i, route in enumerate(picture.routes):
        line[route.id] = i
        sources.append(row[route.source])
        targets.append(row[route.target])
    ends = np.array(sources, np.int64), np.array(targets, np.int64)
    owners = np.array([line[label.id] for label in picture.labels], np.int64)
    columns, parts = np.array([(box.rank, box.part) for box in picture.boxes], np.int64).reshape(-1, 2).T
    labels = _rectangles(picture.labels), owners
    return Sheet(tuple(row), _rectangles(picture.boxes), columns, parts, *ends, points, starts, *labels)


def _flat(control: Floats, starts: Ints) -> tuple[Floats, Ints]:
    """Curves as straight pieces: `_PIECES` for each cubic one."""
    line = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    place = np.arange(len(control)) - starts[line]
    begins = np.flatnonzero((place % 3 == 0) & (np.arange(len(control)) < starts[line + 1] - 1))
    t = np.arange(1, _PIECES + 1)[:, None] / _PIECES
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    bends = sum(w * control[begins + i][:, None, :] for i, w in enumerate(weights))
    firsts = control[starts[:-1]]
    count = 1 + _PIECES * np.bincount(line[begins], minlength=len(firsts))
    flat_starts = np.concatenate([[0], np.cumsum(count)])
    points = np.empty((int(flat_starts[-1]), 2))
    first = np.zeros(len(points), bool)
    first[flat_starts[:-1]] = True
    points[first], points[~first] = firsts, np.asarray(bends).reshape(-1, 2)
    return points, flat_starts


def _rectangles(areas: Sequence[Box | Area]) -> Floats:
    corners: list[Any] = [(a.x, a.y, a.x + a.width, a.y + a.height) for a in areas]
    return np.array(corners, np.float64).reshape(-1, 4)
