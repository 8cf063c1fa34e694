"""The pipeline: a scene per view, laid out once; a filter costs no layout, a command gives a new scene."""

import pytest
from PySide6.QtWidgets import QApplication

from explorer.case.check import check
from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.layout.card import Style, fixed
from explorer.layout.scene import Scene
from explorer.session.pipeline import Pipeline
from explorer.session.state import Opened, Session
from tests.article import article
from tests.small_case import small_case


class Heard:
    """A session with its pipeline, and the scenes that were told."""

    def __init__(self) -> None:
        case = small_case()
        self.session = Session(Opened(case, check(case)))
        self.measured: list[str] = []
        self.pipeline = Pipeline(self.session, self._measure)
        self.scenes: list[Scene] = []
        self.pipeline.sceneChanged.connect(self.scenes.append)

    def _measure(self, text: str, style: Style) -> float:
        self.measured.append(text)
        return fixed(text, style)


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    return Heard()


def test_nothing_is_laid_out_before_it_is_asked_for(heard: Heard) -> None:
    assert heard.measured == []
    assert heard.pipeline.scene is heard.pipeline.scene
    assert heard.measured


def test_a_filter_keeps_the_picture_and_measures_nothing(heard: Heard) -> None:
    before = heard.pipeline.scene
    heard.measured.clear()
    heard.session.look(Lens().switched("stance", "denies", on=False))
    (after,) = heard.scenes
    assert after.picture is before.picture
    assert after.graph.hidden >= {"f-arms"}
    assert heard.measured == []


def test_another_view_has_a_scene_of_its_own_which_is_kept(heard: Heard) -> None:
    flow = heard.pipeline.scene
    heard.session.look(Lens(view="relations"))
    relations = heard.pipeline.scene
    assert relations.graph.view == "relations"
    heard.measured.clear()
    heard.session.look(Lens())
    assert heard.pipeline.scene.picture is flow.picture
    assert heard.measured == []


def test_filters_of_one_view_hold_in_the_other(heard: Heard) -> None:
    lens = Lens().switched("kind", "actors/state", on=False)
    heard.session.look(lens)
    heard.session.look(Lens("relations", off=lens.off))
    assert "china" in heard.pipeline.scene.graph.hidden
    heard.session.look(Lens())
    assert not heard.pipeline.scene.graph.hidden


def test_a_command_gives_a_new_scene_for_every_view(heard: Heard) -> None:
    heard.session.look(Lens(view="relations"))
    old = heard.pipeline.scene
    heard.session.do(MoveBox("relations", "china", 3.0, 4.0))
    assert heard.scenes[-1].picture.box_by_id["china"].x == 3.0
    assert heard.pipeline.scene is not old
    heard.session.undo()
    assert heard.pipeline.scene.picture == old.picture


def test_a_pick_changes_no_scene(heard: Heard) -> None:
    scene = heard.pipeline.scene
    heard.session.select("china")
    assert heard.scenes == []
    assert heard.pipeline.scene is scene


def test_another_case_is_told_with_its_own_scene(heard: Heard) -> None:
    heard.session.open(Opened(article(), check(article())))
    assert "good-microelectronics" in heard.scenes[0].picture.box_by_id
