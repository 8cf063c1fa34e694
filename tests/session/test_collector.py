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


def test_a_throng_is_set_apart_and_not_looked_through(
    qtbot: QtBot, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert collector
    monkeypatch.setattr("explorer.session.collector._THRONG", 5_000)
    gc.collect()
    before = gc.get_freeze_count()
    keep = [_Circle() for _ in range(20_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before, timeout=5_000)
    try:
        assert gc.get_freeze_count() - before >= len(keep)
        gone = weakref.ref(keep.pop(0))
        assert gone() is not None  # a circle that was set apart stays: nothing of a case is ever one
    finally:
        gc.unfreeze()
