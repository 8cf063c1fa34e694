"""A real window on the article's case, offscreen, for the tests of the shell."""

import gc
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.session.settings import Settings
from explorer.session.state import Opened
from explorer.shell.faults import Faults
from explorer.shell.opening import read_article
from explorer.shell.start import build
from explorer.shell.window import Window
from explorer.views.kit import theme


@cache
def article_opened() -> Opened:
    """The article's case as the program reads it; read once for all tests, because nothing can change it."""
    return read_article()


def closed(window: Window) -> None:
    """Close a window and let Qt delete it now."""
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def opened() -> Opened:
    return article_opened()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, opened: Opened) -> Iterator[Window]:
    made = build(qapp, opened, Settings(), Faults())
    made.resize(1280, 800)
    made.restore()
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.status.figures))
    yield made
    closed(made)
    theme.dress(qapp, "light")
