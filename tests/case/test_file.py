"""A case survives its file, and a hostile file gets one clear line."""

import json
import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.case.case import Case
from explorer.case.evidence import Claim, Quote, Source, When
from explorer.case.file import CaseError, dump, parse, read, schema, write
from explorer.case.parts import Actor, Flow, Good, Position

TEXT = "Acme sold 5 pumps to Bolt."
HASH = sha256(TEXT.encode()).hexdigest()
HASHES = {"text_sha256": HASH, "raw_sha256": HASH}

SMALL: dict[str, Any] = {
    "format": "sanctions-explorer-case",
    "version": 1,
    "title": "Pumps",
    "sources": [{"id": "note", "title": "A note", "short": "note", "text": TEXT} | HASHES],
    "quotes": [{"id": "q1", "source": "note", "exact": "Acme sold 5 pumps", "start": 0, "end": 17}],
    "actors": [{"id": "acme", "kind": "company", "name": "Acme"}],
    "claims": [{"id": "c1", "about": "acme", "statement": "Acme sells.", "speaker": "note", "quotes": ["q1"]}],
}  # fmt: skip

GOLDEN = f"""{{
  "format": "sanctions-explorer-case",
  "version": 1,
  "title": "Pumps",
  "sources": [
    {{
      "id": "note",
      "title": "A note",
      "short": "note",
      "text": "{TEXT}",
      "text_sha256": "{HASH}",
      "raw_sha256": "{HASH}"
    }}
  ],
  "quotes": [
    {{
      "id": "q1",
      "source": "note",
      "exact": "Acme sold 5 pumps",
      "start": 0,
      "end": 17
    }}
  ],
  "actors": [
    {{
      "id": "acme",
      "kind": "company",
      "name": "Acme"
    }}
  ],
  "claims": [
    {{
      "id": "c1",
      "about": "acme",
      "statement": "Acme sells.",
      "speaker": "note",
      "quotes": [
        "q1"
      ]
    }}
  ]
}}
"""


def _refused(content: bytes | str) -> CaseError:
    with pytest.raises(CaseError) as caught:
        parse(content, "x.json")
    return caught.value


def _changed(**fields: object) -> str:
    return json.dumps({**SMALL, **fields}, indent=2)


class TestRoundTrip:
    def test_golden(self) -> None:
        case = parse(json.dumps(SMALL), "x.json")
        assert dump(case) == GOLDEN
        assert parse(GOLDEN, "x.json") == case

    def test_a_byte_order_mark_is_fine(self) -> None:
        assert parse(b"\xef\xbb\xbf" + GOLDEN.encode(), "x.json").title == "Pumps"

    def test_letters_of_all_scripts_stand_as_they_are(self, tmp_path: Path) -> None:
        case = Case(title="Кейс 制裁 😀")
        write(case, tmp_path / "c.json")
        assert "Кейс 制裁 😀" in (tmp_path / "c.json").read_text(encoding="utf-8")
        assert read(tmp_path / "c.json") == case

    def test_an_older_version_is_brought_up(self) -> None:
        draft = {**SMALL, "version": 0, "actors": {"acme": {"kind": "company", "name": "Acme"}}}
        assert parse(json.dumps(draft), "x.json") == parse(GOLDEN, "x.json")


_NAMES = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u202a\u202b\u202c\u202d\u202e"),
    min_size=1,
    max_size=20,
)
_DAYS = st.none() | st.dates()


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    digest = sha256(text.encode()).hexdigest()
    source = Source(id="s", title=draw(_NAMES), short="s", text=text, text_sha256=digest, raw_sha256=digest)
    end = draw(st.integers(min_value=1, max_value=len(text)))
    first, last = draw(_DAYS), draw(_DAYS)
    when = When(earliest=first, latest=last) if not (first and last and first > last) else When(latest=last)
    count = draw(st.integers(min_value=0, max_value=4))
    number = st.floats(allow_nan=False, allow_infinity=False)
    return Case(
        title=draw(_NAMES),
        sources={"s": source},
        quotes={"q": Quote(id="q", source="s", exact=text[:end], start=0, end=end)},
        actors={f"a{n}": Actor(id=f"a{n}", kind="state", name=draw(_NAMES)) for n in range(count)},
        goods={"g": Good(id="g", kind="x", name=draw(_NAMES), aliases=tuple(draw(st.lists(_NAMES, max_size=3))))},
        flows={f"f{n}": Flow(id=f"f{n}", kind="x", supplier=f"a{n}", good="g") for n in range(count)},
        claims={"c": Claim(id="c", about="g", statement="x", speaker="s", quotes=("q",), when=when)},
        positions={"p": Position(id="p", box="g", x=draw(number), y=draw(number))},
    )


