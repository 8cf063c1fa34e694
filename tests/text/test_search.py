"""The same words again: at which of several places, and never inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.search import Needle, Selector, cuts_nothing, find_best, occurrences


def _everywhere(_start: int, _end: int) -> bool:
    return True


def _best(hay: str, exact: str, prefix: str = "", suffix: str = "", near: int | None = None) -> tuple[int, bool] | None:
    return find_best(hay, Needle(exact, prefix, suffix, near), _everywhere)


class TestOccurrences:
    @pytest.mark.parametrize("near", [None, -3, 0, 1, 3, 6, 7, 100])
    def test_all_in_order_and_overlapping(self, near: int | None) -> None:
        assert occurrences("aXaaaXa", "a", near) == [0, 2, 3, 4, 6]
        assert occurrences("bananan", "ana", near) == [1, 3]
        assert occurrences("banana", "x", near) == []
        assert occurrences("", "x", near) == []
        assert occurrences("x", "xx", near) == []

    @given(st.text("ab", max_size=30), st.text("ab", min_size=1, max_size=4), st.none() | st.integers(-2, 35))
    def test_none_is_missed_wherever_one_looks_first(self, hay: str, words: str, near: int | None) -> None:
        assert occurrences(hay, words, near) == [at for at in range(len(hay)) if hay.startswith(words, at)]

    @pytest.mark.parametrize(
        ("near", "first", "last"),
        [
            (None, 0, 999),
            (0, 0, 999),
            (10, 0, 999),
            (1_500, 1_000, 1_999),
            (2_900, 2_000, 2_999),
            (2_999, 2_000, 2_999),
            (3_000, 2_000, 2_999),  # the end of the text is near its last words, not its first
            (9_000, 2_000, 2_999),
        ],
    )
    def test_of_too_many_the_thousand_around(self, near: int | None, first: int, last: int) -> None:
        assert occurrences("a" * 3_000, "a", near) == list(range(first, last + 1))


class TestBest:
    def test_nothing_is_nowhere(self) -> None:
        assert _best("abc", "") is None
        assert _best("abc", "x") is None
        assert _best("", "x") is None

    def test_alone_it_is_certain(self) -> None:
        assert _best("a b c", "b") == (2, False)
        assert _best("a b c", "b", "wrong ", " wrong", 4) == (2, False)

    @pytest.mark.parametrize(("near", "place"), [(None, 0), (0, 0), (4, 4), (5, 4), (7, 8), (99, 8), (2, 0), (6, 4)])
    def test_of_equals_the_nearest_and_of_two_as_near_the_first(self, near: int | None, place: int) -> None:
        assert _best("xxx xxx xxx", "xxx", near=near) == (place, True)

    @pytest.mark.parametrize(
        ("prefix", "suffix", "place"),
        [("a ", " b", 2), ("c ", " d", 8), ("a ", "", 2), ("", " d", 8), ("zzza ", "", 2), ("", " dzzz", 8)],
    )
    @pytest.mark.parametrize("near", [None, 0, 5, 11])
    def test_the_words_around_outweigh_the_distance(
        self, prefix: str, suffix: str, place: int, near: int | None
    ) -> None:
        assert _best("a X b c X d", "X", prefix, suffix, near) == (place, False)

    def test_the_same_words_around_leave_it_open(self) -> None:
        assert _best("a X b, a X b", "X", "a ", " b", 6) == (9, True)
        assert _best("a X b, a X b", "X", "a ", " b", 4) == (2, True)

    def test_context_that_is_nearly_the_same(self) -> None:
        hay = "the old mill sold X to us; the new hall told X to us"
        assert _best(hay, "X", "the new hell told ", " to us") == (hay.rindex("X"), False)
        assert _best(hay, "X", "the old mall sold ", " to us") == (hay.index("X"), False)

    def test_words_some_way_off_count_too(self) -> None:
        hay = "the old mill by the river sold X, the new mill by the river sold X"
        assert _best(hay, "X", "A new mill by the river sold ") == (hay.rindex("X"), False)
        assert _best(hay, "X", "An old mill by the river sold ") == (hay.index("X"), False)

    def test_only_what_is_close_around_counts(self) -> None:
        """Of a long stretch of words around, those far away say little and cost much."""
        near, far = "p" * 64, "q" * 500
        hay = f"{far}{'r' * 64}X {'s' * 500}{near}X"
        assert _best(hay, "X", far + near) == (hay.rindex("X"), False)

    def test_at_the_border_of_the_text_little_context_says_little(self) -> None:
        """One letter that fits by chance at the start does not outweigh a whole stretch that nearly fits."""
        hay = "kX and later it was sold by the milkX"
        assert _best(hay, "X", "and later it was bold by the milk") == (hay.rindex("X"), False)

    def test_the_context_may_stand_far_from_the_stated_place(self) -> None:
        filler = "X. " * 50_000
        hay = filler + "here X there. " + filler
        assert _best(hay, "X", "here ", " there", 5) == (len(filler) + 5, False)

    def test_a_place_that_does_not_fit_is_none(self) -> None:
        hay = "X x X"
        found = find_best(hay, Needle("X", "", " x", 0), lambda start, end: start != 0 and hay[start:end] == "X")
        assert found == (4, False)
        assert find_best(hay, Needle("X", "", " x", 0), lambda _start, _end: False) is None

    def test_it_is_asked_about_the_words_and_not_about_their_context(self) -> None:
        asked: list[tuple[int, int]] = []

        def fits(start: int, end: int) -> bool:
            asked.append((start, end))
            return True

        find_best("ab XY cd", Needle("XY", "ab ", " cd", None), fits)
        assert asked == [(3, 5)]

    @given(st.text("ab ", max_size=40), st.data())
    def test_where_the_words_were_taken_from_they_are_found(self, hay: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(hay)))
        end = data.draw(st.integers(start, len(hay)))
        exact, prefix, suffix = hay[start:end], hay[max(0, start - 5) : start], hay[end : end + 5]
        found = _best(hay, exact, prefix, suffix, start)
        if exact:
            assert found is not None
            assert found[0] == start
        else:
            assert found is None


class TestBorders:
    """A figure is no part of a figure, a name is no part of a name."""

    @pytest.mark.parametrize(
        ("text", "words", "whole"),
        [
            ("about 15 firms", "15 firms", True),
            ("about 215 firms", "15 firms", False),
            ("about 1.15 firms", "15 firms", False),
            ("about 1,115 firms", "115 firms", False),
            ("in 2015. 15 firms", "15 firms", True),
            ("worth 15.5 now", "15", False),
            ("worth 15,000 now", "15", False),
            ("worth 15. 5 more", "15", True),
            ("worth 15, then", "15", True),
            ("worth 1.5 now", "1.", False),
            ("worth 1.5 now", ".5", False),
            ("the Iranian firm", "Iran", False),
            ("the Iran-made drone", "Iran", True),
            ("the Iran’s drone", "Iran", True),
            ("a non-Iran firm", "Iran", True),
            ("(Iran)", "Iran", True),
            ("Iran", "Iran", True),
            ("x2 drones", "2 drones", False),
            ("Größe", "Gr", False),
            ("北京制裁中国公司", "制裁", True),  # no spaces between words
            ("ไทยขายข้าว", "ขาย", True),
            ("ใน ๒๑๕ ราย", "๑๕", False),  # digits are figures in every script
            ("about ２１５ firms", "１５", False),
            ("中国15家", "15", True),
            ("the proﬁt", "pro", False),  # a ligature is two letters
            ("ＡＢＣＤ", "ＢＣ", False),
            ("😀Iran😀", "Iran", True),
        ],
    )
    def test_words_are_whole(self, text: str, words: str, whole: bool) -> None:
        start = text.index(words)
        quote = Selector(words, start=start)
        assert cuts_nothing(text, start, start + len(words), quote) is whole

    def test_a_quote_that_was_taken_from_inside_a_word_is_found_inside_one(self) -> None:
        text = "a sanctioned firm"
        assert cuts_nothing(text, 2, 10, Selector("sanction", "a ", "ed firm", 2, 10))
        assert not cuts_nothing(text, 2, 10, Selector("sanction", "a ", " firm", 2, 10))
        assert cuts_nothing(text, 10, 12, Selector("ed", "sanction", " firm", 10, 12))
        assert not cuts_nothing(text, 10, 12, Selector("ed", "sanctions ", " firm", 10, 12))

    def test_a_bare_quote_may_be_a_part_of_a_word_but_not_of_a_figure(self) -> None:
        assert cuts_nothing("Iranian", 0, 4, Selector("Iran"))
        assert not cuts_nothing("215", 1, 3, Selector("15"))
        assert not cuts_nothing("1.5", 2, 3, Selector("5"))
        assert not cuts_nothing("A4", 1, 2, Selector("4"))

    @pytest.mark.parametrize("place", [0, 3])
    def test_the_ends_of_the_text_are_borders(self, place: int) -> None:
        assert cuts_nothing("abc", place, place, Selector("x", start=0))

    @pytest.mark.parametrize(
        ("quote", "bare"),
        [
            (Selector("x"), True),
            (Selector("x", end=4), True),
            (Selector("x", start=0), False),
            (Selector("x", "p"), False),
            (Selector("x", suffix="s"), False),
        ],
    )
    def test_bare_is_a_quote_of_which_nothing_else_is_known(self, quote: Selector, bare: bool) -> None:
        assert quote.bare is bare
