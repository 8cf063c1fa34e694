"""What the diagram costs to move: CPU a frame for pan, zoom, hover, selection and pick, at four sizes.

The real canvas at 1280 x 800, moved as the hand moves it, with real paint events; scenes made by rule. Beside it the
same scene in a QGraphicsView with an item a box and a line, and a yardstick: 300 smooth lines in the same run.
"""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLineF, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from benchmarks.graphicsview import Peer
from benchmarks.report import percentile, table
from explorer.graph.walk import neighbourhood
from explorer.layout.scene import Scene
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.content import Drawing
from explorer.views.diagram.look import Look
from explorer.views.diagram.prepared import prepared
from tests.views.big import big_scene

SIZES = (30, 1_000, 10_000, 100_000)
#: Above this the peer takes minutes to build.
PEER_MOST = 10_000
WIDTH, HEIGHT = 1280, 800
_SETTLED = 20.0
_FRAMES = 60
#: Turns of the event loop after which nothing is left to do.
_TURNS = 2_000


def main() -> None:
    """Print a row for every size and gesture, then what it costs to take a picture in."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication(["benchmarks"])
    yard = statistics.median(_yardstick() for _ in range(9))
    print(
        f"Yardstick, 300 smooth lines: {yard:.2f} ms CPU. A frame: median / p95 / longest, in ms CPU of the process.\n"
    )
    frames: list[list[str]] = []
    builds: list[list[str]] = []
    for size in SIZES:
        scene = big_scene(size)
        rows, build = _measured(scene, yard)
        frames += [[f"{size:,}", *row] for row in rows]
        builds.append([f"{size:,} / {len(scene.graph.edges):,}", *build])
    head = ["boxes", "gesture", "frame", "p95 to yardstick", "longest step between", "exact after", "peer's frame"]
    print(table(head, frames))
    print()
    head = ["boxes / lines", "worked out by a worker, ms", "shown, ms", "arrays, bytes a box", "pick, ms: median / p95"]
    print(table(head, builds))
    assert application is not None


def tails(size: int) -> dict[str, float]:
    """The slow tail (p95) of a frame of every gesture, in yardsticks of the same run."""
    application = QApplication.instance() or QApplication(["benchmarks"])
    yard = statistics.median(_yardstick() for _ in range(9))
    scene = big_scene(size)
    stage = _Stage(scene)
    found = {}
    for name, act in _Gestures(stage.canvas, scene).rows():
        act(0)
        stage.wait()
        spent, _ = stage.frames(lambda i, act=act: act(i + 1), _FRAMES)  # type: ignore[misc]  # binds the loop's gesture
        found[name] = percentile(spent, 0.95) / yard
    stage.canvas.close()
    assert application is not None
    return found


def _yardstick() -> float:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    ends = np.random.default_rng(1).random((300, 4)) * [WIDTH, HEIGHT, WIDTH, HEIGHT]
    lines = [QLineF(*row) for row in ends.tolist()]
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("black"), 1.2))
    start = time.process_time()
    painter.drawLines(lines)
    spent = (time.process_time() - start) * 1000
    painter.end()
    return spent


class _Stage:
    """A canvas whose frames and steps in between are timed apart."""

    def __init__(self, scene: Scene) -> None:
        start = time.process_time()
        scene = replace(scene, prepared=prepared(scene))
        self.prepare = (time.process_time() - start) * 1000
        self.canvas = Canvas()
        self.canvas.resize(WIDTH, HEIGHT)
        self.canvas.show()
        QCoreApplication.processEvents()
        start = time.process_time()
        self.canvas.show_scene(scene, fit=True)
        self.build = (time.process_time() - start) * 1000
        self.settled = False
        self.canvas.settled.connect(self._on_canvas_settled)
        self.canvas.update()
        self.wait()

    def _on_canvas_settled(self) -> None:
        self.settled = True

    def wait(self) -> tuple[float, float]:
        """Run the event loop until the picture is exact: CPU ms, and the longest turn."""
        self.settled = False
        start, spent, longest = time.perf_counter(), 0.0, 0.0
        while not self.settled and time.perf_counter() - start < _SETTLED:
            turn = _cpu(QCoreApplication.processEvents)
            spent, longest = spent + turn, max(longest, turn)
        return spent, longest

    def rest(self) -> None:
        """Let what can be pointed at be worked out."""
        for _ in range(_TURNS):
            QCoreApplication.processEvents()

    def frames(self, act: Callable[[int], object], count: int) -> tuple[list[float], float]:
        """So many frames, each of an act and the paint event after it; and the longest turn between two."""
        spent, longest = [], 0.0
        for i in range(count):
            spent.append(_cpu(lambda i=i: (act(i), self.canvas.repaint())))  # type: ignore[misc]  # binds the loop's number
            for _ in range(2):
                longest = max(longest, _cpu(QCoreApplication.processEvents))
        return spent, longest


def _cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def _measured(scene: Scene, yard: float) -> tuple[list[list[str]], list[str]]:
    stage = _Stage(scene)
    peer = Peer(scene, WIDTH, HEIGHT) if len(scene.picture.boxes) <= PEER_MOST else None
    rows = [_row(name, stage, act, yard, peer) for name, act in _Gestures(stage.canvas, scene).rows()]
    stage.rest()
    picks = [_cpu(lambda p=p: stage.canvas.hit_at(p)) for p in _points(80)]  # type: ignore[misc]  # binds the loop's point
    build = [
        f"{stage.prepare:.0f}", f"{stage.build:.1f}", f"{_bytes(scene) / len(scene.picture.boxes):.0f}",
        f"{statistics.median(picks):.3f} / {percentile(picks, 0.95):.3f}",
    ]  # fmt: skip
    stage.canvas.close()
    return rows, build


class _Gestures:
    """What is done to a canvas, frame by frame; frame 0 brings it where the gesture begins."""

    def __init__(self, canvas: Canvas, scene: Scene) -> None:
        self._canvas, self._middle, self._points = canvas, QPointF(WIDTH / 2, HEIGHT / 2), _points(_FRAMES)
        nodes = [node.id for node in scene.graph.nodes]
        self._box = scene.picture.boxes[len(nodes) // 2]
        # Who hangs on whom is the session's to find out; here only the painting counts.
        self._chosen = [nodes[(i * 97 + len(nodes) // 2) % len(nodes)] for i in range(_FRAMES + 1)]
        self._lit = {key: neighbourhood(scene.graph, [key], 1) for key in self._chosen}

    def rows(self) -> list[tuple[str, Callable[[int], object]]]:
        """The gestures with their names."""
        return [
            ("pan, all in view", self._pan_all), ("pan, near", self._pan_near), ("zoom at the cursor", self._zoom),
            ("hover", self._hover), ("select", self._select),
        ]  # fmt: skip

    def _near(self) -> None:
        self._canvas.zoom(1.0 / self._canvas.camera.scale, self._middle)
        self._canvas.pan(self._middle - self._canvas.camera.to_screen(QPointF(self._box.x, self._box.y)))

    def _pan_all(self, i: int) -> None:
        if i == 0:
            self._canvas.fit()
        self._pan(i)

    def _pan_near(self, i: int) -> None:
        if i == 0:
            self._near()
        self._pan(i)

    def _pan(self, i: int) -> None:
        self._canvas.pan(QPointF(14 if (i // 20) % 2 == 0 else -14, 6))

    def _zoom(self, i: int) -> None:
        self._canvas.zoom(1.2 if (i // 15) % 2 == 0 else 1 / 1.2, self._middle)

    def _hover(self, i: int) -> None:
        if i == 0:
            self._near()
        found = self._canvas.hit_at(self._points[i % len(self._points)])
        self._canvas.hover(found.id if found else None)

    def _select(self, i: int) -> None:
        self._canvas.show_look(Look(frozenset({self._chosen[i]}), self._lit[self._chosen[i]]))


def _row(name: str, stage: _Stage, act: Callable[[int], object], yard: float, peer: Peer | None) -> list[str]:
    act(0)
    stage.canvas.update()
    stage.wait()
    spent, longest = stage.frames(lambda i: act(i + 1), _FRAMES)
    exact, turn = stage.wait() if not stage.canvas.exact() else (0.0, 0.0)
    theirs = peer.frames(name) if peer else []
    return [
        name, _spread(spent), f"{percentile(spent, 0.95) / yard:.2f}", f"{max(longest, turn):.1f}", f"{exact:.0f}",
        _spread(theirs) if theirs else "-",
    ]  # fmt: skip


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.1f} / {percentile(values, 0.95):.1f} / {max(values):.1f}"


def _points(count: int) -> list[QPointF]:
    chance = np.random.default_rng(3)
    return [QPointF(x, y) for x, y in (chance.random((count, 2)) * [WIDTH, HEIGHT]).round().tolist()]


def _bytes(scene: Scene) -> float:
    """What the view keeps of a large scene for itself, beside the picture and the pixels."""
    crowd = Drawing(scene, Look()).crowd
    if crowd is None:
        return 0.0
    places, tracks = crowd.flat.places, crowd.flat.shown(frozenset()).tracks
    pieces = places.pieces
    arrays: list[NDArray[Any]] = [
        places.bounds, places.tips, places.ways, pieces.first, pieces.bounds, pieces.last, pieces.of_line,
        tracks.piece, tracks.stroke, tracks.line, tracks.count, tracks.run,
    ]  # fmt: skip
    # Two lists and a table of ids: a reference each, and what a table of Python takes for an entry.
    return sum(array.nbytes for array in arrays) + 8.0 * len(crowd.flat.nodes) + 110.0 * len(crowd.flat.edges)
