"""Folding in the real window: a large case opens folded, grows by steps, folds again, and always says how much."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.case.check import check
from explorer.graph.lens import Lens
from explorer.graph.model import Graph
from explorer.graph.sight import all_folded, first_lens
from explorer.session.settings import Settings
from explorer.session.state import Opened
from explorer.shell import folding
from explorer.shell.dialogs import Question
from explorer.shell.faults import Faults
from explorer.shell.start import build
from explorer.shell.window import Window
from explorer.views.diagram.paint.legend import entries
from explorer.views.kit import theme
from explorer.views.kit.cards import Chip, Link
from tests.crowd import crowd
from tests.shell.conftest import article_opened, closed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CASE = crowd()
OPENED = Opened(CASE, check(CASE), "", first_lens(CASE, Lens()))
CHINA, RUSSIA = "fold:supplier/country:CN", "fold:recipient/country:RU"


@pytest.fixture
def opened() -> Opened:
    return OPENED


def graph(window: Window) -> Graph:
    return window.desk.pipeline.scene.graph


Wait = Callable[[], None]


@pytest.fixture
def wait(qtbot: QtBot, window: Window) -> Wait:
    """Waits for what is being drawn; a case of this size is drawn by a worker."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not window.desk.pipeline.drawing, timeout=20_000)

    wait()
    return wait


@pytest.fixture
def run(window: Window, wait: Wait) -> Callable[[str], None]:
    """Runs an action that can be run now, and waits for what it draws."""

    def run(key: str) -> None:
        assert window.bindings[key].isEnabled(), key
        window.bindings[key].trigger()
        wait()

    return run


def test_a_large_case_opens_folded_and_says_so(window: Window, wait: Wait) -> None:
    assert CHINA in graph(window).members
    drawn = [node for node in graph(window).nodes if not node.count]
    assert window.status.seen.text() == f"{len(drawn)} of 406 boxes shown, {406 - len(drawn)} folded"
    assert window.status.seen.isVisible()
    assert {box.id for box in window.diagram.canvas.scene.picture.boxes} == graph(window).node_by_id.keys()


def test_a_small_case_says_nothing_of_folds(window: Window, wait: Wait) -> None:
    window.session.open(article_opened())
    wait()
    assert window.status.seen.text() == ""
    for key in ("show-more", "fold", "unfold", "unfold-all"):
        assert not window.bindings[key].isEnabled()


def test_a_picked_fold_shows_twelve_more(window: Window, run: Callable[[str], None]) -> None:
    window.session.select(CHINA)
    hidden = len(graph(window).members[CHINA])
    assert window.bindings["show-more"].text() == f"Show 12 more ({hidden} hidden)"
    run("show-more")
    assert len(graph(window).members[CHINA]) == hidden - 12
    assert window.session.selection.ids == (CHINA,)
    assert window.bindings["show-more"].text() == f"Show 12 more ({hidden - 12} hidden)"


def test_enter_and_a_double_click_on_a_fold_show_twelve_more(window: Window, wait: Wait) -> None:
    canvas = window.diagram.canvas
    before = len(graph(window).members[CHINA])
    window.session.select(CHINA)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    wait()
    assert len(graph(window).members[CHINA]) == before - 12
    window.diagram.fit()
    point = canvas.point_of(CHINA)
    assert point is not None
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    wait()
    assert len(graph(window).members[CHINA]) == before - 24


def test_the_keys_of_the_diagram_grow_and_fold(window: Window, wait: Wait) -> None:
    canvas = window.diagram.canvas
    canvas.setFocus()
    window.session.select(CHINA)
    before = len(graph(window).members[CHINA])
    QTest.keyClick(canvas, Qt.Key.Key_Period)
    wait()
    assert len(graph(window).members[CHINA]) == before - 12
    QTest.keyClick(canvas, Qt.Key.Key_U)
    wait()
    assert CHINA not in graph(window).members
    window.session.select("a0")
    assert window.bindings["fold"].text() == "Fold China"
    QTest.keyClick(canvas, Qt.Key.Key_Comma)
    wait()
    assert len(graph(window).members[CHINA]) == 50
    assert window.session.selection.ids == (CHINA,)


def test_a_fold_takes_in_again_whom_it_let_out(window: Window, run: Callable[[str], None], wait: Wait) -> None:
    window.session.look(all_folded(CASE, window.session.lens))
    wait()
    window.session.select(CHINA)
    assert not window.bindings["fold"].isEnabled()
    run("show-more")
    assert window.bindings["fold"].text() == "Fold China"
    run("fold")
    assert len(graph(window).members[CHINA]) == 50
    assert window.session.selection.ids == (CHINA,)


def test_who_is_folded_can_be_picked_and_comes_out(window: Window, run: Callable[[str], None]) -> None:
    member = graph(window).members[CHINA][-1]
    window.session.select(member)
    lit = window.diagram.canvas.look.lit
    assert lit is not None
    assert CHINA in lit.nodes
    assert CHINA in window.diagram.canvas.look.picked
    assert window.bindings["show-more"].text() == f"Show {CASE.actors[member].name} by itself"
    run("show-more")
    assert member in graph(window).node_by_id
    assert window.session.selection.ids == (member,)


def test_the_neighbours_of_a_box_come_out(window: Window, run: Callable[[str], None]) -> None:
    good = next(node.id for node in graph(window).nodes if node.table == "goods")
    window.session.select(good)
    before = len(graph(window).nodes)
    words = window.bindings["show-more"].text()
    assert "more neighbour" in words
    run("show-more")
    assert len(graph(window).nodes) > before
    assert window.bindings["show-more"].text() != words


