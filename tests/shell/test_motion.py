"""Whether things may move: the choice first, then what the desktop asks for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from explorer.session.settings import Settings
from explorer.shell.motion import LESS, moves
from explorer.shell.window import Window


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """Where a desktop keeps its wishes; it has none."""
    monkeypatch.delenv(LESS)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))


@pytest.mark.usefixtures("desktop")
def test_without_a_wish_things_move_as_they_do_on_the_desktop(qapp: QApplication) -> None:
    assert moves("system", qapp)
    assert moves("full", qapp)
    assert not moves("less", qapp)


def test_the_environment_asks_for_less(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LESS, "1")
    assert not moves("system", qapp)
    assert moves("full", qapp)
    monkeypatch.setenv(LESS, "0")
    assert moves("system", qapp)


@pytest.mark.parametrize(
    ("name", "words", "less"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-4.0/settings.ini", "\xff\x00 not a file of settings", False),
    ],
)
def test_a_linux_desktop_asks_for_less_in_its_files(
    desktop: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str, words: str, less: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    path = desktop / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="latin-1")
    assert moves("system", qapp) is not less


def _wanted(window: Window) -> bool:
    return window.diagram.glide.wanted


def test_the_choice_is_taken_at_once_and_kept(window: Window) -> None:
    assert not _wanted(window)
    window.bindings["motion-full"].trigger()
    assert _wanted(window)
    assert window.diagram.hand.swing.wanted
    assert Settings().motion == "full"
    window.bindings["motion-less"].trigger()
    assert not _wanted(window)
    window.bindings["motion-system"].trigger()
    assert Settings().motion == "system"
