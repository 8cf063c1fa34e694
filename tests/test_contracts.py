"""The architecture as a test: who imports whom, how large things are, what the house does not do.

Each rule is also tried on a planted fault, because a check that cannot fail proves nothing. Complexity, names, dead
imports and the like are ruff's; see `pyproject.toml`.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import house_lints, house_sizes
from tests.house_sizes import Size

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted((ROOT / "explorer").rglob("*.py"))
PYTHON = [path for folder in ("explorer", "tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]

#: Below the views every module has a test file of its own. What has none, and why, stands here.
BELOW_VIEWS = ("assets", "text", "case", "edit", "graph", "analysis", "layout", "generate", "formats", "session", "cli")
WITHOUT_TEST_FILE: dict[str, str] = {}

#: Who may write files: the one saver. Anything else needs its reason here.
MAY_WRITE: dict[str, str] = {"explorer/case/saver.py": "the one saver"}

#: A widget outside the kit that could show rich text, and why it does not.
TAKES_NONE: dict[str, str] = {
    "explorer/views/reader/paper.py": "read-only, rich text refused, filled with characters only",
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# --- who imports whom ---------------------------------------------------------------------------------------------


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-cache"]
    return subprocess.run(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )


def test_imports_keep_the_contracts() -> None:
    run = _lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "planted", "broken"),
    [
        ("case/base.py", "import explorer.graph", "One way through the house"),
        ("text/fold.py", "import PySide6.QtCore", "No Qt below the session"),
        ("views/reader/__init__.py", "import explorer.views.outline", "Panes do not know each other"),
        ("utils/__init__.py", "", "One way through the house"),
    ],
)
def test_contracts_notice_a_planted_import(tmp_path: Path, module: str, planted: str, broken: str) -> None:
    shutil.copytree(ROOT / "explorer", tmp_path / "explorer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "explorer" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{_source(path) if path.exists() else ''}\n{planted}\n", encoding="utf-8")
    run = _lint_imports(tmp_path)
    assert run.returncode != 0
    assert re.search(rf"{broken} BROKEN|{broken}\n", run.stdout), run.stdout


@pytest.mark.slow
def test_below_the_session_nothing_loads_qt() -> None:
    rooms = ("text", "case", "edit", "graph", "analysis", "layout", "generate", "formats")
    modules = [_name(p).removesuffix(".py").replace("/", ".") for p in CODE if p.relative_to(ROOT).parts[1] in rooms]
    assert modules
    loads = ";".join(f"import {module.removesuffix('.__init__')}" for module in ["explorer.assets", *modules])
    check = "import sys; print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6', 'pyqtgraph')])"
    run = subprocess.run([sys.executable, "-c", f"{loads}; {check}"], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


# --- how large things are -----------------------------------------------------------------------------------------


def test_files_stay_small() -> None:
    sizes = [Size(_name(path), house_sizes.file_size(path).number) for path in CODE]
    assert house_sizes.above(sizes, 500) == []
    assert house_sizes.share(sizes, 0.95) <= 300, house_sizes.above(sizes, 300)
    assert house_sizes.share(sizes, 0.5) <= 120


def test_functions_stay_small() -> None:
    sizes = [size for path in CODE for size in house_sizes.function_sizes(_source(path), _name(path))]
    assert house_sizes.above(sizes, 80) == []
    assert house_sizes.share(sizes, 0.95) <= 35, house_sizes.above(sizes, 35)


def test_classes_stay_small() -> None:
    sizes = [size for path in CODE for size in house_sizes.class_sizes(_source(path), _name(path))]
    assert house_sizes.share(sizes, 0.95) <= 12, house_sizes.above(sizes, 12)


def test_sizes_are_measured() -> None:
    source = "class A:\n    def f(self):\n        pass\n\n    def g(self):\n        return 1\n"
    assert [size.number for size in house_sizes.function_sizes(source, "x")] == [2, 2]
    assert [size.number for size in house_sizes.class_sizes(source, "x")] == [2]
    ladder = [Size(str(number), number) for number in range(1, 101)]
    assert (house_sizes.share(ladder, 0.5), house_sizes.share(ladder, 0.95)) == (50, 95)
    assert house_sizes.above(ladder, 98) == ["100 100", "99 99"]


def test_every_module_opens_with_its_purpose() -> None:
    assert [_name(path) for path in CODE if not ast.get_docstring(ast.parse(_source(path)))] == []


def test_every_module_below_the_views_has_its_test_file() -> None:
    modules = [path.relative_to(ROOT / "explorer") for path in CODE if path.name not in {"__init__.py", "__main__.py"}]
    below = [module for module in modules if module.with_suffix("").parts[0] in BELOW_VIEWS]
    without = {m.as_posix() for m in below if not (ROOT / "tests" / m.parent / f"test_{m.name}").exists()}
    assert without == set(WITHOUT_TEST_FILE)


# --- what the house does not do -----------------------------------------------------------------------------------


def test_text_reaches_widgets_through_the_kit() -> None:
    faults = [fault for path in CODE for fault in house_lints.sinks(_source(path), _name(path))]
    allowed = {fault for fault in faults if fault.split(":")[0] in TAKES_NONE and "QTextEdit" in fault}
    assert [fault for fault in faults if fault not in allowed] == []
    assert {fault.split(":")[0] for fault in allowed} == set(TAKES_NONE)  # no reason outlives what it excused


@pytest.mark.parametrize(
    "planted",
    [
        "QLabel(f'{actor.name}')",
        "QtWidgets.QLabel(name)",
        "class Title(QLabel): pass",
        "QMessageBox.warning(self, 'Not saved', str(error))",
        "view = QTextBrowser()",
        "item.setHtml(name)",
        "self.setStyleSheet(f'color: {colour}')",
        "box.setToolTip(name)",
        "box.setToolTip(f'{name}')",
        "box.setToolTip('a' if b else name)",
        "def data(self, index, role):\n    if role == Qt.ItemDataRole.ToolTipRole: return name",
        "QToolTip.showText(place, name)",
        "QToolTip.showText(place, name if name else '', self)",
        "form.addRow(f'{name}', field)",
        "TextItem(html=name)",
    ],
)
def test_a_planted_sink_is_seen(planted: str) -> None:
    assert house_lints.sinks(planted, "explorer/views/reader/pane.py") != []
    assert house_lints.sinks(planted, "explorer/views/kit/text.py") == []


@pytest.mark.parametrize(
    "proper",
    [
        "box.setToolTip(tooltip(name))",
        "box.setToolTip('Zoom in')",
        "box.setStyleSheet('padding: 2px;')",
        "QToolTip.showText(place, text.tooltip(words) if words else '', self)",
        "from explorer.views.kit.text import label\nlabel(name)",
        "from explorer.views.kit.text import tooltip\nroles = {Qt.ItemDataRole.ToolTipRole: tooltip(name)}",
        "def title() -> QLabel: return label(name)",
        "QPlainTextEdit(name)",
    ],
)
def test_a_proper_use_passes(proper: str) -> None:
    assert house_lints.sinks(proper, "explorer/views/reader/pane.py") == []


def test_nothing_runs_code_of_a_file_or_opens_a_connection() -> None:
    assert [fault for path in CODE for fault in house_lints.dangers(_source(path), _name(path))] == []


@pytest.mark.parametrize(
    "planted",
    [
        "import pickle",
        "from html.parser import HTMLParser",
        "from html import parser",
        "import urllib.request",
        "from http.client import HTTPSConnection",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "eval(text)",
        "csv.Sniffer().sniff(text)",
        "os.system(name)",
    ],
)
def test_a_planted_danger_is_seen(planted: str) -> None:
    assert house_lints.dangers(planted, "explorer/case/file.py") != []
    assert house_lints.dangers("import html, csv, re, urllib.parse\nre.compile(html.escape(text))", "x.py") == []


def test_files_are_written_in_few_known_places() -> None:
    found = {_name(path) for path in CODE if house_lints.writes(_source(path), _name(path))}
    assert found <= set(MAY_WRITE), sorted(found - set(MAY_WRITE))


@pytest.mark.parametrize(
    "planted",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "path.open('x')",
        "path.write_text(text)",
        "os.replace(one, other)",
        "os.fdopen(number, 'wb')",
        "os.open(name, os.O_WRONLY | os.O_CREAT)",
        "generator.setFileName(name)",
        "QSaveFile(name)",
    ],
)
def test_a_planted_write_is_seen(planted: str) -> None:
    assert house_lints.writes(planted, "explorer/formats/csv.py") != []
    assert (
        house_lints.writes(
            "open(path); path.open('rb'); text.replace('a', 'w'); os.open(os.devnull, os.O_WRONLY)", "x.py"
        )
        == []
    )


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:  # an unpacked sdist: all that is there
        return [p for p in ROOT.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.parts)]
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""  # a picture


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    tracked = _tracked()
    assert ROOT / "pyproject.toml" in tracked
    assert [fault for path in tracked for fault in house_lints.foreign(_text(path), _name(path))] == []


def test_a_planted_path_is_seen() -> None:
    planted = ["https://py" + "pi.org/simple", "/wor" + "k/main", "see /tm" + "p/x", "/hom" + "e/ann/case.json"]
    assert [len(house_lints.foreign(line, "README.md")) for line in planted] == [1, 1, 1, 1]
    assert house_lints.foreign("explorer/session/state.py, homework/a, template/", "README.md") == []


def test_tests_and_code_are_all_typed_and_read() -> None:
    # mypy and ruff check what pyproject.toml names: a new folder of Python must not escape them.
    outside = [_name(p) for p in _tracked() if p.suffix == ".py" and p not in PYTHON]
    assert outside == []
