"""Opening: what is fit is shown with its boxes where they were; what is not is one message, and the old case stays."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from explorer.case.file import CaseError
from explorer.shell.menus import fill_recent
from explorer.shell.opening import UnfitError, article, awaited, read_case
from explorer.shell.start import first_case
from explorer.shell.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def rows() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(article().read_text(encoding="utf-8"))
    return value


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def unfit(path: Path) -> Path:
    """A case whose flows name a supplier that is not there."""
    value = rows()
    for flow in value["flows"][:3]:
        flow["supplier"] = "nobody"
    return written(path, value)


def test_a_case_that_cannot_be_read_is_one_line_with_notes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", {**rows(), "actors": [{"id": "x"}]})
    with pytest.raises(CaseError) as caught:
        read_case(path)
    assert "\n" not in str(caught.value)
    assert caught.value.__notes__


def test_a_case_with_broken_references_is_not_fit(tmp_path: Path) -> None:
    with pytest.raises(UnfitError) as caught:
        read_case(unfit(tmp_path / "a.json"))
    assert "nobody" in str(caught.value)
    assert "and 2 more problems" in str(caught.value)
    assert len(caught.value.__notes__[0].splitlines()) == 3


def test_an_unfit_case_is_refused_and_the_open_one_stays(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    before = window.session.case
    with qtbot.waitSignal(window.jobs.failed):
        window.opening.open(unfit(tmp_path / "a.json"))
    assert window.session.case is before
    assert window.messages.isVisible()
    assert "nobody" in window.messages.words.text()
    window.messages.copy.click()
    assert QApplication.clipboard().text().count("nobody") > 1
    window.messages.close_button.click()
    assert not window.messages.isVisible()
    assert window.settings.recent == ()


def test_a_file_that_is_no_case_is_refused(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("not json", encoding="utf-8")
    with qtbot.waitSignal(window.jobs.failed):
        window.opening.open(tmp_path / "a.json")
    assert "a.json" in window.messages.words.text()
    assert window.jobs.busy == ()


def test_a_lost_passage_opens_with_a_notice(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    value = rows()
    value["quotes"][0]["exact"] = "Words that nobody has ever written there"
    with qtbot.waitSignal(window.session.caseChanged):
        window.opening.open(written(tmp_path / "a.json", value))
    words = window.messages.words.text()
    assert words.startswith("1 passage was not found in the source: “Words that nobody")
    assert window.session.opened.place.endswith("a.json")


def test_while_a_case_is_read_it_says_so_and_can_be_stopped(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    before = window.session.case
    window.opening.open(written(tmp_path / "slow.json", rows()))
    assert list(window.status.tasks) == ["open"]
    window.jobs.cancel("open")
    assert window.status.tasks == {}
    assert window.jobs.close()
    with qtbot.waitSignal(window.jobs.answered):
        window.jobs.run("other", lambda: 1)
    assert window.session.case is before


def test_boxes_stand_where_they_were_left(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", rows())
    for _ in range(2):
        with qtbot.waitSignal(window.session.caseChanged):
            window.opening.open(path)
        if not window.session.case.positions:
            window.diagram.canvas.boxesDragged.emit({"china": (40.0, 60.0)})
    (row,) = window.session.case.positions.values()
    assert (row.box, row.x, row.y) == ("china", 40.0, 60.0)
    window.bindings["tidy"].trigger()
    with qtbot.waitSignal(window.session.caseChanged):
        window.opening.open(path)
    assert not window.session.case.positions


def test_recent_files_can_be_removed_and_the_gone_ones_not_chosen(window: Window, tmp_path: Path) -> None:
    there, gone = written(tmp_path / "there & here.json", rows()), tmp_path / "gone.json"
    window.settings.recent = (str(there), str(gone))
    menu = QMenu(window)
    fill_recent(menu, window.opening, window.desk)
    first, second = menu.actions()[:2]
    assert first.isEnabled()
    assert "there && here.json" in first.text()
    assert not second.isEnabled()
    assert second.text().endswith("(not found)")
    remove = next(action.menu() for action in menu.actions() if action.text() == "Remove from this list")
    assert isinstance(remove, QMenu)
    remove.actions()[1].trigger()
    assert list(window.settings.recent) == [str(there)]
    menu.actions()[-1].trigger()
    assert list(window.settings.recent) == []
    fill_recent(menu, window.opening, window.desk)
    assert [action.text() for action in menu.actions()] == ["Nothing opened yet"]


def test_the_case_that_comes_with_the_program_is_no_recent_file(window: Window) -> None:
    window.opening.welcome(window.session.opened)
    assert window.settings.recent == ()


def test_a_bad_file_on_the_command_line_opens_the_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened, refused = first_case(unfit(tmp_path / "a.json"))
    assert opened.place == str(article())
    assert refused is not None
    assert "nobody" in refused[0]
    assert "nobody" in capsys.readouterr().err
    assert first_case(None)[1] is None


def test_a_large_file_named_at_the_start_is_awaited_in_an_empty_window(tmp_path: Path) -> None:
    assert awaited(article()) is None
    assert awaited(tmp_path / "nowhere.json") is None
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 3_000_000)
    waiting = awaited(path)
    assert waiting is not None
    assert waiting.case.title == "Opening large.json …"
    assert not waiting.case.elements


def test_what_is_awaited_is_said_to_be_read_and_can_be_stopped(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 3_000_000)
    waiting = awaited(path)
    assert waiting is not None
    window.opening.take(waiting)
    window.opening.open(path)
    said = [label.text() for label in window.findChildren(QLabel)]
    assert "Opening large.json …" in said
    assert "Reading … large cases take some seconds." in said
    assert "This case is empty." not in said
    window.status.tasks["open"].cancel.click()
    assert window.session.opened.place == str(article())
    assert window.jobs.close()


def test_if_what_was_awaited_cannot_be_opened_the_article_is_shown(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 3_000_000)
    waiting = awaited(path)
    assert waiting is not None
    window.opening.take(waiting)
    with qtbot.waitSignal(window.jobs.failed):
        window.opening.open(path)
    assert window.session.opened.place == str(article())
    assert window.messages.isVisible()
    assert "is not JSON" in window.messages.words.text()
