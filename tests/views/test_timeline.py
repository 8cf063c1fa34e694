"""The timeline pane: what is clicked is picked, what is brushed is looked at, nothing loads before it is seen."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer import assets
from explorer.case.case import Case
from explorer.case.check import check
from explorer.case.file import read
from explorer.layout.days import day_of
from explorer.session.state import Opened, Session
from explorer.views.kit import theme
from explorer.views.timeline.plot import TimePlot
from explorer.views.timeline.view import Timeline

MARCH, JULY = date(2023, 3, 1), date(2023, 7, 31)
EXACT, MEASURE, FLOW, UNDATED = "event-e11", "measure-m5", "flow-f4", "flow-f2"


@pytest.fixture(scope="module")
def case() -> Case:
    return read(assets.resource("cases/stoltenberg-china.json"))


@pytest.fixture
def session(case: Case) -> Session:
    return Session(Opened(case, check(case)))


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> Iterator[Timeline]:
    # In a window of its own, as in a dock: a pane alone would hand its least size to the screen, which has no frames.
    window = QWidget()
    qtbot.addWidget(window)
    made = Timeline(session, window)
    made.begin()
    window.resize(1200, 600)
    made.resize(1000, 560)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: made.plot is not None)
    qtbot.waitUntil(lambda: made.point_of(EXACT) is not None)
    yield made
    window.close()


def plot(pane: Timeline) -> TimePlot:
    assert pane.plot is not None
    return pane.plot


def click(qtbot: QtBot, pane: Timeline, element: str) -> None:
    point = pane.point_of(element)
    assert point is not None
    viewport = plot(pane).canvas.viewport()
    at = viewport.mapFrom(pane, point)
    QTest.mouseMove(viewport, at)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)


def press(pane: Timeline, key: Qt.Key) -> None:
    QTest.keyClick(plot(pane).canvas, key)


def drag(qtbot: QtBot, pane: Timeline, first: date, last: date) -> None:
    """Drag with the left button over the ground between two days."""
    view, box = plot(pane).canvas, plot(pane).box
    y = plot(pane).marks.places.frame.height - 3
    points = []
    for day in (first, last):
        x = box.mapViewToScene(QPointF(day_of(day), 0)).x()
        points.append(view.mapFromScene(QPointF(x, y)))
    viewport = view.viewport()
    QTest.mouseMove(viewport, points[0])
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=points[0])
    for share in (0.5, 1.0):
        step = points[0] + (points[1] - points[0]) * share
        QTest.mouseMove(viewport, QPoint(round(step.x()), step.y()))
        qtbot.wait(15)  # pyqtgraph drops moves that follow each other faster than it draws
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=points[1])


@pytest.mark.slow
def test_importing_the_panes_loads_no_plotting() -> None:
    panes = "explorer.views.timeline.view, explorer.views.charts.view"
    code = f"import sys, {panes}; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_calm_line_stands_there_until_the_plot_is_built(qtbot: QtBot, session: Session) -> None:
    made = Timeline(session)
    qtbot.addWidget(made)
    made.begin()
    assert made.plot is None
    assert made.point_of(EXACT) is None
    assert made.waiting.text() == "Drawing the timeline …"
    made.build()
    built = made.plot
    made.build()
    assert made.plot is built


@pytest.mark.parametrize("element", [EXACT, MEASURE, FLOW, "event-e1", "figure-n1"])
def test_a_click_picks(qtbot: QtBot, pane: Timeline, session: Session, element: str) -> None:
    click(qtbot, pane, element)
    assert session.selection.ids == (element,)
    point = pane.point_of(element)
    assert point is not None
    assert pane.element_at(point) == element


def test_a_click_on_the_ground_picks_nothing(qtbot: QtBot, pane: Timeline, session: Session) -> None:
    session.select(FLOW)
    viewport = plot(pane).canvas.viewport()
    QTest.mouseClick(
        viewport, Qt.MouseButton.LeftButton, pos=QPoint(4, round(plot(pane).marks.places.frame.height) - 3)
    )
    assert session.selection.ids == ()


def test_a_drag_brushes_a_period_of_whole_days(qtbot: QtBot, pane: Timeline, session: Session) -> None:
    drag(qtbot, pane, MARCH, date(2023, 8, 1))
    since, until = session.lens.since, session.lens.until
    assert since is not None
    assert until is not None
    assert abs((since - MARCH).days) <= 1
    assert abs((until - JULY).days) <= 1
    assert plot(pane).brush.region.isVisible()
    assert plot(pane).brush.region.getRegion() == (day_of(since), day_of(until) + 1)
    assert pane.period.text().startswith("Period: ")


def test_a_period_set_elsewhere_moves_the_brush_and_is_not_told_back(pane: Timeline, session: Session) -> None:
    told: list[object] = []
    session.lensChanged.connect(told.append)
    session.look(replace(session.lens, since=MARCH, until=JULY))
    assert plot(pane).brush.region.getRegion() == (day_of(MARCH), day_of(JULY) + 1)
    assert pane.period.text() == "Period: March to July 2023"
    assert len(told) == 1
    pane.clear.click()
    assert session.lens.since is None
    assert session.lens.until is None
    assert not plot(pane).brush.region.isVisible()
    assert not pane.clear.isVisible()


def test_an_open_end_of_a_period_stays_open(pane: Timeline, session: Session) -> None:
    session.look(replace(session.lens, since=MARCH))
    region = plot(pane).brush.region
    region.lines[0].setValue(day_of(JULY))
    region.lineMoveFinished()
    assert (session.lens.since, session.lens.until) == (JULY, None)


def test_moving_the_brush_tells_while_it_moves(qtbot: QtBot, pane: Timeline, session: Session) -> None:
    session.look(replace(session.lens, since=MARCH, until=JULY))
    with qtbot.waitSignal(session.lensChanged, timeout=1000):
        plot(pane).brush.region.setRegion((day_of(MARCH) + 10.4, day_of(JULY) + 11.4))
    assert session.lens.since == date(2023, 3, 11)


def test_a_double_click_brushes_the_period_of_a_bar(qtbot: QtBot, pane: Timeline, session: Session) -> None:
    point = pane.point_of(FLOW)
    assert point is not None
    viewport = plot(pane).canvas.viewport()
    at = viewport.mapFrom(pane, point)
    QTest.mouseMove(viewport, at)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert (session.lens.since, session.lens.until) == (MARCH, JULY)


def test_outside_of_the_period_marks_fade_and_stay(pane: Timeline, session: Session) -> None:
    session.look(replace(session.lens, since=MARCH, until=JULY))
    look = plot(pane).marks.look
    assert look.opacity(EXACT) < look.opacity(FLOW) == 1.0
    assert pane.point_of(EXACT) is not None


def test_a_kind_switched_off_leaves_no_mark(pane: Timeline, session: Session, case: Case) -> None:
    session.look(session.lens.switched("kind", f"events/{case.events[EXACT].kind}", on=False))
    assert pane.point_of(EXACT) is None
    session.look(session.lens.cleared())
    assert pane.point_of(EXACT) is not None


def test_what_is_picked_is_lit_with_what_names_it(pane: Timeline, session: Session) -> None:
    session.select("russia")
    look = plot(pane).marks.look
    assert look.opacity(FLOW) == 1.0
    assert look.opacity(EXACT) < 1.0
    session.select("bbc")
    assert look.picked == {"russia"}
    session.select()
    assert plot(pane).marks.look.opacity(EXACT) == 1.0


def test_what_has_no_date_is_listed_and_can_be_picked(qtbot: QtBot, pane: Timeline, session: Session) -> None:
    session.select(UNDATED)
    assert pane.undated.text().endswith("the one picked is among them")
    session.select()
    pane.undated.click()
    assert pane.list.isVisible()
    rows = [pane.list.item(row) for row in range(pane.list.count())]
    wanted = next(row for row in rows if row.data(Qt.ItemDataRole.UserRole) == UNDATED)
    pane.list.scrollToItem(wanted)
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualItemRect(wanted).center())
    assert session.selection.ids == (UNDATED,)
    listed = sum(row.flags() != Qt.ItemFlag.NoItemFlags for row in rows)
    assert f"No date said: {listed}" in pane.undated.text()


def test_the_keyboard_walks_picks_brushes_and_zooms(qtbot: QtBot, pane: Timeline, session: Session) -> None:
    order = plot(pane).lanes.marks
    press(pane, Qt.Key.Key_Home)
    assert plot(pane).marks.look.cursor == order[0].key
    press(pane, Qt.Key.Key_Right)
    press(pane, Qt.Key.Key_Return)
    assert session.selection.ids == (order[1].id,)
    assert order[1].words.splitlines()[0] in plot(pane).canvas.accessibleDescription()
    press(pane, Qt.Key.Key_End)
    press(pane, Qt.Key.Key_Left)
    assert plot(pane).marks.look.cursor == order[-2].key
    press(pane, Qt.Key.Key_Home)
    press(pane, Qt.Key.Key_P)
    assert order[0].first is not None
    assert session.lens.since is not None
    assert day_of(session.lens.since) == order[0].first
    before = plot(pane).marks.places.frame.scale
    press(pane, Qt.Key.Key_Plus)
    assert plot(pane).marks.places.frame.scale > before
    press(pane, Qt.Key.Key_0)
    assert plot(pane).marks.places.frame.scale == pytest.approx(before)


def test_with_shift_the_wheel_scrolls_the_rows(pane: Timeline, qtbot: QtBot) -> None:
    pane.resize(760, 190)
    qtbot.waitUntil(lambda: plot(pane).rows.maximum() > 0)
    scale = plot(pane).marks.places.frame.scale
    viewport = plot(pane).canvas.viewport()
    middle = QPointF(viewport.rect().center())
    natural = False
    turn = QWheelEvent(
        middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier, Qt.ScrollPhase.NoScrollPhase, natural,
    )  # fmt: skip
    QApplication.sendEvent(viewport, turn)
    assert plot(pane).rows.value() > 0
    assert plot(pane).marks.places.frame.scale == pytest.approx(scale)


def test_what_is_picked_elsewhere_comes_into_view(pane: Timeline, session: Session, qtbot: QtBot) -> None:
    pane.resize(760, 190)
    qtbot.waitUntil(lambda: plot(pane).rows.maximum() > 0)
    session.select("figure-n1")
    point = pane.point_of("figure-n1")
    assert point is not None
    assert pane.element_at(point) == "figure-n1"


@pytest.mark.qt_log_ignore("This plugin does not support raise")  # the screen that is none has no windows to raise
def test_the_tooltip_says_what_when_why_and_who(pane: Timeline) -> None:
    viewport = plot(pane).canvas.viewport()
    point = pane.point_of(EXACT)
    assert point is not None
    at = viewport.mapFrom(pane, point)
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    text = QToolTip.text()
    assert "Stoltenberg meets Biden" in text
    assert "17 June 2024 (worked out)" in text
    assert "Worked out: " in text
    QToolTip.hideText()


def test_a_drag_with_shift_moves_along_and_brushes_nothing(pane: Timeline, session: Session, qtbot: QtBot) -> None:
    viewport, origin = plot(pane).canvas.viewport(), plot(pane).marks.places.frame.origin
    y = round(plot(pane).marks.places.frame.height) - 3
    shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, shift, QPoint(300, y))
    for x in (340, 400):
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(x, y), viewport.mapToGlobal(QPointF(x, y)), left, left, shift
        )
        QApplication.sendEvent(viewport, moved)
        qtbot.wait(15)  # pyqtgraph drops moves that follow each other faster than it draws
    QTest.mouseRelease(viewport, left, shift, QPoint(400, y))
    assert plot(pane).marks.places.frame.origin > origin + 40
    assert not session.lens.filters


def test_without_a_date_it_says_so(pane: Timeline, session: Session) -> None:
    empty = Case(title="Empty")
    session.open(Opened(empty, check(empty)))
    assert pane.waiting.isVisible()
    assert pane.waiting.text() == "Nothing here has a date."
    assert not plot(pane).isVisible()
    assert not pane.undated.isVisible()


def test_the_keyboard_enters_at_what_is_picked(pane: Timeline, session: Session, qtbot: QtBot) -> None:
    session.select(FLOW)
    plot(pane).canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: plot(pane).marks.look.cursor == FLOW)


def test_another_ground_is_taken_up(pane: Timeline, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    grounds = []
    both: tuple[theme.Ground, theme.Ground] = ("light", "dark")
    for ground in both:
        theme.dress(application, ground)
        grounds.append(plot(pane).canvas.backgroundBrush().color().name())
    assert grounds == [theme.colour("surface", "light").name(), theme.colour("surface", "dark").name()]
    theme.dress(application, "light")


def test_a_crowd_of_flows_is_counted_until_something_is_picked(pane: Timeline, session: Session, case: Case) -> None:
    flow = case.flows[FLOW]
    many = {f"more-{n}": flow.model_copy(update={"id": f"more-{n}"}) for n in range(200)}
    large = case.replaced(flows={**case.flows, **many})
    session.open(Opened(large, check(large)))
    shown = plot(pane)
    assert shown.lanes.throngs["flows"].total > 200
    assert pane.point_of(FLOW) is None
    assert pane.point_of(EXACT) is not None
    assert "2" in shown.canvas.accessibleDescription()
    session.select("more-7")
    assert [mark.id for mark in shown.lanes.marks if mark.lane == "flows"] == ["more-7"]
    assert pane.point_of("more-7") is not None
    session.select()
    assert pane.point_of("more-7") is None
