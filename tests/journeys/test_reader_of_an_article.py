"""What a first-time reader does with the article: look, click, follow a claim to its words, and find the way back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.shell.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def click(window: Window, element: str) -> None:
    """Click an element in the diagram, where its box or line is."""
    point = window.diagram.canvas.point_of(element)
    assert point is not None
    QTest.mouseClick(window.diagram.canvas, Qt.MouseButton.LeftButton, pos=point)


def test_the_first_ten_seconds(window: Window) -> None:
    """No dialog, no empty canvas: the case is drawn, summed up, and says where it comes from."""
    assert QApplication.activeModalWidget() is None
    assert len(window.diagram.canvas.scene.picture.boxes) >= 10
    assert window.headline.words.text()
    assert window.welcome.words.text()
    assert window.diagram.legend.isVisible()
    assert not window.messages.isVisible()


def test_one_click_lights_the_chain_and_the_words(window: Window) -> None:
    before = window.diagram.canvas.scene
    click(window, "china")
    assert window.session.selection.focus == "china"
    assert window.diagram.canvas.scene is before  # nothing moved
    look = window.diagram.canvas.look
    assert look.lit is not None
    assert "china" in look.picked
    assert "russia" in look.lit.nodes
    assert window.trail.buttons[-1].text() == "China"


def test_every_claim_of_a_line_is_two_clicks_from_its_words(qtbot: QtBot, window: Window) -> None:
    case = window.session.case
    flow = next(key for key in case.flows if case.quotes_of(key))
    click(window, flow)
    assert flow in window.session.selection.ids
    quote = case.quotes_of(flow)[0]
    window.session.select(flow, quote=quote.id)
    qtbot.waitUntil(lambda: quote.id in window.reader.visible_quotes())


def test_from_the_words_to_the_diagram(qtbot: QtBot, window: Window) -> None:
    quote = window.session.case.quotes_of("russia")[0].id
    window.session.select("russia", quote=quote)
    qtbot.waitUntil(lambda: quote in window.reader.visible_quotes())
    window.session.select()
    point = window.reader.point_of(quote)
    assert point is not None
    QTest.mouseClick(window.reader.paper.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(2, 2))
    assert window.session.selection.quote is not None
    assert window.session.selection.ids


def test_without_a_mouse(qtbot: QtBot, window: Window) -> None:
    """Find a name, walk along the flows, grow the neighbourhood, go back, leave."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.palette_box
    qtbot.waitUntil(palette.isVisible)
    QTest.keyClicks(palette.line, "china")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.session.selection.ids == ("china",)
    canvas = window.diagram.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    good = window.session.selection.focus
    assert good in window.session.case.goods
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert window.session.selection.depth == 1
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.ids == ("china",)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not window.session.selection


def test_a_box_moved_by_mistake_is_put_back(window: Window) -> None:
    canvas = window.diagram.canvas
    place = canvas.scene.picture.box_by_id["china"]
    start = canvas.point_of("china")
    assert start is not None
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(30, 40))
    QTest.mouseMove(canvas, start + QPoint(40, 60))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 60))
    assert window.session.case.positions
    assert window.bindings["undo"].text() == "Undo Move China"
    window.bindings["undo"].trigger()
    assert canvas.scene.picture.box_by_id["china"] == place


def test_filtering_moves_nothing_and_says_what_it_hides(window: Window) -> None:
    before = window.diagram.canvas.scene.picture
    window.session.look(window.session.lens.switched("stance", "denies", on=False))
    assert window.diagram.canvas.scene.picture is before
    assert not window.status.figures[-1].text().startswith("0 ")
    window.bindings["clear-filters"].trigger()
    assert window.status.figures[-1].text() == "0 hidden"


def test_everything_that_can_be_pressed_has_a_name(window: Window) -> None:
    def named(widget: QWidget) -> bool:
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        return bool(widget.accessibleName() or words)

    ours = [w for w in window.findChildren(QWidget) if isinstance(w, QAbstractButton | QLineEdit) and w.isVisible()]
    # Qt names the buttons of its own docks, toolbars and menus itself.
    ours = [w for w in ours if not w.objectName().startswith("qt_")]
    assert len(ours) > 12
    assert [f"{w.metaObject().className()} in {w.parent()}" for w in ours if not named(w)] == []
