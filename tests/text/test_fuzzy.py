"""The most alike stretch: its borders, its likeness, and what is not looked for at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.fuzzy import Match, closest

#: No two stretches of it are alike.
PLAIN = "thequickbrownfoxjumpsoverthelazydogwhilepackersfillmyboxwithfivedozenliquorjugs"
WORDS = st.text("abcde", min_size=1, max_size=24)


def _letters(count: int, seed: int = 1) -> str:
    """Letters that do not repeat themselves, the same ones each time."""
    made, state = [], seed
    for _ in range(count):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        made.append(chr(97 + (state >> 16) % 26))
    return "".join(made)


def _distance(needle: str, hay: str) -> int:
    """How many letters must change for the needle to stand somewhere in the hay; the plain way."""
    row = list(range(len(needle) + 1))
    least = row[-1]
    for letter in hay:
        above = row
        row = [0]
        for at, own in enumerate(needle, 1):
            row.append(min(above[at] + 1, row[-1] + 1, above[at - 1] + (own != letter)))
        least = min(least, row[-1])
    return least


class TestNothing:
    @pytest.mark.parametrize(
        ("needle", "hay"),
        [
            ("", "abc"),
            ("", ""),
            ("a" * 30, ""),
            ("a" * 20_001, "a" * 20_001),
            ("a" * 100, "a" * 74),
            ("a" * 30, "b" * 30),
            ("a" * 30, "b" * 3_000),
            ("a" * 500, "b" * 5_000),
            (_letters(40), _letters(4_000, seed=2)),
        ],
    )
    def test_is_like_it(self, needle: str, hay: str) -> None:
        assert closest(needle, hay, None) is None
        assert closest(needle, hay, 0) is None

    def test_the_limits_are_not_one_letter_off(self) -> None:
        assert closest("a" * 100, "a" * 75, None) == Match(0, 75, 0.75)
        long = _letters(20_000)
        assert closest(long, f"zz{long}zz", None) == Match(2, 20_002, 1.0)


class TestBorders:
    @pytest.mark.parametrize(
        ("needle", "start", "end", "changes"),
        [
            ("brownfoxjumpsover", 8, 25, 0),
            ("brownfoxjampsover", 8, 25, 1),
            ("brownfoxxjumpsover", 8, 25, 1),
            ("brownfoxumpsover", 8, 25, 1),
            ("thequickbrownfox", 0, 16, 0),
            ("fivedozenliquorjugs", 60, 79, 0),
            ("fivedozenliquorjugz", 60, 79, 1),
            ("brownfoxjumpsovertheveryverylazydog", 8, 35, 8),
        ],
    )
    def test_of_the_stretch(self, needle: str, start: int, end: int, changes: int) -> None:
        match = closest(needle, PLAIN, None)
        assert match is not None
        assert (match.start, match.end) == (start, end)
        assert match.likeness == pytest.approx(1 - changes / len(needle))

    def test_of_equally_good_borders_the_widest(self) -> None:
        """A letter too many is cut at the word, a letter too few is lost."""
        match = closest("zabcdefghijklmnopqrsty", "0000abcdefghijklmnopqrst0000", None)
        assert match is not None
        assert (match.start, match.end) == (3, 25)

    @given(WORDS, WORDS)
    def test_of_a_short_text_as_good_as_can_be(self, needle: str, hay: str) -> None:
        """Where the text is hardly longer than the needle, all of it is looked at."""
        if len(hay) > len(needle) + int(len(needle) * 0.25) + 1:
            hay = hay[: len(needle)]
        likeness = 1 - _distance(needle, hay) / len(needle)
        match = closest(needle, hay, None)
        if len(hay) < len(needle) * 0.75 or likeness < 0.55:
            assert match is None
        else:
            assert match is not None
            assert match.likeness == pytest.approx(likeness)
            assert _distance(needle, hay[match.start : match.end]) == _distance(needle, hay)
            assert 0 <= match.start < match.end <= len(hay)

    @given(st.integers(0, 60), st.lists(st.tuples(st.integers(0, 29), st.sampled_from(["", "z", "zz"])), max_size=3))
    def test_a_few_changes_are_followed(self, start: int, changes: list[tuple[int, str]]) -> None:
        hay = _letters(90).replace("z", "y")
        letters = list(hay[start : start + 30])
        for place, instead in changes:
            letters[place] = instead
        needle = "".join(letters)
        match = closest(needle, hay, None)
        assert match is not None
        assert match.likeness == pytest.approx(1 - _distance(needle, hay) / len(needle))
        assert abs(match.start - start) <= 6
        assert abs(match.end - start - 30) <= 6


class TestNear:
    """Two places with as good a claim: the one near the stated place, unless the other is better."""

    GAP = _letters(60_000, seed=3)
    HERE, THERE = "stoltenbergtoldthebbcthattalksareunderway", "stoltenbergtoldthebbcthattalkswereunderway"

    def _hay(self, first: str, second: str) -> str:
        return first + self.GAP + second + _letters(200, seed=4)

    @pytest.mark.parametrize(("near", "first"), [(0, True), (20_000, True), (60_000, False), (60_100, False)])
    def test_the_nearer_of_equals(self, near: int, first: bool) -> None:
        match = closest(self.HERE, self._hay(self.HERE, self.HERE), near)
        start = 0 if first else len(self.HERE) + len(self.GAP)
        assert match == Match(start, start + len(self.HERE), 1.0)

    def test_a_good_one_here_is_not_compared_with_the_rest(self) -> None:
        match = closest(self.HERE, self._hay(self.THERE, self.HERE), 10)
        assert match is not None
        assert match.start == 0
        assert match.likeness == pytest.approx(1 - 2 / len(self.HERE))

    def test_a_poor_one_here_yields_to_a_good_one_there(self) -> None:
        poor = self.HERE[:30] + "xxxxxxxxxxx"
        hay = self._hay(poor, self.HERE)
        start = len(poor) + len(self.GAP)
        assert closest(self.HERE, hay, 10) == Match(start, start + len(self.HERE), 1.0)

    def test_nothing_here_but_something_there(self) -> None:
        hay = self._hay("", self.HERE)
        assert closest(self.HERE, hay, 0) == Match(60_000, 60_000 + len(self.HERE), 1.0)

    def test_nothing_there_but_something_poor_here(self) -> None:
        poor = self.HERE[:30] + "xxxxxxxxxxx"
        match = closest(self.HERE, self._hay(poor, ""), 10)
        assert match is not None
        assert match.start == 0
        assert 0.7 < match.likeness < 0.9


class TestLong:
    """A needle of more than four hundred letters is found by its ends."""

    @pytest.mark.parametrize("length", [399, 400, 401, 2_000])
    @pytest.mark.parametrize("lead", [0, 1, 500])
    def test_as_it_is(self, length: int, lead: int) -> None:
        needle = _letters(length)
        hay = _letters(lead, seed=7) + needle + _letters(500, seed=8)
        assert closest(needle, hay, None) == Match(lead, lead + length, 1.0)

    @pytest.mark.parametrize("place", [0, 100, 500, 900, 970])
    @pytest.mark.parametrize("instead", ["", "Z" * 30, "Z" * 60])
    def test_with_another_middle_or_end(self, place: int, instead: str) -> None:
        """Thirty letters go, none, thirty or sixty come."""
        whole = _letters(1_000)
        hay = _letters(300, seed=7) + whole + _letters(300, seed=8)
        needle = whole[:place] + instead + whole[place + 30 :]
        match = closest(needle, hay, None)
        assert match is not None
        # At an end that was changed the border may run anywhere through the change.
        assert abs(match.start - 300) <= (60 if place == 0 else 0)
        assert abs(match.end - 1_300) <= (60 if place == 970 else 0)
        assert match.likeness == pytest.approx(1 - max(30, len(instead)) / len(needle), abs=0.05)

    @pytest.mark.parametrize("lost", [slice(0, 150), slice(850, 1_000)], ids=["head", "tail"])
    def test_the_other_end_suffices(self, lost: slice) -> None:
        """One end is lost altogether, so its border may run anywhere near; the other border is certain."""
        whole = _letters(1_000)
        hay = _letters(3_000, seed=7) + whole + _letters(3_000, seed=8)
        needle = whole[: lost.start] + "Z" * 150 + whole[lost.stop :]
        match = closest(needle, hay, None)
        assert match is not None
        assert 0.7 < match.likeness <= 0.85
        assert (match.end, match.start)[lost.start > 0] == (4_000, 3_000)[lost.start > 0]

    def test_only_one_end_is_left(self) -> None:
        """What is alike for three quarters is found; less is told as less."""
        whole = _letters(1_000)
        hay = whole[:150] + "Z" * 850
        match = closest(whole, hay, None)
        assert match is None or match.likeness < 0.75

    def test_the_other_end_stands_beyond_the_text(self) -> None:
        whole = _letters(1_000)
        hay = _letters(900, seed=5) + whole[:150]
        match = closest(whole, hay, None)
        assert match is None or match.likeness < 0.75


class TestAlphabets:
    """The aligner holds 256 letters: those of the needle and one for all others."""

    @pytest.mark.parametrize("letters", [254, 255, 256, 300])
    def test_about_as_many_letters_as_fit(self, letters: int) -> None:
        needle = "".join(chr(0x4E00 + n) for n in range(letters))
        hay = "".join(chr(0x6E00 + n) for n in range(500)) + needle + "".join(chr(0x7E00 + n) for n in range(500))
        assert closest(needle, hay, None) == Match(500, 500 + letters, 1.0)
        changed = needle[:100] + "错" + needle[101:]
        match = closest(changed, hay, None)
        assert match is not None
        assert (match.start, match.end) == (500, 500 + letters)
        assert match.likeness == pytest.approx(1 - 1 / letters)

    def test_letters_that_only_the_text_has_are_not_those_of_the_needle(self) -> None:
        match = closest("abcdefghijklmnopqrst", "abcde制ghij裁lmnopqrst", None)
        assert match is not None
        assert match.likeness == pytest.approx(0.9)

    def test_more_letters_than_fit_in_a_text_as_short_as_the_needle(self) -> None:
        needle = "".join(chr(0x4E00 + n) for n in range(300))
        match = closest(needle, needle[10:], None)
        assert match is not None
        assert (match.start, match.end) == (0, 290)
        assert match.likeness == pytest.approx(290 / 300)
