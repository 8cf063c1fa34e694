"""Closing in the middle of work, two files at once, settings that are damaged or cannot be kept, disks that are full.

Whatever happens outside, the window stands, says one thing at most, and nothing half-written is left behind.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.session.settings import Settings
from explorer.session.state import Opened
from explorer.shell.actions import export_to
from explorer.shell.arrangement import VERSION
from explorer.shell.faults import Faults
from explorer.shell.start import build
from explorer.shell.window import Window
from explorer.views.kit import theme
from tests.journeys import strange
from tests.journeys.attack import article_rows, written
from tests.shell.conftest import closed

if sys.platform == "win32":
    pytest.skip("limits and pipes are those of Unix", allow_module_level=True)
import resource

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes a worker a while."""
    return written(tmp_path / "large.json", strange.texts()["two megabytes"])


def titled(folder: Path, title: str) -> Path:
    return written(folder / f"{title}.json", {**article_rows(), "title": title})


def test_closed_while_a_file_is_read(qtbot: QtBot, qapp: QApplication, opened: Opened, large: Path) -> None:
    for _ in range(3):
        window = build(qapp, opened, Settings(), Faults())
        window.show()
        window.opening.open(large)
        jobs = window.jobs
        assert jobs.busy
        closed(window)  # waits for the worker; what it brings comes to nobody


def test_closed_with_everything_open(qtbot: QtBot, qapp: QApplication, opened: Opened, tmp_path: Path) -> None:
    window = build(qapp, opened, Settings(), Faults())
    window.show()
    for key in ("shortcuts", "about", "open", "export", "find-or-run", "find"):
        window.bindings[key].trigger()
    window.lensbar.chips["kind"].button.click()
    window.opening.open(titled(tmp_path, "Late"))
    window.close()
    assert not window.isVisible()
    window.close()
    closed(window)
    theme.dress(qapp, "light")


def test_of_two_files_the_newest_is_shown(qtbot: QtBot, window: Window, large: Path, tmp_path: Path) -> None:
    shown: list[str] = []
    window.session.caseChanged.connect(lambda _: shown.append(window.session.case.title))
    with qtbot.waitSignal(window.jobs.answered):
        window.opening.open(large)
        window.opening.open(titled(tmp_path, "Newest"))
    for number in range(8):
        window.opening.open(titled(tmp_path, f"Quick {number}"))
    qtbot.waitUntil(lambda: window.jobs.busy == (), timeout=10_000)
    assert shown == ["Newest", "Quick 7"]
    assert window.session.opened.place.endswith("Quick 7.json")
    assert not window.messages.isVisible()


