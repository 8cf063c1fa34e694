"""The diagram in the hand: click, drag, wheel, keys, legend; real widgets on the article's case."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer.case.case import Case
from explorer.case.check import check
from explorer.graph.lens import Lens
from explorer.session.pipeline import Pipeline
from explorer.session.state import Opened, Session
from explorer.views.diagram import fonts
from explorer.views.diagram.look import Look
from explorer.views.diagram.minimap import frame
from explorer.views.diagram.paint.line import shifts
from explorer.views.diagram.view import DiagramView
from explorer.views.kit import theme
from tests.article import article
from tests.views.stage import on_stage

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
_BUNDLE = "good-microelectronics>russia"
Open = Callable[..., DiagramView]
#: A tooltip is raised above the others, which the offscreen platform cannot do and says so.
_TIPS = pytest.mark.qt_log_ignore("This plugin does not support raise")


def _at(view: DiagramView, element: str) -> QPoint:
    point = view.canvas.point_of(element)
    assert point is not None, element
    return point


def _picked(view: DiagramView) -> tuple[str, ...]:
    return view.session.selection.ids


def _hovered(view: DiagramView) -> str | None:
    return view.canvas.look.hovered


def _click(view: DiagramView, element: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.canvas, LEFT, modifier, _at(view, element))


def _drag(view: DiagramView, start: QPoint, by: QPoint) -> None:
    QTest.mousePress(view.canvas, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.canvas, start + by / 2)
    QTest.mouseMove(view.canvas, start + by)
    QTest.mouseRelease(view.canvas, LEFT, Qt.KeyboardModifier.NoModifier, start + by)


# --- clicks -------------------------------------------------------------------------------------------------------


def test_every_element_of_the_view_can_be_clicked(diagram: Open) -> None:
    view = diagram()
    graph = view.canvas.scene.graph
    drawn = [key for key in article().elements if graph.holds(key)]
    assert len(drawn) > 50
    for key in drawn:
        view.session.select()
        _click(view, key)
        assert key in _picked(view), key


def test_a_click_on_a_box_a_line_and_a_gate_picks_what_they_stand_for(diagram: Open) -> None:
    view = diagram()
    for key in ("russia", "flow-f10", "measure-m1", "transformation-f2"):
        _click(view, key)
        assert _picked(view) == (key,)
        assert key in view.canvas.look.picked


def test_nothing_moves_on_a_click(diagram: Open) -> None:
    view = diagram()
    camera, picture = view.canvas.camera, view.canvas.scene.picture
    for key in ("china", "flow-f10", "measure-m6"):
        _click(view, key)
    assert view.canvas.camera == camera
    assert view.canvas.scene.picture is picture


def test_nothing_moves_on_a_click_on_the_end_of_a_long_line(diagram: Open) -> None:
    view = diagram()
    canvas = view.canvas
    canvas.zoom_to(frozenset({"russia"}))
    canvas.zoom(2.0)
    camera = canvas.camera
    end = canvas.scene.picture.route_by_id[_BUNDLE].curve[-1]
    assert not canvas.rect().contains(_at(view, _BUNDLE.split(">")[0]))
    QTest.mouseClick(canvas, LEFT, pos=(camera.to_screen(QPointF(*end)) - QPointF(12, 0)).toPoint())
    assert set(canvas.scene.graph.edge_by_id[_BUNDLE].elements) <= set(_picked(view))
    assert canvas.camera == camera


def test_what_does_not_belong_to_the_pick_fades(diagram: Open) -> None:
    view = diagram()
    _click(view, "china")
    look = view.canvas.look
    assert not look.fades_node("russia")
    assert look.fades_node("north-korea")
    assert look.fades_edge("north-korea>good-artillery-shells")
    assert not look.fades_gate("measure-m1@china")


def test_a_bundle_opens_and_one_strand_is_clicked_alone(diagram: Open) -> None:
    view = diagram()
    edge = view.canvas.scene.graph.edge_by_id[_BUNDLE]
    route = view.canvas.scene.picture.route_by_id[_BUNDLE]
    assert route.mark is not None
    QTest.mouseClick(view.canvas, LEFT, pos=view.canvas.camera.to_screen(QPointF(*route.mark)).toPoint())
    assert _picked(view) == edge.elements
    assert _BUNDLE in view.canvas.look.opened
    for key in edge.elements:
        QTest.mouseClick(view.canvas, LEFT, pos=_strand(view, key))
        assert _picked(view) == (key,)
        assert _BUNDLE in view.canvas.look.opened


def _strand(view: DiagramView, key: str) -> QPoint:
    """Where one strand of the opened bundle lies by itself."""
    canvas, edge = view.canvas, view.canvas.scene.graph.edge_by_id[_BUNDLE]
    shift = shifts(len(edge.elements))[edge.elements.index(key)]
    for x, y in canvas.scene.picture.route_by_id[_BUNDLE].polyline(24):
        point = canvas.camera.to_screen(QPointF(x, y + shift)).toPoint()
        found = canvas.hit_at(QPointF(point))
        if found and found.elements == (key,):
            return point
    raise AssertionError(f"{key} can nowhere be hit")


def test_control_adds_and_takes_away(diagram: Open) -> None:
    view = diagram()
    _click(view, "china")
    _click(view, "russia", CONTROL)
    assert set(_picked(view)) == {"china", "russia"}
    _click(view, "china", CONTROL)
    assert _picked(view) == ("russia",)


def test_a_click_on_the_ground_lets_go(diagram: Open) -> None:
    view = diagram()
    _click(view, "china")
    QTest.mouseClick(view.canvas, LEFT, CONTROL, QPoint(2, 2))
    assert _picked(view) == ("china",)
    QTest.mouseClick(view.canvas, LEFT, pos=QPoint(2, 2))
    assert _picked(view) == ()
    assert view.canvas.look.lit is None


def test_another_button_picks_nothing(diagram: Open) -> None:
    view = diagram()
    QTest.mouseClick(view.canvas, Qt.MouseButton.RightButton, pos=_at(view, "china"))
    assert _picked(view) == ()


def test_a_double_click_on_the_ground_fits(diagram: Open) -> None:
    view = diagram()
    fitted = view.canvas.camera
    view.zoom_out()
    assert view.canvas.camera != fitted
    QTest.mouseDClick(view.canvas, LEFT, pos=QPoint(2, 2))
    assert view.canvas.camera == fitted


def test_what_is_picked_elsewhere_comes_into_view(diagram: Open) -> None:
    view = diagram()
    view.canvas.zoom(4.0, QPointF(0, 0))
    scale = view.canvas.camera.scale
    view.session.select("good-war-objectives")
    assert view.canvas.rect().contains(_at(view, "good-war-objectives"))
    assert view.canvas.camera.scale == scale


# --- dragging -----------------------------------------------------------------------------------------------------


def test_a_dragged_box_keeps_its_place_and_can_be_undone(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.scene.picture
    camera = view.canvas.camera
    _drag(view, _at(view, "abroad"), QPoint(60, 40))
    after = view.canvas.scene.picture.box_by_id["abroad"]
    old = before.box_by_id["abroad"]
    assert abs(after.x - old.x - 60 / camera.scale) < 1.5
    assert abs(after.y - old.y - 40 / camera.scale) < 1.5
    rest = [box for box in view.canvas.scene.picture.boxes if box.id != "abroad"]
    assert rest == [box for box in before.boxes if box.id != "abroad"]
    assert len(view.session.history.past) == 1
    assert view.session.history.undo_label == "Move Abroad, unnamed"
    assert _picked(view) == ()
    view.session.undo()
    assert view.canvas.scene.picture == before


def test_tidy_lets_the_layout_place_all_again(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.scene.picture
    _drag(view, _at(view, "abroad"), QPoint(60, 40))
    assert view.canvas.scene.picture != before
    view.tidy()
    assert view.canvas.scene.picture == before
    view.session.undo()
    assert view.canvas.scene.picture != before


def test_a_box_dragged_beyond_the_corner_is_brought_into_view_by_fit(diagram: Open) -> None:
    view = diagram()
    _drag(view, _at(view, "north-korea"), QPoint(-300, -200))
    view.fit()
    assert view.canvas.rect().contains(_at(view, "north-korea"))


def test_a_trembling_hand_still_clicks(diagram: Open) -> None:
    view = diagram()
    _drag(view, _at(view, "china"), QPoint(2, 2))
    assert _picked(view) == ("china",)
    assert view.session.history.past == ()


def test_dragging_the_ground_pans(diagram: Open) -> None:
    view = diagram()
    camera = view.canvas.camera
    _drag(view, QPoint(3, 3), QPoint(50, 20))
    assert view.canvas.camera == camera.panned(QPointF(50, 20))
    assert view.session.history.past == ()


# --- zoom ---------------------------------------------------------------------------------------------------------


def _wheel(view: DiagramView, at: QPointF, *, turn: int = 0, pixels: QPoint | None = None,
           modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:  # fmt: skip
    QApplication.sendEvent(
        view.canvas,
        QWheelEvent(
            at, view.canvas.mapToGlobal(at), pixels or QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's own signature
        ),
    )  # fmt: skip


def test_the_wheel_zooms_at_the_cursor(diagram: Open) -> None:
    view, at = diagram(), QPointF(333, 222)
    before = view.canvas.camera.to_sheet(at)
    scale = view.canvas.camera.scale
    _wheel(view, at, turn=240)
    after = view.canvas.camera.to_screen(before)
    assert view.canvas.camera.scale > scale
    assert (after - at).manhattanLength() < 0.01
    _wheel(view, at, turn=-240)
    assert abs(view.canvas.camera.scale - scale) < 1e-9


def test_a_touchpad_pans_and_with_control_zooms(diagram: Open) -> None:
    view, at = diagram(), QPointF(300, 300)
    camera = view.canvas.camera
    _wheel(view, at, turn=30, pixels=QPoint(5, 10))
    assert view.canvas.camera == camera.panned(QPointF(5, 10))
    _wheel(view, at, turn=120, pixels=QPoint(0, 30), modifier=CONTROL)
    assert view.canvas.camera.scale > camera.scale


def test_shift_and_wheel_pan_sideways(diagram: Open) -> None:
    view = diagram()
    camera = view.canvas.camera
    _wheel(view, QPointF(300, 300), turn=120, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert view.canvas.camera == camera.panned(QPointF(60, 0))


def test_a_fitted_sheet_stays_fitted_when_the_window_changes(diagram: Open) -> None:
    view = diagram()
    view.resize(900, 600)
    canvas = view.canvas
    shown = canvas.camera.transform().mapRect(canvas._sheet())
    assert canvas.rect().adjusted(-1, -1, 1, 1).contains(shown.toAlignedRect())


def test_zoom_to_what_is_picked_brings_its_chain_near(diagram: Open) -> None:
    view = diagram(width=700, height=500)
    view.session.select("flow-f10")
    before = view.canvas.camera.scale
    view.zoom_to_selection()
    assert view.canvas.camera.scale > before
    assert all(view.canvas.rect().contains(_at(view, key)) for key in ("north-korea", "russia"))
    view.zoom_out()
    assert view.canvas.camera.scale < 1.25


# --- keys ---------------------------------------------------------------------------------------------------------


def test_arrows_walk_over_the_boxes(diagram: Open) -> None:
    view = diagram()
    view.session.select("company-turkey")
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert _picked(view) == ("good-microelectronics",)
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.session.selection.focus is not None
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    assert len(_picked(view)) == 1


def test_the_first_arrow_begins_at_the_upper_left(diagram: Open) -> None:
    view = diagram()
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    (key,) = _picked(view)
    assert view.canvas.scene.picture.box_by_id[key].lane == "supplier"


def test_space_pins_and_the_walk_goes_on_beside_it(diagram: Open) -> None:
    view = diagram()
    view.session.select("company-turkey")
    QTest.keyClick(view.canvas, Qt.Key.Key_Space)
    _click(view, "north-korea")
    assert _picked(view) == ("north-korea", "company-turkey")
    QTest.mouseClick(view.canvas, LEFT, pos=QPoint(2, 2))
    assert _picked(view) == ("north-korea", "company-turkey")
    assert view.unpin()
    assert not view.unpin()
    QTest.mouseClick(view.canvas, LEFT, pos=QPoint(2, 2))
    assert _picked(view) == ()


def test_arrows_go_on_from_the_box_in_focus_while_another_is_pinned(diagram: Open) -> None:
    view = diagram()
    view.session.select("russia")
    QTest.keyClick(view.canvas, Qt.Key.Key_Space)
    _click(view, "company-turkey")
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert _picked(view) == ("good-microelectronics", "russia")


def test_space_twice_lets_go_of_the_pin(diagram: Open) -> None:
    view = diagram()
    view.session.select("china")
    QTest.keyClick(view.canvas, Qt.Key.Key_Space)
    QTest.keyClick(view.canvas, Qt.Key.Key_Space)
    assert not view.unpin()


def test_enter_asks_for_the_card(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.cardAsked, timeout=1000):
            QTest.keyClick(view.canvas, key)


def test_a_depth_lights_the_neighbourhood(diagram: Open) -> None:
    view = diagram()
    view.session.select("good-artillery-shells")
    view.session.deepen(1)
    lit = view.canvas.look.lit
    assert lit is not None
    assert lit.nodes == {"good-artillery-shells", "north-korea", "russia"}


# --- legend, lens, theme ------------------------------------------------------------------------------------------


def test_a_click_on_the_legend_filters_and_another_shows_again(diagram: Open) -> None:
    view = diagram()
    picture = view.canvas.scene.picture
    place = view.legend.point_of("Denied")
    assert place is not None
    QTest.mouseClick(view.legend, LEFT, pos=place.toPoint())
    assert view.session.lens == Lens().switched("stance", "denies", on=False)
    assert "flow-f12" in view.canvas.look.hidden
    assert view.canvas.scene.picture is picture
    QTest.mouseClick(view.legend, LEFT, pos=place.toPoint())
    assert view.session.lens == Lens()
    assert not view.canvas.look.hidden


def test_a_low_pane_keeps_its_room_for_the_diagram(diagram: Open) -> None:
    view = diagram(height=280)
    assert view.legend.isHidden()
    view.resize(900, 600)
    assert not view.legend.isHidden()
    view.set_legend_visible(False)
    assert view.legend.isHidden()


def test_words_of_the_legend_that_are_no_filter_do_nothing(diagram: Open) -> None:
    view = diagram()
    place = view.legend.point_of("Several in one line")
    assert place is not None
    QTest.mouseClick(view.legend, LEFT, pos=place.toPoint())
    assert view.session.lens == Lens()


@_TIPS
def test_the_legend_says_what_a_click_would_do(diagram: Open) -> None:
    view = diagram()
    for verb in ("Hide", "Show"):
        place = view.legend.point_of("Denied")
        assert place is not None
        _hover_long(view.legend, place.toPoint())
        assert QToolTip.text().endswith(f"{verb}: Denied</p>")
        QTest.mouseClick(view.legend, LEFT, pos=place.toPoint())
    view.set_legend_visible(False)
    assert not view.legend.isVisible()


def test_the_legend_wraps_where_the_window_is_narrow(diagram: Open) -> None:
    wide, narrow = diagram(width=1300), diagram(width=500)
    assert narrow.legend.height() > wide.legend.height()
    assert narrow.legend.sizeHint().height() == narrow.legend.height()


def test_everything_filtered_away_says_how_to_get_it_back(diagram: Open) -> None:
    view = diagram()
    lens = view.session.lens
    for kind in ("state", "company", "company-group", "unnamed", "region"):
        lens = lens.switched("kind", f"actors/{kind}", on=False)
    for kind in ("technology", "electronics", "machinery", "weapons", "ammunition", "parts", "dual-use", "use"):
        lens = lens.switched("kind", f"goods/{kind}", on=False)
    view.session.look(lens)
    assert view._empty.isVisible()
    assert "Show all" in view._empty.text()
    view.session.look(lens.cleared())
    assert not view._empty.isVisible()


def test_another_view_is_fitted_and_the_first_comes_back_as_it_was(diagram: Open) -> None:
    view = diagram()
    picture = view.canvas.scene.picture
    view.session.look(Lens(view="relations"))
    assert view.canvas.scene.graph.view == "relations"
    assert view.canvas.rect().contains(_at(view, "stoltenberg"))
    view.session.look(Lens())
    assert view.canvas.scene.picture == picture


def test_light_and_dark_paint_other_pixels(diagram: Open, qapp: QApplication) -> None:
    view = diagram()
    light = view.canvas.grab().toImage()
    theme.dress(qapp, "dark")
    dark = view.canvas.grab().toImage()
    theme.dress(qapp, "light")
    assert light.pixelColor(2, 2) == theme.colour("ground", "light")
    assert dark.pixelColor(2, 2) == theme.colour("ground", "dark")
    assert view.canvas.grab().toImage() == light


def test_a_filter_takes_ink_off_the_sheet(diagram: Open) -> None:
    view = diagram()
    before, place = view.canvas.grab().toImage(), _at(view, "good-lethal-weapons")
    view.session.look(Lens().switched("stance", "denies", on=False))
    after = view.canvas.grab().toImage()
    assert before != after
    colours = {after.pixelColor(place.x() + dx, place.y() + dy).name() for dx in range(-20, 20) for dy in range(-8, 8)}
    assert colours == {theme.colour("panel").name()}


def test_what_is_marked_and_what_is_picked_is_painted(diagram: Open) -> None:
    view = diagram()
    plain = view.canvas.grab().toImage()
    view.mark(["china"])
    marked = view.canvas.grab().toImage()
    view.mark([])
    assert view.canvas.grab().toImage() == plain != marked
    view.session.select("measure-m1")
    assert view.canvas.grab().toImage() != plain


@pytest.mark.parametrize("zoom", [0.05, 0.3, 0.5, 3.0])
def test_it_is_painted_from_afar_and_from_near(diagram: Open, zoom: float) -> None:
    view = diagram()
    view.canvas.zoom(zoom / view.canvas.camera.scale)
    image = view.canvas.grab().toImage()
    middle = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    assert len(set(middle)) > 3


# --- hover and words ----------------------------------------------------------------------------------------------


def _hover_long(widget: QWidget, place: QPoint) -> None:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def _hover(view: DiagramView, element: str | None) -> None:
    """Move the mouse there; at once, without the window system in between."""
    place = QPointF(_at(view, element)) if element else QPointF(2, 2)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.canvas.mapToGlobal(place), none, none, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(view.canvas, event)


def test_hovering_shows_a_hand_and_lets_go(diagram: Open) -> None:
    view = diagram()
    _hover(view, "china")
    assert _hovered(view) == "china"
    assert view.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    _hover(view, None)
    assert _hovered(view) is None
    assert view.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    _hover(view, "china")
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert _hovered(view) is None


def test_hovering_changes_nothing_else_of_the_look(diagram: Open) -> None:
    view = diagram()
    _click(view, "china")
    _hover(view, None)
    before = view.canvas.look
    _hover(view, "russia")
    look = view.canvas.look
    assert look.hovered == "russia"
    assert Look(look.picked, look.lit, look.hidden, look.marked, None, look.opened) == before


def _hostile() -> Case:
    name = "<img src=/canary> <b>Bold</b> & Co"
    return Case.model_validate(
        {"title": "t", "actors": [{"id": "a", "kind": "state", "name": name}],
         "goods": [{"id": "g", "kind": "weapons", "name": "<h1>guns</h1>"}],
         "flows": [{"id": "f", "kind": "supply", "supplier": "a", "good": "g"}]}
    )  # fmt: skip


def test_markup_in_a_name_is_shown_plainly(diagram: Open) -> None:
    view = diagram(_hostile())
    words = " ".join(line.text for line in view.canvas.scene.cards["a"].lines if line.style == "name")
    assert words == "<img src=/canary> <b>Bold</b> & Co"
    view.session.select("a")
    view.show_summary()
    labels = view.hovering.card.findChildren(QLabel)
    assert "<img src=/canary> <b>Bold</b> & Co" in [one.text() for one in labels]
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}
    view.canvas.grab()


def test_an_empty_case_says_so(diagram: Open) -> None:
    view = diagram(Case(title="Empty"))
    assert view._empty.isVisible()
    assert view._empty.text() == "Nothing to draw yet: this case has no flows or relations."
    assert view.legend.height() == 0
    QTest.mouseClick(view.canvas, LEFT, pos=QPoint(50, 50))
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert _picked(view) == ()


def test_another_case_is_shown_fitted(diagram: Open) -> None:
    view = diagram(_hostile())
    view.session.open(Opened(article(), check(article())))
    assert "china" in view.canvas.scene.picture.box_by_id
    assert view.canvas.rect().contains(_at(view, "china"))
    assert not view._empty.isVisible()


def test_the_first_painting_is_told_once(qtbot: QtBot) -> None:
    session = Session(Opened(article(), check(article())))
    view = DiagramView(session, Pipeline(session, fonts.measured, session))
    session.setParent(view)
    told: list[bool] = []
    view.firstPainted.connect(lambda: told.append(True))
    view.begin()
    with qtbot.waitSignal(view.firstPainted, timeout=2000):
        stage = on_stage(qtbot, view, 800, 600)
    assert stage.isVisible()
    view.canvas.repaint()
    view.canvas.repaint()
    assert told == [True]


# --- minimap ------------------------------------------------------------------------------------------------------


def _many(count: int) -> Case:
    actors = [{"id": f"a{i}", "kind": "company", "name": f"Company {i}"} for i in range(count)]
    goods = [{"id": "g", "kind": "weapons", "name": "guns"}]
    flows = [{"id": f"f{i}", "kind": "supply", "supplier": f"a{i}", "good": "g"} for i in range(count)]
    return Case.model_validate({"title": "t", "actors": actors, "goods": goods, "flows": flows})


def test_the_minimap_comes_above_sixty_boxes(diagram: Open) -> None:
    assert not diagram().canvas.minimap_shown()
    many = diagram(_many(70))
    assert not many.canvas.minimap_shown()  # all of it is in view: there is nowhere to go
    many.canvas.zoom(3.0)
    assert many.canvas.minimap_shown()
    with_map = many.canvas.grab().toImage()
    many.set_minimap_visible(False)
    assert not many.canvas.minimap_shown()
    without = many.canvas.grab().toImage()
    corner = frame(many.canvas.rect().toRectF()).center().toPoint()
    area = [(corner.x() + dx, corner.y() + dy) for dx in range(-60, 60, 3) for dy in range(-50, 50, 3)]
    assert any(with_map.pixel(*place) != without.pixel(*place) for place in area)


def test_the_minimap_can_be_wanted_for_a_small_case(diagram: Open) -> None:
    view = diagram()
    before = view.canvas.grab().toImage()
    view.set_minimap_visible(True)
    assert view.canvas.grab().toImage() != before
