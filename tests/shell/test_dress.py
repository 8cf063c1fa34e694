"""The ground: the user's choice counts, and without one the desktop's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.session.settings import Settings
from explorer.shell.dress import Dress
from explorer.views.kit import theme


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Dress]:
    made = Dress(qapp, Settings())
    yield made
    made.deleteLater()
    theme.dress(qapp, "light")


def test_a_choice_is_worn_and_kept(dress: Dress) -> None:
    dress.choose("dark")
    assert theme.ground() == "dark"
    assert Settings().theme == "dark"
    dress.choose("system")
    assert dress.chosen == "system"
    assert theme.ground() == "light"  # the offscreen desktop has no dark scheme


def test_the_desktop_is_followed_only_if_asked_to(qapp: QApplication, dress: Dress) -> None:
    theme.dress(qapp, "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.ground() == "light"
    dress.choose("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.ground() == "dark"
