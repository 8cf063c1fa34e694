"""Garbage dies in the GUI thread: by the timer, and only if there is some."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.session.collector import Collector


class _Circle:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    assert qtbot
    made = Collector()
    yield made
    made.deleteLater()
    gc.enable()


def test_nothing_is_collected_but_by_the_timer(collector: Collector) -> None:
    assert not gc.isenabled()
    gone = weakref.ref(_Circle())
    keep = [_Circle() for _ in range(gc.get_threshold()[0] * 2)]
    assert gone() is not None
    assert len(keep) > gc.get_threshold()[0]
    assert collector.parent() is None


def test_the_timer_collects_what_python_would_have(qtbot: QtBot, collector: Collector) -> None:
    assert collector
    gone = weakref.ref(_Circle())
    keep = [_Circle() for _ in range(gc.get_threshold()[0] * 2)]
    qtbot.waitUntil(lambda: gone() is None, timeout=5_000)
    assert all(one.me is one for one in keep)
