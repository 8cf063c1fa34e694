"""The extent: a margin around everything, the corner where it belongs; tight, there is none."""

from explorer.layout.extent import extent, placed, tight
from explorer.layout.model import Area, Box, GatePlace, Route
from explorer.layout.picture import Picture

BOX = Box("a", 50, 60, 100, 40)
LINE = Route("r", "a", "a", ((150, 70), (180, 20), (180, 130), (150, 90)))


def test_the_corner_is_never_right_of_or_below_zero() -> None:
    assert extent([BOX], [], (), 12.0) == (0.0, 0.0, 162.0, 112.0)


def test_what_stands_beyond_the_corner_takes_it_along() -> None:
    assert extent([Box("b", -30, -40, 10, 10), BOX], [], (), 12.0) == (-42.0, -52.0, 162.0, 112.0)


def test_lines_and_columns_count_too() -> None:
    assert extent([BOX], [LINE], [(50, 150), (170, 300)], 10.0) == (0.0, 0.0, 310.0, 140.0)


def test_a_tight_picture_ends_where_the_last_thing_ends() -> None:
    words = Area("w", 20, 200, 10, 10)
    made = tight(Picture((BOX,), (LINE,), labels=(words,), width=1_000, height=1_000))
    assert (made.x, made.y, made.width, made.height) == (20.0, 20.0, 160.0, 190.0)
    assert made.boxes == (BOX,)


def test_everything_with_a_size_is_placed() -> None:
    label, frame, words = Area("g", 0, 0, 1, 1), Area("f", 0, 0, 2, 2), Area("w", 0, 0, 3, 3)
    gate = GatePlace("g", 0, 0, 1, (), label)
    made = Picture((BOX,), labels=(words,), gates=(gate,), frames=(frame,), lanes=(Area("l", 0, 0, 9, 9),))
    assert list(placed(made)) == [BOX, words, frame, label]
