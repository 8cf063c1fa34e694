"""The swing: how far a flick goes, and when there is none."""

from PySide6.QtCore import QObject, QPointF
from pytestqt.qtbot import QtBot

from explorer.views.diagram.kinetic import Swing


def _swing(qapp: QObject) -> Swing:
    return Swing(qapp)


def _runs(swing: Swing) -> bool:
    return swing.running


def _flicked(swing: Swing, speed: float, until: int = 60) -> None:
    """A hand at so many pixels a second that lets go 4 ms after its last move."""
    for time in range(0, until, 10):
        swing.follow(time, QPointF(speed * time / 1000, 0))
    swing.let_go(until - 6)


def test_it_goes_on_in_the_direction_of_the_hand_and_comes_to_rest(qtbot: QtBot, qapp: QObject) -> None:
    swing, way = _swing(qapp), list[QPointF]()
    swing.moved.connect(lambda by: way.append(QPointF(by)))
    with qtbot.waitSignal(swing.rested, timeout=5000):
        _flicked(swing, 1000.0)
    assert not _runs(swing)
    assert all(by.x() > 0 and by.y() == 0 for by in way)
    # An exponential fall from 1,000 pixels a second covers a third of them, whatever the machine does in between.
    assert 290 < sum(by.x() for by in way) < 330
    swing.deleteLater()


def test_a_slow_hand_a_resting_hand_and_no_hand_do_not_swing(qapp: QObject) -> None:
    swing = _swing(qapp)
    _flicked(swing, 100.0)
    assert not _runs(swing)
    swing.follow(0, QPointF(0, 0))
    swing.follow(10, QPointF(50, 0))
    swing.let_go(500)
    assert not _runs(swing)
    swing.let_go(600)
    assert not _runs(swing)
    swing.deleteLater()


def test_who_does_not_want_it_has_none(qapp: QObject) -> None:
    swing = _swing(qapp)
    swing.wanted = False
    _flicked(swing, 1000.0)
    assert not _runs(swing)
    swing.deleteLater()


def test_it_stops_when_it_is_told_to(qtbot: QtBot, qapp: QObject) -> None:
    swing = _swing(qapp)
    _flicked(swing, 1000.0)
    assert _runs(swing)
    with qtbot.waitSignal(swing.rested, timeout=1000):
        swing.stop()
    assert not _runs(swing)
    swing.deleteLater()
