"""The glide: with motion wanted boxes go to their new places step by step; whoever takes hold is there at once."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from explorer.layout.picture import Picture
from explorer.views.diagram.glide import LASTS
from explorer.views.diagram.view import DiagramView
from tests.views.hands import GROUND, Open, at, drag, press, release


def _glided(view: DiagramView) -> list[Picture]:
    """The pictures that are shown from now on."""
    shown: list[Picture] = []
    view.glide.stepped.connect(lambda scene, _camera: shown.append(scene.picture))
    return shown


def _glides(view: DiagramView) -> bool:
    return view.glide.running


def _moved(diagram: Open) -> tuple[DiagramView, float]:
    """A view with a box that was put elsewhere, and where it is."""
    view = diagram()
    drag(view, at(view, "abroad"), QPoint(60, 40))
    view.set_motion(True)
    return view, view.canvas.scene.picture.box_by_id["abroad"].x


def test_a_move_taken_back_glides_and_arrives(diagram: Open, qtbot: QtBot) -> None:
    view, start = _moved(diagram)
    shown = _glided(view)
    with qtbot.waitSignal(view.glide.arrived, timeout=3000):
        view.session.undo()
        assert _glides(view)
        assert view.canvas.scene.picture.box_by_id["abroad"].x == start
    end = view.canvas.scene.picture
    assert end == view._pipeline.scene.picture
    ways = [picture.box_by_id["abroad"].x for picture in shown]
    assert ways == sorted(ways, reverse=True)
    assert ways[0] == start > ways[-1] >= end.box_by_id["abroad"].x
    assert 0 < LASTS <= 250


def test_a_press_is_there_at_once(diagram: Open) -> None:
    view, _ = _moved(diagram)
    view.session.undo()
    assert _glides(view)
    press(view, GROUND)
    assert not _glides(view)
    assert view.canvas.scene.picture == view._pipeline.scene.picture
    release(view, GROUND)


def test_tidy_glides_to_the_fitted_sheet(diagram: Open, qtbot: QtBot) -> None:
    view = diagram()
    fitted = view.canvas.camera
    drag(view, at(view, "north-korea"), QPoint(-100, 300))
    view.set_motion(True)
    view.fit()
    assert view.canvas.camera != fitted
    with qtbot.waitSignal(view.glide.arrived, timeout=3000):
        view.tidy()
        assert _glides(view)
    assert view.canvas.camera == fitted


def test_for_who_asks_for_less_motion_nothing_glides(diagram: Open) -> None:
    view, _ = _moved(diagram)
    view.set_motion(False)
    shown = _glided(view)
    view.session.undo()
    assert not _glides(view)
    assert shown == []
    assert view.canvas.scene.picture == view._pipeline.scene.picture


def test_a_filter_another_view_and_another_case_do_not_glide(diagram: Open) -> None:
    view, _ = _moved(diagram)
    view.session.look(view.session.lens.switched("stance", "denies", on=False))
    assert not _glides(view)
    view.session.look(view.session.lens.cleared())
    view.session.undo()
    assert _glides(view)
    view.session.open(view.session.opened)
    assert not _glides(view)
