"""Faults: an exception of any thread becomes one message, and the hooks that were there are still called."""

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QtMsgType, qDebug
from pytestqt.qtbot import QtBot

from explorer.shell.faults import Faults


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what reached the hooks that were there before ours."""
    reached: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        reached.append(kind.__name__)

    def thread_hook(told: threading.ExceptHookArgs) -> None:
        reached.append(f"thread {told.exc_type.__name__}")

    monkeypatch.setattr(sys, "excepthook", hook)
    monkeypatch.setattr(threading, "excepthook", thread_hook)
    return reached


@pytest.fixture
def faults(qtbot: QtBot, before: list[str]) -> Iterator[Faults]:
    made = Faults()
    made.install()
    yield made
    made.remove()
    made.deleteLater()


def raised() -> BaseException:
    try:
        raise KeyError("box <b>")
    except KeyError as error:
        return error


def test_an_exception_is_one_calm_message_with_details(qtbot: QtBot, faults: Faults, before: list[str]) -> None:
    error = raised()
    with qtbot.waitSignal(faults.happened) as told:
        sys.excepthook(type(error), error, error.__traceback__)
    message, details = told.args or ("", "")
    assert "KeyError" in message
    assert "stays open" in message
    assert "Traceback" in details
    assert before == ["KeyError"]
    assert faults.lines[-1] == details


def test_an_exception_of_a_thread_arrives_too(qtbot: QtBot, faults: Faults, before: list[str]) -> None:
    error = raised()
    args = threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
    with qtbot.waitSignal(faults.happened):
        thread = threading.Thread(target=lambda: threading.excepthook(args))
        thread.start()
        thread.join()
    assert before == ["thread KeyError"]


def test_an_interrupt_is_not_a_fault(faults: Faults, before: list[str]) -> None:
    told: list[str] = []
    faults.happened.connect(lambda message, _: told.append(message))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert before == ["KeyboardInterrupt"]


def test_messages_of_qt_are_kept_and_passed_on(faults: Faults) -> None:
    passed: list[str] = []
    faults._before_qt = lambda sort, context, words: passed.append(words)
    qDebug("hello from a test")
    assert faults.lines[-1] == f"Qt, {QtMsgType.QtDebugMsg.name}: hello from a test"
    assert passed == ["hello from a test"]


def test_only_so_many_lines_are_kept(faults: Faults) -> None:
    for number in range(500):
        qDebug(f"line {number}")
    assert len(faults.lines) == 60
    assert faults.lines[-1].endswith("line 499")


def test_what_was_there_before_is_put_back(qtbot: QtBot, before: list[str]) -> None:
    hook = sys.excepthook
    made = Faults()
    made.install()
    assert sys.excepthook is not hook
    made.remove()
    assert sys.excepthook is hook
    made.deleteLater()
