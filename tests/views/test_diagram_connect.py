"""Connect: what fits between two elements is offered, becomes real, is drawn as unsupported, and can be undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.graph.words import badge
from explorer.views.diagram.connect import Connector
from explorer.views.diagram.view import DiagramView
from tests.views.hands import LEFT, Open, at, drag, hover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(diagram: Open) -> Iterator[DiagramView]:
    made: DiagramView = diagram()
    yield made
    made.edits.connector.hide()


def _asked(view: DiagramView, source: str, target: str) -> Connector:
    view.canvas.connectionAsked.emit(source, target)
    return view.edits.connector


def _new(view: DiagramView) -> str:
    (key,) = view.session.selection.ids
    return key


def test_a_line_from_a_port_becomes_a_relation(view: DiagramView) -> None:
    hover(view, "china")
    port = view.canvas.trace.port
    assert port is not None
    drag(view, port.toPoint(), at(view, "russia") - port.toPoint())
    sheet = view.edits.connector
    assert sheet.isVisible()
    assert sheet.heading.text() == "China → Russia"
    assert not sheet.add.isEnabled()
    QTest.keyClicks(sheet.role, " leans  on ")
    assert sheet.hint.text() == "Choose of what kind it is."
    sheet.kind.setCurrentIndex(sheet.kind.findData("tie"))
    QTest.keyClick(sheet.role, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    row = view.session.case.relations[_new(view)]
    assert (row.subject, row.role, row.object) == ("china", "leans on", "russia")
    assert view.session.history.undo_label == "Add China leans on Russia"
    # The view of flows draws no relations.
    assert view.session.lens.view == "both"
    assert view.canvas.scene.graph.edges_of[row.id][0].line == "dotted"
    words = badge(view.session.case, row.id)
    assert words is not None
    assert words.text == "No passage yet"
    view.session.undo()
    assert row.id not in view.session.case.elements
    assert view.session.selection.ids == ()
    view.session.back()
    assert row.id not in view.session.selection.ids


def test_an_actor_and_a_good_become_a_flow_to_somebody_known(view: DiagramView) -> None:
    sheet = _asked(view, "north-korea", "good-microelectronics")
    assert sheet.third.itemText(0) == "Not named"
    assert sheet.third.itemData(1) == "russia"
    sheet.third.setCurrentIndex(1)
    QTest.mouseClick(sheet.add, LEFT)
    row = view.session.case.flows[_new(view)]
    assert (row.supplier, row.good, row.recipient) == ("north-korea", "good-microelectronics", "russia")
    assert view.session.lens.view == "flow"


def test_a_good_goes_to_an_actor_from_a_known_supplier(view: DiagramView) -> None:
    sheet = _asked(view, "good-artillery-shells", "china")
    assert sheet.third.itemData(0) == "north-korea"
    sheet.third.setEditText("nobody at all")
    assert not sheet.add.isEnabled()
    assert sheet.hint.text() == "Choose one of the names."
    sheet.third.setEditText("turkey")
    assert sheet.third.key == "turkey"
    QTest.mouseClick(sheet.add, LEFT)
    row = view.session.case.flows[_new(view)]
    assert (row.supplier, row.recipient) == ("turkey", "china")


def test_a_good_is_made_into_another(view: DiagramView) -> None:
    sheet = _asked(view, "good-machine-tools", "good-artillery-shells")
    assert sheet.focusWidget() is sheet.kind
    QTest.keyClick(sheet.kind, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    row = view.session.case.transformations[_new(view)]
    assert (row.input, row.output) == ("good-machine-tools", "good-artillery-shells")


def test_the_other_offer_can_be_chosen(view: DiagramView) -> None:
    sheet = _asked(view, "china", "russia")
    assert [sheet.sort.itemText(i) for i in range(sheet.sort.count())] == ["Relation", "Flow"]
    sheet.sort.setCurrentIndex(1)
    assert sheet.third.isVisible()
    assert not sheet.role.isVisible()
    assert sheet.add.isEnabled()


def test_a_known_role_chooses_its_kind(view: DiagramView) -> None:
    known = next(iter(view.session.case.relations.values()))
    sheet = _asked(view, "china", "russia")
    sheet.role.setText(known.role)
    assert sheet.kind.currentData() in {
        row.kind for row in view.session.case.relations.values() if row.role == known.role
    }


def test_by_key_the_target_is_chosen_from_all_names(view: DiagramView) -> None:
    view.session.select("china")
    view.edits.connect_picked()
    sheet = view.edits.connector
    assert sheet.target.isVisible()
    sheet.target.setEditText("nobody at all")
    assert not sheet.add.isEnabled()
    sheet.target.setEditText("north korea")
    assert sheet.heading.text() == "China → North Korea"
    sheet.role.setText("borders")
    sheet.kind.setCurrentIndex(0)
    assert sheet.add.isEnabled()


def test_nothing_is_connected_from_what_is_no_box(view: DiagramView) -> None:
    view.session.select("flow-f10")
    assert view.edits.source is None
    view.edits.connect_picked()
    assert not view.edits.connector.isVisible()


def test_esc_leaves_it(view: DiagramView) -> None:
    sheet = _asked(view, "china", "russia")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert view.session.history.past == ()
