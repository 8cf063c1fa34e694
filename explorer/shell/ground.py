"""What must be there before Qt starts: its libraries, and a screen. Qt itself aborts the process if one is missing.

In go the environment and what Qt says in a child of ours, out come answers and sentences for a person. Must not import
Qt when it is imported itself: that it can be imported is one of the questions.

How the screen is tried: on Linux a forked child starts Qt's platform and ends at once. That is the only test that sees
everything that can go wrong (no server, no permission, a library of the plugin missing) and costs 0.04 to 0.08 s,
during which the parent goes on importing. Elsewhere there is always a screen.
"""

import builtins
import importlib
import os
import re
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

#: What Debian calls the libraries, without a screen and with one.
_BARE = "libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3"
_XCB = "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"
_LOST = re.compile(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file")
#: Where every X server puts its sockets.
_SOCKETS = Path("/tmp", ".X11-unix")  # noqa: S108  # its name is fixed, not ours
_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?$")
_NOBODY = ("could not connect to display", "Failed to create wl_display", "Authorization required")
#: A server that does not answer is none; seconds.
_PATIENCE = 10


def wants_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether there could be a screen: one is named, or the platform always has one, or the user chose for Qt."""
    named = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not platform.startswith("linux")


def can_be_there(environment: Mapping[str, str]) -> bool:
    """Whether a screen that is named can be there: one on this machine has a socket."""
    display, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    runtime = Path(environment.get("XDG_RUNTIME_DIR") or "/run/user")
    if wayland and (runtime / wayland).exists():
        return True
    local = _LOCAL.match(display)
    if local is None:
        return bool(display)
    socket = _SOCKETS / f"X{local[1]}"
    known = ""
    with suppress(OSError):  # some servers have a socket without a file
        known = Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace")
    return socket.exists() or any(line.endswith(f"@{socket}") for line in known.splitlines())


def missing_library() -> str:
    """The sentence about a system library without which Qt cannot be loaded, or nothing."""
    plain = builtins.__import__
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        lost = _LOST.search(str(error))
        if lost is None:
            raise
        return f"The system library {lost[1]} is missing. Debian and Ubuntu: apt-get install {_BARE}"
    finally:
        builtins.__import__ = plain  # see explorer.shell.app: PySide6 makes every later import slower
    return ""


def missing_for_screen(said: str) -> str:
    """The sentence about what Qt's platform lacked, by what it said."""
    lost = _LOST.search(said)
    what = f"The system library {lost[1]}" if lost else "A system library that Qt needs for this screen"
    return f"{what} is missing. Debian and Ubuntu: apt-get install {_BARE} {_XCB}"


class Screen:
    """A try whether Qt can show a window, running beside us until somebody asks for the answer."""

    def __init__(self) -> None:
        self._child = 0
        self._said = -1
        # A platform that the user chose is taken at their word.
        if sys.platform.startswith("linux") and "QT_QPA_PLATFORM" not in os.environ:
            self._start()

    def answer(self) -> tuple[bool, str]:
        """Whether a window can be shown; and if a library is missing, the sentence that says so."""
        if not self._child:
            return True, ""
        with os.fdopen(self._said, "rb") as pipe:
            said = pipe.read().decode("utf-8", "replace")
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        if status == 0:
            return True, ""
        nobody = any(words in said for words in _NOBODY) or os.WTERMSIG(status) == signal.SIGALRM
        # Qt looks for its libraries first: whoever has no screen need not install what one would take.
        nobody = nobody or not can_be_there(os.environ)
        return False, "" if nobody else missing_for_screen(said)

    def _start(self) -> None:
        self._said, told = os.pipe()
        self._child = os.fork()
        if self._child:
            os.close(told)
            return
        try:
            _try_screen(told)
        finally:
            os._exit(1)


def _try_screen(told: int) -> None:
    """In the child: start Qt's platform, say on standard error what it lacks, and end."""
    import resource

    from PySide6.QtGui import QGuiApplication

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # Qt aborts; nobody needs a core dump of a question
    signal.alarm(_PATIENCE)
    os.dup2(told, 2)
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    QGuiApplication(["sanctions-explorer"])
    os._exit(0)
