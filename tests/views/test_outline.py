from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.case.base import table_of
from explorer.case.check import check
from explorer.case.parts import Actor, Note
from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.session.state import Opened, Session
from explorer.views.kit import theme
from explorer.views.outline.find import Finder
from explorer.views.outline.model import ASIDE, HIDDEN, OutlineModel
from explorer.views.outline.pane import Outline
from explorer.views.outline.rows import aside
from tests.small_case import Edit, small_case

TEXT_ROLE, DESCRIPTION_ROLE = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def session() -> Session:
    case = small_case()
    return Session(Opened(case, check(case)))


@pytest.fixture
def outline(qtbot: QtBot, session: Session) -> Iterator[Outline]:
    # In a window, as in a dock: the screen without frames takes no least size from a pane.
    window = QWidget()
    qtbot.addWidget(window)
    pane = Outline(session, window)
    pane.begin()
    pane.resize(260, 700)
    window.resize(260, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield pane
    window.close()


def ids(session: Session) -> tuple[str, ...]:
    return session.selection.ids


def names(outline: Outline, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    below = [outline.model.index(row, 0, parent) for row in range(outline.model.rowCount(parent))]
    return [f"{index.data()} {index.data(ASIDE)}".strip() for index in below]


def lit(outline: Outline) -> list[str]:
    return [index.data() for index in outline.tree.selectionModel().selectedIndexes()]


def test_the_model_is_a_proper_model(qtbot: QtBot) -> None:
    model = OutlineModel(small_case())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    below = [QModelIndex()]
    seen = 0
    while below:
        parent = below.pop()
        children = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
        assert all(child.parent() == parent for child in children)
        seen += len(children)
        below.extend(children)
    assert seen == 10 + 7 + 16 + 2 + 6  # tables, kinds, elements, source and note, claims
    assert tester.model() is model


def test_tables_with_counts(outline: Outline) -> None:
    assert names(outline) == [
        "Actors 5", "Goods 3", "Flows 2", "Made into or used for 1", "Relations 1", "Measures 1", "Events 2",
        "Figures 1", "Sources 1", "Notes 1",
    ]  # fmt: skip


def test_kinds_only_where_there_are_several(outline: Outline) -> None:
    assert names(outline, outline.model.index_at("table", "actors")) == ["States 2", "Organisations 1", "People 2"]
    assert names(outline, outline.model.index_at("table", "flows")) == [
        "China → Microelectronics → Russia Stoltenberg and CSIS · March 2023",
        "China → Lethal weapons → Russia denied by China",
    ]


def test_claims_stand_below_their_element(outline: Outline) -> None:
    assert names(outline, outline.model.index_at("element", "f-chips")) == [
        "Stoltenberg > article “China shares microelectronics with Russia”",
        "CSIS > article “CSIS names China as well”",
    ]
    assert not outline.model.hasChildren(outline.model.index_at("element", "r1"))


def test_words_for_a_screen_reader(outline: Outline) -> None:
    china = outline.model.index_at("element", "china")
    assert china.data(TEXT_ROLE) == "China, State"
    assert china.data(DESCRIPTION_ROLE).endswith("0 claims")
    chips = outline.model.index_at("element", "f-chips")
    assert chips.data(DESCRIPTION_ROLE) == "Stoltenberg and CSIS · March 2023, 2 claims"
    claim = outline.model.index(0, 0, chips)
    assert claim.data(TEXT_ROLE) == "Stoltenberg > article: “China shares microelectronics with Russia”"
    assert outline.model.index_at("table", "actors").data(TEXT_ROLE) == "Actors, 5"


def test_a_status_has_a_line_of_its_own_so_that_it_keeps_its_source(outline: Outline) -> None:
    rows = outline.model.rows
    lines = {key: rows.lines(row) for key in small_case().elements if (row := rows.find(key))}
    assert {key for key, count in lines.items() if count == 2} == {"f-chips", "f-arms", "r1", "e1", "e2", "g1"}
    assert {key for key, count in lines.items() if count == 3} == {"china", "m1"}
    measure = rows.find("m1")
    assert measure is not None
    assert ", says " in aside(small_case(), measure)
    heights = {
        key: outline.tree.sizeHintForIndex(outline.model.index_at("element", key)).height()
        for key in ("china", "russia")
    }
    assert heights["china"] > heights["russia"]


def test_a_tooltip_cannot_hold_markup(outline: Outline, session: Session) -> None:
    session.do(Edit(lambda case: case.replaced(notes=table_of([Note(id="n1", text="<b>bold</b>")]))))
    assert "&lt;b&gt;" in outline.model.index_at("element", "n1").data(Qt.ItemDataRole.ToolTipRole)


def test_a_click_picks(outline: Outline, session: Session) -> None:
    outline.tree.expand(outline.model.index_at("table", "flows"))
    place = outline.tree.visualRect(outline.model.index_at("element", "f-arms")).center()
    QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ids(session) == ("f-arms",)


def test_ctrl_click_picks_more(outline: Outline, session: Session) -> None:
    outline.tree.expand(outline.model.index_at("table", "flows"))
    session.select("f-arms")
    place = outline.tree.visualRect(outline.model.index_at("element", "f-chips")).center()
    held = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, held, place)
    assert ids(session) == ("f-chips", "f-arms")
    QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, held, place)
    assert ids(session) == ("f-arms",)