@settings(max_examples=60)
@given(_cases())
def test_what_is_written_is_read_equal_and_always_the_same(
    tmp_path_factory: pytest.TempPathFactory, case: Case
) -> None:
    path = tmp_path_factory.getbasetemp() / "property.json"
    write(case, path)
    again = read(path)
    assert again == case
    assert dump(again) == dump(case) == path.read_bytes().decode("utf-8")


class TestFilesThatCannotBeRead:
    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(CaseError, match="there is no such file") as caught:
            read(tmp_path / "none.json")
        assert caught.value.path == str(tmp_path / "none.json")

    def test_folder(self, tmp_path: Path) -> None:
        with pytest.raises(CaseError, match="this is a folder"):
            read(tmp_path)

    def test_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(CaseError, match="not an ordinary file"):
            read(tmp_path / "pipe")

    def test_a_name_that_no_file_can_have(self) -> None:
        with pytest.raises(CaseError, match="cannot be read"):
            read(Path("a\x00b"))

    def test_a_file_as_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(CaseError, match="cannot be read: Not a directory"):
            read(tmp_path / "file" / "case.json")

    def test_too_large_is_not_even_read(self, tmp_path: Path) -> None:
        with (tmp_path / "large.json").open("wb") as file:
            file.truncate(200 * 1024 * 1024 + 1)
        with pytest.raises(CaseError, match="larger than 200 MB"):
            read(tmp_path / "large.json")


class TestContentThatIsNoCase:
    def test_not_utf8(self) -> None:
        error = _refused(b'{\n "title": "M\xf6lling"}')
        assert error.problem == "is not UTF-8: byte 0xF6 at offset 14; save it as UTF-8"
        assert error.line == 2

    @pytest.mark.parametrize("content", [b"", b"  ", b"{", b'{"a": }', b"\x00" * 50, b"\x89PNG", b"PK\x03\x04"])
    def test_not_json(self, content: bytes) -> None:
        assert "is not " in _refused(content).problem

    def test_where_it_stops_being_json(self) -> None:
        error = _refused('{\n  "title": "x",\n  oops\n}')
        assert error.line == 3
        assert "at line 3, column 3" in str(error)

    @pytest.mark.parametrize("content", ["[]", "3", '"x"', "null", "[" * 60 + "]" * 60])
    def test_not_an_object(self, content: str) -> None:
        assert "must be one object in braces" in str(_refused(content))

    @pytest.mark.parametrize("depth", [65, 900, 100_000])
    def test_too_deep(self, depth: int) -> None:
        assert "deeper than 64 levels" in str(_refused("[" * depth + "]" * depth))
        assert "deeper than 64 levels" in str(_refused('{"a":' * depth + "1" + "}" * depth))

    @pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
    def test_not_a_number(self, word: str) -> None:
        error = _refused('{\n"title": "NaN Infinity",\n"x": ' + word + "}")
        assert (error.line, error.problem.split(";")[0]) == (3, f"{word} is not a number")

    def test_a_number_that_becomes_infinite(self) -> None:
        figure = {"id": "n", "kind": "count", "name": "n", "unit": "x", "low": 0}
        error = _refused(_changed(figures=[figure]).replace('"low": 0', '"low": 1e999'))
        assert (error.place, error.problem) == ("figures > n > low", "must be a finite number")

    def test_endless_digits(self) -> None:
        assert "thousands of digits" in str(_refused('{"x": ' + "9" * 10_000 + "}"))

    @pytest.mark.parametrize("found", [{}, {"format": "gexf"}, {"format": ["x"]}, {"format": "\u202e" * 1000}])
    def test_wrong_format(self, found: dict[str, object]) -> None:
        error = _refused(json.dumps(found))
        assert "the field 'format' must be 'sanctions-explorer-case'" in str(error)
        assert "\u202e" not in str(error)

    def test_newer(self) -> None:
        assert _refused(_changed(version=3)).problem == (
            "written by a newer version of the program: it has format 3, this program reads up to 1; "
            "install a newer one"
        )

    @pytest.mark.parametrize("version", [None, "1", -1, True, 1.5, [1]])
    def test_no_version(self, version: object) -> None:
        assert "the field 'version' must be a whole number" in str(_refused(_changed(version=version)))


