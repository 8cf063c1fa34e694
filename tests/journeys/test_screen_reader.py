"""Somebody who listens: the program on a real screen and a real accessibility bus, read by a real client.

The client is `listener.py`. Without a virtual screen, a message bus and the bindings of AT-SPI the journey is skipped;
`.ci/run` installs them.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explorer.shell.app import MISSING

ROOT = Path(__file__).resolve().parent.parent.parent
_PROGRAMS = ("Xvfb", "dbus-daemon", "xdotool")
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is for Linux")]


def _python() -> str | None:
    """The system's Python if it has the bindings: they come with the distribution and with no package of ours."""
    path = os.pathsep.join(("/usr/bin", os.environ.get("PATH", "")))
    python = shutil.which("python3", path=path)
    if python and subprocess.run([python, "-c", _BINDINGS], capture_output=True, check=False).returncode == 0:
        return python
    return None


@pytest.fixture
def house(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a screen and a message bus of our own."""
    lacking = [name for name in _PROGRAMS if shutil.which(name) is None]
    if lacking or _python() is None:
        pytest.skip(f"not installed: {', '.join([*lacking, *([] if _python() else ['gir1.2-atspi-2.0, python3-gi'])])}")
    taken = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
    held = {key: value for key, value in os.environ.items() if key not in taken}
    for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        held[f"XDG_{name}"] = str(tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir(mode=0o700)
    held |= {"PYTHONPATH": str(ROOT), "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x950x24", "-nolisten", "tcp"]
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(screen, env=held, **quiet) as server:  # type: ignore[call-overload]  # from a dict
        held["DISPLAY"] = f":{server.stdout.readline().strip()}"
        with subprocess.Popen(bus, env=held, **quiet) as daemon:  # type: ignore[call-overload]  # from a dict
            held["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
            yield held
            daemon.terminate()
        server.terminate()


def listened(house: dict[str, str], folder: Path, *keys: str) -> dict[str, Any]:
    """What a screen reader hears of the program while somebody presses keys, until it is closed."""
    python = _python()
    assert python is not None
    start = [sys.executable, "-X", "faulthandler", "-m", "explorer"]
    log = folder / "said"
    with (
        log.open("w", encoding="utf-8") as stream,
        subprocess.Popen(start, cwd=folder, env=house, stderr=stream) as program,
    ):
        reader = subprocess.run(
            [python, str(Path(__file__).with_name("listener.py")), *keys],
            cwd=folder, env=house, capture_output=True, text=True, check=False, timeout=100,
        )  # fmt: skip
        if reader.returncode:
            program.kill()
    said = log.read_text(encoding="utf-8")
    if program.returncode == MISSING:
        pytest.skip(said)
    assert reader.returncode == 0, reader.stderr + said
    assert program.returncode == 0, said
    assert "Traceback" not in said
    heard = json.loads(reader.stdout)
    assert isinstance(heard, dict)
    return heard


def test_a_screen_reader_finds_the_boxes_and_hears_where_somebody_walks(house: dict[str, str], tmp_path: Path) -> None:
    heard = listened(house, tmp_path, "Right", "Right", "Left", "Down", "l", "F6", "shift+F6")
    canvas, items = heard["list"], heard["items"]
    assert (canvas["role"], canvas["name"]) == ("list", "Flow diagram")
    assert "most sources name China as supplier" in canvas["description"]
    assert "Arrow keys" in canvas["description"]

    names = [item["name"] for item in items]
    assert {"China", "Russia", "Microelectronics", "North Korea"} <= set(names)
    assert {item["role"] for item in items} == {"list item"}
    assert [item["index"] for item in items] == list(range(len(items)))
    assert {item["parent"] for item in items} == {"Flow diagram"}
    assert all({"focusable", "selectable", "showing", "visible"} <= set(item["states"]) for item in items)
    assert len({tuple(item["place"]) for item in items}) == len(items)
    assert heard["at"] == names[2]
    korea = items[names.index("North Korea")]["description"]
    assert "Supplies 1 flow, receives 1 flow: Artillery shells to Russia; Advanced technology from Russia." in korea
    assert "Gate: Western sanctions on Russia" in items[names.index("Russia")]["description"]

    first, second, back, down, line, away, again = heard["walk"]
    here = names[0]
    assert ["focused", here] in first
    assert ["selected", here] in first
    assert ["focused", "Microelectronics"] in second
    assert ["selected", "Microelectronics"] in second
    assert ["no longer selected", here] in second
    assert ["no longer focused", "Microelectronics"] in back
    there = next(name for what, name in back if what == "focused")
    assert there in names
    assert next(name for what, name in down if what == "focused") not in (there, "Flow diagram")
    spoken = next(words for what, words in line if what == "announcement")
    assert " supplies " in spoken
    assert spoken.endswith(".")
    assert next(name for what, name in away if what == "focused") not in (*names, "Flow diagram")
    assert again


def test_who_switches_it_off_has_a_diagram_without_words(house: dict[str, str], tmp_path: Path) -> None:
    heard = listened(house | {"SANCTIONS_EXPLORER_NO_ACCESSIBILITY": "1"}, tmp_path)
    assert heard["list"]["role"] != "list"
    assert heard["list"]["name"] == "Flow diagram"
    assert heard["items"] == []