def test_of_a_bad_and_a_good_file_the_newest_counts(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    window.opening.open(tmp_path / "bad.json")
    window.opening.open(titled(tmp_path, "Good"))
    qtbot.waitUntil(lambda: window.jobs.busy == (), timeout=10_000)
    assert window.session.case.title == "Good"
    assert not window.messages.isVisible()
    window.opening.open(titled(tmp_path, "Other"))
    window.opening.open(tmp_path / "bad.json")
    qtbot.waitUntil(lambda: window.jobs.busy == (), timeout=10_000)
    assert window.session.case.title == "Good"
    assert "bad.json" in window.messages.words.text()


def settings_file() -> Path:
    """Where the settings of this test lie."""
    path = Path(Settings()._store.fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


GARBAGE: dict[str, bytes] = {
    "noise": bytes(range(256)) * 40,
    "zeros": b"\0" * 5_000,
    "no end": b"[window\n2\\geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\n[[[",
    "wrong types": b"[look]\ntheme=@ByteArray(\\0)\nlegend=1, 2, 3\nminimap=@Invalid()\nwelcome=@Size(1 2)\n"
    b"[files]\nrecent=@Rect(0 0 -1 -1)\nfolder=@Point(1 2)\n[window]\n2\\geometry=x\n2\\docks=@Size(3 3)\n",
    "hostile words": b"[look]\ntheme=<img src=/x>\n[files]\nfolder=//host/share\n"
    b'recent="[\\"<b>\\", 1, null, [[[]]], \\"\\\\ud800\\"]"\n',
    "deep": b'[files]\nrecent="' + b"[" * 100_000 + b'"\n',
    "unknown object": b"[look]\ntheme=@Variant(\\0\\0\\xff\\xff\\xff\\xff\\xff\\xff)\n",
    "endless object": b"[look]\nlegend=@Variant(\\0\\0\\0\\t\\x7f\\xff\\xff\\xff)\n",
    "half a day": b"[look]\ntheme=@DateTime(\\0\\0)\n",
}  # fmt: skip


@contextmanager
def window_on(qapp: QApplication, opened: Opened) -> Iterator[Window]:
    """A window as the next start would make it."""
    window = build(qapp, opened, Settings(), Faults())
    window.restore()
    window.show()
    yield window
    closed(window)
    theme.dress(qapp, "light")


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_damaged_settings_count_as_none(qtbot: QtBot, qapp: QApplication, opened: Opened, garbage: bytes) -> None:
    settings_file().write_bytes(garbage)
    with window_on(qapp, opened) as window:
        assert not window.grab().isNull()
        assert window.size().width() >= window.minimumWidth()
        window.settings.theme = "dark"
    assert Settings().theme == "dark"
    assert settings_file().read_bytes() != garbage


def test_a_damaged_layout_of_the_window(qtbot: QtBot, qapp: QApplication, opened: Opened) -> None:
    with window_on(qapp, opened) as window:
        proper = bytes(window.arrangement.state().data()), bytes(window.saveGeometry().data())
    docks, geometry = proper
    damaged = (docks[: len(docks) // 2], docks[::-1], docks[:40] + b"\xff" * 200)
    for state in damaged:
        settings = Settings()
        settings.store_window(VERSION, QByteArray(geometry[:30] + state[:40]), QByteArray(state))
        settings.flush()
        with window_on(qapp, opened) as window:
            assert not window.grab().isNull()
            assert window.diagram.isVisible()
            window.bindings["reset-layout"].trigger()
            assert all(dock.isVisibleTo(window) for dock in window.docks.values())


def test_settings_that_cannot_be_kept(qtbot: QtBot, qapp: QApplication, opened: Opened, tmp_path: Path) -> None:
    folder = settings_file().parent
    folder.rmdir()
    folder.write_text("a file where the folder should be", encoding="utf-8")
    with window_on(qapp, opened) as window:
        window.bindings["theme-dark"].trigger()
        window.diagram.canvas.boxesDragged.emit({"china": (40.0, 60.0)})
        with qtbot.waitSignal(window.session.caseChanged):
            window.opening.open(titled(tmp_path, "Kept"))
        assert not window.messages.isVisible()
        assert theme.ground() == "dark"
    assert folder.is_file()


START = """
import sys
from explorer.shell.app import run
from PySide6.QtWidgets import QApplication
sys.exit(run(None, after_paint=QApplication.quit))
"""


@pytest.mark.parametrize("place", ["nowhere", "garbage"])
def test_the_program_starts_without_a_place_for_settings(tmp_path: Path, place: str) -> None:
    taken = tmp_path / "taken"
    taken.write_text("not a folder", encoding="utf-8")
    home = {"nowhere": taken / "below", "garbage": tmp_path / "config"}[place]
    if place == "garbage":
        (home / "sanctions-explorer").mkdir(parents=True)
        (home / "sanctions-explorer" / "sanctions-explorer.ini").write_bytes(GARBAGE["noise"])
    places = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    run = subprocess.run(
        [sys.executable, "-c", START], env=os.environ | places | {"HOME": str(home)}, cwd=tmp_path,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert taken.read_text(encoding="utf-8") == "not a folder"


@contextmanager
def full_disk(left: int = 2_000) -> Iterator[None]:
    """No file can be longer than this; a write beyond it fails as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (left, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "json"])
def test_a_full_disk_leaves_the_old_picture(window: Window, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"picture.{suffix}"
    target.write_bytes(b"the old one")
    with full_disk():
        export_to(window.desk, target)
    assert window.messages.isVisible()
    words = window.messages.words.text()
    assert target.name in words
    assert "another folder" in words
    assert target.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    export_to(window.desk, target)
    assert target.stat().st_size > 2_000


def impossible(folder: Path) -> Iterator[Path]:
    """Places that nothing can be written to."""
    (folder / "file").write_text("x", encoding="utf-8")
    yield folder / "file" / "picture.svg"
    yield folder / "missing" / "picture.svg"
    yield folder / ("x" * 300 + ".svg")
    yield folder / "nul\0.svg"
    yield folder / "half \udc80.txt"
    (folder / "folder.svg").mkdir()
    yield folder / "folder.svg"
    os.mkfifo(folder / "pipe.svg")
    yield folder / "pipe.svg"
    if os.geteuid():  # who may do everything can write there
        (folder / "locked").mkdir(mode=0o500)
        yield folder / "locked" / "picture.svg"


def test_places_that_nothing_can_be_written_to(window: Window, tmp_path: Path) -> None:
    for target in impossible(tmp_path):
        window.messages.hide()
        export_to(window.desk, target)
        assert window.messages.isVisible(), str(target)
        words = window.messages.words.text()
        assert len(words) < 600
        assert "\n" not in words
    assert not list(tmp_path.rglob("*.part"))
    assert (tmp_path / "pipe.svg").is_fifo()


def test_an_action_that_fails_is_one_message(window: Window) -> None:
    """What nobody expected arrives in the bar, and the next action works."""
    window.desk.faults._tell(KeyError("<img src=x>\n\u202e"))
    assert window.messages.isVisible()
    assert "KeyError" in window.messages.words.text()
    window.session.select("china")
    assert window.session.selection.focus == "china"
