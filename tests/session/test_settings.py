"""Settings: what was set is there at the next start, and what is damaged counts as never set."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from explorer.case.parts import Position
from explorer.session.settings import RECENT, Settings


@pytest.fixture
def settings(qtbot: QtBot) -> Settings:
    return Settings()


def again(settings: Settings) -> Settings:
    """The settings as the next start reads them."""
    settings.flush()
    return Settings()


def test_a_first_start(settings: Settings) -> None:
    assert settings.theme == "system"
    assert settings.legend
    assert settings.minimap is None
    assert settings.accessible is True
    assert settings.welcome
    assert settings.folder == ""
    assert settings.recent == ()
    assert settings.window(1) is None
    assert settings.positions("case.json") is None


def test_what_was_set_is_there_at_the_next_start(settings: Settings) -> None:
    settings.theme, settings.legend, settings.minimap, settings.welcome = "dark", False, True, False
    settings.accessible = False
    settings.folder, settings.recent = "cases", ("b.json", "a.json")
    settings.store_window(1, QByteArray(b"g"), QByteArray(b"d"))
    after = again(settings)
    assert (after.theme, after.legend, after.minimap, after.welcome) == ("dark", False, True, False)
    assert after.accessible is False
    assert (after.folder, after.recent) == ("cases", ("b.json", "a.json"))
    assert after.window(1) == (QByteArray(b"g"), QByteArray(b"d"))


def test_one_recent_file_stays_a_list(settings: Settings) -> None:
    settings.recent = ("with, comma.json",)
    assert again(settings).recent == ("with, comma.json",)


def test_recent_files_are_each_there_once_and_not_too_many(settings: Settings) -> None:
    settings.recent = ("x.json", *(f"{n}.json" for n in range(30)), "x.json")
    assert len(settings.recent) == RECENT
    assert settings.recent[:2] == ("x.json", "0.json")


def test_a_layout_of_another_version_is_not_taken(settings: Settings) -> None:
    settings.store_window(1, QByteArray(b"g"), QByteArray(b"d"))
    assert settings.window(2) is None
    assert settings.window(1) == (QByteArray(b"g"), QByteArray(b"d"))


def test_positions_belong_to_a_file(settings: Settings, tmp_path: Path) -> None:
    row = Position(id="position-flow-china", view="flow", box="china", x=10.5, y=-3)
    settings.store_positions(str(tmp_path / "a.json"), [row])
    (tmp_path / "link.json").symlink_to(tmp_path / "a.json")
    after = again(settings)
    assert after.positions(str(tmp_path / "a.json")) == (row,)
    assert after.positions(str(tmp_path / "link.json")) == (row,)
    assert after.positions(str(tmp_path / "b.json")) is None


def test_all_boxes_tidied_is_not_the_same_as_never_moved(settings: Settings) -> None:
    settings.store_positions("a.json", [])
    assert again(settings).positions("a.json") == ()


@pytest.mark.parametrize(
    "damage",
    ["{", '"x"', "[[1]]", '[["flow", "china", 1e999, 0]]', '[["flow", "no id!", 1, 2]]', '[["north", "china", 1, 2]]'],
)
def test_damage_counts_as_never_set(settings: Settings, damage: str) -> None:
    settings.store_positions("a.json", [])
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "sanctions-explorer", "sanctions-explorer")
    for key in [*store.allKeys(), "files/recent", "look/theme", "look/minimap", "window/1/docks"]:
        store.setValue(key, damage)
    store.sync()
    after = Settings()
    assert not after.positions("a.json")
    assert all(isinstance(path, str) for path in after.recent)
    assert after.theme == "system"
    assert after.minimap is None
    assert after.window(1) is None


def test_neither_user_nor_path_of_a_case_is_written_with_positions(settings: Settings, tmp_path: Path) -> None:
    settings.store_positions(str(tmp_path / "secret.json"), [])
    settings.flush()
    written = Path(settings._store.fileName()).read_text(encoding="utf-8")
    assert "secret" not in written
    assert str(tmp_path) not in written
