"""The command line: open the window, check a case, export its picture, make one up, print the schema.

In go arguments, out comes an exit code. Must not know Qt: the window is imported only when it is wanted, so that a
check runs where there is no screen.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.case.problem import shown
from explorer.text.english import counted

if TYPE_CHECKING:
    from explorer.case.case import Case
    from explorer.case.check import Report

OK, FINDINGS, UNUSABLE = 0, 1, 2
#: What `export` can write.
SUFFIXES = (".svg", ".png", ".pdf", ".json")

_ABOUT = "Who supplies what to whom, who says so, and what would a sanction change?"
_EPILOG = """\
Without a command the window opens: with CASE, or with the case that comes with the program.
Nothing that you open leaves this machine.

examples:
  sanctions-explorer                                 look at the article's case
  sanctions-explorer my-case.json                    open your own
  sanctions-explorer check my-case.json              does every line lead to its passage?
  sanctions-explorer export my-case.json --to my.svg
"""
_CHECK = """\
Checks that all references hold, that every quote stands in its source, and that every sentence has been read.
The exit code is 0 if nothing was found, 1 if there are findings, 2 if the case cannot be read.
"""
_EXPORT = """\
Writes the diagram as a picture (.svg, .png, .pdf) or what it shows as data (.json).
The ending of FILE says which. The exit code is 2 if that cannot be done.
"""
_LAYOUT = """\
Lays out any graph: {"boxes": [{"id", "width", "height", "lane"?, "group"?}], "edges": [{"id", "source", "target",
"label"?}]}, lengths in pixels. Writes where everything is as JSON; the same graph gives the same picture everywhere.
With --previous what is still there stays where it stood. The exit code is 2 if that cannot be done.
"""
_GENERATE = """\
Makes up a case: actors of which few are hubs, flows, measures, and the articles that tell of them, two claims a flow.
The same numbers and seed give the same file on every machine. Nothing in it is real.
The exit code is 2 if the file cannot be made.
"""
_COUNTS = (
    ("actors", "how many actors", 100),
    ("goods", "how many goods", 20),
    ("flows", "how many flows", 300),
    ("seed", "where chance begins", 1),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a check has findings, 2 it could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no "é" must not end a check
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        chosen = _parser().parse_args(_with_command(arguments))
        run: Callable[[argparse.Namespace], int] = chosen.run
        code = run(chosen)
        sys.stdout.flush()
    except SystemExit as end:  # argparse ends the program itself after --help and after a wrong argument
        return end.code if isinstance(end.code, int) else UNUSABLE
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def _with_command(arguments: list[str]) -> list[str]:
    """Put `open` before a first argument that is no command, so that a case can be named alone."""
    first = arguments[0] if arguments else None
    if first in _COMMANDS or (first and first.startswith("-") and first != "--"):
        return arguments
    return ["open", *arguments]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sanctions-explorer",
        usage="sanctions-explorer [CASE]\n       sanctions-explorer COMMAND ...",
        description=_ABOUT,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the program's version number and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="sanctions-explorer")

    def add(name: str, told: str, about: str = "") -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=told, description=about or told, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.set_defaults(run=_COMMANDS[name])
        return command

    add("open", "open the window (also without this word)").add_argument("case", metavar="CASE", nargs="?", type=Path)
    checking = add("check", "say whether a case is sound", _CHECK)
    checking.add_argument("case", metavar="CASE", type=Path)
    checking.add_argument("--json", action="store_true", help="print the result as JSON")
    exporting = add("export", "write the diagram of a case to a file", _EXPORT)
    exporting.add_argument("case", metavar="CASE", type=Path)
    exporting.add_argument("--to", metavar="FILE", type=Path, required=True, help="a .svg, .png, .pdf or .json file")
    exporting.add_argument("--view", choices=("flow", "relations", "both"), default="flow", help="default: flow")
    exporting.add_argument("--text-as-shapes", action="store_true", help="for readers without these fonts")
    exporting.add_argument("--dark", action="store_true", help="draw on a dark ground")
    making = add("generate", "make up a case of any size", _GENERATE)
    for name, told, usual in _COUNTS:
        making.add_argument(f"--{name}", metavar="N", type=int, default=usual, help=f"{told}; default: {usual}")
    making.add_argument("-o", "--output", metavar="CASE", type=Path, required=True, help="the file to write")
    laying = add("layout", "lay out a graph that is not a case", _LAYOUT)
    laying.add_argument("graph", metavar="GRAPH", type=Path, help="a .json file")
    laying.add_argument("-o", "--output", metavar="PICTURE", type=Path, help="where to write it; without it, here")
    laying.add_argument("--previous", metavar="PICTURE", type=Path, help="a picture that this command wrote before")
    laying.add_argument("--aspect", metavar="RATIO", type=float, default=1.6, help="width to height for separate parts")
    add("schema", "print the JSON Schema of a case file")
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: the look-up costs a start a twentieth of a second."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and end."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            told = version("sanctions-explorer")
        except PackageNotFoundError:
            told = "(not installed)"
        sys.stdout.write(f"sanctions-explorer {told}\n")
        parser.exit()


def _open(chosen: argparse.Namespace) -> int:
    case: Path | None = chosen.case
    if case is not None and not case.exists():
        return _fail(f"{shown(str(case), 200)}: there is no such file, nor a command of that name; see --help")
    from explorer.shell.app import run

    code: int = run(case)
    return code


def _check(chosen: argparse.Namespace) -> int:
    from explorer.case.check import check
    from explorer.case.file import CaseError, read

    try:
        case = read(chosen.case)
    except CaseError as error:
        if chosen.json:
            _write_json({"error": str(error)})
        return _fail(str(error))
    report = check(case)
    if chosen.json:
        _write_json(_summary(report))
    else:
        sys.stdout.write(_told(case, report))
    return FINDINGS if report.findings else OK


def _export(chosen: argparse.Namespace) -> int:
    target: Path = chosen.to
    if target.suffix.lower() not in SUFFIXES:
        endings = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        return _fail(f"{shown(str(target), 200)}: give the file one of the endings {endings}")
    from explorer.shell.printing import export

    try:
        warnings = export(chosen.case, target, chosen.view, dark=chosen.dark, shapes=chosen.text_as_shapes)
    except (ValueError, OSError) as error:
        return _fail(shown(str(error), 1_000))
    for warning in warnings:
        _fail(warning)
    return OK


def _generate(chosen: argparse.Namespace) -> int:
    from explorer.case.file import CaseError, write
    from explorer.generate.make import generated
    from explorer.generate.size import Size, SizeError

    target: Path = chosen.output
    if not target.absolute().parent.is_dir():
        return _fail(f"{shown(str(target), 200)}: there is no such folder; make it first")
    try:
        size = Size(chosen.actors, chosen.goods, chosen.flows, chosen.seed)
        say = _say if size.large else _hush
        case = generated(size, say)
        say("checking and saving")
        write(case, target)
    except (CaseError, SizeError) as error:
        return _fail(shown(str(error), 1_000))
    megabytes = target.stat().st_size / 1_000_000
    held = counted(len(case.elements), "element"), counted(len(case.claims), "claim")
    sys.stdout.write(f"{shown(str(target), 200)}: {', '.join(held)}, {megabytes:,.1f} MB\n")
    return OK


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _hush(_: str) -> None:
    """A small case is made before anybody has read a line."""


def _layout(chosen: argparse.Namespace) -> int:
    from explorer.case.saver import save
    from explorer.formats import picture, sketch
    from explorer.layout.layered import layered
    from explorer.layout.picture import Options

    if not 0.05 <= chosen.aspect <= 20:
        return _fail(f"--aspect {chosen.aspect:g}: give a ratio between 0.05 and 20, such as 1.6")
    read: Path = chosen.graph
    try:
        graph = sketch.read(read.read_text(encoding="utf-8"))
        previous = None
        if chosen.previous is not None:
            read = chosen.previous
            previous = picture.read(read.read_text(encoding="utf-8"))
        told = picture.write_picture(layered(graph, Options(previous=previous, aspect=chosen.aspect)))
    except OSError as error:
        return _fail(f"{shown(str(read), 200)}: cannot be read: {error.strerror or error}")
    except ValueError as error:
        return _fail(f"{shown(str(read), 200)}: {shown(str(error), 400)}")
    if chosen.output is None:
        # As in a file: what a terminal cannot show must not become something that is no JSON.
        sys.stdout.flush()
        sys.stdout.buffer.write(told.encode("utf-8"))
        return OK
    try:
        save(told.encode("utf-8"), Path(os.path.realpath(chosen.output)))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _fail(f"{shown(str(chosen.output), 200)}: cannot be written: {shown(reason, 200)}")
    return OK


def _schema(_: argparse.Namespace) -> int:
    from explorer.case.file import schema

    _write_json(dict(schema()))
    return OK


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "open": _open,
    "check": _check,
    "export": _export,
    "generate": _generate,
    "layout": _layout,
    "schema": _schema,
}


def _fail(told: str) -> int:
    """Say something on stderr; the exit code for what could not be done."""
    sys.stderr.write(f"sanctions-explorer: {told}\n")
    return UNUSABLE


def _write_json(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value, indent=2) + "\n")


def _summary(report: "Report") -> dict[str, object]:
    coverage = report.coverage
    return {
        "elements": dict(report.elements),
        "claims": report.claims,
        "quotes": dict(report.statuses),
        "coverage": {
            "sentences": len(coverage.sentences),
            "with_claim": coverage.count("with_claim"),
            "no_claim": coverage.count("no_claim"),
            "unread": coverage.count("unread"),
        },
        "findings": [
            {"code": finding.code, "where": finding.where, "message": finding.message} for finding in report.findings
        ],
    }


def _told(case: "Case", report: "Report") -> str:
    """The report for a person: what there is, then what was found, by kind of finding."""
    coverage = report.coverage
    readings = (
        ("with a claim", coverage.count("with_claim")),
        ("marked as saying nothing", coverage.count("no_claim")),
        ("unread", coverage.count("unread")),
    )
    rows = (
        ("elements", sum(report.elements.values()), _counts(report.elements.items())),
        ("claims", report.claims, ""),
        ("quotes", len(report.anchors), _counts(report.statuses.items())),
        ("sentences", len(coverage.sentences), _counts(readings)),
    )
    head = "".join(f"  {name:<10}{count:>6}   {of}".rstrip() + "\n" for name, count, of in rows)
    return f"{case.title}\n\n{head}\n{_findings(report)}"


def _counts(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts if count)


def _findings(report: "Report") -> str:
    if not report.findings:
        return "Nothing was found wrong.\n"
    groups: dict[str, list[str]] = {}
    for finding in report.findings:
        groups.setdefault(finding.code, []).append(f"    {finding.where}\n      {finding.message}\n")
    head = counted(len(report.findings), "finding")
    if report.broken:
        head += f", {len(report.broken)} of which keep the case from being opened"
    return f"{head}\n" + "".join(f"\n  {code} ({len(rows)})\n{''.join(rows)}" for code, rows in groups.items())
