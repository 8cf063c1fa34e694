"""The canvas with a kept picture: settles after every gesture, in a large scene and in a small one; minimap, titles."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.graph.walk import Neighbourhood, neighbourhood
from explorer.layout.model import Area
from explorer.layout.scene import Scene
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.excerpt import Index
from explorer.views.diagram.look import Look
from explorer.views.diagram.minimap import frame, sheet_point
from explorer.views.diagram.paint.frame import bar
from explorer.views.diagram.paint.heading import paint_headings
from explorer.views.diagram.pick import Hit, hit
from explorer.views.kit import theme
from tests.article import scene
from tests.views.big import big_scene
from tests.views.stage import on_stage

Show = Callable[[Scene], Canvas]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Show:
    """Shows a scene on a canvas and waits until it stands."""
    stages = []

    def show(made: Scene) -> Canvas:
        theme.dress(qapp, "light")
        canvas = Canvas()
        with qtbot.waitSignal(canvas.settled, timeout=10_000):
            stages.append(on_stage(qtbot, canvas, 900, 600))
            canvas.show_scene(made, fit=True)
        return canvas

    return show


def _exact(canvas: Canvas) -> bool:
    return canvas._screen.exact()


def test_a_large_scene_settles_after_every_gesture(qtbot: QtBot, shown: Show) -> None:
    canvas = shown(big_scene(300))
    assert _exact(canvas)
    gestures: list[Callable[[], None]] = [
        lambda: canvas.zoom(3.0, QPointF(300, 200)),
        lambda: canvas.pan(QPointF(400, 150)),
        lambda: canvas.pan(QPointF(1, 1)),
        lambda: canvas.zoom_to(frozenset({"b7"})),
        canvas.fit,
    ]
    for gesture in gestures:
        with qtbot.waitSignal(canvas.settled, timeout=10_000):
            gesture()
        assert _exact(canvas)


def test_while_somebody_zooms_the_old_picture_stands_in(qtbot: QtBot, shown: Show) -> None:
    canvas = shown(scene("flow"))
    with qtbot.waitSignal(canvas.settled, timeout=10_000):
        canvas.zoom(1.4, QPointF(450, 300))
        canvas.repaint()
        assert not _exact(canvas)
        assert len({canvas.grab().toImage().pixel(x, 300) for x in range(900)}) > 10
    assert _exact(canvas)


def test_nothing_is_painted_while_nothing_happens(qtbot: QtBot, shown: Show) -> None:
    canvas = shown(scene("flow"))
    qtbot.waitUntil(lambda: not canvas._screen._turns.isActive(), timeout=10_000)
    painted: list[bool] = []
    canvas.painted.connect(lambda: painted.append(True))
    with qtbot.assertNotEmitted(canvas.settled, wait=120):
        pass
    assert painted == []


def test_a_small_scene_is_exact_in_its_first_frame(qtbot: QtBot, qapp: QApplication) -> None:
    theme.dress(qapp, "light")
    canvas = Canvas()
    stage = on_stage(qtbot, canvas, 900, 600)
    canvas.show_scene(scene("flow"), fit=True)
    canvas.repaint()
    assert _exact(canvas)
    assert stage.isVisible()


def test_a_large_scene_can_be_wanted_at_once(qtbot: QtBot, shown: Show) -> None:
    canvas = shown(big_scene(120))
    canvas.show_scene(big_scene(130), fit=True, at_once=True)
    canvas.repaint()
    assert _exact(canvas)


def test_a_pick_in_a_large_scene_is_veiled_at_once(qtbot: QtBot, shown: Show) -> None:
    canvas = shown(big_scene(300))
    before = canvas.grab().toImage()
    graph = canvas.scene.graph
    with qtbot.waitSignal(canvas.settled, timeout=10_000):
        canvas.show_look(Look(frozenset({"b10"}), neighbourhood(graph, ["b10"], 1)))
        assert canvas.grab().toImage() != before
    with qtbot.waitSignal(canvas.settled, timeout=10_000):
        canvas.show_look(Look())
    assert canvas.grab().toImage() == before


def test_what_was_found_has_a_ring_of_its_own(shown: Show) -> None:
    canvas = shown(scene("flow"))
    before = canvas.grab().toImage()
    canvas.show_look(Look(found=frozenset({"china", "gone"})))
    after = canvas.grab().toImage()
    box = canvas.scene.picture.box_by_id["china"]
    place = canvas.camera.to_screen(QPointF(box.x - 7, box.y + box.height / 2)).toPoint()
    ring = {after.pixelColor(place.x() + dx, place.y()).name() for dx in (-1, 0, 1)}
    assert theme.colour("found").name() in ring
    canvas.show_look(Look())
    assert canvas.grab().toImage() == before


def test_hovering_paints_on_top_and_leaves_no_trace(shown: Show) -> None:
    canvas = shown(scene("flow"))
    before = canvas.grab().toImage()
    for key in ("china", "good-microelectronics>russia", "measure-m4@china"):
        canvas.hover(key)
        assert canvas.grab().toImage() != before, key
        canvas.hover(None)
        assert canvas.grab().toImage() == before


# --- the minimap --------------------------------------------------------------------------------------------------


def test_a_point_in_the_minimap_is_a_place_on_the_sheet(shown: Show) -> None:
    canvas = shown(big_scene(150))
    picture = canvas.scene.picture
    place = frame(QRectF(canvas.rect()))
    assert canvas.minimap_at(place.center()) is None  # all of it is in view anyway
    canvas.zoom(3.0)
    there = canvas.minimap_at(place.center())
    assert there is not None
    assert abs(there.x() - picture.width / 2) < 2
    assert abs(there.y() - picture.height / 2) < 2
    assert canvas.minimap_at(place.topLeft() - QPointF(5, 5)) is None
    canvas.minimap_wanted = False
    assert canvas.minimap_at(place.center()) is None
    assert sheet_point(Scene().picture, QRectF(0, 0, 900, 600), QPointF(850, 550)) is None


def test_the_minimap_shows_where_one_is(qtbot: QtBot, shown: Show) -> None:
    canvas = shown(big_scene(150))
    place = frame(QRectF(canvas.rect())).toRect()
    whole = canvas.grab(place).toImage()
    with qtbot.waitSignal(canvas.settled, timeout=10_000):
        canvas.zoom(4.0, QPointF(200, 300))
    assert canvas.grab(place).toImage() != whole


# --- titles, frames, excerpts ---------------------------------------------------------------------------------------


def _ink(paint: Callable[[QPainter], None]) -> int:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return sum(image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for x in range(400) for y in range(300))


def test_a_title_that_cannot_be_read_on_the_sheet_stands_at_the_edge_of_the_screen(shown: Show) -> None:
    canvas = shown(scene("flow"))
    picture, camera, screen = canvas.scene.picture, canvas.camera, QRectF(0, 0, 400, 300)
    assert _ink(lambda painter: paint_headings(painter, picture, replace(camera, scale=1.0, x=0, y=0), screen)) == 0
    assert _ink(lambda painter: paint_headings(painter, picture, replace(camera, scale=1.0, x=0, y=-200), screen)) > 300
    assert _ink(lambda painter: paint_headings(painter, picture, replace(camera, scale=0.2, x=50, y=50), screen)) > 300
    assert _ink(lambda painter: paint_headings(painter, picture, replace(camera, x=-9_000), screen)) == 0


def _framed() -> Scene:
    made = scene("flow")
    box = made.picture.box_by_id["china"]
    around = Area("supplier/CN", box.x - 8, box.y - 30, box.width + 16, box.height + 40, "China")
    return replace(made, picture=replace(made.picture, frames=(around,)))


def test_the_title_of_a_frame_is_hit_and_stands_for_no_element() -> None:
    made = _framed()
    place = bar(made.picture.frames[0])
    found = hit(made, Look(), place.left() + 2, place.center().y(), 2.0)
    assert found == Hit("frame", "supplier/CN", ())
    box = made.picture.box_by_id["china"]
    inside = hit(made, Look(), box.x + 5, box.y + box.height / 2, 2.0)
    assert inside is not None
    assert inside.id == "china"


def test_a_frame_is_painted_behind_its_boxes(shown: Show) -> None:
    plain, framed = shown(scene("flow")), shown(_framed())
    one, other = plain.grab().toImage(), framed.grab().toImage()
    assert one != other
    box = framed.scene.picture.box_by_id["china"]
    for dx in range(5, int(box.width) - 5, 3):
        place = framed.camera.to_screen(QPointF(box.x + dx, box.bottom - 6)).toPoint()
        assert one.pixel(place) == other.pixel(place)


def test_an_excerpt_holds_what_was_asked_for_in_the_order_of_the_whole() -> None:
    made = scene("flow")
    index = Index(made)
    part = Neighbourhood(
        frozenset({"russia", "china", "gone"}),
        frozenset({"good-microelectronics>russia"}),
        frozenset({"measure-m4@china"}),
    )
    some = index.excerpt(part)
    assert [box.id for box in some.picture.boxes] == [box.id for box in made.picture.boxes if box.id in part.nodes]
    assert [edge.id for edge in some.graph.edges] == ["good-microelectronics>russia"]
    assert [place.id for place in some.picture.gates] == ["measure-m4@china"]
    across = index.hovered("good-microelectronics>russia")
    assert across.nodes == {"good-microelectronics", "russia"}
    assert all(gate.endswith("@russia") for gate in across.gates)
    assert index.hovered("measure-m4@china").gates == {"measure-m4@china"}
    assert index.lit(Look(frozenset({"measure-m4"}))).gates == {
        gate.id for gate in made.graph.gates if gate.measure == "measure-m4"
    }
