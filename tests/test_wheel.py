"""What a user installs: the wheel holds all that travels with the program, and works away from the checkout.

The wheel is built once and put into a fresh environment which sees the declared dependencies and nothing else, so a
dependency that only the tests bring along is missed. No network is needed.
"""

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
CASE = "explorer/_resources/cases/stoltenberg-china.json"

pytestmark = pytest.mark.slow


def _run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    hidden = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(list(map(str, command)), cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("dist")
    run = _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, folder=out)
    assert run.returncode == 0, run.stdout + run.stderr
    return next(out.glob("*.whl"))


def _needed(name: str) -> Iterator[importlib.metadata.Distribution]:
    """The distribution and all that it declares to need here, without extras."""
    distribution = importlib.metadata.distribution(name)
    yield distribution
    for line in distribution.requires or []:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield from _needed(wanted.name)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; what it declares to need is linked into it."""
    home = tmp_path_factory.mktemp("installed")
    made = _run(sys.executable, "-m", "venv", "--without-pip", "venv", folder=home)
    assert made.returncode == 0, made.stderr
    python = home / "venv" / "bin" / "python"
    put = _run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, folder=home
    )
    assert put.returncode == 0, put.stdout + put.stderr
    packages = next((home / "venv").glob("lib/python*/site-packages"))
    for distribution in list(_needed("sanctions-explorer"))[1:]:
        tops = {Path(file).parts[0] for file in distribution.files or []} - {"..", "__pycache__"}
        for top in tops:
            if not (packages / top).exists():
                (packages / top).symlink_to(Path(str(distribution.locate_file(top))))
    return home / "venv"


def test_the_wheel_holds_what_travels_with_the_program(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "seeds"):
        files = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"explorer/_{folder}/{file.as_posix()}" for file in files} <= names
    assert CASE in names
    assert {name.rsplit("/", 1)[-1] for name in names if ".dist-info/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert not [name for name in names if not re.match(r"explorer/|sanctions_explorer-", name)]


def test_the_wheel_says_who_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = next(archive.read(name).decode() for name in archive.namelist() if name.endswith("/METADATA"))
    head, _, readme = metadata.partition("\n\n")
    assert "License-Expression: Apache-2.0" in head
    assert "Description-Content-Type: text/markdown" in head
    assert len(readme) > 200


def test_the_installed_program_is_the_wheel(installed: Path, tmp_path: Path) -> None:
    run = _run(installed / "bin" / "python", "-c", "import explorer; print(explorer.__file__)", folder=tmp_path)
    assert Path(run.stdout.strip()).is_relative_to(installed)


@pytest.fixture
def case(installed: Path) -> Path:
    """The article's case, as it was installed."""
    return next(installed.glob(f"lib/python*/site-packages/{CASE}"))


def test_the_installed_program_checks_the_case_it_brings(installed: Path, case: Path, tmp_path: Path) -> None:
    run = _run(installed / "bin" / "sanctions-explorer", "check", "--json", case, folder=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    said = json.loads(run.stdout)
    assert said["findings"] == []
    assert said["coverage"]["unread"] == 0
    assert list(tmp_path.iterdir()) == []


def test_the_installed_program_draws_the_case_it_brings(installed: Path, case: Path, tmp_path: Path) -> None:
    run = _run(installed / "bin" / "sanctions-explorer", "export", case, "--to", tmp_path / "x.svg", folder=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert ElementTree.parse(tmp_path / "x.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert [path.name for path in tmp_path.iterdir()] == ["x.svg"]
