"""The list of actions: each can be found, run and read, and no two want the same keys."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.shell.actions import ACTIONS, export_to
from explorer.shell.dialogs import Sheet, shortcut_text
from explorer.shell.keysheet import shortcut_groups
from explorer.shell.window import Window
from explorer.views.kit import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def run(window: Window, key: str) -> None:
    window.bindings[key].trigger()


def test_ids_and_keys_are_used_once() -> None:
    assert [key for key, count in Counter(row.id for row in ACTIONS).items() if count > 1] == []
    for scope in ("diagram", "reader"):
        keys = [key for row in ACTIONS if row.scope in ("window", "last", scope) for key in row.keys]
        assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_key_is_one_that_a_keyboard_has() -> None:
    assert [key for row in ACTIONS for key in row.keys if QKeySequence(key).isEmpty()] == []


def test_letters_work_in_their_pane_only() -> None:
    plain = [row for row in ACTIONS for key in row.keys if len(key) == 1]
    assert {row.scope for row in plain} == {"diagram", "reader"}


def test_every_action_stands_in_a_menu(window: Window) -> None:
    found: set[str] = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert menu is not None
        found |= {action.objectName() for action in menu.actions()}  # type: ignore[attr-defined]  # stubs say QObject
    inside = {row.id for row in ACTIONS if "/" not in row.menu}
    assert inside - found == set()
    assert len(window.menuBar().actions()) <= 9


def test_everything_in_the_diagram_can_be_done_by_key() -> None:
    """By a key of its own, or through the menus, where every action stands."""
    inside = [row for row in ACTIONS if row.scope == "diagram"]
    assert inside
    assert [row.id for row in inside if not row.keys] == []
    assert [row.id for row in ACTIONS if row.context and not row.menu] == []


def test_every_action_can_be_run(window: Window) -> None:
    """None raises while something is picked; Quit is the only one after which the window is gone."""
    for row in ACTIONS:
        if row.id == "quit":
            continue
        window.session.select("china")
        row.run(window.desk)
        window.bindings.refresh()
        for dialog in (*window.findChildren(QFileDialog), *window.findChildren(Sheet)):
            dialog.close()
        window.palette_box.hide()
        assert window.isVisible(), row.id


def test_quit_closes(qtbot: QtBot, window: Window) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    run(window, "quit")
    assert not window.isVisible()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()


def test_views_are_exclusive(window: Window) -> None:
    run(window, "view-relations")
    assert window.session.lens.view == "relations"
    on = [key for key in ("view-flow", "view-relations", "view-both") if window.bindings[key].isChecked()]
    assert on == ["view-relations"]
    run(window, "view-relations")
    assert window.bindings["view-relations"].isChecked()


def test_undo_says_what_it_undoes(window: Window) -> None:
    assert not window.bindings["undo"].isEnabled()
    window.diagram.canvas.boxesDragged.emit({"china": (40.0, 60.0)})
    assert window.bindings["undo"].text() == "Undo Move China"
    run(window, "undo")
    assert not window.session.case.positions
    assert window.bindings["redo"].text() == "Redo Move China"


def test_a_name_with_markup_stays_words(window: Window) -> None:
    case = window.session.case
    china = case.actors["china"].model_copy(update={"name": "A & <img src='x'>"})
    window.session.open(replace(window.session.opened, case=case.replaced(actors={**case.actors, "china": china})))
    window.diagram.canvas.boxesDragged.emit({"china": (40.0, 60.0)})
    undo = window.bindings["undo"]
    assert undo.text() == "Undo Move A && <img src='x'>"
    assert "<img" not in undo.toolTip()
    window.session.select("china")
    assert window.trail.buttons[-1].text() == "A && <img src='x'>"
    assert "<img" not in window.trail.buttons[-1].toolTip()


def test_depth_keys_work_in_the_diagram_and_are_letters_elsewhere(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.session.select("china")
    window.diagram.setFocus()
    QTest.keyClick(window.diagram.canvas, Qt.Key.Key_2)
    assert window.session.selection.depth == 2
    line = window.outline.filter_line
    line.setFocus()
    QTest.keyClicks(line, "123f0")
    assert line.text() == "123f0"
    assert window.session.selection.depth == 2


def test_j_and_k_step_through_the_claims(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.reader.setFocus()
    QTest.keyClick(window.reader.paper, Qt.Key.Key_J)
    first = window.session.selection.quote
    assert first is not None
    QTest.keyClick(window.reader.paper, Qt.Key.Key_J)
    assert window.session.selection.quote not in (None, first)
    QTest.keyClick(window.reader.paper, Qt.Key.Key_K)
    assert window.session.selection.quote == first


def test_esc_closes_the_find_bar_first_and_clears_the_selection_then(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.session.select("china")
    run(window, "find")
    assert window.reader.bar.isVisible()
    QTest.keyClick(window.reader.bar.line, Qt.Key.Key_Escape)
    assert not window.reader.bar.isVisible()
    assert window.session.selection.ids == ("china",)
    QTest.keyClick(window.reader.paper, Qt.Key.Key_Escape)
    assert not window.session.selection


def test_esc_keeps_the_filters(qtbot: QtBot, window: Window) -> None:
    window.session.look(window.session.lens.switched("stance", "denies", on=False))
    window.session.select("china")
    QTest.keyClick(window.diagram.canvas, Qt.Key.Key_Escape)
    assert not window.session.selection
    assert window.session.lens.filters
    run(window, "clear-filters")
    assert not window.session.lens.filters


def test_side_buttons_go_back_and_forward(qtbot: QtBot, window: Window) -> None:
    window.session.select("china")
    window.session.select("russia")
    ground = QPoint(3, 3)
    QTest.mouseClick(window.diagram.canvas, Qt.MouseButton.BackButton, pos=ground)
    assert window.session.selection.ids == ("china",)
    QTest.mouseClick(window.diagram.canvas, Qt.MouseButton.ForwardButton, pos=ground)
    assert window.session.selection.ids == ("russia",)


def test_f6_goes_round_through_all_panes_in_sight(window: Window) -> None:
    window.activateWindow()
    seen: list[str] = []
    for _ in range(5):
        run(window, "next-pane")
        now = window.focusWidget()
        seen.append(next(pane.title for pane in window.panes if now and (now is pane or pane.isAncestorOf(now))))
    assert seen[0] != seen[1]
    assert {"Outline", "Flow diagram", window.inspector.title, window.reader.title} <= set(seen)
    run(window, "previous-pane")
    now = window.focusWidget()
    assert now is not None
    assert next(p.title for p in window.panes if now is p or p.isAncestorOf(now)) == seen[-2]


def test_a_citation_has_words_title_and_place(window: Window) -> None:
    claim = next(row for row in window.session.case.claims.values() if row.quotes)
    window.session.select(claim.about, quote=claim.quotes[0])
    assert window.bindings["cite"].isEnabled()
    run(window, "cite")
    copied = QGuiApplication.clipboard().text()
    quote = window.session.case.quotes[claim.quotes[0]]
    source = window.session.case.sources[quote.source]
    assert quote.exact in copied
    assert source.title in copied
    assert f"characters {quote.start:,} to {quote.end:,}" in copied


def test_without_a_passage_nothing_can_be_cited(window: Window) -> None:
    window.session.select()
    assert not window.bindings["cite"].isEnabled()


def test_the_ground_changes_everywhere_and_is_kept(window: Window) -> None:
    run(window, "theme-dark")
    assert theme.ground() == "dark"
    assert window.settings.theme == "dark"
    assert window.bindings["theme-dark"].isChecked()
    run(window, "theme-light")
    assert theme.ground() == "light"


def test_legend_and_minimap_are_kept(window: Window) -> None:
    assert window.diagram.legend.isVisible()
    run(window, "legend")
    assert not window.diagram.legend.isVisible()
    assert window.settings.legend is False
    shown = window.diagram.canvas.minimap_shown()
    run(window, "minimap")
    assert window.diagram.canvas.minimap_shown() is not shown
    assert window.settings.minimap is not shown


def test_whether_screen_readers_are_told_is_kept(window: Window) -> None:
    boxes, drawn = QAccessible.queryAccessibleInterface(window.diagram.canvas), window.diagram.canvas.scene.graph.nodes
    told = []
    for _ in range(3):
        listed = boxes.childCount() >= len(drawn)
        told.append((listed, window.settings.accessible, window.bindings["accessible"].isChecked()))
        run(window, "accessible")
    assert told == [(True, True, True), (False, False, False), (True, True, True)]


def test_the_sheet_lists_every_key_and_is_plain_text(window: Window) -> None:
    run(window, "shortcuts")
    (sheet,) = window.findChildren(Sheet)
    for row in ACTIONS:
        if row.keys:
            assert row.title in sheet.words
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == sheet.words == shortcut_text(shortcut_groups(ACTIONS))
    sheet.close()


def test_a_diagnosis_has_versions_and_no_words_of_the_case(window: Window) -> None:
    run(window, "diagnosis")
    told = QGuiApplication.clipboard().text()
    assert "PySide6" in told
    assert window.session.case.title not in told
    assert window.session.opened.place not in told
    assert "China" not in told


def test_an_export_offers_a_name_made_from_the_title(window: Window) -> None:
    window.bindings["export"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "China-Russia-and-the-sanctions-being-discussed.svg"
    dialog.reject()


def test_a_picture_is_exported_or_the_reason_is_said(window: Window, tmp_path: Path) -> None:
    folder = tmp_path
    export_to(window.desk, folder / "picture.svg")
    assert (folder / "picture.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert not window.messages.isVisible()
    export_to(window.desk, folder / "missing" / "picture.svg")
    assert window.messages.isVisible()
    assert "picture.svg" in window.messages.words.text()
    export_to(window.desk, folder / "picture.doc")
    assert ".doc" in window.messages.words.text()