def test_a_claim_picks_its_element_with_the_passage(outline: Outline, session: Session) -> None:
    element = outline.model.index_at("element", "f-chips")
    outline.tree.expand(element)
    outline.tree.setCurrentIndex(outline.model.index(1, 0, element))
    assert (session.selection.ids, session.selection.quote, session.selection.claim) == (("f-chips",), "q2", "c2")
    assert lit(outline) == ["CSIS > article"]


def test_arrows_pick_and_headings_unpick_nothing(outline: Outline, session: Session) -> None:
    outline.tree.expand(outline.model.index_at("table", "flows"))
    outline.tree.setFocus()
    session.select("f-chips")
    QTest.keyClick(outline.tree, Qt.Key.Key_Down)
    assert ids(session) == ("f-arms",)
    QTest.keyClick(outline.tree, Qt.Key.Key_Down)
    assert outline.tree.currentIndex().data() == "Made into or used for"
    assert ids(session) == ("f-arms",)
    assert lit(outline) == ["China → Lethal weapons → Russia"]


def test_enter_opens_a_heading(outline: Outline) -> None:
    flows = outline.model.index_at("table", "flows")
    outline.tree.setCurrentIndex(flows)
    QTest.keyClick(outline.tree, Qt.Key.Key_Return)
    assert outline.tree.isExpanded(flows)
    QTest.keyClick(outline.tree, Qt.Key.Key_Return)
    assert not outline.tree.isExpanded(flows)


def test_a_click_opens_a_heading(outline: Outline) -> None:
    flows = outline.model.index_at("table", "flows")
    place = outline.tree.visualRect(flows).center()
    QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert outline.tree.isExpanded(flows)


def test_a_note_picks_what_it_is_about_and_a_source_its_first_passage(outline: Outline, session: Session) -> None:
    outline.tree.setCurrentIndex(outline.model.index_at("note", "n1"))
    assert ids(session) == ("chips",)
    outline.tree.setCurrentIndex(outline.model.index_at("source", "article"))
    assert ids(session) == ()
    assert session.selection.quote == "q1"


def test_a_pick_elsewhere_opens_the_way_without_echo_or_focus(outline: Outline, session: Session) -> None:
    outline.filter_line.setFocus()
    told: list[object] = []
    session.selectionChanged.connect(told.append)
    session.select("chips", "china")
    assert lit(outline) == ["China", "Microelectronics"] or lit(outline) == ["Microelectronics", "China"]
    assert outline.tree.currentIndex().data() == "Microelectronics"
    assert outline.tree.isExpanded(outline.model.index_at("kind", "goods/electronics"))
    assert outline.tree.visualRect(outline.tree.currentIndex()).isValid()
    assert len(told) == 1
    assert not outline.tree.hasFocus()
    session.select()
    assert lit(outline) == []