def test_an_opened_fold_is_no_longer_picked_and_back_folds_it_again(window: Window, run: Callable[[str], None]) -> None:
    first = window.session.lens
    window.session.select(CHINA)
    run("unfold")
    assert not window.session.selection
    run("back")
    assert window.session.lens == first
    assert window.session.selection.ids == (CHINA,)
    run("forward")
    assert CHINA not in graph(window).members


def test_undo_does_not_fold(window: Window, run: Callable[[str], None]) -> None:
    window.session.select(CHINA)
    run("show-more")
    assert not window.bindings["undo"].isEnabled()


def test_a_fold_can_be_dragged_and_is_put_back_by_undo(window: Window, run: Callable[[str], None], wait: Wait) -> None:
    window.diagram.canvas.boxesDragged.emit({CHINA: (5.0, 6.0)})
    wait()
    box = window.diagram.canvas.scene.picture.box_by_id[CHINA]
    assert (box.x, box.y) == (5.0, 6.0)
    assert window.bindings["undo"].text().startswith("Undo Move China")
    run("undo")


def test_grouping_by_something_else(window: Window, run: Callable[[str], None]) -> None:
    assert window.bindings["group-country"].isChecked()
    run("group-kind")
    assert "fold:supplier/kind:actors.company" in graph(window).members
    assert window.bindings["group-kind"].isChecked()
    run("fold-all")
    assert window.status.seen.text() == "0 of 406 boxes shown, 406 folded"
    run("unfold-all")
    assert graph(window).members == {}
    run("group-none")
    assert window.session.lens.grouped == ""


def test_a_small_case_is_framed_and_a_click_on_a_frame_folds_it(
    window: Window, run: Callable[[str], None], wait: Wait
) -> None:
    window.session.open(article_opened())
    wait()
    run("group-kind")
    frames = {node.group for node in graph(window).nodes if node.group}
    assert frames
    key = sorted(filter(None, frames))[0]
    window.diagram.foldAsked.emit(key)
    wait()
    assert f"fold:{key}" in graph(window).members
    assert window.session.selection.ids == (f"fold:{key}",)


def test_too_much_at_once_is_asked_about_first(
    window: Window, monkeypatch: pytest.MonkeyPatch, run: Callable[[str], None], wait: Wait
) -> None:
    monkeypatch.setattr(folding, "GUARD", 100)
    first = window.session.lens
    run("unfold-all")
    (question,) = window.findChildren(Question)
    assert "406 boxes" in question.words
    question.cancel.click()
    assert window.session.lens == first
    run("unfold-all")
    question = next(one for one in window.findChildren(Question) if one.isVisible())
    assert question.go.text() == "Draw 406 boxes"
    question.go.click()
    wait()
    assert graph(window).members == {}


def test_the_page_of_a_fold_says_who_is_in_it(window: Window, run: Callable[[str], None]) -> None:
    window.session.select(CHINA)
    window.inspector.area.finish()
    shown = window.inspector.area.content
    links = [link.words for link in shown.findChildren(Link)]
    members = graph(window).members[CHINA]
    assert {CASE.actors[key].name for key in members} == set(links)
    words = [label.text() for label in shown.findChildren(QLabel)]
    assert graph(window).node_by_id[CHINA].label in words
    assert f"Who is in it ({len(members)})" in words
    run("show-more")
    window.inspector.area.finish()
    words = [label.text() for label in window.inspector.area.content.findChildren(QLabel)]
    assert f"Who is in it ({len(members) - 12})" in words


def test_a_fold_among_others_that_are_picked(window: Window, wait: Wait) -> None:
    window.session.select("a0", CHINA)
    window.inspector.area.finish()
    assert "China (folded)" in [chip.words for chip in window.inspector.area.content.findChildren(Chip)]
    window.session.select(CHINA, "a0", RUSSIA)
    window.inspector.area.finish()
    chips = [chip.words for chip in window.inspector.area.content.findChildren(Chip)]
    assert {"Company 0", "Russia (folded)"} <= set(chips)


def test_the_way_back_names_the_fold(window: Window, wait: Wait) -> None:
    window.session.select(CHINA)
    assert window.trail.buttons[-1].property("words") == "China (folded)"
    window.session.select("a0", CHINA)
    assert window.trail.buttons[-1].property("words") == "Company 0 + 1"


def test_every_view_can_be_folded_and_looked_at(window: Window, run: Callable[[str], None]) -> None:
    for view in ("view-relations", "view-both", "view-flow"):
        run(view)
        run("fold-all")
    assert graph(window).members


def test_filters_and_folds_go_together(window: Window, run: Callable[[str], None], wait: Wait) -> None:
    lens = window.session.lens
    window.session.look(lens.switched("kind", "actors/company", on=False))
    wait()
    assert CHINA in graph(window).hidden
    run("clear-filters")
    assert window.session.lens == lens


@pytest.fixture
def bare(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    made = build(qapp, Opened(CASE, check(CASE)), Settings(), Faults())
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: not made.desk.pipeline.drawing, timeout=20_000)
    yield made
    closed(made)
    theme.dress(qapp, "light")


def test_folding_all_of_an_ungrouped_case_chooses_what_says_most(bare: Window, qtbot: QtBot) -> None:
    assert graph(bare).members == {}
    bare.bindings["fold-all"].trigger()
    qtbot.waitUntil(lambda: bare.session.lens.grouped != "" and not bare.desk.pipeline.drawing, timeout=20_000)
    assert bare.session.lens.grouped == "country"
    assert all(node.count for node in graph(bare).nodes)


def test_the_legend_explains_what_is_folded(window: Window, run: Callable[[str], None]) -> None:
    run("fold-all")
    words = {entry.label for entry in entries(graph(window))}
    assert {"Electronics", "Parts", "Company"} <= words
