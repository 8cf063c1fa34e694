"""Icons: one for every kind, tinted, and a plain dot for what nobody drew."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from explorer import assets
from explorer.case.kinds import VOCABULARIES, vocabulary
from explorer.views.kit import icons, theme


def _colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_every_icon_of_the_vocabulary_is_drawn() -> None:
    names = {row.icon for name in VOCABULARIES for row in vocabulary(name).values()}
    assert not [name for name in names if not assets.resource(f"icons/{name}.svg").is_file()]


@pytest.mark.parametrize("path", sorted(assets.resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_shows_its_tint(qapp: QApplication, path: object) -> None:
    name = str(path).rsplit("/", 1)[-1].removesuffix(".svg")
    assert "#2563a8" in _colours(icons.pixmap(name, "#2563a8", 48).toImage())


@pytest.mark.parametrize("name", ["no-such-icon", "../cases/x", "a/b", "", "."])
def test_what_nobody_drew_is_a_dot(qapp: QApplication, name: str) -> None:
    dot = icons.pixmap("dot", "#000000", 24).toImage()
    assert icons.pixmap(name, "#000000", 24).toImage() == dot


def test_dense_screens_get_more_pixels(qapp: QApplication) -> None:
    made = icons.pixmap("state", "#000000", 18, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (36, 2.0)


def test_an_icon_wears_the_ground(qapp: QApplication) -> None:
    theme.dress(qapp, "dark")
    dark = icons.icon("state").pixmap(18, 18).toImage()
    theme.dress(qapp, "light")
    assert icons.icon("state").pixmap(18, 18).toImage() != dark