class TestRowsThatAreWrong:
    def test_unknown_field(self) -> None:
        error = _refused(_changed(actors=[{"id": "acme", "kind": "company", "name": "Acme", "colour": "red"}]))
        assert error.place == "actors > acme > colour"
        assert error.problem.startswith("is a field that this program does not know")
        assert '"colour"' in _changed(actors=[{"colour": "red"}])

    def test_unknown_table(self) -> None:
        error = _refused(_changed(weapons=[]))
        assert error.place == "weapons"

    def test_missing_text_with_its_line(self) -> None:
        source = {"id": "note", "title": "A note", "short": "note", "text_sha256": HASH, "raw_sha256": HASH}
        content = _changed(sources=[source])
        error = _refused(content)
        assert str(error) == f"x.json, line {error.line}, sources > note > text: is missing; add it"
        assert error.line is not None
        assert content.splitlines()[error.line - 1].strip() == "{"
        assert '"note"' in content.splitlines()[error.line]

    def test_the_line_of_a_field(self) -> None:
        content = _changed(actors=[{"id": "a", "kind": "state", "name": "A"}, {"id": "b", "kind": "state", "name": 3}])
        error = _refused(content)
        assert error.place == "actors > b > name"
        assert error.line is not None
        assert content.splitlines()[error.line - 1].strip() == '"name": 3'

    @pytest.mark.parametrize("table", ["actors", "goods"])
    def test_ids_twice(self, table: str) -> None:
        row = {"id": "acme", "kind": "x", "name": "Acme again"}
        rows = {"actors": SMALL["actors"], "goods": []}
        content = _changed(**{**rows, table: [*rows[table], row]})
        error = _refused(content)
        assert f"the id 'acme' is used twice, in actors and in {table}" in str(error)
        assert error.line is not None
        assert "Acme again" in content.splitlines()[error.line + 1]

    def test_keys_twice(self) -> None:
        error = _refused('{\n"title": "a",\n"actors": [{"id": "x",\n"name": "A",\n"name": "B"}]}')
        assert (error.line, error.place) == (5, "actors > row 1 > name")
        assert error.problem == "the field 'name' stands here twice; keep one of them"

    @pytest.mark.parametrize("rows", [None, 3, "x", {"a": {}}])
    def test_a_table_that_is_no_list(self, rows: object) -> None:
        assert _refused(_changed(actors=rows)).problem == "must be a list of rows in square brackets"

    @pytest.mark.parametrize("row", [None, 3, "x", [], {}, {"id": 3}, {"id": None}])
    def test_a_row_that_is_none(self, row: object) -> None:
        error = _refused(_changed(actors=[row]))
        assert error.place.startswith("actors > row 1")

    @pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x00", "\x1b", "\x7f", "\u2028", "\ufffe"])
    def test_a_name_with_a_hidden_character(self, character: str) -> None:
        error = _refused(_changed(actors=[{"id": "acme", "kind": "state", "name": f"Ac{character}me"}]))
        assert f"U+{ord(character):04X}" in str(error)
        assert character not in str(error)
        assert error.place == "actors > acme > name"

    def test_a_lone_surrogate_in_a_document(self) -> None:
        source = {**SMALL["sources"][0], "text": "\ud83d"}
        assert "lone surrogate" in str(_refused(_changed(sources=[source])))

    def test_a_lone_surrogate_in_a_name(self) -> None:
        error = _refused(_changed(actors=[{"id": "acme", "kind": "state", "name": "Ac\ud800me"}]))
        assert error.problem == "holds a lone surrogate, which is not a character; remove it"

    @pytest.mark.parametrize(
        "row",
        [
            {"id": "acme", "kind": "state", "name": "A" * 10_000_000},
            {"id": "A" * 10_000_000, "kind": "state", "name": "x"},
            {"id": "acme", "kind": "state", "name": "x", "n" * 1_000_000: 1},
            {"id": "acme", "kind": "state", "name": "x", "country": "\u202e" * 1_000_000},
        ],
        ids=["name", "id", "field", "value"],
    )
    def test_ten_megabytes_make_one_short_line(self, row: dict[str, object]) -> None:
        told = str(_refused(_changed(actors=[row])))
        assert len(told) < 1_000
        assert told.isprintable()

    def test_a_million_problems_make_twenty(self) -> None:
        error = _refused(json.dumps({**SMALL, "actors": [{"id": f"a{n}"} for n in range(100_000)]}))
        assert len(error.problems) == 20
        assert "more problems" in str(error)
        many = {**SMALL["sources"][0], "parts": [{}] * 100_000}
        assert "300000 problems" in str(_refused(_changed(sources=[many])))

    def test_every_problem_is_told(self) -> None:
        rows = [{"id": "a", "kind": "state"}, {"id": "b", "name": "B"}]
        error = _refused(_changed(actors=rows))
        assert [problem.place for problem in error.problems] == ["actors > a > name", "actors > b > kind"]
        assert str(error).endswith("(and 1 more problem)")


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_JSON, st.sampled_from(["title", "actors", "sources", "positions", "format", "version", "x"]))
def test_whatever_stands_there_the_answer_is_a_case_or_one_line(value: object, field: str) -> None:
    told = ""
    try:
        parse(json.dumps({**SMALL, field: value}), "x.json")
    except CaseError as error:
        told = str(error)
    assert told.isprintable()
    assert len(told) < 1_500


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    with pytest.raises(CaseError):
        parse(content, "x.json")


