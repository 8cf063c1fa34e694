"""Nothing leaves the machine: no connection is opened, and what could open one is not even loaded.

Three looks, because each alone misses something: Python's audit hook does not see Qt's sockets, the list of mapped
libraries does not see Python's, and strace sees both but is not on every machine.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow

# Opens the article's case as the command line does, ends when it is painted, and says what it has loaded.
OPEN = """
import sys
reached = []
sys.addaudithook(lambda event, _: event.startswith(("socket.", "urllib.")) and reached.append(event))
from explorer.shell.app import run
from PySide6.QtWidgets import QApplication
code = run(None, after_paint=QApplication.quit)
import explorer.views.charts, explorer.views.timeline
libraries = {line.split()[-1].rsplit("/", 1)[-1] for line in open("/proc/self/maps")}
print("reached", reached)
print("libraries", *libraries)
sys.exit(code)
"""


def _open_case(folder: Path, *around: str) -> dict[str, list[str]]:
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    run = subprocess.run(
        [*around, sys.executable, "-c", OPEN],
        cwd=folder,
        env=os.environ | places,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return {words[0]: words[1:] for words in map(str.split, run.stdout.splitlines()) if words}


@pytest.mark.skipif(sys.platform != "linux", reason="reads the list of mapped libraries that Linux keeps")
def test_what_could_connect_is_not_loaded(tmp_path: Path) -> None:
    said = _open_case(tmp_path)
    assert said["reached"] == ["[]"]
    assert any(name.startswith("libQt6Gui") for name in said["libraries"])
    assert [name for name in said["libraries"] if name.startswith(("libQt6Network", "libQt6WebEngine", "_ssl"))] == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (Debian: apt-get install strace)")
def test_no_connection_is_opened(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    _open_case(tmp_path, "strace", "-f", "-qq", "-o", str(trace), "-e", "trace=connect,sendto,sendmsg,execve")
    calls = trace.read_text(encoding="utf-8", errors="replace")
    assert "execve(" in calls  # it did look
    assert re.findall(r".*AF_INET6?.*", calls) == []
