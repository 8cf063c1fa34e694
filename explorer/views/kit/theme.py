"""Light and dark: colours by token, and the application dressed in them.

In goes the name of a ground, out come QColors, a palette and a style sheet. Our own palettes, because the colour scheme
of the desktop cannot be set on every platform. Must not know any pane.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from explorer import assets

Ground = Literal["light", "dark"]


class _Dress:
    """The ground that the application wears now."""

    ground: Ground = "light"


@cache
def _tokens() -> dict[str, dict[str, str]]:
    return assets.table("styles/tokens.toml")


def colour(token: str, ground: Ground | None = None) -> QColor:
    """The colour of a token on the current ground; a token nobody knows is ink."""
    tokens = _tokens()[ground or _Dress.ground]
    return QColor(tokens.get(token, tokens["ink"]))


def ground() -> Ground:
    """The ground that the application wears now."""
    return _Dress.ground


@contextmanager
def on(ground: Ground) -> Iterator[None]:
    """Colours of a ground for what is painted inside, whatever the application wears: paper is light."""
    worn, _Dress.ground = _Dress.ground, ground
    try:
        yield
    finally:
        _Dress.ground = worn


def dress(application: QApplication, ground: Ground) -> None:
    """Put the application on a ground: style, palette, style sheet. Widgets hear of it as a palette change."""
    _Dress.ground = ground
    application.setStyle("Fusion")
    application.setPalette(_palette(ground))
    application.setStyleSheet(_sheet(ground))


def _palette(ground: Ground) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    table = {
        role.Window: "panel", role.WindowText: "ink", role.Base: "surface", role.AlternateBase: "panel",
        role.Text: "ink", role.Button: "panel", role.ButtonText: "ink", role.BrightText: "ink",
        role.ToolTipBase: "surface", role.ToolTipText: "ink", role.PlaceholderText: "ink-muted",
        role.Highlight: "accent-soft", role.HighlightedText: "ink", role.Link: "accent", role.LinkVisited: "accent",
        role.Light: "surface", role.Midlight: "raised", role.Mid: "line", role.Dark: "line-strong",
        role.Shadow: "line-strong", role.Accent: "accent",
    }  # fmt: skip
    for which, token in table.items():
        palette.setColor(which, colour(token, ground))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, colour("ink-faint", ground))
    return palette


def _sheet(ground: Ground) -> str:
    sheet = assets.resource("styles/app.qss").read_text(encoding="utf-8")
    # Longest first, so that @ink does not eat the head of @ink-muted.
    for token in sorted(_tokens()[ground], key=len, reverse=True):
        sheet = sheet.replace(f"@{token}", _tokens()[ground][token])
    return sheet
