"""Counts on lines: those that have room beside each other, the larger first, and none that cannot be read."""

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from explorer.graph.model import Edge, Graph
from explorer.layout.lazy import marks
from explorer.layout.model import Point, Route
from explorer.layout.picture import Picture
from explorer.layout.scene import Scene
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.count import COUNTED, HALF, counted, half_at, paint_count, rooms


def _scene(marks: list[tuple[Point | None, int]]) -> Scene:
    edges, routes = [], []
    for i, (mark, count) in enumerate(marks):
        edges.append(Edge(f"e{i}", "a", "b", tuple(f"f{i}-{k}" for k in range(count)), "flow", "good-electronics"))
        routes.append(Route(f"e{i}", "a", "b", ((0, 0), (1, 0), (2, 0), (3, 0)), mark))
    return Scene(Graph("flow", (), tuple(edges)), Picture((), tuple(routes)))


def _shown(scene: Scene, scale: float) -> set[str]:
    return {edge.id for edge in counted(scene.graph.edges, rooms(scene, marks(scene.picture.routes)), scale)}


def test_the_larger_count_keeps_its_place() -> None:
    scene = _scene([((0, 0), 2), ((0, 10), 9), ((0, 40), 2), (None, 5), ((0, 80), 1)])
    assert _shown(scene, 1.0) == {"e1", "e2"}


def test_of_a_close_row_every_second_one_is_counted() -> None:
    scene = _scene([((0, 10.0 * i), 3) for i in range(6)])
    assert _shown(scene, 1.0) == {"e0", "e2", "e4"}


def test_no_two_counts_touch_and_what_is_shown_far_is_shown_near() -> None:
    scene = _scene([((7.0 * (i % 9), 5.0 * (i * 7 % 31)), 2 + i % 120) for i in range(200)])
    before: set[str] = set()
    for scale in (COUNTED, 0.6, 0.7, 0.85, 1.0, 3.0):
        now = _shown(scene, scale)
        assert before <= now
        marks = [scene.picture.route_by_id[key].mark or (0.0, 0.0) for key in sorted(now)]
        for (ax, ay), (bx, by) in combinations(marks, 2):
            assert max(abs(ax - bx), abs(ay - by)) >= 2 * half_at(scale)
        before = now
    assert before


def test_what_cannot_be_read_is_left_out() -> None:
    scene = _scene([((0, 0), 2)])
    assert not _shown(scene, COUNTED * 0.9)
    assert half_at(COUNTED) > HALF == half_at(2.0)


def test_a_wide_count_keeps_wide_ones_away() -> None:
    assert _shown(_scene([((0, 0), 120), ((20, 0), 110)]), 1.0) == {"e0"}
    assert _shown(_scene([((0, 0), 12), ((20, 0), 11)]), 1.0) == {"e0", "e1"}


def test_an_opened_bundle_has_no_count(qapp: QApplication) -> None:
    scene = _scene([((20, 20), 3)])
    edge = scene.graph.edges[0]

    def ink(look: Look) -> int:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_count(painter, edge, (20, 20), look)
        painter.end()
        return sum(image.pixelColor(x, y).lightness() < 200 for x in range(40) for y in range(40))

    assert ink(Look()) > 20
    assert ink(Look(opened=frozenset({"e0"}))) == 0
    assert ink(Look(hidden=frozenset({"f0-0", "f0-1"}))) == 0
