"""Work in turns: short work is done at once, long work goes on by itself, new work takes its place."""

from collections.abc import Iterator
from time import perf_counter

from pytestqt.qtbot import QtBot

from explorer.views.kit.turns import Turns


def _busy(steps: int, done: list[int], milliseconds: float = 5) -> Iterator[None]:
    for number in range(steps):
        until = perf_counter() + milliseconds / 1_000
        while perf_counter() < until:
            pass
        done.append(number)
        yield


def test_short_work_is_done_when_run_returns(qtbot: QtBot) -> None:
    assert qtbot
    turns, done = Turns(), list[int]()
    turns.run(_busy(3, done, 0))
    assert done == [0, 1, 2]
    assert not turns.busy


def test_long_work_goes_on_by_itself(qtbot: QtBot) -> None:
    turns, done = Turns(), list[int]()
    turns.run(_busy(12, done))
    assert turns.busy
    assert len(done) < 12
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == list(range(12))


def test_new_work_takes_the_place_of_the_old(qtbot: QtBot) -> None:
    turns, old, new = Turns(), list[int](), list[int]()
    turns.run(_busy(12, old))
    turns.run(_busy(12, new))
    qtbot.waitUntil(lambda: len(new) == 12 and not turns.busy)
    assert len(old) < 12


def test_work_can_be_finished_or_dropped(qtbot: QtBot) -> None:
    assert qtbot
    turns, done = Turns(), list[int]()
    turns.run(_busy(12, done))
    turns.finish()
    assert done == list(range(12))
    turns.run(_busy(12, done))
    turns.drop()
    assert not turns.busy