class TestSaving:
    def test_the_folder_holds_nothing_else(self, tmp_path: Path) -> None:
        path = tmp_path / "case.json"
        write(parse(GOLDEN, "x"), path)
        write(parse(GOLDEN, "x"), path)
        assert [file.name for file in tmp_path.iterdir()] == ["case.json"]
        assert path.read_bytes() == GOLDEN.encode()

    def test_mode_is_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "case.json"
        path.write_text("old")
        path.chmod(0o640)
        write(Case(title="x"), path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "there").mkdir()
        target = tmp_path / "there" / "case.json"
        target.write_text("old")
        link = tmp_path / "link.json"
        link.symlink_to(target)
        write(Case(title="x"), link)
        assert link.is_symlink()
        assert read(target).title == "x"

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        with pytest.raises(CaseError, match="was not saved: No such file"):
            write(Case(title="x"), tmp_path / "none" / "case.json")

    def test_a_name_that_no_file_can_have(self) -> None:
        with pytest.raises(CaseError, match="was not saved"):
            write(Case(title="x"), Path("a\x00b"))

    def test_a_folder_is_not_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "case.json").mkdir()
        with pytest.raises(CaseError, match="was not saved"):
            write(Case(title="x"), tmp_path / "case.json")
        assert [file.name for file in tmp_path.iterdir()] == ["case.json"]

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda case: case.replaced(title=""),
            lambda case: case.replaced(title="lone \ud800"),
            lambda case: case.replaced(goods={"acme": Good(id="acme", kind="x", name="the id of an actor")}),
            lambda case: case.replaced(goods={"g": Good(id="h", kind="x", name="not by its id")}),
        ],
        ids=["empty", "surrogate", "id twice", "id of another"],
    )
    def test_what_could_not_be_opened_again_is_not_saved(self, spoil: Callable[[Case], Case], tmp_path: Path) -> None:
        path = tmp_path / "case.json"
        path.write_text("the old file")
        broken = spoil(parse(GOLDEN, "x"))
        if broken.goods and "g" in broken.goods:
            write(broken, path)  # the file holds rows, so a wrong key heals itself
            assert list(read(path).goods) == ["h"]
            return
        with pytest.raises(CaseError, match="was not saved"):
            write(broken, path)
        assert path.read_text() == "the old file"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
    def test_a_disk_that_is_full(self, tmp_path: Path) -> None:
        import resource
        import signal

        path = tmp_path / "case.json"
        path.write_text("the old file")
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (200, limit[1]))
            with pytest.raises(CaseError, match="was not saved"):
                write(parse(GOLDEN, "x"), path)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
            signal.signal(signal.SIGXFSZ, handler)
        assert [file.name for file in tmp_path.iterdir()] == ["case.json"]
        assert path.read_text() == "the old file"


def test_schema() -> None:
    told = schema()
    assert told["$id"] == "urn:sanctions-explorer-case:1"
    assert told["$schema"].startswith("https://json-schema.org/")
    assert set(told["required"]) == {"format", "version", "title"}
    assert told["properties"]["actors"]["type"] == "array"
    json.dumps(told)
