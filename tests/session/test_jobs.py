"""Jobs: the newest answer of a key on the GUI thread, failures as one message, and no thread left behind."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from explorer.session.jobs import Jobs, Token


class Heard(QObject):
    """Remembers answers and where they arrived."""

    told = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.answers: list[tuple[str, object]] = []
        self.failures: list[tuple[str, str, str]] = []
        self.threads: list[QThread] = []
        jobs.answered.connect(self._on_jobs_answered)
        jobs.failed.connect(self._on_jobs_failed)

    def _on_jobs_answered(self, key: str, value: object) -> None:
        self.answers.append((key, value))
        self.threads.append(QThread.currentThread())

    def _on_jobs_failed(self, key: str, message: str, details: str) -> None:
        self.failures.append((key, message, details))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.close()
    made.deleteLater()


def test_an_answer_arrives_on_the_thread_that_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard, where = Heard(jobs), list[str]()

    def work(number: int) -> int:
        where.append(threading.current_thread().name)
        return number * 2

    with qtbot.waitSignal(jobs.answered):
        jobs.run("double", work, 21)
    assert heard.answers == [("double", 42)]
    assert heard.threads == [QThread.currentThread()]
    assert where != [threading.current_thread().name]


def test_only_the_newest_answer_of_a_key_is_delivered(qtbot: QtBot, jobs: Jobs) -> None:
    heard, gate = Heard(jobs), threading.Event()

    def slow() -> str:
        gate.wait(5)
        return "old"

    jobs.run("case", slow)
    jobs.run("case", lambda: "new")
    qtbot.waitUntil(lambda: bool(heard.answers))
    gate.set()
    with qtbot.waitSignal(jobs.answered):
        jobs.run("other", lambda: "other")  # whatever the old one had to say has been said by now
    assert heard.answers == [("case", "new"), ("other", "other")]


def test_keys_do_not_disturb_each_other(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard(jobs)
    jobs.run("a", lambda: 1)
    jobs.run("b", lambda: 2)
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert sorted(heard.answers) == [("a", 1), ("b", 2)]


def test_a_failure_is_one_message_with_its_notes(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard(jobs)

    def fail() -> None:
        error = ValueError("line 3: no name")
        error.add_note("line 3: no name\nline 9: no kind")
        raise error

    with qtbot.waitSignal(jobs.failed):
        jobs.run("open", fail)
    assert heard.failures == [("open", "line 3: no name", "line 3: no name\nline 9: no kind")]
    assert jobs.busy == ()


def test_a_failure_without_notes_has_its_traceback(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard(jobs)
    with qtbot.waitSignal(jobs.failed):
        jobs.run("open", lambda: 1 // 0)
    (_, message, details) = heard.failures[0]
    assert "zero" in message
    assert "ZeroDivisionError" in details


def test_what_runs_is_said_and_ends(qtbot: QtBot, jobs: Jobs) -> None:
    said, gate = list[tuple[tuple[str, str], ...]](), threading.Event()
    jobs.busyChanged.connect(said.append)

    def work(token: Token) -> None:
        token.say("Checking")
        gate.wait(5)

    jobs.run("open", work, label="Reading")
    qtbot.waitUntil(lambda: (("open", "Checking"),) in said)
    gate.set()
    qtbot.waitUntil(lambda: jobs.busy == ())
    assert said == [(("open", "Reading"),), (("open", "Checking"),), ()]


def test_cancelling_stops_at_the_next_word_and_delivers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    heard, started, gate, after = Heard(jobs), threading.Event(), threading.Event(), list[str]()

    def work(token: Token) -> str:
        started.set()
        gate.wait(5)
        token.say("going on")
        after.append("went on")
        return "done"

    jobs.run("open", work)
    assert started.wait(5)
    jobs.cancel("open")
    assert jobs.busy == ()
    gate.set()
    assert jobs.close()
    with qtbot.waitSignal(jobs.answered):
        jobs.run("other", lambda: 1)
    assert after == []
    assert heard.answers == [("other", 1)]
    assert heard.failures == []


def test_closing_waits_for_what_runs_and_hears_nothing_of_it(qtbot: QtBot) -> None:
    started, ended = threading.Event(), threading.Event()

    def work(token: Token) -> None:
        started.set()
        while not token.cancelled:
            ended.wait(0.001)
        ended.set()

    jobs = Jobs()
    heard = Heard(jobs)
    jobs.run("slow", work)
    assert started.wait(5)
    assert jobs.close()
    assert ended.is_set()
    with qtbot.waitSignal(jobs.answered):
        jobs.run("other", lambda: 1)
    assert heard.answers == [("other", 1)]
    assert jobs.close()
    jobs.deleteLater()


def test_work_for_later_begins_when_the_turn_is_over(qtbot: QtBot, jobs: Jobs) -> None:
    began = threading.Event()
    jobs.run("draw", began.set, later=True)
    assert jobs.busy == (("draw", "draw"),)
    assert not began.wait(0.05)
    qtbot.waitUntil(began.is_set)
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_flood_of_words_is_not_heard(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[str] = []
    jobs.busyChanged.connect(lambda busy: heard.extend(words for _, words in busy))

    def work(token: Token) -> None:
        for number in range(1_000):
            token.say(f"{number}")

    jobs.run("read", work, label="Reading")
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard[:2] == ["Reading", "0"]
    assert len(heard) < 500
