"""What the program remembers between two starts, typed.

In go and out come plain values; they are kept in one INI file of the user (`QSettings`, below the user's folder of
settings). A value that cannot be read counts as never set. No name of a machine or user is kept.

| key                  | what it is                                                                        |
|----------------------|-----------------------------------------------------------------------------------|
| look/theme           | system, light or dark                                                             |
| look/legend          | whether the legend is shown                                                       |
| look/minimap         | whether the minimap is shown; unset: above 60 boxes                               |
| look/welcome         | whether the line of welcome is still shown                                        |
| files/recent         | paths of the cases opened last, newest first                                      |
| files/folder         | where the last file was opened                                                    |
| window/<version>/... | geometry and docks, by version of the layout                                      |
| positions/<hash>     | where boxes were put in the case with this hash of its path                       |
"""

import json
import math
import os
from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings

from explorer.case.parts import Position

Theme = Literal["system", "light", "dark"]

#: As many cases are offered in File > Recent.
RECENT = 12
_NAME = "sanctions-explorer"


class Settings:
    """Typed access to the user's settings."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _NAME, _NAME)

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the desktop has it."""
        held = self._text("look/theme")
        return "light" if held == "light" else "dark" if held == "dark" else "system"

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._store.setValue("look/theme", theme)

    @property
    def legend(self) -> bool:
        """Whether the legend is shown."""
        return self._text("look/legend") != "no"

    @legend.setter
    def legend(self, shown: bool) -> None:
        self._store.setValue("look/legend", "yes" if shown else "no")

    @property
    def minimap(self) -> bool | None:
        """Whether the minimap is shown; None: when there are many boxes."""
        return {"yes": True, "no": False}.get(self._text("look/minimap"))

    @minimap.setter
    def minimap(self, shown: bool | None) -> None:
        self._store.setValue("look/minimap", "" if shown is None else "yes" if shown else "no")

    @property
    def welcome(self) -> bool:
        """Whether the line of welcome is still shown."""
        return self._text("look/welcome") != "no"

    @welcome.setter
    def welcome(self, shown: bool) -> None:
        self._store.setValue("look/welcome", "yes" if shown else "no")

    @property
    def folder(self) -> str:
        """Where the last file was opened, or nothing."""
        return self._text("files/folder")

    @folder.setter
    def folder(self, folder: str) -> None:
        self._store.setValue("files/folder", folder)

    @property
    def recent(self) -> tuple[str, ...]:
        """Paths of the cases opened last, newest first."""
        rows = self._json("files/recent")
        return tuple(row for row in rows if isinstance(row, str))[:RECENT] if isinstance(rows, list) else ()

    @recent.setter
    def recent(self, paths: Iterable[str]) -> None:
        rows = list(dict.fromkeys(paths))[:RECENT]
        self._store.setValue("files/recent", json.dumps(rows))

    def window(self, version: int) -> tuple[QByteArray, QByteArray] | None:
        """Geometry and docks of the window as they were, or None if this version never stored any."""
        held = [self._store.value(f"window/{version}/{name}") for name in ("geometry", "docks")]
        geometry, docks = held
        return (geometry, docks) if isinstance(geometry, QByteArray) and isinstance(docks, QByteArray) else None

    def store_window(self, version: int, geometry: QByteArray, docks: QByteArray) -> None:
        """Keep geometry and docks of the window."""
        self._store.setValue(f"window/{version}/geometry", geometry)
        self._store.setValue(f"window/{version}/docks", docks)

    def forget_window(self) -> None:
        """Forget the layout of the window."""
        self._store.remove("window")

    def positions(self, place: str) -> tuple[Position, ...] | None:
        """Where boxes were put in the case at a path; None if nothing was ever moved there."""
        rows = self._json(_positions_key(place))
        return tuple(made for row in rows if (made := _position(row))) if isinstance(rows, list) else None

    def store_positions(self, place: str, positions: Iterable[Position]) -> None:
        """Keep where boxes were put in the case at a path."""
        rows = [[row.view, row.box, row.x, row.y] for row in positions]
        self._store.setValue(_positions_key(place), json.dumps(rows))

    def flush(self) -> None:
        """Write what is not yet written."""
        self._store.sync()

    def _text(self, key: str) -> str:
        held = self._store.value(key, "")
        return held if isinstance(held, str) else ""

    def _json(self, key: str) -> object:
        try:
            value: object = json.loads(self._text(key) or "null")
        except (ValueError, RecursionError):
            return None
        return value


def _positions_key(place: str) -> str:
    # The path itself says more about the user's folders than a list of numbers needs.
    return f"positions/{sha256(os.path.realpath(place).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}"


def _position(row: object) -> Position | None:
    match row:
        case [("flow" | "relations" | "both") as view, str(box), int() | float() as x, int() | float() as y] if (
            math.isfinite(x) and math.isfinite(y)
        ):
            try:
                return Position(id=f"position-{view}-{box}"[:120], view=view, box=box, x=x, y=y)
            except ValueError:  # a box that no case can hold
                return None
        case _:
            return None