def test_the_filter_finds_names_aliases_and_passages(outline: Outline) -> None:
    QTest.keyClicks(outline.filter_line, "BEIJING")
    assert names(outline) == ["Actors 1"]
    assert outline.count.text() == "1 of 18"
    QTest.keyClick(outline.filter_line, Qt.Key.Key_Escape)
    assert outline.filter_line.text() == ""
    assert len(names(outline)) == 10
    assert outline.count.isHidden()
    QTest.keyClicks(outline.filter_line, "cafe zurich")
    assert names(outline) == ["Goods 1"]
    chips = outline.model.index_at("element", "chips")
    assert outline.tree.isExpanded(chips)
    assert names(outline, chips) == ["article “Café Zürich trades chips”"]


def test_the_filter_keeps_the_pick(outline: Outline, session: Session) -> None:
    session.select("china")
    outline.filter_line.setText("missiles")
    assert ids(session) == ("china",)
    assert lit(outline) == []
    outline.filter_line.clear()
    assert lit(outline) == ["China"]


def test_enter_in_the_filter_picks_the_first_hit(outline: Outline, session: Session) -> None:
    QTest.keyClicks(outline.filter_line, "missiles")
    QTest.keyClick(outline.filter_line, Qt.Key.Key_Return)
    assert ids(session) == ("missiles",)


def test_nothing_found_is_counted_too(outline: Outline) -> None:
    outline.filter_line.setText("zzz")
    assert outline.count.text() == "0 of 18"
    assert names(outline) == []


def test_of_very_many_only_the_kinds_are_opened(outline: Outline, session: Session) -> None:
    many = [Actor(id=f"a{n}", kind=("state", "company")[n % 2], name=f"Actor {n}") for n in range(300)]
    session.do(Edit(lambda case: case.replaced(actors=table_of([*case.actors.values(), *many]))))
    outline.filter_line.setText("actor")
    assert outline.count.text() == "300 of 318"
    assert outline.tree.isExpanded(outline.model.index_at("table", "actors"))
    assert not outline.tree.isExpanded(outline.model.index_at("kind", "actors/state"))
    outline.filter_line.setText("actor 29")
    assert outline.tree.isExpanded(outline.model.index_at("kind", "actors/state"))


def test_the_pick_stays_in_sight_when_the_footer_takes_room(outline: Outline, session: Session) -> None:
    outline.tree.expandAll()
    outline.window().resize(260, 300)
    outline.resize(260, 300)
    session.select("e2")
    place = outline.tree.visualRect(outline.tree.currentIndex())
    assert outline.tree.viewport().rect().contains(place)
    session.look(Lens().switched("stance", "denies", on=False))
    QApplication.processEvents()
    place = outline.tree.visualRect(outline.tree.currentIndex())
    assert outline.tree.viewport().rect().contains(place)


def test_what_the_lens_hides_is_grey_and_counted(outline: Outline, session: Session) -> None:
    assert outline.footer.isHidden()
    session.look(Lens().switched("stance", "denies", on=False))
    arms = outline.model.index_at("element", "f-arms")
    assert arms.data(HIDDEN)
    assert arms.data(DESCRIPTION_ROLE).endswith("hidden by the filters")
    assert not outline.model.index_at("table", "flows").data(HIDDEN)
    assert outline.hidden_count.text() == "1 hidden"
    assert not outline.footer.isHidden()
    QTest.mouseClick(outline.show_all, Qt.MouseButton.LeftButton)
    assert session.lens == Lens()
    assert outline.footer.isHidden()


