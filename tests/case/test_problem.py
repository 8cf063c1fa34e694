"""Messages are one short line that shows what is there, whatever is there."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.case.problem import CaseError, Problem, place_of, refusal, shown


class TestShown:
    @pytest.mark.parametrize("text", ["", "Acme", "制裁 😀 Größe", "a b", "<b>&amp;</b>", "x" * 80])
    def test_what_can_be_seen_and_is_short_stays(self, text: str) -> None:
        assert shown(text) == text

    def test_longer_is_clipped_to_the_limit_and_says_so(self) -> None:
        assert shown("x" * 81) == "x" * 79 + "…"
        assert shown("abcdef", 5) == "abcd…"
        assert shown("abcde", 5) == "abcde"
        assert shown("x" * 10_000_000) == "x" * 79 + "…"

    @pytest.mark.parametrize(
        ("character", "told"),
        [
            ("\u202e", "U+202E"),  # reorders
            ("\u2066", "U+2066"),
            ("\u200b", "U+200B"),  # invisible
            ("\u00ad", "U+00AD"),
            ("\ufeff", "U+FEFF"),
            ("\n", "U+000A"),
            ("\x1b", "U+001B"),
            ("\x7f", "U+007F"),
            ("\u2028", "U+2028"),
            ("\u2029", "U+2029"),
            ("\ud800", "U+D800"),  # lone surrogate
            ("\ue000", "U+E000"),  # private
            ("\ufffe", "U+FFFE"),  # no character
            ("\U000e0041", "U+E0041"),  # a tag, invisible
        ],
    )
    def test_what_cannot_be_seen_is_spelt(self, character: str, told: str) -> None:
        assert shown(f"Ac{character}me") == f"Ac{told}me"

    def test_what_is_clipped_is_not_spelt(self) -> None:
        assert shown("ab\u202ecd", 3) == "ab…"
        assert shown("a\u202ebc", 3) == "aU+202E…"

    @pytest.mark.parametrize(
        ("value", "told"), [(None, "None"), (3, "3"), (1.5, "1.5"), (["a"], "['a']"), ({"a": "\n"}, "{'a': '\\n'}")]
    )
    def test_other_values_are_shown_as_python_writes_them(self, value: object, told: str) -> None:
        assert shown(value) == told

    def test_a_long_list_is_clipped_like_a_text(self) -> None:
        assert shown([0] * 100_000, 10) == "[0, 0, 0,…"

    @given(st.text(max_size=200), st.integers(min_value=2, max_value=100))
    def test_always_one_line_of_bounded_length(self, text: str, limit: int) -> None:
        told = shown(text, limit)
        assert len(told.splitlines()) <= 1
        assert all(character.isprintable() or unicodedata.category(character) == "Zs" for character in told)
        assert len(told) <= limit * len("U+10FFFF")


class TestPlace:
    @pytest.mark.parametrize(
        ("parts", "told"),
        [
            ((), ""),
            (("actors",), "actors"),
            (("actors", "china", "name"), "actors > china > name"),
            (("actors", 0), "actors > row 1"),
            (("measures", "m", "history", 11, "status"), "measures > m > history > row 12 > status"),
            (tuple("abcdef"), "a > b > c > d > e > f"),
            (tuple("abcdefg"), "a > b > c > d > e > f > …"),
            (("actors", "x\u202ey"), "actors > xU+202Ey"),
            (("n" * 41,), "n" * 39 + "…"),
        ],
    )
    def test_in_words(self, parts: tuple[int | str, ...], told: str) -> None:
        assert place_of(parts) == told


class TestProblem:
    @pytest.mark.parametrize(
        ("problem", "told"),
        [
            (Problem("is missing"), "is missing"),
            (Problem("is missing", "title"), "title: is missing"),
            (Problem("is missing", line=3), "line 3: is missing"),
            (Problem("is missing", "a > b", 3), "line 3, a > b: is missing"),
        ],
    )
    def test_says_where_and_what(self, problem: Problem, told: str) -> None:
        assert str(problem) == told


class TestError:
    def test_the_first_problem_speaks(self) -> None:
        first, second = Problem("is missing", "actors > a > name", 4), Problem("is odd", "goods", 9)
        error = CaseError("case.json", (first, second))
        assert str(error) == "case.json, line 4, actors > a > name: is missing (and 1 more problem)"
        assert (error.path, error.place, error.line, error.problem) == (
            "case.json", "actors > a > name", 4, "is missing",
        )  # fmt: skip
        assert error.problems == (first, second)
        assert isinstance(error, ValueError)

    @pytest.mark.parametrize(
        ("problem", "told"),
        [
            (Problem("is no case"), "case.json: is no case"),
            (Problem("is no case", line=1), "case.json, line 1: is no case"),
            (Problem("is no case", "format"), "case.json, format: is no case"),
        ],
    )
    def test_the_file_comes_first(self, problem: Problem, told: str) -> None:
        assert str(CaseError("case.json", (problem,))) == told

    def test_several_are_counted(self) -> None:
        assert str(CaseError("x", (Problem("a"), Problem("b"), Problem("c")))).endswith("a (and 2 more problems)")

    def test_where_counting_was_given_up_the_number_is_a_least_one(self) -> None:
        assert str(CaseError("x", (Problem("a"), Problem("b")), 3)).endswith("a (and at least 4 more problems)")

    def test_a_path_is_shown_and_clipped_but_kept(self) -> None:
        path = "/cases/\u202egpj.exe" + "x" * 1_000
        error = CaseError(path, (Problem("is no case"),))
        assert str(error).startswith("/cases/U+202Egpj.exe")
        assert len(str(error)) < 250
        assert error.path == path

    def test_a_refusal_is_an_error_with_one_problem(self) -> None:
        error = refusal("x.json", "is missing", "title", 2)
        assert error.problems == (Problem("is missing", "title", 2),)
        assert str(error) == "x.json, line 2, title: is missing"

    def test_a_refusal_of_many_words_is_cut(self) -> None:
        assert len(refusal("x.json", "y" * 10_000).problem) == 400
