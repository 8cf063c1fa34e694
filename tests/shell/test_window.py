"""The window: what it shows at first, its arrangements, its layout kept, files dropped on it, and how it closes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel
from pytestqt.qtbot import QtBot

from explorer.session.settings import Settings
from explorer.session.state import Opened
from explorer.shell.arrangement import VERSION
from explorer.shell.faults import Faults
from explorer.shell.opening import article
from explorer.shell.start import build
from explorer.shell.window import Window
from explorer.views.kit import theme
from tests.shell.conftest import closed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def inside(window: Window, dock: QDockWidget) -> bool:
    """Whether a dock is in sight and inside the window."""
    corner = dock.mapTo(window, QPoint(0, 0))
    return dock.isVisible() and window.rect().contains(corner) and corner.x() + dock.width() <= window.width()


def test_everything_fits_at_1280_by_800(window: Window) -> None:
    assert (window.width(), window.height()) == (1280, 800)
    docks = window.docks
    assert all(inside(window, docks[key]) for key in ("outline", "inspector", "reader", "timeline"))
    assert 190 <= docks["outline"].width() <= 240
    assert 330 <= docks["inspector"].width() <= 390
    assert 110 <= docks["timeline"].height() <= 220
    assert window.diagram.canvas.height() >= 300
    assert window.diagram.canvas.width() >= 600
    assert docks["reader"].y() > docks["inspector"].y()


def test_in_a_narrow_window_the_lens_bar_stands_below_the_rest(qtbot: QtBot, window: Window) -> None:
    assert window.toolbars.lens.y() == window.toolbars.main.y()
    window.resize(1000, 800)
    qtbot.waitUntil(lambda: window.toolbars.lens.y() > window.toolbars.main.y())
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.toolbars.lens.y() == window.toolbars.main.y())


def test_the_title_names_the_case(window: Window) -> None:
    assert window.windowTitle() == f"[*]{window.session.case.title} - Sanctions Explorer"
    assert window.windowFilePath() == str(article())
    assert not window.isWindowModified()


def test_the_status_bar_counts(window: Window) -> None:
    words = [label.text() for label in window.status.figures]
    assert words[0] == f"{len(window.session.case.elements)} elements"
    assert words[-1] == "0 hidden"
    window.session.look(window.session.lens.switched("stance", "denies", on=False))
    assert window.status.figures[-1].text() != "0 hidden"


def test_a_picked_thing_is_picked_everywhere(window: Window) -> None:
    window.session.select("china")
    assert window.bindings["back"].isEnabled()
    assert window.trail.buttons[-1].text() == "China"
    assert "china" in window.diagram.canvas.look.picked


def test_the_trail_leads_back(qtbot: QtBot, window: Window) -> None:
    for key in ("china", "russia", "north-korea", "iran", "ukraine"):
        window.session.select(key)
    words = [button.text() for button in window.trail.buttons]
    assert len(words) == 4
    assert words[-1] == "Ukraine"
    QTest.mouseClick(window.trail.buttons[1], Qt.MouseButton.LeftButton)
    assert window.session.selection.ids == ("north-korea",)
    assert [button.text() for button in window.trail.buttons][-1] == "North Korea"


def test_the_trail_shows_few_whole_names_rather_than_many_with_dots(window: Window) -> None:
    for key in ("good-missile-nuclear-programs", "chinese-cnc-companies", "restricted-firms", "good-russian-weapons"):
        window.session.select(key)
    window.trail.resize(220, 28)
    shown = [button for button in window.trail.buttons if not button.isHidden()]
    assert 1 <= len(shown) < len(window.trail.buttons)
    assert shown[-1] is window.trail.buttons[-1]
    assert all(button.text() == button.property("words") for button in shown)
    window.trail.resize(60, 28)
    assert [button.isHidden() for button in window.trail.buttons[-2:]] == [True, False]


def test_a_question_chosen_by_click_frames_nothing(qtbot: QtBot, window: Window) -> None:
    window.arrangement.show("questions")
    qtbot.waitUntil(window.questions.isVisible)
    QTest.mouseClick(window.questions.cards[0], Qt.MouseButton.LeftButton)
    assert window.diagram.canvas.hasFocus()
    frame = window.diagram.canvas.grab().toImage().pixelColor(1, 100)
    assert frame == theme.colour("ground")


def test_reading_shows_the_text_large_and_marks_what_it_speaks_of(qtbot: QtBot, window: Window) -> None:
    window.session.select("china")
    narrow = window.reader.width()
    window.bindings["arrange-reading"].trigger()
    qtbot.waitUntil(lambda: window.reader.width() > narrow)
    assert window.centre.split.indexOf(window.reader) == 0
    assert window.reader.width() > window.diagram.width() > 200
    assert not window.docks["reader"].toggleViewAction().isEnabled()
    assert not window.docks["timeline"].isVisible()
    assert window.session.selection.ids == ("china",)
    window.reader.visibleChanged.emit(("russia",))
    assert window.diagram.canvas.look.marked == {"russia"}
    window.bindings["arrange-flow"].trigger()
    assert window.diagram.canvas.look.marked == frozenset()
    assert window.docks["reader"].widget() is window.reader
    qtbot.waitUntil(lambda: window.docks["timeline"].isVisible() and window.reader.isVisible())
    assert window.session.selection.ids == ("china",)


def test_a_chosen_question_goes_to_the_diagram(qtbot: QtBot, window: Window) -> None:
    window.bindings["arrange-questions"].trigger()
    assert window.questions.isVisible()
    assert not window.diagram.isVisible()
    QTest.mouseClick(window.questions.cards[0], Qt.MouseButton.LeftButton)
    assert window.arrangement.current == "flow"
    assert window.diagram.isVisible()
    assert window.session.selection.ids


def test_from_reading_to_questions_and_back_nothing_is_lost(window: Window) -> None:
    before = window.saveState(VERSION)
    for name in ("reading", "questions", "reading", "flow"):
        window.bindings[f"arrange-{name}"].trigger()
    assert window.saveState(VERSION) == before
    assert all(window.docks[key].widget() is not None for key in window.docks)


def test_reset_layout_brings_every_dock_back(qtbot: QtBot, window: Window) -> None:
    window.docks["outline"].close()
    window.docks["reader"].setFloating(True)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks["timeline"])
    window.bindings["arrange-reading"].trigger()
    window.bindings["reset-layout"].trigger()
    qtbot.waitUntil(lambda: all(inside(window, window.docks[key]) for key in ("outline", "inspector", "reader")))
    assert not window.docks["reader"].isFloating()
    assert window.dockWidgetArea(window.docks["timeline"]) == Qt.DockWidgetArea.BottomDockWidgetArea
    assert window.tabifiedDockWidgets(window.docks["timeline"]) == [window.docks["charts"]]


def test_the_layout_is_kept(qtbot: QtBot, qapp: QApplication, opened: Opened, window: Window) -> None:
    window.docks["outline"].close()
    window.bindings["arrange-reading"].trigger()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.close()
    again = build(qapp, opened, Settings(), Faults())
    again.restore()
    again.show()
    assert not again.docks["outline"].isVisible()
    assert again.docks["timeline"].isVisible()
    assert again.arrangement.current == "flow"
    closed(again)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()


def test_a_damaged_layout_is_not_taken(qtbot: QtBot, qapp: QApplication, opened: Opened) -> None:
    settings = Settings()
    settings.store_window(VERSION, QByteArray(b"garbage"), QByteArray(b"more"))
    window = build(qapp, opened, settings, Faults())
    window.restore()
    window.show()
    assert all(window.docks[key].isVisible() for key in ("outline", "inspector", "reader", "timeline"))
    closed(window)


def test_the_welcome_is_dismissed_for_good_and_can_come_back(qapp: QApplication, window: Window) -> None:
    assert window.welcome.isVisible()
    assert window.session.case.about in window.welcome.words.text()
    window.welcome.dismiss.click()
    assert not window.welcome.isVisible()
    assert Settings().welcome is False
    window.bindings["welcome"].trigger()
    assert window.welcome.isVisible()


def drop(window: Window, *urls: QUrl) -> QDropEvent:
    held = QMimeData()
    held.setUrls(list(urls))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, held, buttons, keys)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, held, buttons, keys, QEvent.Type.Drop)
    if enter.isAccepted():
        assert window.veil.isVisible()
        QApplication.sendEvent(window, event)
        assert not window.veil.isVisible()
    return event


def test_a_dropped_case_is_opened(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(article().read_bytes())
    with qtbot.waitSignal(window.session.caseChanged):
        drop(window, QUrl.fromLocalFile(str(path)))
    assert window.session.opened.place == str(path)
    assert window.settings.recent == (str(path),)


def test_another_file_is_refused_in_words(window: Window, tmp_path: Path) -> None:
    drop(window, QUrl.fromLocalFile(str(tmp_path / "report.pdf")))
    assert window.messages.words.text() == "report.pdf is not a case: drop a file that ends in .json"


def test_addresses_and_several_files_are_not_taken(window: Window, tmp_path: Path) -> None:
    before = window.session.case
    for urls in ([QUrl("https://example.org/case.json")], [QUrl.fromLocalFile("a.json"), QUrl.fromLocalFile("b.json")]):
        drop(window, *urls)
    assert window.session.case is before
    assert not window.messages.isVisible()
    assert window.jobs.busy == ()


def test_what_nobody_expected_is_one_message_and_the_window_stays(window: Window, capsys: object) -> None:
    window.desk.faults.happened.emit("Something unexpected happened (KeyError).", "Traceback ...")
    assert window.messages.isVisible()
    window.messages.copy.click()
    assert "Traceback" in QApplication.clipboard().text()
    assert window.isVisible()


def test_every_label_is_plain_text(window: Window) -> None:
    rich = [label for label in window.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert [label.text() for label in rich if label.text()] == []


def test_a_ground_that_changes_leaves_no_icon_behind(window: Window) -> None:
    light = window.bindings["open"].icon().pixmap(18, 18).toImage()
    window.bindings["theme-dark"].trigger()
    QApplication.sendPostedEvents()
    assert window.bindings["open"].icon().pixmap(18, 18).toImage() != light


def test_docks_that_stand_behind_each_other_have_tabs_for_titles(qtbot: QtBot, window: Window) -> None:
    timeline = window.docks["timeline"]
    qtbot.waitUntil(lambda: timeline.titleBarWidget() is not None)
    timeline.setFloating(True)
    qtbot.waitUntil(lambda: timeline.titleBarWidget() is None)


def test_the_middle_shows_the_sentence(window: Window) -> None:
    words = window.headline.words.text()
    assert "China" in words
    assert window.headline.height() < 70


def test_a_ring_shows_where_keys_go_only_to_who_uses_keys(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    canvas = window.diagram.canvas
    ring = theme.colour("accent")
    assert canvas.hasFocus()
    assert canvas.grab().toImage().pixelColor(1, canvas.height() // 2) != ring
    window.bindings["next-pane"].trigger()
    window.bindings["previous-pane"].trigger()
    assert canvas.hasFocus()
    assert canvas.grab().toImage().pixelColor(1, canvas.height() // 2) == ring
