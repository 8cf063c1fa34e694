"""A random person at the real window: nothing is lost, nothing fails, and all of it can be taken back."""

import pytest
from pytestqt.qtbot import QtBot

from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.graph.sight import first_lens
from explorer.session.state import Opened
from explorer.shell.window import Window
from tests.crowd import crowd
from tests.journeys.monkey import Monkey

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]

DEEDS = 120


def _idle(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)


def _play(qtbot: QtBot, window: Window, seed: int, deeds: int) -> None:
    first = window.session.case
    monkey = Monkey(window, seed)
    for _ in range(deeds):
        monkey.act()
        if monkey.hurried:
            continue
        _idle(qtbot, window)
        assert list(monkey.faults()) == [], monkey.deeds
    while window.session.history.past:
        window.session.undo()
    _idle(qtbot, window)
    assert not Change.between(first, window.session.case)
    assert list(monkey.faults()) == [], monkey.deeds


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_article(qtbot: QtBot, window: Window, seed: int) -> None:
    _play(qtbot, window, seed, DEEDS)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_case_that_is_folded_and_drawn_by_a_worker(qtbot: QtBot, window: Window, seed: int) -> None:
    case = crowd()
    window.opening.take(Opened(case, lens=first_lens(case, Lens())))
    _idle(qtbot, window)
    _play(qtbot, window, seed, DEEDS // 2)
