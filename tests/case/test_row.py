"""Rows become a case, or each wrong row is told with its place in words and its line in the file."""

import json
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from explorer.case.case import TABLES, Case
from explorer.case.problem import CaseError
from explorer.case.row import read_rows

ACTOR = {"id": "acme", "kind": "company", "name": "Acme"}
MEASURE = {"id": "m", "kind": "sanctions", "name": "A ban", "history": [{"status": "in-force"}]}


def _read(raw: dict[str, Any]) -> Case:
    return read_rows(raw, json.dumps(raw, indent=1), "x.json")


def _refused(**tables: object) -> tuple[CaseError, list[str]]:
    """The error and the lines of the file, the first one at 1."""
    raw = {"title": "x", **tables}
    with pytest.raises(CaseError) as caught:
        _read(raw)
    return caught.value, ["", *json.dumps(raw, indent=1).splitlines()]


def _where(error: CaseError, lines: list[str]) -> list[tuple[str, str]]:
    """Of each problem the place in words and what stands in its line."""
    return [(p.place, lines[p.line].strip() if p.line else "") for p in error.problems]


def test_rows_become_tables_in_their_order() -> None:
    case = _read({"title": "x", "actors": [{**ACTOR, "id": key} for key in ("b", "a", "c")]})
    assert list(case.actors) == ["b", "a", "c"]
    assert case.actors["a"].name == "Acme"
    assert (case.goods, case.title) == ({}, "x")


class TestWhere:
    def test_a_field_has_its_own_line(self) -> None:
        error, lines = _refused(actors=[ACTOR, {**ACTOR, "id": "bolt", "country": "de"}])
        assert _where(error, lines) == [("actors > bolt > country", '"country": "de"')]
        assert error.problem == "string should match pattern '^[A-Z]{2}$'; it is 'de'"

    def test_what_is_missing_has_the_line_of_its_row(self) -> None:
        error, lines = _refused(actors=[ACTOR, {"id": "bolt", "name": "Bolt"}])
        assert [problem.place for problem in error.problems] == ["actors > bolt > kind"]
        assert error.line is not None
        assert lines[error.line : error.line + 2] == ["  {", '   "id": "bolt",']
        assert error.problem == "is missing; add it"

    def test_deep_inside_a_row_rows_are_counted_from_one(self) -> None:
        steps = [{"status": "announced"}, {"status": "in-force", "when": {"earliest": "2024-13-01"}}]
        error, lines = _refused(measures=[{**MEASURE, "history": steps}])
        assert _where(error, lines) == [
            ("measures > m > history > row 2 > when > earliest", '"earliest": "2024-13-01"')
        ]

    def test_a_step_that_is_wrong_is_not_told_again_as_one_that_is_missing(self) -> None:
        error, _ = _refused(measures=[{**MEASURE, "history": [{"status": "IN FORCE"}]}])
        assert [problem.place for problem in error.problems] == ["measures > m > history > row 1 > status"]
        error, lines = _refused(measures=[{**MEASURE, "history": []}])
        assert _where(error, lines) == [("measures > m > history", '"history": []')]

    @pytest.mark.parametrize("row", [{"kind": "x", "name": "Y"}, {"id": "", "kind": "x", "name": "Y"}, 7, []])
    def test_a_row_without_an_id_is_counted(self, row: object) -> None:
        error, _ = _refused(actors=[ACTOR, row])
        assert error.place.split(" > ")[:2] == ["actors", "row 2"]
        assert error.line is not None

    def test_a_name_that_is_used_twice_is_told_at_its_second_place(self) -> None:
        good = {"id": "acme", "kind": "machine", "name": "Pumps"}
        error, lines = _refused(actors=[ACTOR], goods=[good])
        assert error.problem == "the id 'acme' is used twice, in actors and in goods; give one of them another id"
        assert error.line is not None
        assert (lines[error.line].strip(), lines[error.line + 2].strip()) == ('"id": "acme",', '"name": "Pumps"')

    def test_an_id_is_taken_even_by_a_row_that_is_wrong(self) -> None:
        error, _ = _refused(actors=[{"id": "acme"}, ACTOR])
        assert "used twice" in error.problems[-1].text

    def test_a_head_field(self) -> None:
        error, lines = _refused(about=7, wepons=[])
        assert _where(error, lines) == [("wepons", '"wepons": []')]
        error, lines = _refused(about=7)
        assert _where(error, lines) == [("about", '"about": 7')]

    def test_a_head_field_that_is_missing_has_no_line(self) -> None:
        with pytest.raises(CaseError) as caught:
            _read({"actors": [ACTOR]})
        assert (caught.value.place, caught.value.line) == ("title", None)
        assert str(caught.value) == "x.json, title: is missing; add it"


class TestTold:
    @pytest.mark.parametrize(
        ("row", "told"),
        [
            ({**ACTOR, "colour": "red"}, "is a field that this program does not know; remove it, or look for a typing"),
            ({**ACTOR, "name": "Ac\nme"}, "holds U+000A, a control or reordering character, at position 2; remove it"),
            ({**ACTOR, "name": "Ac\ud800me"}, "holds a lone surrogate, which is not a character; remove it"),
            ({**ACTOR, "name": 7}, "input should be a valid string; it is '7'"),
            ({**ACTOR, "name": "y" * 401}, "string should have at most 400 characters; it is 'yyy"),
            ({**ACTOR, "name": {"en": "Acme"}}, "Input should be a valid string"),
            ({**ACTOR, "kind": "\u202e"}, "string should match pattern '^[a-z0-9][a-z0-9._-]*$'; it is 'U+202E'"),
        ],
    )
    def test_in_words_that_can_be_shown(self, row: object, told: str) -> None:
        error, _ = _refused(actors=[row])
        assert error.problem.startswith(told)
        assert error.problem.isprintable()

    def test_what_we_found_ourselves_is_told_as_we_say_it(self) -> None:
        flow = {"id": "f", "kind": "supply", "supplier": "a", "good": "g"}
        late = {"start": {"earliest": "2024-02-02", "latest": "2024-01-01"}}
        error, _ = _refused(flows=[{**flow, "period": late}])
        assert error.problem == "ends (2024-01-01) before it begins (2024-02-02)"


class TestBounds:
    def test_twenty_are_listed_and_the_rest_is_not_looked_for(self) -> None:
        error, _ = _refused(actors=[{"id": f"a{n}", "kind": "x"} for n in range(30)])
        assert len(error.problems) == 20
        assert "at least" in str(error)

    def test_exactly_twenty_are_all(self) -> None:
        error, _ = _refused(actors=[{"id": f"a{n}", "kind": "x"} for n in range(20)])
        assert len(error.problems) == 20
        assert str(error).endswith("(and 19 more problems)")

    def test_one_row_of_thousands_of_problems_is_one(self) -> None:
        error, _ = _refused(notes=[{"id": "n", "text": "x", "about": [7] * 5_001}])
        assert [problem.text for problem in error.problems] == ["holds 5001 problems; look at this row as a whole"]
        assert error.place == "notes > n"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_tells_what_its_rows_lack(table: str) -> None:
    model: type[BaseModel] = get_args(Case.model_fields[table].annotation)[1]
    needed = {name for name, field in model.model_fields.items() if field.is_required()} - {"id"}
    error, _ = _refused(**{table: [{"id": "new"}]})
    assert {problem.place for problem in error.problems} == {f"{table} > new > {name}" for name in needed}
    assert {problem.line for problem in error.problems} == {4}
