"""The diagram as a screen reader meets it, asked in the process; a real one asks in `tests/journeys`."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.graph.lens import Lens
from explorer.graph.model import Graph, View
from explorer.graph.project import project
from explorer.session.state import Opened
from explorer.views.diagram.accessible import factory
from explorer.views.diagram.accessible.listing import Listing
from explorer.views.diagram.accessible.shown import MOST
from explorer.views.diagram.accessible.spoken import Spoken
from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.keys import lines_at, step
from explorer.views.diagram.view import DiagramView
from tests.article import VIEWS, article, scene
from tests.views.small import small_case

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
Open = Callable[..., DiagramView]


@pytest.fixture(params=[False, True], ids=["nobody listens", "somebody listens"])
def read(request: pytest.FixtureRequest, diagram: Open) -> Iterator[Open]:
    """Opens a diagram that is told to screen readers, while one is there and while none is."""

    def opened(*args: object, **more: object) -> DiagramView:
        view = diagram(*args, **more)
        view.set_accessible(True)
        return view

    QAccessible.setActive(request.param)
    yield opened
    QAccessible.setActive(False)


def _list(view: DiagramView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view.canvas)


def _items(view: DiagramView) -> dict[str, QAccessibleInterface]:
    boxes = _list(view)
    children = [boxes.child(index) for index in range(boxes.childCount())]
    return {one.text(NAME): one for one in children if one.role() == QAccessible.Role.ListItem}


# --- what is there --------------------------------------------------------------------------------------------------


def test_the_canvas_is_a_list_of_the_boxes_in_reading_order(read: Open) -> None:
    view = read()
    boxes, items = _list(view), _items(view)
    assert boxes.role() == QAccessible.Role.List
    assert boxes.text(NAME) == "Flow diagram"
    assert "China as supplier of microelectronics to Russia" in boxes.text(DESCRIPTION)
    assert "26 boxes" in boxes.text(DESCRIPTION)
    graph = view.canvas.scene.graph
    assert set(items) == {node.label for node in graph.nodes}
    order = list(items)
    assert order.index("China") < order.index("Microelectronics") < order.index("Russia")
    places = [items[name].rect() for name in order]
    assert all(a.top() < b.top() for a, b in pairwise(places) if a.left() == b.left())


def test_every_item_knows_its_place_in_the_list_and_on_the_screen(read: Open) -> None:
    view = read()
    boxes = _list(view)
    for index, (name, item) in enumerate(_items(view).items()):
        assert boxes.indexOfChild(item) == index
        assert item.parent().object() is view.canvas
        assert item.childCount() == 0
        assert item.window() is view.canvas.window().windowHandle()
        middle = item.rect().center()
        assert boxes.childAt(middle.x(), middle.y()).text(NAME) == name
        found = view.canvas.hit_at(view.canvas.mapFromGlobal(middle).toPointF())
        assert found is not None
        assert view.canvas.scene.graph.node_by_id[found.id].label == name
    corner = view.canvas.mapToGlobal(QPoint(2, 2))
    under = boxes.childAt(corner.x(), corner.y())
    assert under is None or under.role() != QAccessible.Role.ListItem


def test_states_say_what_is_picked_in_focus_and_in_view(read: Open, qtbot: QtBot) -> None:
    view = read()
    view.window().activateWindow()
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    view.session.select("russia", "china")
    items = _items(view)
    told = {name: item.state() for name, item in items.items() if item.state().selected}
    assert set(told) == {"Russia", "China"}
    assert (told["Russia"].focused, told["China"].focused) == (1, 0)
    assert _list(view).focusChild().text(NAME) == "Russia"
    assert all(item.state().focusable and item.state().selectable for item in items.values())
    assert not any(item.state().offscreen or item.state().invisible for item in items.values())
    view.session.select()
    assert not any(item.state().selected for item in _items(view).values())
    assert _list(view).focusChild().object() is view.canvas


def _seen(view: DiagramView) -> set[str]:
    """The names of the boxes of which something lies within the canvas."""
    canvas, seen = view.canvas, set[str]()
    for box in canvas.scene.picture.boxes:
        corners = [canvas.camera.to_screen(QPointF(*at)) for at in ((box.x, box.y), (box.right, box.bottom))]
        if QRectF(canvas.rect()).intersects(QRectF(*corners)):
            seen.add(canvas.scene.graph.node_by_id[box.id].label)
    return seen


def test_only_what_is_in_view_is_listed_and_whatever_is_picked(read: Open) -> None:
    view = read()
    view.session.select("russia")
    for key in ("north-korea", "china", "good-war-against-ukraine"):
        view.canvas.zoom_to(frozenset({key}))
        view.canvas.zoom(3)
        items, seen = _items(view), _seen(view)
        assert 0 < len(seen) < len(view.canvas.scene.graph.nodes)
        assert set(items) == seen | {"Russia"}
        assert {name for name, item in items.items() if item.state().offscreen} == {"Russia"} - seen


def test_what_a_filter_hides_is_not_listed(read: Open) -> None:
    view = read()
    assert "Lethal weapons" in _items(view)
    view.session.look(view.session.lens.switched("stance", "denies", on=False))
    assert "Lethal weapons" not in _items(view)


def test_of_thousands_a_few_are_listed_and_the_picked_one_is_among_them(read: Open) -> None:
    case = small_case()
    many = {f"n{n}": case.actors["china"].model_copy(update={"id": f"n{n}", "name": f"Firm {n}"}) for n in range(280)}
    flow = case.flows["f-chips"]
    flows = {f"w{n}": flow.model_copy(update={"id": f"w{n}", "supplier": f"n{n}"}) for n in range(280)}
    view = read(case.replaced(actors={**case.actors, **many}, flows={**case.flows, **flows}))
    view.canvas.fit()
    view.session.select("n279")
    assert len(_items(view)) == MOST
    assert "Firm 279" in _items(view)
    assert f"{MOST} of the boxes are listed" in _list(view).text(DESCRIPTION)


# --- how long it stays ----------------------------------------------------------------------------------------------


def test_an_item_stays_the_same_when_the_scene_changes_and_goes_with_its_box(read: Open) -> None:
    view = read()
    china, turkey = _items(view)["China"], _items(view)["One company in Turkey"]
    case = article()
    renamed = case.actors["china"].model_copy(update={"name": "PR China"})
    flows = {key: flow for key, flow in case.flows.items() if "turkey" not in flow.supplier}
    view.session.open(Opened(case.replaced(actors={**case.actors, "china": renamed}, flows=flows)))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    items = _items(view)
    assert items["PR China"].object() is china.object()
    assert china.text(NAME) == "PR China"
    assert "One company in Turkey" not in items
    assert view.findChild(Listing) is not None
    assert not _valid(turkey)


def _valid(interface: QAccessibleInterface) -> bool:
    try:
        return interface.isValid()
    except RuntimeError:  # deleted with its object
        return False


def test_a_thousand_scenes_leave_no_objects_behind(read: Open) -> None:
    view = read()
    scenes = [view._pipeline.scene]
    view.session.look(replace(view.session.lens, view="both"))
    scenes.append(view._pipeline.scene)
    for turn in range(1_000):
        view._show(scenes[turn % 2], fit=turn % 3 == 0)
        items = _items(view) if turn % 50 == 0 else {}
        assert all(item.text(DESCRIPTION) for item in items.values())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    listing = view.canvas.findChild(Listing)
    assert listing is not None
    assert len(listing.children()) <= max(len(scene.graph.nodes) for scene in scenes)


def test_a_window_can_be_closed_and_opened_again(read: Open, qapp: QApplication) -> None:
    for _ in range(3):
        view = read()
        view.session.select("china")
        held = _items(view)["China"], _list(view)
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del view
        gc.collect()
        assert not any(_valid(one) for one in held)


def test_walking_with_somebody_listening_goes_on_as_ever(read: Open, qtbot: QtBot) -> None:
    view = read()
    view.window().activateWindow()
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(view.canvas, key)
    assert view.session.selection.focus in view.canvas.scene.graph.node_by_id
    view.session.select("flow-f10")
    assert _list(view).focusChild().object() is view.canvas


@pytest.mark.parametrize("view", VIEWS)
def test_keys_lead_to_every_box_line_and_gate(view: View) -> None:
    drawn, reached = scene(view), set[str]()
    boxes = [step(drawn, frozenset(), None, "up")]
    while boxes:
        here = boxes.pop()
        if here is not None and here not in reached:
            reached.add(here)
            reached.update(key for line in lines_at(drawn, frozenset(), here) for key in line)
            boxes += [step(drawn, frozenset(), here, way) for way in ("left", "right", "up", "down")]
    graph = drawn.graph
    assert reached == {*graph.node_by_id, *graph.edges_of, *(gate.measure for gate in graph.gates)}


# --- the switch -----------------------------------------------------------------------------------------------------


def test_switched_off_the_list_is_empty_and_on_again_it_is_full(read: Open) -> None:
    view = read()
    assert _items(view)
    view.set_accessible(False)
    assert _items(view) == {}
    assert _list(view).text(DESCRIPTION) == ""
    view.set_accessible(True)
    assert "China" in _items(view)


def test_a_screen_reader_that_was_there_first_finds_the_list_later(read: Open, diagram: Open) -> None:
    view = diagram()
    assert _list(view).role() != QAccessible.Role.List
    if QAccessible.isActive():
        view.set_accessible(True)
        assert _list(view).role() == QAccessible.Role.List
        assert "China" in _items(view)


def test_the_environment_has_the_last_word(diagram: Open) -> None:
    view = diagram()
    view.set_accessible(True)
    listing = view.canvas.findChild(Listing)
    assert listing is not None
    for value, on in (("1", False), ("0", True), ("", True), ("yes", False)):
        factory.switch(listing, on=True, environment={factory.OFF: value})
        assert listing.on is on
    factory.switch(listing, on=False, environment={})
    assert not listing.on


def test_other_widgets_and_a_canvas_without_words_are_left_to_qt(read: Open, qtbot: QtBot) -> None:
    read()
    bare = Canvas()
    qtbot.addWidget(bare)
    assert QAccessible.queryAccessibleInterface(bare).role() != QAccessible.Role.List


# --- in words -------------------------------------------------------------------------------------------------------


def _graph() -> tuple[Spoken, Graph]:
    return Spoken(article), project(article(), Lens())


def test_a_box_is_told_with_all_that_can_be_seen_of_it() -> None:
    spoken, graph = _graph()
    china = spoken.box(graph, "china")
    assert china.startswith("State. Lane: Who supplies.")
    assert "Supplies 8 flows: Microelectronics to Russia, 4 times" in china
    assert "Lethal weapons to Russia, denied" in china
    assert "Gate: Possible sanctions on China, Under discussion, says Stoltenberg (BBC)" in china
    assert china.endswith("2 claims.")
    good = spoken.box(graph, "good-microelectronics")
    assert "6 flows, 3 other lines: from China to Russia, 4 times" in good
    assert "is used to make Missiles and weapons" in good
    assert "+" not in china + good
    assert "→" not in china + good


def test_a_relation_is_told_by_its_role() -> None:
    spoken = Spoken(article)
    graph = project(article(), Lens(view="relations"))
    assert "Secretary General of NATO" in spoken.box(graph, "stoltenberg")


def test_lines_and_measures_are_sentences() -> None:
    spoken, graph = _graph()
    for edge in graph.edges:
        for key in edge.elements:
            words = spoken.element(key)
            assert words.endswith(".")
            assert "→" not in words
    assert spoken.element("measure-m1").startswith("Possible sanctions on China. Under discussion, says Stoltenberg")


def test_words_from_a_file_are_shown_whole_or_clipped_and_never_hidden() -> None:
    case = article()
    nasty = case.actors["china"].model_copy(update={"name": "A\u202eB" + "x" * 5_000, "place": "<b>here</b>"})
    changed = case.replaced(actors={**case.actors, "china": nasty})
    spoken, graph = Spoken(lambda: changed), project(changed, Lens())
    assert "‹U+202E›" in spoken.name(graph, "china")
    assert len(spoken.name(graph, "china")) < 2_200
    assert "<b>here</b>" in spoken.box(graph, "china")
    assert len(spoken.box(graph, "china")) < 1_000
    assert spoken.box(graph, "nobody") == spoken.name(graph, "nobody") == ""


def test_nothing_is_drawn_nothing_is_listed(read: Open) -> None:
    case = small_case()
    empty = case.replaced(flows={}, transformations={}, measures={}, figures={}, claims={}, notes={})
    view = read(empty)
    assert _items(view) == {}
    assert "0 boxes" in _list(view).text(DESCRIPTION)
    assert _list(view).focusChild() is None or _list(view).focusChild().object() is view.canvas
    assert view.canvas.rect() != QRect()
