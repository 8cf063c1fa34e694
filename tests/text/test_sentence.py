"""Sentences as a careful reader would split them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import assets
from explorer.text.sentence import sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("A headline\n\nA line", ["A headline", "A line"]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ("“Done.” (Really.) Yes.", ["“Done.”", "(Really.)", "Yes."]),
        ("It costs 1.5 million. Or 2.", ["It costs 1.5 million.", "Or 2."]),
        ("Mr. Biden met Dr. Who.", ["Mr. Biden met Dr. Who."]),
        ("J. R. Tolkien wrote. He did.", ["J. R. Tolkien wrote.", "He did."]),
        ("Biden (R) meets him.", ["Biden (R) meets him."]),
        (
            "The U.S. Army came. In the U.S. The Army stayed.",
            ["The U.S. Army came.", "In the U.S.", "The Army stayed."],
        ),
        ("Sold by Acme Ltd. to Russia.", ["Sold by Acme Ltd. to Russia."]),
        ("On Oct. 7 it began. No. 5 is alive.", ["On Oct. 7 it began.", "No. 5 is alive."]),
        ("Surged in 2023. Putin came.", ["Surged in 2023.", "Putin came."]),
        ("1. First point\n2. Second point", ["1. First point", "2. Second point"]),
        ("Wait ... what? Yes... No.", ["Wait ... what?", "Yes...", "No."]),
        ("i.e. this, e.g. That", ["i.e. this, e.g. That"]),
        ("In the White House on June 17© A / B", ["In the White House on June 17", "© A / B"]),
        ("😀 One. Two.", ["😀 One.", "Two."]),
        ("制裁。中国！", ["制裁。", "中国！"]),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert _split(text) == expected


def test_the_article() -> None:
    text = assets.seed("stoltenberg-china/article.txt").read_text(encoding="utf-8")
    split = _split(text)
    assert len(split) == 44
    assert split[0] == 'Stoltenberg threatened China: "Discussions on possible sanctions are underway"'
    assert split[2] == "by Sededin Dedovic"
    assert split[4] == "© Thomas Lohnes / Getty Images"
    assert split[7] == '"This cannot work in the long run," Stoltenberg told the BBC during his visit to Washington.'
    assert split[18].startswith("President Joe Biden (R) meets")
    assert split[18].endswith("on June 17")
    assert split[19] == "© Kevin Dietsch / Getty Images"
    assert split[24] == '"So, North Korea is helping Russia wage an aggressive war against Ukraine."'
    assert split[39] == "Chinese exports of microelectronics to Russia surged in March 2023."
    assert "between 200,000 and 300,000 times each month" in split[42]
    assert split[43] == "China Nato"


@given(st.text(alphabet=st.sampled_from('aB1 .!?…"”)\n©。Mr'), max_size=300))
def test_nothing_is_lost_and_nothing_is_empty(text: str) -> None:
    spans = sentences(text)
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(character.isspace() for place, character in enumerate(text) if place not in covered)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_a_row_of_dots_is_read_once() -> None:
    assert len(sentences("." * 300_000 + "x")) == 1
