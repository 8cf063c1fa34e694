"""The command line, as a person and as a script use it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer import assets
from explorer.case.case import ELEMENT_TABLES
from explorer.cli import main

ARTICLE = assets.resource("cases/stoltenberg-china.json")


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """The article's case with a quote that says another figure and an element that nobody claims."""
    raw = json.loads(ARTICLE.read_text(encoding="utf-8"))
    quote = next(row for row in raw["quotes"] if "around 20 firms" in row["exact"])
    quote["exact"] = quote["exact"].replace("around 20 firms", "around 30 firms")
    raw["actors"].append({"id": "nobody", "kind": "state", "name": "Nobody"})
    path = tmp_path / "flawed.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def _json(out: str) -> dict[str, Any]:
    value = json.loads(out)
    assert isinstance(value, dict)
    return value


class TestCheck:
    def test_the_case_of_the_article_is_whole(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(ARTICLE), "--json"]) == 0
        told = _json(capsys.readouterr().out)
        assert list(told) == ["elements", "claims", "quotes", "coverage", "findings"]
        assert list(told["elements"]) == list(ELEMENT_TABLES)
        assert told["findings"] == []
        assert told["claims"] > 100
        quotes = told["quotes"]
        assert list(quotes) == ["exact", "normalized", "ellipsis", "fuzzy", "conflict", "orphan"]
        assert quotes["exact"] == sum(quotes.values()) > 60
        coverage = told["coverage"]
        assert coverage["sentences"] == coverage["with_claim"] + coverage["no_claim"] == 44
        assert coverage["unread"] == 0

    def test_for_a_person(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(ARTICLE)]) == 0
        told = capsys.readouterr().out
        assert told.endswith("Nothing was found wrong.\n")
        assert "  sentences     44   38 with a claim, 6 marked as saying nothing\n" in told

    def test_findings(self, flawed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(flawed), "--json"]) == 1
        findings = _json(capsys.readouterr().out)["findings"]
        assert all(list(finding) == ["code", "where", "message"] for finding in findings)
        codes = [finding["code"] for finding in findings]
        assert codes[:2] == ["element-without-claim", "quote-not-exact"]
        assert findings[1]["message"].startswith("conflict: ")
        assert "“30” reads “20” here" in findings[1]["message"]

    def test_findings_for_a_person(self, flawed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(flawed)]) == 1
        told = capsys.readouterr().out
        assert "  element-without-claim (1)\n    actors > nobody\n      nobody says this" in told
        assert " 1 conflict" in told

    def test_what_keeps_a_case_from_being_opened_is_said(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        raw = json.loads(ARTICLE.read_text(encoding="utf-8"))
        raw["flows"][0]["supplier"] = "ghost"
        path = tmp_path / "broken.json"
        path.write_text(json.dumps(raw), encoding="utf-8")
        assert main(["check", str(path)]) == 1
        assert "1 of which keep the case from being opened" in capsys.readouterr().out

    @pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"format": "x\\u001b[2J"}', None])
    def test_unreadable(self, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "case\x1b.json"
        if content is not None:
            path.write_bytes(content)
        assert main(["check", str(path)]) == 2
        plain = capsys.readouterr()
        assert plain.out == ""
        assert plain.err.startswith("sanctions-explorer: ")
        assert plain.err.strip().isprintable()
        assert main(["check", str(path), "--json"]) == 2
        as_json = capsys.readouterr()
        assert as_json.err == plain.err
        assert _json(as_json.out) == {"error": plain.err.removeprefix("sanctions-explorer: ").strip()}


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    told = _json(capsys.readouterr().out)
    assert told["properties"]["claims"]["type"] == "array"


class TestExport:
    @pytest.mark.parametrize("name", ["picture.gif", "picture", ".svg", "picture.svg.exe"])
    def test_an_ending_that_is_not_known(self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["export", str(ARTICLE), "--to", str(tmp_path / name)]) == 2
        told = capsys.readouterr().err
        assert "give the file one of the endings .svg, .png, .pdf or .json" in told
        assert told.count("\n") == 1
        assert not list(tmp_path.iterdir())

    def test_a_target_is_needed(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["export", str(ARTICLE)]) == 2
        assert "--to" in capsys.readouterr().err


class TestWords:
    def test_help(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--help"]) == 0
        told = capsys.readouterr().out
        assert told.startswith("usage: sanctions-explorer [CASE]\n")
        for word in ("check", "export", "schema", "Nothing that you open leaves this machine."):
            assert word in told

    @pytest.mark.parametrize("command", ["check", "export", "schema", "open"])
    def test_help_of_a_command(self, command: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([command, "--help"]) == 0
        assert f"usage: sanctions-explorer {command}" in capsys.readouterr().out

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--version"]) == 0
        assert capsys.readouterr().out.startswith("sanctions-explorer ")

    @pytest.mark.parametrize("arguments", [["chekc"], ["none.json"], ["--", "check"], ["open", "none.json"]])
    def test_a_file_that_is_not_there(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert main(arguments) == 2
        assert "there is no such file, nor a command of that name" in capsys.readouterr().err

    @pytest.mark.parametrize("arguments", [["--nonsense"], ["check"], ["check", "a", "b"]])
    def test_wrong_arguments(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert main(arguments) == 2
        assert "usage: " in capsys.readouterr().err


def _python(code: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, **environment}, check=False, timeout=60
    )


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["check", str(ARTICLE)], ["schema"], ["--help"]])
def test_no_toolkit_is_loaded(arguments: list[str]) -> None:
    heavy = "{'PySide6', 'shiboken6', 'pyqtgraph', 'numpy', 'rapidfuzz', 'edlib'}"
    code = (
        f"import sys; from explorer.cli import main; code = main({arguments!r}); "
        f"sys.stderr.write(' '.join(sorted(set(sys.modules) & {heavy}))); raise SystemExit(code)"
    )
    done = _python(code)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_a_terminal_without_umlauts(flawed: Path) -> None:
    code = f"from explorer.cli import main; raise SystemExit(main(['check', {str(flawed)!r}]))"
    done = _python(code, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert b"\\u201c30\\u201d" in done.stdout


@pytest.mark.slow
def test_a_reader_who_has_seen_enough() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "explorer", "schema"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("json", b"{")]
)
def test_export(ending: str, begins: bytes, tmp_path: Path) -> None:
    target = tmp_path / f"picture.{ending}"
    arguments = ["export", str(ARTICLE), "--to", str(target)]
    done = _python(f"from explorer.cli import main; raise SystemExit(main({arguments!r}))", QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert target.read_bytes().startswith(begins)


@pytest.mark.slow
def test_export_of_what_cannot_be_read(tmp_path: Path) -> None:
    arguments = ["export", str(tmp_path / "none.json"), "--to", str(tmp_path / "x.svg")]
    done = _python(f"from explorer.cli import main; raise SystemExit(main({arguments!r}))", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert b"there is no such file" in done.stderr
    assert done.stderr.count(b"\n") == 1


class TestGenerate:
    def test_a_made_up_case_is_whole(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "made.json"
        assert (
            main(["generate", "--actors", "30", "--goods", "6", "--flows", "40", "--seed", "5", "-o", str(path)]) == 0
        )
        told = capsys.readouterr()
        assert "made.json: " in told.out
        assert told.out.endswith(" MB\n")
        assert told.err == ""
        assert main(["check", str(path), "--json"]) == 0
        assert _json(capsys.readouterr().out)["elements"]["flows"] == 40

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--actors", "3"], "actors must be 10 to 100,000; it is 3"),
            (["--flows", "999999"], "flows must be 1 to 80,000; it is 999,999"),
        ],
    )
    def test_what_cannot_be_made_is_said(
        self, options: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "made.json"
        assert main(["generate", *options, "-o", str(path)]) == 2
        assert told in capsys.readouterr().err
        assert not path.exists()

    def test_a_folder_that_is_not_there_is_said(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["generate", "-o", str(tmp_path / "nowhere" / "made.json")]) == 2
        assert "there is no such folder" in capsys.readouterr().err

    def test_a_large_one_says_how_far_it_is(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "made.json"
        assert main(["generate", "--actors", "2000", "--goods", "10", "--flows", "1100", "-o", str(path)]) == 0
        assert "sentences" in capsys.readouterr().err


_GRAPH: dict[str, list[dict[str, object]]] = {
    "boxes": [
        {"id": "a", "width": 120, "height": 40, "group": "firms"},
        {"id": "b", "width": 120, "height": 40, "group": "firms"},
        {"id": "c", "width": 90, "height": 30},
    ],
    "edges": [
        {"id": "e", "source": "a", "target": "c", "label": "sells to"},
        {"id": "f", "source": "b", "target": "c"},
    ],
}


def _written(path: Path, value: object) -> str:
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


class TestLayout:
    def test_a_graph_is_laid_out_to_where_one_reads(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["layout", _written(tmp_path / "graph.json", _GRAPH)]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        picture = _json(told.out)
        assert [box["id"] for box in picture["boxes"]] == ["a", "b", "c"]
        assert [(edge["id"], edge["source"], edge["target"]) for edge in picture["edges"]] == [
            ("e", "a", "c"), ("f", "b", "c")
        ]  # fmt: skip
        assert [frame["title"] for frame in picture["frames"]] == ["firms"]
        assert [label["id"] for label in picture["labels"]] == ["e"]

    def test_it_is_laid_out_to_a_file_and_nothing_is_said(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        graph, target = _written(tmp_path / "graph.json", _GRAPH), tmp_path / "picture.json"
        assert main(["layout", graph, "-o", str(target)]) == 0
        told = capsys.readouterr()
        assert (told.out, told.err) == ("", "")
        first = target.read_bytes()
        assert main(["layout", graph]) == 0
        assert capsys.readouterr().out.encode() == first
        assert main(["layout", graph, "--output", str(target)]) == 0
        assert target.read_bytes() == first
        assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.json", "picture.json"]

    def test_with_a_picture_before_what_stays_stays(self, tmp_path: Path) -> None:
        graph, before, after = _written(tmp_path / "g.json", _GRAPH), tmp_path / "p.json", tmp_path / "q.json"
        assert main(["layout", graph, "-o", str(before)]) == 0
        new = {"id": "d", "width": 100, "height": 60}
        line = {"id": "g", "source": "c", "target": "d"}
        more = {"boxes": [new, *_GRAPH["boxes"]], "edges": [*_GRAPH["edges"], line]}
        arguments = ["layout", _written(tmp_path / "h.json", more), "--previous", str(before), "-o", str(after)]
        assert main(arguments) == 0
        old, now = (
            {box["id"]: (box["x"], box["y"]) for box in json.loads(path.read_text(encoding="utf-8"))["boxes"]}
            for path in (before, after)
        )
        assert {key: now[key] for key in old} == old
        assert now["d"][0] > old["c"][0] + 90

    def test_parts_are_packed_to_a_shape(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        graph = _written(tmp_path / "g.json", {"boxes": [{"id": str(i), "width": 80, "height": 40} for i in range(60)]})
        shapes = []
        for aspect in ("0.3", "5"):
            assert main(["layout", graph, "--aspect", aspect]) == 0
            picture = _json(capsys.readouterr().out)
            shapes.append(picture["width"] / picture["height"])
        assert shapes[0] < 0.6
        assert shapes[1] > 3

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{", "graph.json: is not JSON: "),
            ("[]", "graph.json: holds no graph"),
            ('{"boxes": 7}', "graph.json: boxes must be a list"),
            ('{"boxes": [{"id": "a"}]}', "graph.json: boxes, row 1: width must be a number"),
            (
                '{"edges": [{"id": "e", "source": "a", "target": "b"}]}',
                "edges, row 1: there is no box a for its source",
            ),
            ("\udcff", "graph.json: 'utf-8' codec can't decode"),
        ],
    )
    def test_a_graph_that_is_none(
        self, text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "graph.json"
        path.write_bytes(text.encode("utf-8", errors="surrogateescape"))
        target = tmp_path / "picture.json"
        assert main(["layout", str(path), "-o", str(target)]) == 2
        _one_line(capsys, said)
        assert not target.exists()

    def test_a_graph_or_a_picture_before_that_is_not_there(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        graph, none = _written(tmp_path / "g.json", _GRAPH), str(tmp_path / "none.json")
        for arguments in ([none], [graph, "--previous", none], [str(tmp_path)]):
            assert main(["layout", *arguments]) == 2
            _one_line(capsys, "cannot be read: ")

    def test_a_picture_before_that_is_none_is_named(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        graph = _written(tmp_path / "g.json", _GRAPH)
        previous = _written(tmp_path / "before.json", {"boxes": [{"id": "a"}]})
        assert main(["layout", graph, "--previous", previous]) == 2
        _one_line(capsys, "before.json: boxes, row 1: x must be a number")

    def test_a_target_that_cannot_be_written(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        graph = _written(tmp_path / "g.json", _GRAPH)
        (tmp_path / "folder").mkdir()
        for target in (tmp_path / "none" / "picture.json", tmp_path / "folder"):
            assert main(["layout", graph, "-o", str(target)]) == 2
            _one_line(capsys, "cannot be written: ")

    @pytest.mark.parametrize("aspect", ["0", "-1", "nan", "inf", "1e9"])
    def test_a_shape_that_is_none(self, aspect: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["layout", _written(tmp_path / "g.json", _GRAPH), f"--aspect={aspect}"]) == 2
        _one_line(capsys, "give a ratio between 0.05 and 20")

    def test_wrong_arguments(self, capsys: pytest.CaptureFixture[str]) -> None:
        for arguments in ([], ["a", "b"], ["a", "--aspect", "wide"]):
            assert main(["layout", *arguments]) == 2
            assert capsys.readouterr().err.startswith("usage: sanctions-explorer")


def _one_line(capsys: pytest.CaptureFixture[str], said: str) -> None:
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("sanctions-explorer: ")
    assert said in told.err
    assert told.err.count("\n") == 1


@pytest.mark.slow
def test_a_layout_loads_no_window(tmp_path: Path) -> None:
    graph = _written(tmp_path / "g.json", _GRAPH)
    heavy = "{'PySide6', 'shiboken6', 'pyqtgraph'}"
    code = (
        f"import sys; from explorer.cli import main; code = main(['layout', {graph!r}, '-o', {graph + '.out'!r}]); "
        f"sys.stderr.write(' '.join(sorted(set(sys.modules) & {heavy}))); raise SystemExit(code)"
    )
    done = _python(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
