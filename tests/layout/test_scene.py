"""The scene: graph, cards, picture, and the positions of the case for its own view only."""

from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.layout.card import fixed
from explorer.layout.scene import Scene, arranged
from tests.article import article, scene


def test_everything_that_is_drawn_has_its_words() -> None:
    made = scene("both")
    assert set(made.cards) == set(made.graph.node_by_id)
    assert set(made.labels) == {edge.id for edge in made.graph.edges if edge.label}
    for key, box in made.picture.box_by_id.items():
        assert (box.width, box.height >= made.cards[key].height) == (made.cards[key].width, True)


def test_a_position_counts_in_its_own_view_only() -> None:
    case = MoveBox("flow", "china", 5.0, 6.0)(article())
    moved, other = arranged(case, Lens(), fixed), arranged(case, Lens(view="relations"), fixed)
    assert (moved.picture.box_by_id["china"].x, moved.picture.box_by_id["china"].y) == (5.0, 6.0)
    assert other.picture == scene("relations").picture


def test_a_filter_changes_no_place() -> None:
    lens = Lens().switched("stance", "denies", on=False)
    made = arranged(article(), lens, fixed)
    assert made.picture == scene("flow").picture
    assert made.graph.hidden


def test_the_empty_scene_is_empty() -> None:
    assert Scene().picture.boxes == ()
