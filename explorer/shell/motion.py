"""Whether things may move: what the user chose, else what the desktop asks for.

In goes the choice, out comes a yes or no. Qt knows the wish of the desktop from 6.12 on (`QAccessibilityHints`). Before
that it is read where Linux desktops keep it, and a style without animations counts as a wish, too; GNOME keeps it where
nobody can read it without a bus, so there the choice in the menu is needed. Must not know what moves.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QStyle

from explorer.session.settings import Motion

#: Set to anything but 0, the desktop counts as asking for less motion.
LESS = "SANCTIONS_EXPLORER_REDUCE_MOTION"
_WISHES = (
    ("kdeglobals", re.compile(r"^AnimationDurationFactor\s*=\s*0(\.0*)?\s*$", re.MULTILINE)),
    ("gtk-4.0/settings.ini", re.compile(r"^gtk-enable-animations\s*=\s*(0|false)\s*$", re.MULTILINE | re.IGNORECASE)),
    ("gtk-3.0/settings.ini", re.compile(r"^gtk-enable-animations\s*=\s*(0|false)\s*$", re.MULTILINE | re.IGNORECASE)),
)
_MOST = 100_000


def moves(chosen: Motion, application: QApplication) -> bool:
    """Whether boxes may glide and flicks swing out."""
    return chosen == "full" or (chosen == "system" and not _less_wanted(application))


def _less_wanted(application: QApplication) -> bool:
    if os.environ.get(LESS, "0") not in ("", "0"):
        return True
    hints = getattr(application.styleHints(), "accessibility", lambda: None)()
    wish = getattr(hints, "motionPreference", None)
    if wish is not None and "Reduc" in wish().name:
        return True
    if application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0:
        return True
    return sys.platform == "linux" and _said_in_files()


def _said_in_files() -> bool:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    for name, wish in _WISHES:
        with suppress(OSError), (folder / name).open(encoding="utf-8", errors="replace") as file:
            if wish.search(file.read(_MOST)):
                return True
    return False
