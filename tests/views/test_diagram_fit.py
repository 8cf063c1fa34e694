"""Names from afar: nearly all in one size, the rest in a second, cut only where there is no room."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from explorer.views.diagram.paint.fit import Fit, Sizes, fits, fitted, room
from tests.views.big import big_scene

pytestmark = pytest.mark.usefixtures("qapp")


def test_nearly_all_names_of_a_scene_have_one_size(qapp: QApplication) -> None:
    scene = big_scene(200)
    fit = Fit(scene)
    for scale in (0.3, 0.4, 0.5):
        sizes = fit.sizes(scale)
        assert sizes is fit.sizes(scale)
        assert 7.5 <= sizes.large * scale <= 10.5
        assert sizes.small < sizes.large
    near = fit.sizes(0.57)
    names = [(scene.graph.node_by_id[box.id].label, *room(box.width, box.height)) for box in scene.picture.boxes]
    assert sum(fits(*name, near.large) for name in names) > 0.85 * len(names)


def test_a_name_that_has_room_is_whole() -> None:
    assert fitted("Used pumps", 200, 60, Sizes(20, 15)) == (20, "Used pumps")
    assert fitted("Used pumps of some make", 120, 45, Sizes(30, 15)) == (15, "Used pumps of some make")


def test_what_has_no_room_is_cut_line_by_line() -> None:
    size, words = fitted("Tanmizin Microsystems", 90, 50, Sizes(30, 18))
    assert size == 18
    first, second = words.split("\n")
    assert first == "Tanmizin"
    assert second.startswith("Micro")
    assert second.endswith("…")


def test_a_name_without_words_has_room() -> None:
    assert fits("", 10, 10, 20)


def test_a_scene_without_boxes_has_sizes() -> None:
    scene = big_scene(4)
    empty = replace(scene, picture=replace(scene.picture, boxes=()))
    assert Fit(empty).sizes(0.4).large == round(10.0 / 0.4)
