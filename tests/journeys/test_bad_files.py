"""A bad file, however it comes in: one clear message with file and place, and what was open stays open.

Each way in meets all bad files in one window, one after the other, as a window in use would.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from explorer.cli import FINDINGS, UNUSABLE, main
from explorer.shell.opening import article
from explorer.shell.start import first_case
from explorer.shell.window import Window
from tests.journeys.attack import BAD, MARKUP, article_rows, bad_files, written

if TYPE_CHECKING:
    from explorer.case.case import Case

#: A message is read at a glance, whatever the file holds.
LONGEST = 600


def assert_clear(words: str, path: Path, place: str) -> None:
    """One line, short, with file and place, and nothing in it that hides or reorders."""
    assert path.name in words
    assert place in words
    assert len(words) < LONGEST
    hidden = [f"U+{ord(c):04X}" for c in words if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert not hidden, f"{words!r} holds {hidden}"


@contextmanager
def refused(window: Window, path: Path, place: str) -> Iterator[None]:
    """What is done inside ends in one message, and the window is as it was, and alive."""
    before: Case = window.session.case
    told: list[str] = []
    link = window.jobs.failed.connect(lambda _key, message, _details: told.append(message))
    window.messages.hide()
    yield
    window.jobs.failed.disconnect(link)
    assert len(told) <= 1
    assert window.messages.isVisible()
    assert window.messages.words.textFormat() == Qt.TextFormat.PlainText
    assert_clear(window.messages.words.text(), path, place)
    assert window.session.case is before
    assert window.jobs.busy == ()
    window.session.select("china")
    assert window.session.selection.focus == "china"
    assert "china" in window.diagram.canvas.look.picked
    window.session.select()


def test_opened_by_menu(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    for bad, path in bad_files(tmp_path):
        with refused(window, path, bad.place), qtbot.waitSignal(window.jobs.failed, timeout=10_000):
            opened(window, path)
    assert window.settings.recent == ()


def opened(window: Window, path: Path) -> None:
    """As the menu does it."""
    window.opening.open(path)


def drop(window: Window, path: Path) -> None:
    """As a hand does it."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(300, 300), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def test_dropped_on_the_window(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    for bad, path in bad_files(tmp_path, each=3):  # from here on it is the way of the menu
        with refused(window, path, bad.place), qtbot.waitSignal(window.jobs.failed, timeout=10_000):
            drop(window, path)


def test_named_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for bad, path in bad_files(tmp_path):
        shown, told = first_case(path)
        assert shown.place == str(article())
        assert told is not None
        assert_clear(told[0], path, bad.place)
        assert capsys.readouterr().err.count("\n") == 1


def test_checked_without_a_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for bad, path in bad_files(tmp_path):
        code = main(["check", str(path)])
        said = capsys.readouterr()
        if code == FINDINGS:  # it can be read, but what it says does not hold
            assert bad.place in said.out
            assert said.err == ""
        else:
            assert code == UNUSABLE, bad.name
            assert said.out == ""
            assert_clear(said.err.rstrip("\n"), path, bad.place)


def test_the_bad_files_differ(tmp_path: Path) -> None:
    assert len({bad.name for bad in BAD}) == len(BAD)
    assert len({str(path) for _, path in bad_files(tmp_path)}) == len(BAD)


def test_the_name_of_a_file_is_words_too(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    unfit = article_rows()
    unfit["flows"][0]["supplier"] = "nobody"
    for name in ("<b>bold<br>", "two\nlines\tand\x07a bell", "case\u202enosj", "x" * 240):
        for content in ({"format": "other"}, unfit):
            path = written(tmp_path / f"{name}.json", content)
            for way in (drop, opened):
                with qtbot.waitSignal(window.jobs.failed):
                    way(window, path)
                assert_clear(window.messages.words.text(), Path(name[:3]), "")
        drop(window, written(tmp_path / f"{name}.txt", {}))
        assert_clear(window.messages.words.text(), Path(name[:3]), "is not a case")


@pytest.mark.parametrize("lost", ["Words that stand nowhere", MARKUP, "A" * 3_000_000, "a\0b\u202ec\r\nd"])
def test_a_quote_that_is_not_there_opens_with_a_notice(
    qtbot: QtBot, window: Window, tmp_path: Path, lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    value = article_rows()
    value["quotes"][3]["exact"] = lost
    key = value["quotes"][3]["id"]
    path = written(tmp_path / "lost.json", value)
    with qtbot.waitSignal(window.session.caseChanged, timeout=10_000):
        window.opening.open(path)
    assert window.messages.isVisible()
    words = window.messages.words.text()
    assert words.startswith("1 passage was not found in the source: ")
    assert_clear(words, Path(), "")
    assert key in window.messages.details
    for element in window.session.case.elements_on(key):
        window.session.select(element, quote=key)
        assert window.session.selection.focus == element
    assert main(["check", str(path)]) == FINDINGS
    assert key in capsys.readouterr().out


def test_after_a_bad_file_a_good_one_opens(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    for way in (drop, opened):
        with qtbot.waitSignal(window.jobs.failed):
            way(window, tmp_path / "bad.json")
        assert window.messages.isVisible()
        with qtbot.waitSignal(window.session.caseChanged):
            way(window, written(tmp_path / "good.json", {**article_rows(), "title": f"By {way.__name__}"}))
        assert window.session.case.title == f"By {way.__name__}"
        assert not window.messages.isVisible()
