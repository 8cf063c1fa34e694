"""What the program remembers between two starts, typed.

In go and out come plain values; they are kept in one INI file of the user (`QSettings`, below the user's folder of
settings). A value that cannot be read counts as never set. No name of a machine or user is kept.
Must not know what the values are for.

| key                  | what it is                                                                        |
|----------------------|-----------------------------------------------------------------------------------|
| look/theme           | system, light or dark                                                             |
| look/motion          | whether boxes glide: as the desktop has it, full or less                          |
| look/legend          | whether the legend is shown                                                       |
| look/minimap         | whether the minimap is shown; unset: above 60 boxes that are not all in view      |
| look/accessible      | whether screen readers are told what the diagram shows                            |
| look/welcome         | whether the line of welcome is still shown                                        |
| files/recent         | paths of the cases opened last, newest first                                      |
| files/folder         | where the last file was opened                                                    |
| window/<version>/... | geometry and docks, by version of the layout                                      |
| positions/<hash>     | where boxes were put in the case with this hash of its path                       |
"""

import json
import math
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from explorer.case.parts import Position, position_id

Theme = Literal["system", "light", "dark"]
Motion = Literal["system", "full", "less"]

#: As many cases are offered in File > Recent.
RECENT = 12
_NAME = "sanctions-explorer"
_PLACE = (QSettings.Format.IniFormat, QSettings.Scope.UserScope, _NAME)
_OBJECT = re.compile(rb'[=,]\s*"?@(Variant|DateTime)\(')


Kept = TypeVar("Kept")


class _Value(Generic[Kept]):
    """A value of the settings: its key, how it is read from its text, and how it is written."""

    def __init__(self, key: str, read: Callable[[str], Kept], write: Callable[[Kept], str]) -> None:
        self._key, self._read, self._write = key, read, write

    def __get__(self, settings: "Settings", _owner: type) -> Kept:
        return self._read(settings.text(self._key))

    def __set__(self, settings: "Settings", value: Kept) -> None:
        settings.store(self._key, self._write(value))


def _read_theme(held: str) -> Theme:
    return "light" if held == "light" else "dark" if held == "dark" else "system"


def _read_motion(held: str) -> Motion:
    return "full" if held == "full" else "less" if held == "less" else "system"


def _read_paths(held: str) -> tuple[str, ...]:
    rows = _rows(held)
    return tuple(row for row in rows if isinstance(row, str))[:RECENT] if rows is not None else ()


def _write_paths(paths: tuple[str, ...]) -> str:
    return json.dumps(list(dict.fromkeys(paths))[:RECENT])


def _write_flag(flag: bool | None) -> str:
    return "" if flag is None else "yes" if flag else "no"


class Settings:
    """Typed access to the user's settings."""

    theme = _Value[Theme]("look/theme", _read_theme, str)
    motion = _Value[Motion]("look/motion", _read_motion, str)
    legend = _Value[bool]("look/legend", lambda held: held != "no", _write_flag)
    minimap = _Value[bool | None]("look/minimap", {"yes": True, "no": False}.get, _write_flag)
    accessible = _Value[bool]("look/accessible", lambda held: held != "no", _write_flag)
    welcome = _Value[bool]("look/welcome", lambda held: held != "no", _write_flag)
    folder = _Value[str]("files/folder", str, str)
    recent = _Value[tuple[str, ...]]("files/recent", _read_paths, _write_paths)

    def __init__(self) -> None:
        _set_aside_damaged()
        self._store = QSettings(*_PLACE, _NAME)

    def window(self, version: int) -> tuple[QByteArray, QByteArray] | None:
        """Geometry and docks of the window as they were, or None if this version never stored any."""
        held = [self._store.value(f"window/{version}/{name}") for name in ("geometry", "docks")]
        geometry, docks = held
        return (geometry, docks) if isinstance(geometry, QByteArray) and isinstance(docks, QByteArray) else None

    def store_window(self, version: int, geometry: QByteArray, docks: QByteArray) -> None:
        """Keep geometry and docks of the window."""
        self._store.setValue(f"window/{version}/geometry", geometry)
        self._store.setValue(f"window/{version}/docks", docks)

    def positions(self, place: str) -> tuple[Position, ...] | None:
        """Where boxes were put in the case at a path; None if nothing was ever moved there."""
        rows = _rows(self.text(_positions_key(place)))
        return None if rows is None else tuple(made for row in rows if (made := _position(row)))

    def store_positions(self, place: str, positions: Iterable[Position]) -> None:
        """Keep where boxes were put in the case at a path."""
        self.store(_positions_key(place), json.dumps([[row.view, row.box, row.x, row.y] for row in positions]))

    def flush(self) -> None:
        """Write what is not yet written."""
        self._store.sync()

    def text(self, key: str) -> str:
        """The text kept under a key, or nothing."""
        held = self._store.value(key, "")
        return held if isinstance(held, str) else ""

    def store(self, key: str, text: str) -> None:
        """Keep a text under a key."""
        self._store.setValue(key, text)


def _set_aside_damaged() -> None:
    """Rename a file that holds objects, which we never write: Qt builds them as it reads, and may end the process."""
    # Asked of a name beside it: to ask for the file itself would read it.
    path = Path(QSettings(*_PLACE, "-").fileName()).with_name(f"{_NAME}.ini")
    with suppress(OSError):
        if _OBJECT.search(path.read_bytes()):
            path.replace(path.with_suffix(".damaged"))


def _rows(held: str) -> list[object] | None:
    try:
        value: object = json.loads(held or "null")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else None


def _positions_key(place: str) -> str:
    # The path itself says more about the user's folders than a list of numbers needs.
    return f"positions/{sha256(os.path.realpath(place).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}"


def _position(row: object) -> Position | None:
    match row:
        case [("flow" | "relations" | "both") as view, str(box), int() | float() as x, int() | float() as y] if (
            math.isfinite(x) and math.isfinite(y)
        ):
            try:
                return Position(id=position_id(view, box)[:120], view=view, box=box, x=x, y=y)
            except ValueError:  # a box that no case can hold
                return None
        case _:
            return None