def test_a_heading_is_grey_when_all_below_it_is(outline: Outline, session: Session) -> None:
    session.look(Lens(since=date(2025, 1, 1)))
    assert outline.model.index_at("table", "events").data(HIDDEN)
    assert outline.model.index_at("table", "events").data(DESCRIPTION_ROLE) == "2 elements hidden"


def test_what_is_open_stays_open_over_a_change(outline: Outline, session: Session) -> None:
    session.select("f-arms")
    outline.tree.expand(outline.model.index_at("kind", "actors/state"))
    outline.tree.collapse(outline.model.index_at("table", "goods"))
    added = Actor(id="iran", kind="state", name="Iran")
    session.do(Edit(lambda case: case.replaced(actors=table_of([*case.actors.values(), added]))))
    states = outline.model.index_at("kind", "actors/state")
    assert outline.tree.isExpanded(states)
    assert [name.split()[0] for name in names(outline, states)] == ["China", "Russia", "Iran"]
    assert outline.tree.isExpanded(outline.model.index_at("table", "flows"))
    assert not outline.tree.isExpanded(outline.model.index_at("table", "goods"))
    assert lit(outline) == ["China → Lethal weapons → Russia"]


def test_a_moved_box_changes_nothing_here(outline: Outline, session: Session) -> None:
    rows = outline.model.rows
    session.do(MoveBox("flow", "china", 1, 2))
    assert outline.model.rows is rows


def test_both_grounds_are_painted(outline: Outline, session: Session) -> None:
    outline.tree.expand(outline.model.index_at("element", "f-chips"))
    session.select("f-chips")
    session.look(Lens().switched("stance", "denies", on=False))
    light = outline.grab().toImage()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application, "dark")
    dark = outline.grab().toImage()
    theme.dress(application, "light")
    assert light.pixelColor(130, 400) != dark.pixelColor(130, 400)


def test_rows_are_made_only_when_looked_at() -> None:
    model = OutlineModel(small_case())
    assert model.rowCount() == 10
    assert len(model.rows.made) == 10
    assert model.hasChildren(model.index(0, 0))
    assert len(model.rows.made) == 10


def test_all_words_must_be_found() -> None:
    finder = Finder(small_case())
    assert finder.find("xi moscow").ids == {"e1"}
    assert finder.find("xi berlin").ids == frozenset()
    assert finder.find("talks").through == {"m1"}


def crowd(count: int) -> Opened:
    actors = [Actor(id=f"a{n:04}", kind="company", name=f"Company {n}") for n in range(count)]
    case = small_case().replaced(actors=table_of(actors))
    return Opened(case, check(case))


def test_a_long_list_is_cut_into_parts(outline: Outline, session: Session) -> None:
    session.open(crowd(601))
    QAbstractItemModelTester(outline.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    actors = outline.model.index_at("table", "actors")
    assert names(outline, actors) == ["1 to 200 200", "201 to 400 200", "401 to 600 200", "601 to 800 1"]
    session.select("a0450")
    assert lit(outline) == ["Company 450"]
    current = outline.tree.currentIndex()
    assert current.parent() == outline.model.index_at("part", "actors#2")
    assert outline.tree.isExpanded(current.parent())
    assert not outline.tree.isExpanded(outline.model.index_at("part", "actors#0"))
    assert outline.model.index_at("part", "actors#0").data(TEXT_ROLE) == "1 to 200, 200"


def test_a_filter_that_leaves_few_leaves_no_parts(qtbot: QtBot, outline: Outline, session: Session) -> None:
    session.open(crowd(601))
    outline.filter_line.setText("company 45")
    qtbot.waitUntil(lambda: outline.model.rows.found is not None)
    assert len(names(outline, outline.model.index_at("table", "actors"))) == 16
    assert outline.model.index_at("element", "a0459").isValid()
    assert session.found == {f"a{n:04}" for n in (*range(45, 600, 100), *range(450, 460))}


def test_a_list_of_some_hundreds_is_whole(outline: Outline, session: Session) -> None:
    session.open(crowd(600))
    assert len(names(outline, outline.model.index_at("table", "actors"))) == 600
