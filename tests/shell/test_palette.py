"""Find or run, by keys alone: it picks, runs, changes the view where it must, and never resets a filter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.shell.palette import Palette
from explorer.shell.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def typed(window: Window, words: str) -> Palette:
    window.bindings["find-or-run"].trigger()
    palette = window.palette_box
    QTest.keyClicks(palette.line, words)
    return palette


def words(palette: Palette) -> list[str]:
    return [entry.words for entry in palette.entries.rows]


def test_a_name_is_found_and_picked(window: Window) -> None:
    palette = typed(window, "chin")
    assert palette.isVisible()
    assert words(palette)[0] == "China"
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.session.selection.ids == ("china",)


def test_arrows_choose_and_esc_leaves_everything_as_it_was(window: Window) -> None:
    palette = typed(window, "ru")
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert not window.session.selection


def test_an_action_is_run(window: Window) -> None:
    palette = typed(window, "reading")
    entry = palette.entries.rows[-1]
    assert (entry.sort, entry.key, entry.kind) == ("action", "arrange-reading", "Window")
    palette.list.setCurrentIndex(palette.entries.index(len(palette.entries.rows) - 1))
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.arrangement.current == "reading"


def test_what_cannot_be_done_is_not_offered(window: Window) -> None:
    assert "undo" not in [entry.key for entry in typed(window, "undo").entries.rows]
    window.palette_box.hide()


def test_a_passage_is_picked_with_what_it_says_something_about(window: Window) -> None:
    palette = typed(window, "talks are ongoing")
    row = next(n for n, entry in enumerate(palette.entries.rows) if entry.sort == "quote")
    palette.list.clicked.emit(palette.entries.index(row))
    quote = window.session.selection.quote
    assert quote is not None
    assert "talks are ongoing" in window.session.case.quotes[quote].exact
    assert window.session.selection.ids


def test_a_phrase_of_the_text_is_looked_for_in_the_reader(window: Window) -> None:
    palette = typed(window, "getty images")
    assert [entry.sort for entry in palette.entries.rows] == ["text"]
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.reader.bar.isVisible()
    assert window.reader.bar.line.text() == "getty images"
    assert window.reader.bar.hits


def test_what_another_view_shows_is_shown_there(window: Window) -> None:
    relation = next(iter(window.session.case.relations))
    window.palette_box._reveal(relation)
    assert window.session.lens.view == "relations"
    assert window.session.selection.ids == (relation,)


def test_filters_stay_and_a_hidden_pick_is_said(window: Window) -> None:
    kind = f"actors/{window.session.case.actors['china'].kind}"
    window.session.look(window.session.lens.switched("kind", kind, on=False))
    palette = typed(window, "china")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.session.lens.filters
    assert window.session.selection.ids == ("china",)
    assert window.lensbar.show_it.isVisible()


def test_nothing_found_is_said(window: Window) -> None:
    palette = typed(window, "xyzzy")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.hide()


def test_another_case_is_indexed_anew(qtbot: QtBot, window: Window) -> None:
    typed(window, "china").hide()
    first = window.palette_box._index
    window.diagram.canvas.boxesDragged.emit({"china": (1.0, 2.0)})
    typed(window, "china").hide()
    assert window.palette_box._index is not first


def test_what_is_found_is_told_while_it_is_open_and_the_outline_keeps_its_own(window: Window) -> None:
    window.outline.filter_line.setText("russia")
    outline = window.session.found
    assert "russia" in outline
    palette = typed(window, "north kor")
    assert "north-korea" in window.session.found
    assert "north-korea" in window.diagram.canvas.look.found
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert window.session.found == outline
    window.outline.filter_line.clear()
    assert not window.session.found
    assert not window.diagram.canvas.look.found
