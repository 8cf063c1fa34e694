"""Before Qt starts: a missing library is one sentence, a missing screen is found out without ending the process."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.shell import ground
from explorer.shell.app import MISSING

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux can there be no screen")
RUN = "from explorer.shell.app import run; raise SystemExit(run())"


def started(folder: Path, code: str = RUN, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process as a user starts it, in a folder of its own, with no screen unless one is given."""
    held = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=held | places | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_screen_may_be_there_if_one_is_named() -> None:
    assert not ground.wants_screen({}, "linux")
    assert not ground.wants_screen({"DISPLAY": ""}, "linux")
    assert ground.wants_screen({"DISPLAY": ":0"}, "linux")
    assert ground.wants_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert ground.wants_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert ground.wants_screen({}, "darwin")
    assert ground.wants_screen({}, "win32")


def test_a_screen_of_this_machine_has_a_socket(tmp_path: Path) -> None:
    assert not ground.can_be_there({})
    assert not ground.can_be_there({"DISPLAY": ":4711"})
    assert not ground.can_be_there({"DISPLAY": "unix:4711.0", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert not ground.can_be_there({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert ground.can_be_there({"DISPLAY": "elsewhere:0"})
    (tmp_path / "wayland-0").touch()
    assert ground.can_be_there({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert ground.can_be_there({"WAYLAND_DISPLAY": str(tmp_path / "wayland-0")})


def test_what_a_screen_lacks_is_said_with_the_way_to_it() -> None:
    words = ground.missing_for_screen("Cannot load: libxcb-cursor.so.0: cannot open shared object file: No such file")
    assert "libxcb-cursor.so.0" in words
    assert "libxcb-cursor0" in words.split("apt-get install ")[1].split()
    assert "\n" not in words


def test_loading_the_way_in_loads_no_qt() -> None:
    code = "import explorer.shell.app, sys; print([m for m in sys.modules if m.startswith('PySide6')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


@pytest.mark.slow
@LINUX
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "wayland-4711"}])
def test_without_a_screen_the_window_is_rendered(tmp_path: Path, screen: dict[str, str]) -> None:
    run = started(tmp_path, **screen)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "No display found: rendered the window to build/sanctions-explorer.png\n"
    picture = (tmp_path / "build" / "sanctions-explorer.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (1440, 900)


@pytest.mark.slow
@LINUX
@pytest.mark.parametrize("library", ["libEGL.so.1", "libGL.so.1", "libxkbcommon.so.0"])
def test_a_missing_library_is_one_sentence(tmp_path: Path, library: str) -> None:
    lost = f"raise ImportError('{library}: cannot open shared object file: No such file or directory')"
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text(lost, encoding="utf-8")
    run = started(tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert run.returncode == 3
    assert run.stdout == ""
    assert re.fullmatch(
        rf"The system library {re.escape(library)} is missing\. .*apt-get install [a-z0-9. -]+\n", run.stderr
    )
    assert "libegl1" in run.stderr


@pytest.mark.slow
@LINUX
def test_another_import_error_is_not_taken_for_a_missing_library(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("import nothing_of_that_name", encoding="utf-8")
    run = started(tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert run.returncode == 1
    assert "nothing_of_that_name" in run.stderr


@pytest.mark.slow
@LINUX
def test_a_library_that_the_screen_needs_is_one_sentence(tmp_path: Path) -> None:
    """The try is real: the child loads a platform that says what it lacks and aborts."""
    code = (
        "import os, sys, explorer.shell.ground as ground\n"
        "def lacking(told):\n"
        "    os.dup2(told, 2)\n"
        "    os.write(2, b'libxcb-cursor.so.0: cannot open shared object file')\n"
        "    os.abort()\n"
        "ground._try_screen = lacking\n" + RUN
    )
    run = started(tmp_path, code, DISPLAY="elsewhere:0")
    assert run.returncode == 3
    assert "libxcb-cursor.so.0" in run.stderr
    assert "libxcb-icccm4" in run.stderr
    assert not (tmp_path / "build").exists()


@pytest.mark.slow
@LINUX
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs a screen to be seen (Debian: apt-get install xvfb)")
def test_on_a_screen_the_window_opens(tmp_path: Path) -> None:
    code = (
        "from explorer.shell.app import run\n"
        "def seen():\n"
        "    from PySide6.QtWidgets import QApplication\n"
        "    print(QApplication.platformName(), QApplication.topLevelWidgets()[0].isVisible())\n"
        "    QApplication.quit()\n"
        "raise SystemExit(run(after_paint=seen))"
    )
    held = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    run = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", code],
        cwd=tmp_path,
        env=held | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if run.returncode == MISSING:
        pytest.skip(run.stderr)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split()[0] == "xcb"
    assert not (tmp_path / "build").exists()
