"""Proper cases that nobody thought of: each can be opened, looked at in every pane, clicked through and taken out.

An exception or a message of Qt on the way fails the test by itself; one window meets the cases one after the other.
"""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from explorer.case.case import Case
from explorer.shell.actions import export_to
from explorer.shell.window import Window
from tests.journeys import strange
from tests.journeys.attack import Rows, written

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

#: How long a strange case may take to open, with everything drawn; the usual one takes a tenth of it.
PATIENCE = 8.0


def opened(qtbot: QtBot, window: Window, path: Path) -> Case:
    """Open a case and have all of it drawn."""
    began = time.perf_counter()
    with qtbot.waitSignal(window.session.caseChanged, timeout=20_000):
        window.opening.open(path)
    window.timeline.build()
    window.charts.build()
    assert not window.grab().isNull()
    assert time.perf_counter() - began < PATIENCE, path.name
    assert not window.messages.isVisible(), f"{path.name}: {window.messages.words.text()}"
    return window.session.case


def ask(widget: QWidget, point: QPoint) -> None:
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, point, widget.mapToGlobal(point)))


def look_through(window: Window, case: Case, most: int = 40) -> None:
    """What a curious person does: click, hover, read, filter, search."""
    canvas = window.diagram.canvas
    for view in ("view-relations", "view-both", "view-flow"):
        window.bindings[view].trigger()
        assert not canvas.grab().isNull()
    for key in list(case.elements)[:most]:
        window.session.select(key)
        window.inspector.area.finish()
        assert window.session.selection.focus == key
        point = canvas.point_of(key)
        if point is not None:
            window.diagram.show_summary()
            QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    window.grab()
    for way in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_2):
        QTest.keyClick(canvas, way)
    for key in case.quotes:
        window.session.select(*case.elements_on(key), quote=key)
        window.reader.grab()
    for _ in range(3):
        window.reader.next_claim()
    window.reader.find()
    window.reader.bar.line.setText("china")
    window.reader.bar.close_bar()
    window.outline.tree.expandAll()
    window.outline.filter_line.setText("a")
    window.outline.grab()
    window.outline.filter_line.clear()


def look_elsewhere(window: Window) -> None:
    """Charts, questions, the text alone, the sheet of every kind."""
    for key in ("charts", "timeline"):
        window.docks[key].raise_()
        window.grab()
        for widget in window.docks[key].findChildren(QWidget):
            # What was shown when the list was made may be gone: asking lets the event loop run.
            if isValid(widget):
                ask(widget, widget.rect().center())
    for key in ("arrange-questions", "arrange-reading", "arrange-flow"):
        window.bindings[key].trigger()
        window.grab()
    for key in ("zoom-in", "zoom-out", "zoom-selection", "tidy", "undo", "cite", "clear-filters", "fit"):
        window.bindings[key].trigger()
    window.palette_box.open()
    window.palette_box.line.setText("china")
    window.palette_box.grab()
    window.palette_box.hide()


def walk(qtbot: QtBot, window: Window, cases: Mapping[str, Rows], folder: Path) -> None:
    for name, rows in cases.items():
        case = opened(qtbot, window, written(folder / f"{name}.json", rows))
        look_through(window, case)
        look_elsewhere(window)
        for suffix in ("svg", "pdf"):
            export_to(window.desk, folder / f"{name}.{suffix}")
            assert (folder / f"{name}.{suffix}").stat().st_size > 400, name
        # Whether a script can be drawn is up to the fonts of this machine; that it is told is right.
        words = window.messages.words.text()
        assert not window.messages.isVisible() or "No font here shows" in words, f"{name}: {words}"
        assert window.session.case is case or window.session.case.replaced(positions={}) == case.replaced(positions={})


def test_little_or_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    walk(qtbot, window, strange.small(), tmp_path)


def test_kinds_names_and_much_of_one_thing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    walk(qtbot, window, strange.kinds(), tmp_path)


def test_the_ends_of_time_and_numbers(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    walk(qtbot, window, strange.numbers(), tmp_path)


def test_texts(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    walk(qtbot, window, strange.texts(), tmp_path)


def test_what_is_unknown_is_told_and_still_drawn(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    case = opened(qtbot, window, written(tmp_path / "a.json", strange.kinds()["unknown kinds"]))
    told = {row.where for row in window.session.report.findings if row.code == "unknown-kind"}
    assert {"actors > china > kind", "flows > f > kind", "measures > m > history > row 1"} <= told
    assert window.session.report.broken == ()
    for key in (*case.actors, *case.goods):
        assert window.diagram.canvas.point_of(key) is not None


def test_emoji_do_not_move_what_is_lit(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    case = opened(qtbot, window, written(tmp_path / "a.json", strange.texts()["emoji before the quotes"]))
    for key, quote in case.quotes.items():
        window.session.select("f", quote=key)
        window.reader.grab()
        point = window.reader.point_of(key)
        assert point is not None, quote.exact
        assert window.reader.passage_at(point + QPoint(3, 3)) == key


def test_a_large_case_is_there_soon_and_can_be_clicked(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    case = opened(qtbot, window, written(tmp_path / "large.json", strange.large()))
    canvas = window.diagram.canvas

    def drawn(more: int, less: int) -> bool:
        return not window.desk.pipeline.drawing and more <= len(canvas.scene.picture.boxes) <= less

    qtbot.waitUntil(lambda: drawn(2, 60), timeout=20_000)  # folded at first
    window.bindings["unfold-all"].trigger()
    qtbot.waitUntil(lambda: drawn(200, 400), timeout=20_000)
    assert not canvas.minimap_shown()  # all of it is in view
    window.diagram.set_minimap_visible(False)  # a press in it is none on the box below
    began = time.perf_counter()
    for key in list(case.actors)[:12]:
        window.session.select()
        point = canvas.point_of(key)
        if point is None:  # supplies and receives nothing
            continue
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
        window.grab()
        assert window.session.selection
    canvas.zoom(4.0, QPointF(200, 200))
    window.grab()
    assert time.perf_counter() - began < PATIENCE
