"""The skeleton of a text and the way back from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.fold import fold


@pytest.mark.parametrize(
    ("text", "skeleton"),
    [
        ("China’s “Export” - Ban", "chinasexportban"),
        ("micro-\nelectronics", "microelectronics"),
        ("soft\u00adhyphen and \ufffe", "softhyphenand"),
        ("ﬁrms in Ösel, STRAẞE", "firmsinoselstrasse"),
        ("Christian Mo\u0308lling", "christianmolling"),
        ("1.5 million, 200,000.", "1.5million200,000"),
        ("$4 €5 £6 ¥7 8%", "$4€5£67¥8%".replace("67¥", "6¥7")),
        ("end.2 2.end 2, 3", "end22end23"),
        ("\ufdd0x\ufdd1", "x"),
        ("", ""),
        ("— “…” —", ""),
    ],
)
def test_skeleton(text: str, skeleton: str) -> None:
    assert fold(text).text == skeleton


def test_figures_that_differ_in_a_point_stay_different() -> None:
    assert fold("1.5").text != fold("15").text
    assert fold("1,5").text != fold("1.5").text


def test_one_character_that_becomes_several_leads_back_to_itself() -> None:
    folded = fold("a ﬃ b")
    assert folded.text == "affib"
    assert [folded.origin(place) for place in range(5)] == [0, 2, 2, 2, 4]
    assert folded.span(1, 4) == (2, 3)


def test_emoji_count_as_one_code_point() -> None:
    folded = fold("😀😀 ipsum")
    assert folded.span(0, 5) == (3, 8)


def test_a_place_outside_is_an_error() -> None:
    with pytest.raises(IndexError, match="outside the folded text"):
        fold("ab").origin(2)


@given(st.text(max_size=700))
def test_every_folded_character_comes_from_one_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(place) for place in range(len(folded.text))]
    assert origins == sorted(origins)
    for character, origin in zip(folded.text, origins, strict=True):
        own = fold(text[origin]).text
        assert character in own or character == text[origin]


@given(st.text(max_size=700), st.integers(min_value=0, max_value=700))
def test_place_counts_what_comes_before(text: str, offset: int) -> None:
    folded = fold(text)
    place = folded.place(offset)
    assert all(folded.origin(before) < offset for before in range(place))
    assert all(folded.origin(after) >= min(offset, len(text)) for after in range(place, len(folded.text)))


def test_marks_hold_over_many_blocks() -> None:
    text = "Größe – 1.5 ﬁ, " * 500
    folded = fold(text)
    for place in range(0, len(folded.text), 97):
        assert folded.place(folded.origin(place)) in {place, place - 1}
