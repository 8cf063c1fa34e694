"""A quote that leaves words out: all of its parts, whole, in their order and not too far apart, or nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.ellipsis import find_parts, parts_of
from explorer.text.search import Selector
from explorer.text.span import Text

TEXT = "Acme sold pumps to Bolt in May. Later Acme sold pipes to Bolt and pumps to Cord in June."


def _found(
    exact: str, text: str = TEXT, near: int | None = None, prefix: str = "", suffix: str = ""
) -> list[str] | None:
    spans = find_parts(Text(text), parts_of(exact), Selector(exact, prefix, suffix, near), near)
    return None if spans is None else [text[slice(*span)] for span in spans]


def _start(exact: str, text: str = TEXT, near: int | None = None) -> int | None:
    spans = find_parts(Text(text), parts_of(exact), Selector(exact, start=near), near)
    return spans[0].start if spans else None


class TestParts:
    @pytest.mark.parametrize(
        "mark", ["...", "…", "[...]", "[…]", "(...)", "(…)", ". . .", "[. . .]", "[ … ]", "....", ".....", "[. . . ]"]
    )
    def test_every_mark_of_omission(self, mark: str) -> None:
        assert [part.strip() for part in parts_of(f"Acme sold {mark} to Bolt")] == ["Acme sold", "to Bolt"]

    @pytest.mark.parametrize(
        ("exact", "parts"),
        [
            ("Acme sold", ("Acme sold",)),
            ("", ()),
            ("...", ()),
            ("… [...] …", ()),
            ("... Acme …", (" Acme ",)),
            ("a … , … b", ("a ", " b")),  # a part of nothing but marks is none
            ("“…”", ()),
            ("a.. b", ("a.. b",)),
            ("1.5. Then 2.", ("1.5. Then 2.",)),
            ("[sic] a [b] (c)", ("[sic] a [b] (c)",)),
            ("a...b…c", ("a", "b", "c")),
        ],
    )
    def test_what_is_between_the_marks(self, exact: str, parts: tuple[str, ...]) -> None:
        assert parts_of(exact) == parts


class TestFound:
    def test_parts_without_the_gap(self) -> None:
        assert _found("Acme sold ... to Bolt") == ["Acme sold", "to Bolt"]
        assert _found("ACME  sold … “in May” … June") == ["Acme sold", "in May", "June"]

    @pytest.mark.parametrize("exact", ["Acme sold", "", "...", "Acme sold ..."])
    def test_what_leaves_nothing_out_is_not_looked_for(self, exact: str) -> None:
        assert _found(exact) is None

    @pytest.mark.parametrize(
        "exact",
        [
            "to Bolt ... Acme sold pumps",  # another order
            "Acme sold ... to Dale",
            "Nobody sold ... to Bolt",
            "in June ... in June",  # said once
            "in May ... May. Later",  # the parts may not share a word
            "Acme so ... to Bolt",  # not a whole word
            "Acme sold ... mps to Cord",
        ],
    )
    def test_nothing_is_half_found(self, exact: str) -> None:
        assert _found(exact) is None

    def test_a_part_that_is_said_twice_needs_two_places(self) -> None:
        assert _found("to Bolt ... to Bolt") == ["to Bolt", "to Bolt"]
        assert _found("to Bolt ... to Bolt ... to Bolt") is None

    def test_a_place_inside_a_word_is_stepped_over(self) -> None:
        assert _start("sold ... it", "He resold, then sold it.") == 16
        text = "Acme sold pumpsets and pumps."
        spans = find_parts(Text(text), ("Acme", "pumps"), Selector("Acme ... pumps", start=0), 0)
        assert spans is not None
        assert spans[1] == (text.rindex("pumps"), len(text) - 1)

    def test_where_the_chain_breaks_the_next_beginning_is_tried(self) -> None:
        assert _start("Acme ... pipes ... Cord", "Acme and pipes. " + "x " * 4_100 + "Acme, pipes, Cord.") == 8_216

    @pytest.mark.parametrize(("near", "start"), [(None, 0), (0, 0), (10, 0), (30, 38), (38, 38), (80, 38)])
    def test_of_two_the_one_near_the_stated_place(self, near: int | None, start: int) -> None:
        assert _start("Acme sold ... to Bolt", near=near) == start

    def test_the_outer_borders_are_the_quotes_own(self) -> None:
        """A quote that was taken from inside a word at its ends may end there, but not at a mark of omission."""
        assert _found("me sold ... to Bo", prefix="Ac", suffix="lt") == ["me sold", "to Bo"]
        assert _found("me sold ... to Bo", prefix="x ", suffix="lt") is None
        assert _found("me sold ... to Bo", prefix="Ac", suffix=" x") is None
        assert _found("Acme so ... to Bolt", prefix="x ", suffix="ld") is None


class TestBounds:
    @pytest.mark.parametrize(("gap", "found"), [(0, True), (3_999, True), (4_000, False), (9_000, False)])
    def test_a_gap_is_no_longer_than_a_page(self, gap: int, found: bool) -> None:
        """The gap counts in the text as it is: white space is left out of the folded one."""
        text = "Acme sold" + "," * gap + " to Bolt" if gap == 0 else "Acme sold" + " " * gap + "to Bolt"
        assert (_found("Acme sold ... to Bolt", text) is not None) is found

    @pytest.mark.parametrize(("letters", "found"), [(3_900, True), (4_100, False)])
    def test_a_gap_of_words(self, letters: int, found: bool) -> None:
        text = "Acme " + "x" * (letters - 2) + " Bolt"
        assert (_found("Acme ... Bolt", text) is not None) is found

    @pytest.mark.parametrize(("count", "found"), [(2, True), (40, True), (41, False)])
    def test_no_more_than_forty_parts(self, count: int, found: bool) -> None:
        words = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count)]
        assert (_found(" ... ".join(words), " and ".join(words)) == words) is found

    @pytest.mark.parametrize(("before", "found"), [(199, True), (200, False)])
    def test_two_hundred_beginnings_are_tried(self, before: int, found: bool) -> None:
        text = "Acme " * before + "x " * 4_100 + "Acme sold to Bolt."
        assert (_found("Acme ... to Bolt", text) is not None) is found
        assert _found("Acme ... to Bolt", text, near=len(text) - 18) == ["Acme", "to Bolt"]

    def test_parts_without_end_in_a_text_that_repeats_itself(self) -> None:
        assert _found(" ... ".join(["ab"] * 39 + ["zz"]), "ab " * 30_000) is None


_WORDS = st.lists(st.sampled_from(["tin", "ore", "Lake", "coal", "mill", "1.5", "Größe"]), min_size=3, max_size=25)


@given(_WORDS, st.data())
def test_whatever_is_left_out_the_parts_are_found_in_their_order(words: list[str], data: st.DataObject) -> None:
    """From any text some words are taken, with marks where others are left out."""
    text = " ".join(words)
    kept = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    parts: list[list[str]] = [[]]
    for word, keep in zip(words, kept, strict=True):
        if keep:
            parts[-1].append(word)
        elif parts[-1]:
            parts.append([])
    stretches = [" ".join(part) for part in parts if part]
    found = _found(" ... ".join(stretches), text, near=0)
    assert found == (stretches if len(stretches) >= 2 else None)
    spans = find_parts(Text(text), tuple(stretches), Selector("x", start=0), 0) or ()
    assert all(one.end < two.start for one, two in pairwise(spans))
