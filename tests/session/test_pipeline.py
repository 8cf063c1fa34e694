"""The pipeline: a scene per view, laid out once; a filter costs no layout, a command gives a new scene.

A large case is drawn by a worker: only what is asked for last is told, and what stood stays until then.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.case.case import Case
from explorer.case.check import check
from explorer.case.parts import Relation
from explorer.edit.commands import AddRelation, MoveBox
from explorer.generate.make import generated
from explorer.generate.size import Size
from explorer.graph.lens import Lens
from explorer.layout.card import Style, fixed
from explorer.layout.scene import Scene
from explorer.session.jobs import Jobs
from explorer.session.pipeline import SMALL, Pipeline
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


# --- a large case, drawn by a worker ---------------------------------------------------------------------------------


@cache
def _large() -> Case:
    case = generated(Size(120, 30, 400, 1))
    assert len(case.actors) + len(case.goods) + len(case.flows) > SMALL
    return case


@cache
def _huge() -> Case:
    return generated(Size(1_500, 50, 1_500, 1))


def _boxes(scene: Scene) -> int:
    return len(scene.picture.boxes)


class Watched:
    """A session whose large cases are drawn by a worker, and everything that was told."""

    def __init__(self, qtbot: QtBot, case: Case) -> None:
        self.qtbot, self.jobs = qtbot, Jobs()
        self.session = Session(Opened(case, check(case)))
        self.fails = False
        self.pipeline = Pipeline(self.session, self._measure, jobs=self.jobs, prepare=_boxes)
        self.scenes: list[Scene] = []
        self.drawing: list[bool] = []
        self.pipeline.sceneChanged.connect(self.scenes.append)
        self.pipeline.drawingChanged.connect(self.drawing.append)

    def _measure(self, text: str, style: Style) -> float:
        if self.fails:
            raise OSError("the font is gone")
        return fixed(text, style)

    def look(self, lens: Lens) -> Scene:
        """Wait for the scene of a lens."""
        with self.qtbot.waitSignal(self.pipeline.sceneChanged, timeout=20_000):
            self.session.look(lens)
        return self.pipeline.scene

    def first(self) -> Scene:
        """Wait for the first scene."""
        with self.qtbot.waitSignal(self.pipeline.sceneChanged, timeout=20_000):
            assert self.pipeline.scene == Scene()
        return self.pipeline.scene

    def rest(self) -> None:
        """Wait until nothing runs any more."""
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=20_000)


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[list[Watched]]:
    made: list[Watched] = []
    yield made
    for one in made:
        assert one.jobs.close()
        one.jobs.deleteLater()


@pytest.fixture
def watched(qtbot: QtBot, watch: list[Watched]) -> Watched:
    watch.append(Watched(qtbot, _large()))
    return watch[0]


def test_a_large_case_is_drawn_by_a_worker_and_told_when_it_is_done(watched: Watched) -> None:
    assert watched.pipeline.scene == Scene()
    assert watched.pipeline.drawing
    assert watched.jobs.busy == (("draw", "Drawing 150 actors and goods"),)
    with watched.qtbot.waitSignal(watched.pipeline.sceneChanged, timeout=20_000):
        assert watched.pipeline.scene == Scene()
    assert watched.scenes == [watched.pipeline.scene]
    assert len(watched.pipeline.scene.picture.boxes) > 100
    assert watched.drawing == [True, False]
    assert not watched.pipeline.drawing


def test_what_showing_a_scene_asks_for_is_worked_out_with_it(watched: Watched) -> None:
    scene = watched.first()
    assert scene.prepared == len(scene.picture.boxes)
    relations = watched.look(Lens(view="relations"))
    assert relations.prepared == len(relations.picture.boxes) != scene.prepared


def test_a_small_case_needs_no_worker(qtbot: QtBot, watch: list[Watched]) -> None:
    watch.append(Watched(qtbot, small_case()))
    assert watch[0].pipeline.scene.picture.boxes
    assert watch[0].pipeline.scene.prepared is None
    assert watch[0].jobs.busy == ()


def test_a_scene_is_drawn_once_however_often_it_is_asked_for(watched: Watched) -> None:
    scene = watched.first()
    assert watched.pipeline.scene is scene
    assert watched.jobs.busy == ()
    assert watched.scenes == [scene]


def test_a_newer_lens_drops_the_older_answer(watched: Watched) -> None:
    watched.first()
    watched.session.look(Lens(view="relations"))
    scene = watched.look(Lens(view="both"))
    watched.rest()
    assert [told.graph.view for told in watched.scenes] == ["flow", "both"]
    assert scene.graph.view == "both"


def test_until_the_new_scene_is_there_the_old_one_of_the_view_stays(watched: Watched) -> None:
    before = watched.first()
    watched.session.look(Lens(grouped="country"))
    assert watched.pipeline.scene is before
    assert watched.pipeline.drawing
    watched.rest()
    assert watched.pipeline.scene is not before
    assert watched.scenes == [before, watched.pipeline.scene]


def test_given_up_the_scene_stays_and_what_is_asked_next_is_drawn(watched: Watched) -> None:
    before = watched.first()
    watched.session.look(Lens(grouped="country"))
    watched.jobs.cancel("draw")
    assert not watched.pipeline.drawing
    assert watched.drawing == [True, False] * 2
    assert watched.pipeline.scene is before
    assert watched.look(Lens(grouped="kind")).picture.frames
    assert len(watched.scenes) == 2


def test_back_to_a_view_that_stands_while_another_one_is_drawn_it_is_told(watched: Watched) -> None:
    flow = watched.first()
    watched.look(Lens(view="relations"))
    watched.session.look(Lens(view="both"))
    watched.session.look(Lens())
    assert watched.scenes[-1] is flow
    assert not watched.pipeline.drawing
    watched.rest()
    assert watched.scenes[-1] is flow


def test_a_move_costs_no_layout(watched: Watched) -> None:
    before = watched.first()
    box = before.picture.boxes[0].id
    with watched.qtbot.waitSignal(watched.pipeline.sceneChanged, timeout=20_000):
        watched.session.do(MoveBox("flow", box, -50.0, -60.0))
    after = watched.pipeline.scene
    assert after.laid is before.laid
    assert (after.picture.box_by_id[box].x, after.picture.box_by_id[box].y) == (-50.0, -60.0)
    with watched.qtbot.waitSignal(watched.pipeline.sceneChanged, timeout=20_000):
        watched.session.undo()
    assert watched.pipeline.scene.picture.box_by_id[box] == before.picture.box_by_id[box]


def test_a_filter_keeps_the_picture_of_a_large_case_too(watched: Watched) -> None:
    before = watched.first()
    after = watched.look(Lens().switched("kind", "actors/company", on=False))
    assert after.picture is before.picture
    assert after.graph.hidden


def test_what_is_added_leaves_what_stands(watched: Watched) -> None:
    watched.first()
    before = watched.look(Lens(view="relations"))
    one, other = before.picture.boxes[0].id, before.picture.boxes[-1].id
    kind = next(iter(_large().relations.values())).kind
    command = AddRelation(Relation(id="new", kind=kind, subject=one, role="knows", object=other))
    with watched.qtbot.waitSignal(watched.pipeline.sceneChanged, timeout=20_000):
        watched.session.do(command)
    after = watched.pipeline.scene
    assert "new" in {key for edge in after.graph.edges for key in edge.elements}
    assert after.laid is not before.laid
    assert {box.id for box in after.picture.boxes} == {box.id for box in before.picture.boxes}
    old = before.picture.box_by_id
    ways = [abs(box.x - old[box.id].x) + abs(box.y - old[box.id].y) for box in after.picture.boxes]
    assert sum(ways) / len(ways) < 5.0


def test_tidy_lays_out_anew_and_takes_pins_away(watched: Watched) -> None:
    before = watched.first()
    box = before.picture.boxes[0].id
    with watched.qtbot.waitSignal(watched.pipeline.sceneChanged, timeout=20_000):
        watched.session.do(MoveBox("flow", box, -50.0, -60.0))
    for _ in range(2):
        with watched.qtbot.waitSignal(watched.pipeline.sceneChanged, timeout=20_000):
            watched.pipeline.tidy()
        after = watched.pipeline.scene
        assert after.laid is not before.laid
        assert after.laid.boxes == before.laid.boxes
        assert after.picture.box_by_id[box].x >= 0.0
        before = after


def test_another_case_forgets_what_stood(watched: Watched) -> None:
    watched.first()
    watched.session.open(Opened(article(), check(article())))
    assert "good-microelectronics" in watched.scenes[-1].picture.box_by_id
    assert watched.jobs.busy == ()


def test_a_layout_that_fails_is_told_and_leaves_the_scene(watched: Watched) -> None:
    before = watched.first()
    watched.fails = True
    with watched.qtbot.waitSignal(watched.jobs.failed, timeout=20_000) as failed:
        watched.session.look(Lens(grouped="country"))
    assert failed.args is not None
    assert failed.args[:2] == ["draw", "the font is gone"]
    assert not watched.pipeline.drawing
    assert watched.pipeline.scene is before


@pytest.mark.parametrize("wanted", [True, False])
def test_a_very_large_case_is_drawn_quickly_first_and_better_if_that_is_wanted(
    qtbot: QtBot, watch: list[Watched], wanted: bool
) -> None:
    watch.append(Watched(qtbot, _huge()))
    (watched,) = watch
    watched.pipeline.wants_finer = lambda: wanted
    first = watched.first()
    assert [words for key, words in watched.jobs.busy if key == "refine"] == ["Untangling lines"]
    assert not watched.pipeline.drawing
    watched.rest()
    assert len(watched.scenes) == 1 + wanted
    assert watched.pipeline.scene is watched.scenes[-1]
    assert (watched.pipeline.scene is first) is not wanted
