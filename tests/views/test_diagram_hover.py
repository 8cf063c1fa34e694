"""The hover card: it comes when the pointer rests, stays, can be pointed at and dismissed, and covers nothing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.views.diagram.hovercard import placed
from explorer.views.diagram.view import DiagramView
from explorer.views.kit.cards import Link
from tests.views.hands import GROUND, Open, at, hover, move, press, release


def _words(view: DiagramView) -> str:
    labels = view.hovering.card.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def _seen(view: DiagramView) -> bool:
    return view.hovering.card.isVisible()


def test_it_comes_when_the_pointer_rests_and_goes_when_it_leaves(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    hover(view, "china")
    assert not _seen(view)
    qtbot.waitUntil(lambda: _seen(view))
    assert "China" in _words(view)
    hover(view, None)
    qtbot.waitUntil(lambda: not _seen(view))


def test_it_says_what_the_inspector_says(diagram: Open) -> None:
    view = diagram()
    wanted = {
        "russia": ("Russia", "State", "1 claim", "“Russia has become", "article"),
        "flow-f10": ("North Korea → Artillery shells → Russia", "claim", "“"),
        "measure-m1": ("anctions", "claim", "“"),
    }
    for key, parts in wanted.items():
        view.hovering.dismiss()
        view.session.select(key)
        view.show_summary()
        assert _seen(view), key
        assert [part for part in parts if part not in _words(view)] == [], key


def test_of_a_bundle_it_names_the_flows(diagram: Open) -> None:
    view = diagram()
    edge = view.canvas.scene.graph.edge_by_id["good-microelectronics>russia"]
    route = view.canvas.scene.picture.route_by_id[edge.id]
    assert route.mark is not None
    point = view.canvas.camera.to_screen(QPointF(*route.mark))
    found = view.canvas.hit_at(point)
    assert found is not None
    assert view.hovering.show(found, point)
    assert f"{len(edge.elements)} flows" in _words(view)
    assert "China → Microelectronics → Russia" in _words(view)


def test_it_never_covers_what_it_is_about(diagram: Open) -> None:
    for width, height in ((1300, 850), (700, 420)):
        view = diagram(width=width, height=height)
        for node in view.canvas.scene.graph.nodes:
            view.hovering.dismiss()
            view.session.select(node.id)
            view.show_summary()
            assert _seen(view), node.id
            box = view.canvas.scene.picture.box_by_id[node.id]
            frame = view.canvas.camera.transform().mapRect(QRect(0, 0, 0, 0).toRectF())
            frame.setTopLeft(view.canvas.camera.to_screen(QPointF(box.x, box.y)))
            frame.setBottomRight(view.canvas.camera.to_screen(QPointF(box.right, box.bottom)))
            corner = view.canvas.mapTo(view.window(), frame.topLeft().toPoint())
            assert not view.hovering.card.geometry().intersects(QRect(corner, frame.size().toSize()))
            assert view.window().rect().contains(view.hovering.card.geometry())


def test_the_pointer_can_go_onto_it(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    hover(view, "china")
    qtbot.waitUntil(lambda: _seen(view))
    hover(view, None)
    assert view.hovering._grace.isActive()
    inside = QPointF(10, 10)
    QApplication.sendEvent(view.hovering.card, QEnterEvent(inside, inside, inside))
    assert not view.hovering._grace.isActive()
    assert _seen(view)
    QApplication.sendEvent(view.hovering.card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not _seen(view))


def test_esc_dismisses_it_and_it_does_not_come_back_by_itself(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    hover(view, "china")
    qtbot.waitUntil(lambda: _seen(view))
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert not _seen(view)
    move(view, at(view, "china") + QPoint(2, 0), Qt.MouseButton.NoButton)
    assert not view.hovering._wait.isActive()
    hover(view, None)
    hover(view, "china")
    assert view.hovering._wait.isActive()
    view.hovering.dismiss()


def test_a_click_elsewhere_a_wheel_and_a_new_scene_dismiss_it(diagram: Open) -> None:
    view = diagram()
    for leave in (
        lambda: press(view, GROUND),
        lambda: view.hand.take(_wheel(view)),
        lambda: view.session.look(view.session.lens.switched("stance", "denies", on=False)),
    ):
        view.session.select("china")
        view.show_summary()
        assert _seen(view)
        leave()
        assert not _seen(view)
        release(view, GROUND)


def _wheel(view: DiagramView) -> QWheelEvent:
    point, none = QPointF(GROUND), Qt.MouseButton.NoButton
    return QWheelEvent(
        point, view.canvas.mapToGlobal(point), QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's own signature
    )  # fmt: skip


def test_the_key_shows_and_hides_it(diagram: Open) -> None:
    view = diagram()
    view.session.select("china")
    view.show_summary()
    assert _seen(view)
    view.show_summary()
    assert not _seen(view)


def test_without_a_place_for_it_the_inspector_is_asked(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    view.session.select("china")
    view.canvas.zoom_to(frozenset({"china"}))
    view.canvas.zoom(4.0)
    view.window().resize(420, 260)
    view.resize(420, 260)
    view.canvas.reveal("china")
    with qtbot.waitSignal(view.cardAsked, timeout=1000):
        view.show_summary()
    assert not _seen(view)


def test_show_claims_picks_it_and_asks_for_the_card(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    view.session.select("russia")
    view.show_summary()
    view.session.select()
    (link,) = [one for one in view.hovering.card.findChildren(Link) if one.isVisible()]
    with qtbot.waitSignal(view.cardAsked, timeout=1000):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert view.session.selection.ids == ("russia",)
    assert not _seen(view)


@pytest.mark.parametrize(
    ("clear", "corner"),
    [
        (QRect(20, 20, 50, 20), QPoint(20, 48)),  # below
        (QRect(20, 150, 50, 20), QPoint(20, 82)),  # above
        (QRect(20, 60, 50, 100), QPoint(78, 60)),  # right
        (QRect(120, 60, 50, 100), QPoint(12, 60)),  # left
        (QRect(8, 8, 184, 184), None),
    ],
)
def test_it_lies_below_above_right_or_left(clear: QRect, corner: QPoint | None) -> None:
    assert placed(QSize(100, 60), clear, QRect(0, 0, 200, 200)) == corner


def test_a_room_that_is_too_small_has_no_place() -> None:
    assert placed(QSize(100, 60), QRect(0, 0, 1, 1), QRect(0, 0, 90, 300)) is None
