"""The ground of every value: frozen, finite, clean text, ids once, tables sealed."""

import math

import pytest
from pydantic import ValidationError

from explorer.case.base import NAME_LIMIT, TEXT_LIMIT, Document, Frozen, Id, Name, Prose, Table, table_of


class Row(Frozen):
    """A row of every sort of text."""

    id: Id
    name: Name = "n"
    prose: Prose = ""
    document: Document = ""
    number: float = 0.0


class Rows(Frozen):
    """A table of them."""

    rows: Table[Row]


def _row(**fields: object) -> Row:
    return Row.model_validate({"id": "a", **fields})


@pytest.mark.parametrize(
    "harmful", ["\x00", "\x07", "\x1b", "\x7f", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029", "\ufffe", "\n", "\t"]
)
def test_a_name_with_a_harmful_character_is_refused(harmful: str) -> None:
    with pytest.raises(ValidationError, match=f"U\\+{ord(harmful):04X}.*at position 2; remove it"):
        _row(name=f"ab{harmful}c")


def test_prose_may_have_lines_and_tabs_and_nothing_else_of_that_sort() -> None:
    assert _row(prose="a\n\tb").prose == "a\n\tb"
    with pytest.raises(ValidationError, match="U\\+000D"):
        _row(prose="a\rb")


@pytest.mark.parametrize(
    "proper", ["Zürich", "北京", "Россия", "می‌خواهم", "👨‍👩‍👧", "soft\u00adhyphen", "a\u200fb", "\ue000"]
)
def test_names_of_all_scripts_pass(proper: str) -> None:
    assert _row(name=proper).name == proper


def test_a_document_is_kept_as_it_is() -> None:
    text = "line\r\n\x00\u202e tail"
    assert _row(document=text).document == text


def test_half_a_character_is_no_name() -> None:
    with pytest.raises(ValidationError, match="unicode"):
        _row(name="a\ud800")


def test_text_has_limits() -> None:
    assert _row(name="n" * NAME_LIMIT, prose="p" * TEXT_LIMIT)
    for fields in ({"name": "n" * (NAME_LIMIT + 1)}, {"prose": "p" * (TEXT_LIMIT + 1)}, {"name": ""}):
        with pytest.raises(ValidationError):
            _row(**fields)


@pytest.mark.parametrize("key", ["a", "0", "flow-f1.2_x", "a" * 120])
def test_an_id_is_plain(key: str) -> None:
    assert Row(id=key).id == key


@pytest.mark.parametrize("key", ["", "A", "-a", ".a", "a b", "ä", "a/b", "../a", "a\n", "a" * 121, "<b>"])
def test_anything_else_is_no_id(key: str) -> None:
    with pytest.raises(ValidationError):
        Row(id=key)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_are_finite(number: float) -> None:
    with pytest.raises(ValidationError, match="finite"):
        _row(number=number)


def test_values_are_frozen_and_refuse_what_they_do_not_know() -> None:
    row = _row()
    with pytest.raises(ValidationError, match="frozen"):
        row.name = "other"  # type: ignore[misc]  # that it cannot be set is what is tried
    with pytest.raises(ValidationError, match="Extra"):
        _row(nmae="n")


def test_a_list_of_rows_becomes_a_mapping_in_its_order() -> None:
    rows = Rows.model_validate({"rows": [{"id": "b"}, {"id": "a"}]}).rows
    assert list(rows) == ["b", "a"]
    assert rows["a"] == Row(id="a")


@pytest.mark.parametrize(
    ("rows", "words"),
    [([{"id": "a"}, {"id": "a"}], "twice"), ([{"name": "x"}], "row 1 has no id"), ([{"id": 3}], "no id"),
     ([None], "no id"), ("text", "dictionary"), (7, "dictionary")],
)  # fmt: skip
def test_a_table_that_is_none_is_refused(rows: object, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Rows.model_validate({"rows": rows})


def test_a_table_is_sealed_against_its_maker_too() -> None:
    mine = {"a": Row(id="a")}
    rows = Rows.model_validate({"rows": mine}).rows
    mine["b"] = Row(id="b")
    assert list(rows) == ["a"]
    for table in (rows, table_of([Row(id="a")])):
        with pytest.raises(TypeError):
            table["x"] = Row(id="x")  # type: ignore[index]  # that it cannot be set is what is tried


def test_a_table_is_written_as_the_list_that_it_was_read_from() -> None:
    raw = {"rows": [{"id": "b", "name": "B"}, {"id": "a", "name": "A"}]}
    made = Rows.model_validate(raw)
    assert [row["id"] for row in made.model_dump(mode="json")["rows"]] == ["b", "a"]
    assert Rows.model_validate(made.model_dump(mode="json")) == made
    assert made.model_json_schema()["properties"]["rows"]["type"] == "array"
