"""Light and dark: every token on both grounds, enough contrast, a sheet without holes."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from explorer import assets
from explorer.case.kinds import VOCABULARIES, vocabulary
from explorer.views.kit import theme
from explorer.views.kit.theme import Ground

_GROUNDS: tuple[Ground, ...] = ("light", "dark")


@pytest.fixture(autouse=True)
def _back_to_light(qapp: QApplication) -> Iterator[None]:
    theme.dress(qapp, "light")
    yield
    theme.dress(qapp, "light")


def _luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_grounds_have_the_same_tokens() -> None:
    tokens = assets.table("styles/tokens.toml")
    assert set(tokens["light"]) == set(tokens["dark"])
    assert all(QColor(value).isValid() for ground in _GROUNDS for value in tokens[ground].values())


@pytest.mark.parametrize("ground", _GROUNDS)
def test_text_can_be_read(ground: Ground) -> None:
    for ink in ("ink", "ink-muted"):
        for paper in ("ground", "surface", "panel", "accent-soft"):
            assert _contrast(theme.colour(ink, ground), theme.colour(paper, ground)) >= 4.5, (ink, paper)


@pytest.mark.parametrize("ground", _GROUNDS)
def test_marks_and_words_in_the_colours_of_kinds_can_be_seen(ground: Ground) -> None:
    tokens = {row.colour for name in VOCABULARIES for row in vocabulary(name).values()} | {"accent", "line-strong"}
    for token in tokens:
        for paper in ("ground", "surface"):
            assert _contrast(theme.colour(token, ground), theme.colour(paper, ground)) >= 3.0, (token, paper)


def test_every_colour_of_the_vocabulary_is_a_token() -> None:
    tokens = set(assets.table("styles/tokens.toml")["light"])
    assert {row.colour for name in VOCABULARIES for row in vocabulary(name).values()} <= tokens


def test_an_unknown_token_is_ink() -> None:
    assert theme.colour("no-such-token") == theme.colour("ink")


def test_dressing_changes_colours_palette_and_sheet(qapp: QApplication) -> None:
    sheet, light = qapp.styleSheet(), theme.colour("ground")
    theme.dress(qapp, "dark")
    assert theme.ground() == "dark"
    assert theme.colour("ground") != light
    assert theme.colour("ground", "light") == light
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == theme.colour("ink")
    assert qapp.styleSheet() != sheet
    disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.colour("ink-faint")


@pytest.mark.parametrize("ground", _GROUNDS)
def test_the_sheet_has_no_token_left(qapp: QApplication, ground: Ground) -> None:
    theme.dress(qapp, ground)
    rules = "\n".join(line for line in qapp.styleSheet().splitlines() if not line.startswith("/*"))
    assert "@" not in rules
    assert theme.colour("ink-muted").name().lower() in rules.lower()
