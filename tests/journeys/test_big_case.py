"""A case of a thousand actors in the real window: opened, given up half-way, picked, filtered, searched."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.case.file import write
from explorer.generate.make import generated
from explorer.generate.size import Size
from explorer.shell.window import Window

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]

SIZE = Size(actors=1_000, goods=60, flows=3_000, seed=1)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "big.json"
    write(generated(SIZE), path)
    return path


def _idle(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=120_000)


def _open(qtbot: QtBot, window: Window, path: Path) -> None:
    with qtbot.waitSignal(window.session.caseChanged, timeout=120_000):
        window.opening.open(path)
    _idle(qtbot, window)


def test_an_opening_that_is_cancelled_leaves_the_case_before(qtbot: QtBot, window: Window, big: Path) -> None:
    before = window.session.case
    window.opening.open(big)
    qtbot.waitUntil(lambda: "%" in window.status.tasks["open"].words.text(), timeout=60_000)
    cancel = window.status.tasks["open"].findChild(QPushButton)
    assert cancel is not None
    cancel.click()
    assert not window.jobs.busy
    assert not window.status.tasks
    # Whatever the worker still had to say comes to nobody.
    assert window.jobs.close()
    assert window.session.case is before
    assert not window.messages.isVisible()


def test_a_large_case_is_opened_and_looked_at(qtbot: QtBot, window: Window, big: Path) -> None:
    _open(qtbot, window, big)
    session, case = window.session, window.session.case
    assert len(case.flows) == SIZE.flows
    assert session.report.findings == ()
    hub = max(case.actors, key=lambda key: len(case.flows_at.get(key, ())))
    for key in (hub, *list(case.flows)[:2], next(iter(case.measures)), next(iter(case.goods)), next(iter(case.events))):
        session.select(key)
        assert session.selection.focus == key
        qtbot.waitUntil(lambda: bool(window.inspector.cards))
        assert window.outline.tree.currentIndex().isValid()
    session.look(replace(session.lens, since=date(2023, 1, 1), until=date(2023, 6, 30)))
    _idle(qtbot, window)
    hidden = session.hidden
    assert 0 < len(hidden) < len(case.elements)
    session.look(session.lens.cleared())
    _idle(qtbot, window)
    assert not session.hidden
    assert session.case is case


def test_a_large_case_is_searched_read_and_left(qtbot: QtBot, window: Window, big: Path) -> None:
    article = window.session.opened
    _open(qtbot, window, big)
    case = window.session.case
    name = next(iter(case.actors.values())).name
    window.outline.filter_line.setText(name)
    qtbot.waitUntil(lambda: window.outline.model.rows.found is not None)
    found = window.outline.model.rows.found
    assert found is not None
    assert next(iter(case.actors)) in found.ids
    window.outline.filter_line.clear()
    for view in ("relations", "both", "flow"):
        window.session.look(replace(window.session.lens, view=view))
        _idle(qtbot, window)
    last = list(case.sources)[-1]
    window.reader.sources.chosen.emit(last)
    assert window.reader.source == last
    window.reader.next_claim()
    assert window.session.selection.quote is not None
    window.opening.take(article)
    _idle(qtbot, window)
    assert window.session.case is article.case
