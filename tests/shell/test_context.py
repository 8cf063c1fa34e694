"""Context menus: what can be done with a box, a line, a gate, a frame, the ground, made from the list of actions."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer.shell.actions import ACTIONS
from explorer.shell.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _ids(window: Window, place: str) -> list[str]:
    return [row.id for row in window._context.rows(place)]


def test_every_place_has_something_to_do_first_what_is_nearest(window: Window) -> None:
    window.session.select("china")
    box = _ids(window, "box")
    assert box[:3] == ["show-claims", "summary", "pin"]
    assert {"depth-1", "depth-2", "depth-3", "depth-all", "zoom-selection", "connect", "cite"} <= set(box)
    assert "reset-box" not in box
    assert {"fit", "tidy", "pick-all", "view-flow", "view-relations"} <= set(_ids(window, "ground"))
    window.session.select("measure-m1")
    assert "show-claims" in _ids(window, "gate")
    window.session.select("flow-f10")
    assert {"show-claims", "next-line"} <= set(_ids(window, "line"))
    assert "fit" in _ids(window, "frame")


def test_what_cannot_be_done_is_left_out(window: Window) -> None:
    window.session.select("china")
    window.diagram.canvas.boxesDragged.emit({"china": (40.0, 60.0)})
    assert "reset-box" in _ids(window, "box")
    window.session.select()
    assert _ids(window, "gate") == []


def test_every_action_of_a_context_menu_stands_in_a_menu_of_the_window_too() -> None:
    assert all(row.menu for row in ACTIONS if row.context)


def test_a_right_click_opens_it_and_a_row_does_it(window: Window, qtbot: QtBot) -> None:
    canvas = window.diagram.canvas
    place = canvas.point_of("china")
    assert place is not None
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.mapToGlobal(place))
    QApplication.sendEvent(canvas, event)
    menu = _open_menu()
    assert window.session.selection.ids == ("china",)
    (row,) = [action for action in menu.actions() if action.objectName() == "depth-1"]
    row.trigger()
    assert window.session.selection.depth == 1
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_where_nothing_can_be_done_no_menu_comes(window: Window) -> None:
    window.session.select()
    window.diagram.menuAsked.emit("gate", QPoint(10, 10))
    assert QApplication.activePopupWidget() is None


def _open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
