"""The way in: finds out whether a window can be shown, then shows it, or renders it to a file, or says what is missing.

In go the path of a case or nothing, out comes the exit code. Must not import Qt when it is imported itself, so that a
missing library ends in one sentence.
"""

import gc
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from explorer.shell import ground

#: Where the window is rendered to, below the current folder, when there is no screen.
PICTURE = Path("build") / "sanctions-explorer.png"
MISSING = 3


def run(path: Path | None = None, *, after_paint: Callable[[], object] | None = None) -> int:
    """Open the window on a case, without one on the article's; returns the exit code.

    `after_paint` is called once, when the diagram has been painted for the first time.
    """
    # Importing makes many objects that stay: looking through them for garbage costs a start a tenth of its time. The
    # window has a collector of its own.
    gc.disable()
    try:
        return _run(path, after_paint)
    finally:
        gc.enable()


def _run(path: Path | None, after_paint: Callable[[], object] | None) -> int:
    _load_what_needs_no_qt()
    if words := ground.missing_library():
        return _say(words)
    seen, words = False, ""
    if ground.wants_screen(os.environ, sys.platform):
        screen = ground.Screen()
        from explorer.shell.start import show  # takes longer than the child needs to answer

        seen, words = screen.answer()
        if words:
            return _say(words)
        if seen:
            return show(path, after_paint)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer.shell.start import render

    try:
        render(path, PICTURE)
    except OSError as error:
        return _say(f"No display found, and {PICTURE} cannot be written: {error.strerror or error}")
    sys.stdout.write(f"No display found: rendered the window to {PICTURE}\n")
    return 0


def _load_what_needs_no_qt() -> None:
    """Import the rooms below Qt before Qt.

    WORKAROUND PySide6 6.8 to 6.12: importing it exchanges `builtins.__import__` for one that reads the source of every
    module imported later, looking for a feature switch that we do not use. `ground.missing_library` puts the plain one
    back; what comes before it is not read at all.
    """
    import_module("explorer.case.file")
    import_module("explorer.layout.scene")


def _say(words: str) -> int:
    sys.stderr.write(f"{words}\n")
    return MISSING
