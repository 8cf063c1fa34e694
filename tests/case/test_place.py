"""Lines of places in a JSON text."""

import pytest

from explorer.case.place import Path, line_of_word, lines_of, repeated_key

TEXT = """{
  "title": "a \\"b\\" {[",
  "rows": [
    {"id": "x",
     "deep": {"list": [1,
       2, [3]]}},
    {"id": "y"}
  ],
  "end": null
}"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("rows",), 3),
        (("rows", 0), 4),
        (("rows", 0, "deep"), 5),
        (("rows", 0, "deep", "list", 1), 6),
        (("rows", 0, "deep", "list", 2, 0), 6),
        (("rows", 1), 7),
        (("rows", 1, "missing"), 7),
        (("rows", 9), 3),
        (("end",), 9),
        (("nowhere",), None),
        ((), None),
    ],
)
def test_lines_of(path: Path, line: int | None) -> None:
    assert lines_of(TEXT, [path]) == [line]


def test_a_key_of_another_object_is_no_repetition() -> None:
    assert repeated_key(TEXT) is None
    assert repeated_key('[{"a": 1, "b": {"a": 1}},\n {"a": 1, "\\u0061": 2}]') == ((1, "a"), 2)


def test_words_inside_strings_do_not_count() -> None:
    assert line_of_word('{"NaN": "NaN",\n"x": NaN}', frozenset({"NaN"})) == 2


@pytest.mark.parametrize("text", ["", "]]}}", ",,,", '{"a"', "[" * 10_000, '{"a":' * 10_000, '"' * 9, "{,}", "{:1}"])
def test_broken_text_raises_nothing(text: str) -> None:
    lines_of(text, [("a", 0)])
    repeated_key(text)
