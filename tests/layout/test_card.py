"""Cards: what stands in a box is broken into lines that fit, and cut only where there is no room."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.model import Badge, Node
from explorer.layout.card import NARROWEST, PADDING, TEXT_X, WIDEST, card, cards, fixed, wrapped


def _node(label: str, *, place: str = "", badge: str = "", lane: str | None = None, key: str = "n") -> Node:
    return Node(key, "actors", label, "state", place=place, badge=Badge(badge) if badge else None, lane=lane)


def _letters(text: str) -> float:
    return 10.0 * len(text)


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrapped("one two three", 80.0, _letters, 3) == (["one two", "three"], False)


def test_a_word_wider_than_a_line_comes_in_pieces() -> None:
    assert wrapped("abcdefgh", 30.0, _letters, 3) == (["abc", "def", "gh"], False)


def test_what_is_left_out_is_marked() -> None:
    assert wrapped("one two three four", 60.0, _letters, 2) == (["one", "two…"], True)


def test_no_text_has_no_lines() -> None:
    assert wrapped("", 60.0, _letters, 2) == ([], False)


def test_a_monstrous_text_is_looked_at_only_as_far_as_it_can_be_shown() -> None:
    seen: list[int] = []

    def counting(text: str) -> float:
        seen.append(len(text))
        return 10.0 * len(text)

    lines, cut = wrapped("x" * 1_000_000, 100.0, counting, 3)
    assert (len(lines), cut) == (3, True)
    assert lines[-1].endswith("…")
    assert len(seen) < 5_000


def test_a_script_without_spaces_is_wrapped() -> None:
    made = card(_node("导弹与武器与弹药" * 2), fixed, 120.0)
    assert "".join(line.text for line in made.lines) == "导弹与武器与弹药" * 2


@given(st.text(max_size=300), st.integers(1, 4), st.floats(25.0, 300.0))
def test_no_line_is_wider_than_the_room(text: str, most: int, room: float) -> None:
    lines, cut = wrapped(text, room, _letters, most)
    assert len(lines) <= most
    assert all(_letters(line) <= room for line in lines)
    if not cut:
        assert "".join(lines).replace(" ", "") == "".join(text.split(" ")) or text.split() != text.split(" ")


def test_name_place_and_badge_stand_below_each_other_inside() -> None:
    made = card(_node("Leading exporters", place="China and Hong Kong", badge="in the article only"), fixed, 150.0)
    assert [line.style for line in made.lines] == sorted(
        (line.style for line in made.lines), key=["name", "place", "badge"].index
    )
    tops = [line.y for line in made.lines]
    assert tops == sorted(set(tops))
    assert tops[-1] < made.height
    assert all(line.x == TEXT_X and fixed(line.text, line.style) <= 150.0 - TEXT_X - PADDING for line in made.lines)
    assert not made.elided


def test_a_name_that_is_cut_says_so() -> None:
    made = card(_node("word " * 60), fixed, 120.0)
    assert made.elided
    assert made.lines[-1].text.endswith("…")


def test_all_of_a_lane_are_equally_wide() -> None:
    made = cards(
        [_node("Iran", lane="supplier", key="a"), _node("Companies in China, Hong Kong", lane="supplier", key="b"),
         _node("Iran", lane="recipient", key="c")], fixed,
    )  # fmt: skip
    assert made["a"].width == made["b"].width > made["c"].width
    assert all(NARROWEST <= one.width <= WIDEST for one in made.values())


def test_the_measure_of_tests_knows_wide_letters() -> None:
    assert fixed("中", "place") == 2 * fixed("a", "place")
    assert fixed("a", "name") > fixed("a", "label")
