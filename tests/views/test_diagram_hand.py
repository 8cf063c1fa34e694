"""Gestures: rubber band, carrying boxes, nudging, panning in all its ways, pinching, connecting, menus by key."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.views.diagram.minimap import frame
from explorer.views.diagram.paint.trace import Trace
from explorer.views.diagram.view import DiagramView
from tests.views.hands import CONTROL, GROUND, LEFT, NONE, SHIFT, Open, at, click, drag, hover, move, press, release

MIDDLE = Qt.MouseButton.MiddleButton


def _picked(view: DiagramView) -> set[str]:
    return set(view.session.selection.ids)


def _drawn(view: DiagramView) -> Trace:
    return view.canvas.trace


def _put(view: DiagramView) -> tuple[str, ...]:
    return view.edits.put


def _swings(view: DiagramView) -> bool:
    return view.hand.swing.running


def _around(view: DiagramView, *boxes: str) -> tuple[QPoint, QPoint]:
    """The corners of a band on the screen that touches some boxes."""
    camera, known = view.canvas.camera, view.canvas.scene.picture.box_by_id
    left, top = min(known[key].x for key in boxes) - 4, min(known[key].y for key in boxes) - 4
    right, bottom = max(known[key].right for key in boxes) - 8, max(known[key].bottom for key in boxes) - 4
    return camera.to_screen(QPointF(left, top)).toPoint(), camera.to_screen(QPointF(right, bottom)).toPoint()


# --- picking several -----------------------------------------------------------------------------------------------


def test_a_rubber_band_picks_the_boxes_that_it_touches(diagram: Open) -> None:
    view = diagram()
    first, second, *_ = _suppliers(view)
    start, end = _around(view, first, second)
    drag(view, start, end - start, SHIFT)
    assert _picked(view) == {first, second}
    assert _drawn(view).band is None


def _suppliers(view: DiagramView) -> list[str]:
    """The boxes of the first lane from above."""
    lane = [box for box in view.canvas.scene.picture.boxes if box.lane == "supplier"]
    return [box.id for box in sorted(lane, key=lambda box: box.y)]


def test_a_rubber_band_is_seen_while_it_is_drawn_and_esc_takes_it_away(diagram: Open) -> None:
    view = diagram()
    press(view, GROUND, SHIFT)
    move(view, QPoint(120, 90))
    assert _drawn(view).band is not None
    plain = view.canvas.grab().toImage()
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert _drawn(view).band is None
    assert view.canvas.grab().toImage() != plain
    release(view, QPoint(120, 90))
    assert _picked(view) == set()


def test_with_control_a_rubber_band_adds(diagram: Open) -> None:
    view = diagram()
    click(view, "russia")
    first, second, *_ = _suppliers(view)
    start, end = _around(view, first, second)
    drag(view, start, end - start, SHIFT | CONTROL)
    assert _picked(view) == {"russia", first, second}
    drag(view, start, end - start, SHIFT)
    assert _picked(view) == {first, second}


def test_an_empty_band_picks_nothing(diagram: Open) -> None:
    view = diagram()
    click(view, "china")
    drag(view, GROUND, QPoint(8, 4), SHIFT)
    assert _picked(view) == set()


def test_shift_adds_and_takes_away_like_control(diagram: Open) -> None:
    view = diagram()
    click(view, "china")
    click(view, "russia", SHIFT)
    assert _picked(view) == {"china", "russia"}
    click(view, "china", SHIFT)
    assert _picked(view) == {"russia"}


def test_all_boxes_are_picked_but_not_what_is_hidden(diagram: Open) -> None:
    view = diagram()
    view.session.look(view.session.lens.switched("stance", "denies", on=False))
    view.picks.pick_all()
    assert _picked(view) == view.canvas.scene.picture.box_by_id.keys() - view.canvas.look.hidden
    assert "good-lethal-weapons" not in _picked(view)


# --- carrying ------------------------------------------------------------------------------------------------------


def test_all_picked_boxes_are_carried_and_one_undo_puts_them_back(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.scene.picture.box_by_id
    view.session.select("china", "russia")
    scale = view.canvas.camera.scale
    drag(view, at(view, "china"), QPoint(30, 20))
    after = view.canvas.scene.picture.box_by_id
    for key in ("china", "russia"):
        assert after[key].x == pytest.approx(before[key].x + 30 / scale, abs=0.2)
        assert after[key].y == pytest.approx(before[key].y + 20 / scale, abs=0.2)
    assert [label for label, _ in view.session.history.past] == ["Move 2 boxes"]
    view.session.undo()
    assert view.canvas.scene.picture.box_by_id == before


def test_lines_follow_a_carried_box_and_esc_puts_it_back(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.scene
    route = next(route for route in before.picture.routes if route.target == "russia")
    start = at(view, "russia")
    press(view, start)
    move(view, start + QPoint(40, 60))
    held = view.canvas.scene.picture.route_by_id[route.id]
    scale = view.canvas.camera.scale
    assert held.curve[0] == route.curve[0]
    assert held.curve[-1][0] == pytest.approx(route.curve[-1][0] + 40 / scale)
    assert held.curve[-1][1] == pytest.approx(route.curve[-1][1] + 60 / scale)
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.canvas.scene is before
    release(view, start + QPoint(40, 60))
    assert view.session.history.past == ()
    assert _picked(view) == set()


def test_another_scene_ends_a_drag(diagram: Open) -> None:
    view = diagram()
    start = at(view, "china")
    press(view, start)
    move(view, start + QPoint(40, 60))
    view.session.look(view.session.lens.switched("stance", "denies", on=False))
    shown = view.canvas.scene
    move(view, start + QPoint(80, 90))
    release(view, start + QPoint(80, 90))
    assert view.canvas.scene is shown
    assert view.session.history.past == ()


def test_arrows_with_control_and_shift_carry_what_is_picked(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.scene.picture.box_by_id["abroad"]
    view.session.select("abroad")
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, CONTROL | SHIFT)
    QTest.keyClick(view.canvas, Qt.Key.Key_Down, CONTROL | SHIFT)
    after = view.canvas.scene.picture.box_by_id["abroad"]
    assert (after.x, after.y) == pytest.approx((before.x + 10, before.y + 10), abs=0.11)
    assert len(view.session.history.past) == 2
    assert _picked(view) == {"abroad"}


def test_a_box_is_given_back_to_the_layout(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.scene.picture
    drag(view, at(view, "abroad"), QPoint(60, 40))
    assert _put(view) == ()
    view.session.select("abroad")
    assert _put(view) == ("abroad",)
    view.edits.reset()
    assert view.canvas.scene.picture == before
    assert view.session.history.undo_label == "Put Abroad, unnamed back"
    view.session.undo()
    assert view.canvas.scene.picture != before


# --- panning and zooming -------------------------------------------------------------------------------------------


def test_the_middle_button_pans_even_on_a_box(diagram: Open) -> None:
    view = diagram()
    camera = view.canvas.camera
    drag(view, at(view, "china"), QPoint(30, -20), button=MIDDLE)
    assert view.canvas.camera == camera.panned(QPointF(30, -20))
    assert view.session.history.past == ()
    assert _picked(view) == set()


def test_with_space_a_drag_pans_and_pins_nothing(diagram: Open) -> None:
    view = diagram()
    view.session.select("russia")
    camera = view.canvas.camera
    QTest.keyPress(view.canvas, Qt.Key.Key_Space)
    drag(view, at(view, "china"), QPoint(30, -20))
    QTest.keyRelease(view.canvas, Qt.Key.Key_Space)
    assert view.canvas.camera == camera.panned(QPointF(30, -20))
    assert view.session.history.past == ()
    assert not view.unpin()
    QTest.keyClick(view.canvas, Qt.Key.Key_Space)
    assert view.unpin()


def test_a_flick_swings_out_and_a_press_stops_it(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    view.set_motion(True)
    swing = view.hand.swing
    _flick(view)
    assert _swings(view)
    camera = view.canvas.camera
    qtbot.waitUntil(lambda: view.canvas.camera.x > camera.x + 1)
    press(view, GROUND)
    assert not _swings(view)
    release(view, GROUND)
    _flick(view)
    with qtbot.waitSignal(swing.rested, timeout=5000):
        pass
    assert not _swings(view)


def test_a_flick_ends_at_once_for_who_asks_for_less_motion(diagram: Open) -> None:
    view = diagram()
    view.set_motion(False)
    _flick(view)
    assert not view.hand.swing.running


def _flick(view: DiagramView) -> None:
    press(view, GROUND)
    for step in range(1, 6):
        move(view, GROUND + QPoint(step * 12, 0), time=step * 10)
    release(view, GROUND + QPoint(60, 0), time=52)


def test_a_pinch_on_a_touchpad_zooms_at_the_pointer(diagram: Open) -> None:
    view, point = diagram(), QPointF(333, 222)
    before, scale = view.canvas.camera.to_sheet(point), view.canvas.camera.scale
    for _ in range(3):
        _native(view, Qt.NativeGestureType.ZoomNativeGesture, 0.1, point)
    assert view.canvas.camera.scale == pytest.approx(scale * 1.1**3)
    assert (view.canvas.camera.to_screen(before) - point).manhattanLength() < 0.01
    _native(view, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, point)
    assert view.canvas.camera.scale == pytest.approx(scale)


def _native(view: DiagramView, sort: Qt.NativeGestureType, value: float, point: QPointF) -> None:
    event = QNativeGestureEvent(
        sort, QPointingDevice.primaryPointingDevice(), 2, point, point, view.canvas.mapToGlobal(point), value, QPointF()
    )
    QApplication.sendEvent(view.canvas, event)
    assert event.isAccepted()


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_two_fingers_pan_and_scale(diagram: Open, screen: QPointingDevice) -> None:
    view = diagram()
    canvas = view.canvas
    one, other = QPoint(300, 300), QPoint(400, 300)
    before, scale = canvas.camera.to_sheet(QPointF(350, 300)), canvas.camera.scale
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, one, canvas).press(1, other, canvas)
    touch.commit()
    touch.move(0, one + QPoint(-50, 40), canvas).move(1, other + QPoint(50, 40), canvas)
    touch.commit()
    touch.release(0, one + QPoint(-50, 40), canvas).release(1, other + QPoint(50, 40), canvas)
    touch.commit()
    assert canvas.camera.scale == pytest.approx(scale * 2)
    assert (canvas.camera.to_screen(before) - QPointF(350, 340)).manhattanLength() < 0.01
    assert _picked(view) == set()


def test_one_finger_picks_carries_and_pans(diagram: Open, screen: QPointingDevice) -> None:
    view = diagram()
    canvas, place = view.canvas, at(view, "china")
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, place, canvas)
    touch.commit()
    touch.release(0, place, canvas)
    touch.commit()
    assert _picked(view) == {"china"}
    camera = canvas.camera
    for start, by in ((GROUND, QPoint(40, 30)), (at(view, "china") + QPoint(40, 30), QPoint(20, 0))):
        touch.press(0, start, canvas)
        touch.commit()
        touch.move(0, start + by, canvas)
        touch.commit()
        touch.release(0, start + by, canvas)
        touch.commit()
    assert canvas.camera == camera.panned(QPointF(40, 30))
    assert view.session.history.undo_label == "Move China"


def test_a_double_click_on_a_box_goes_near_to_it_and_its_neighbours(diagram: Open) -> None:
    view = diagram(width=700, height=500)
    scale = view.canvas.camera.scale
    QTest.mouseDClick(view.canvas, LEFT, pos=at(view, "north-korea"))
    assert view.canvas.camera.scale > scale
    for key in ("north-korea", "good-artillery-shells"):
        assert view.canvas.rect().contains(at(view, key))


def test_zoom_to_what_is_picked_goes_farther_away_if_it_must(diagram: Open) -> None:
    view = diagram(width=700, height=500)
    view.session.select("flow-f10")
    view.canvas.zoom(4.0)
    scale = view.canvas.camera.scale
    view.zoom_to_selection()
    assert view.canvas.camera.scale < scale
    assert all(view.canvas.rect().contains(at(view, key)) for key in ("north-korea", "russia"))


# --- lines by key --------------------------------------------------------------------------------------------------


def test_keys_go_through_the_lines_of_a_box_strand_by_strand(diagram: Open) -> None:
    view = diagram()
    view.session.select("good-microelectronics")
    seen: list[tuple[str, ...]] = []
    while not seen or view.session.selection.ids not in seen:
        seen.append(view.session.selection.ids)
        view.lines.step(1)
    bundle = view.canvas.scene.graph.edge_by_id["good-microelectronics>russia"].elements
    assert bundle in seen
    assert all((key,) in seen for key in bundle)
    view.lines.step(-1)
    assert view.session.selection.ids == seen[-1]


def test_a_strand_opens_into_all_of_its_line(diagram: Open) -> None:
    view = diagram()
    bundle = view.canvas.scene.graph.edge_by_id["good-microelectronics>russia"].elements
    view.session.select(bundle[0])
    whole = view.lines.bundle
    assert len(whole) > 1
    view.lines.open()
    assert view.session.selection.ids == whole
    view.session.select("russia")
    assert view.lines.bundle == ()


def test_left_and_right_go_from_a_line_to_its_ends(diagram: Open) -> None:
    view = diagram()
    (edge,) = view.canvas.scene.graph.edges_of["transformation-f2"]
    for key, end in ((Qt.Key.Key_Left, edge.source), (Qt.Key.Key_Right, edge.target)):
        view.session.select("transformation-f2")
        QTest.keyClick(view.canvas, key)
        assert _picked(view) == {end}


# --- menus ---------------------------------------------------------------------------------------------------------


def _menu(view: DiagramView, place: QPoint | None) -> tuple[str, QPoint]:
    told: list[tuple[str, QPoint]] = []
    view.menuAsked.connect(lambda what, where: told.append((what, where)))
    reason = QContextMenuEvent.Reason.Keyboard if place is None else QContextMenuEvent.Reason.Mouse
    point = place or QPoint(0, 0)
    QApplication.sendEvent(view.canvas, QContextMenuEvent(reason, point, view.canvas.mapToGlobal(point)))
    assert len(told) == 1
    return told[0]


def test_a_menu_is_about_what_lies_there_and_picks_it_first(diagram: Open) -> None:
    view = diagram()
    for key, what in (("china", "box"), ("flow-f10", "line"), ("measure-m1", "gate")):
        assert _menu(view, at(view, key)) == (what, view.canvas.mapToGlobal(at(view, key)))
        assert _picked(view) == {key}
    assert _menu(view, GROUND)[0] == "ground"
    assert _picked(view) == {"measure-m1"}


def test_a_menu_on_one_of_several_picked_keeps_them(diagram: Open) -> None:
    view = diagram()
    view.session.select("china", "russia")
    _menu(view, at(view, "russia"))
    assert _picked(view) == {"china", "russia"}


def test_by_key_a_menu_is_about_what_is_picked(diagram: Open) -> None:
    view = diagram()
    assert _menu(view, None)[0] == "ground"
    view.session.select("russia")
    assert _menu(view, None) == ("box", view.canvas.mapToGlobal(at(view, "russia")))


# --- ports ---------------------------------------------------------------------------------------------------------


def _link(view: DiagramView, source: str, target: QPoint) -> None:
    hover(view, source)
    port = view.canvas.trace.port
    assert port is not None
    drag(view, port.toPoint(), target - port.toPoint())


def test_a_line_drawn_from_a_port_asks_what_it_is(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    asked: list[tuple[str, str]] = []
    view.canvas.connectionAsked.disconnect()
    view.canvas.connectionAsked.connect(lambda source, target: asked.append((source, target)))
    _link(view, "china", at(view, "russia"))
    _link(view, "china", GROUND)
    _link(view, "china", at(view, "china"))
    assert asked == [("china", "russia")]
    assert _drawn(view).link is None
    assert view.session.history.past == ()


def test_a_port_goes_when_its_box_goes(diagram: Open) -> None:
    view = diagram()
    steps: tuple[Callable[[], object], ...] = (
        lambda: view.canvas.zoom(1.3),
        lambda: view.canvas.pan(QPointF(20, 0)),
        view.fit,
        lambda: drag(view, at(view, "china"), QPoint(30, 30)),
        view.session.undo,
    )
    for step in steps:
        hover(view, "china")
        assert view.canvas.trace.port is not None
        step()
        assert view.canvas.trace.port is None


def test_a_port_is_shown_where_something_can_begin_only(diagram: Open) -> None:
    view = diagram()
    hover(view, "china")
    assert _drawn(view).port is not None
    hover(view, "flow-f10")
    assert _drawn(view).port is None
    hover(view, None)
    assert _drawn(view).port is None
    view.canvas.zoom(0.2 / view.canvas.camera.scale)
    hover(view, "china")
    assert _drawn(view).port is None


def test_a_click_on_a_port_is_a_click(diagram: Open) -> None:
    view = diagram()
    hover(view, "china")
    port = view.canvas.trace.port
    assert port is not None
    place = port.toPoint() - QPoint(4, 0)
    press(view, place)
    release(view, place)
    assert _picked(view) == {"china"}


def test_esc_leaves_a_drawn_line_undone(diagram: Open) -> None:
    view = diagram()
    asked: list[str] = []
    view.canvas.connectionAsked.connect(lambda *_: asked.append("asked"))
    hover(view, "china")
    port = view.canvas.trace.port
    assert port is not None
    press(view, port.toPoint(), NONE)
    move(view, at(view, "russia"))
    assert _drawn(view).link is not None
    assert _drawn(view).meets
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert _drawn(view).link is None
    release(view, at(view, "russia"))
    assert asked == []


def test_shift_and_f10_ask_for_the_menu(diagram: Open) -> None:
    view, told = diagram(), list[str]()
    view.menuAsked.connect(lambda what, _where: told.append(what))
    view.session.select("russia")
    QTest.keyClick(view.canvas, Qt.Key.Key_F10, SHIFT)
    view.session.select()
    QTest.keyClick(view.canvas, Qt.Key.Key_F10, SHIFT)
    assert told == ["box", "ground"]


def test_a_menu_ends_a_drag(diagram: Open) -> None:
    view = diagram()
    start, picture = at(view, "china"), view.canvas.scene.picture
    press(view, start)
    move(view, start + QPoint(40, 60))
    _menu(view, GROUND)
    release(view, start + QPoint(40, 60))
    assert view.canvas.scene.picture is picture
    assert view.session.history.past == ()


def test_a_wheel_turned_during_a_drag_of_the_ground_zooms_on(diagram: Open) -> None:
    view = diagram()
    camera = view.canvas.camera
    press(view, GROUND)
    move(view, GROUND + QPoint(30, 0))
    view.canvas.zoom(2.0, QPointF(GROUND))
    move(view, GROUND + QPoint(60, 0))
    release(view, GROUND + QPoint(60, 0))
    assert view.canvas.camera == camera.panned(QPointF(30, 0)).zoomed(2.0, QPointF(GROUND)).panned(QPointF(30, 0))


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS goes on by itself")
def test_a_wheel_on_a_touchpad_swings_out_when_the_fingers_leave(diagram: Open) -> None:
    view = diagram()
    view.set_motion(True)
    for time in range(0, 60, 10):
        _scroll(view, QPoint(0, 12), Qt.ScrollPhase.ScrollUpdate, time)
    _scroll(view, QPoint(), Qt.ScrollPhase.ScrollEnd, 52)
    assert _swings(view)
    press(view, GROUND)
    assert not _swings(view)
    release(view, GROUND)


def _scroll(view: DiagramView, pixels: QPoint, phase: Qt.ScrollPhase, time: int) -> None:
    point, none = QPointF(300, 300), Qt.MouseButton.NoButton
    event = QWheelEvent(
        point, view.canvas.mapToGlobal(point), pixels, pixels * 8, none, NONE, phase, False  # noqa: FBT003  Qt's own
    )  # fmt: skip
    event.setTimestamp(time)
    QApplication.sendEvent(view.canvas, event)


def test_the_minimap_leads_the_view(diagram: Open) -> None:
    view = diagram()
    view.set_minimap_visible(True)
    view.canvas.zoom(4.0)
    place = frame(view.canvas.rect().toRectF()).center().toPoint()
    sheet = view.canvas.minimap_at(QPointF(place))
    assert sheet is not None
    press(view, place)
    release(view, place)
    middle = view.canvas.camera.to_screen(sheet) - QPointF(view.canvas.rect().center())
    assert middle.manhattanLength() < 2
    assert _picked(view) == set()


def test_a_second_finger_that_comes_later_does_not_let_the_view_jump(diagram: Open, screen: QPointingDevice) -> None:
    view = diagram()
    canvas, camera = view.canvas, view.canvas.camera
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, GROUND, canvas)
    touch.commit()
    touch.move(0, GROUND + QPoint(40, 30), canvas)
    touch.commit()
    touch.stationary(0).press(1, GROUND + QPoint(140, 30), canvas)
    touch.commit()
    assert canvas.camera == camera.panned(QPointF(40, 30))
    touch.release(0, GROUND + QPoint(40, 30), canvas).release(1, GROUND + QPoint(140, 30), canvas)
    touch.commit()
    assert canvas.camera == camera.panned(QPointF(40, 30))
    assert _picked(view) == set()


def test_a_finger_on_a_box_lets_go_of_it_when_a_second_comes(diagram: Open, screen: QPointingDevice) -> None:
    view = diagram()
    canvas, place, picture = view.canvas, at(view, "china"), view.canvas.scene.picture
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, place, canvas)
    touch.commit()
    touch.move(0, place + QPoint(40, 30), canvas)
    touch.commit()
    assert canvas.scene.picture is not picture
    touch.stationary(0).press(1, place + QPoint(140, 30), canvas)
    touch.commit()
    assert canvas.scene.picture is picture
    touch.release(0, place + QPoint(40, 30), canvas).release(1, place + QPoint(140, 30), canvas)
    touch.commit()
    assert view.session.history.past == ()
