"""The toolkit that is installed keeps its references: PySide6 6.12.0 below Python 3.12 loses them and aborts.

From Python 3.12 on `True` and `None` are immortal, their counts say nothing, and the fault cannot happen.
"""

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

EMISSIONS = 5_000
PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]


class _Sender(QObject):
    turned = Signal(bool)
    sent = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal, their counts do not move")
@pytest.mark.parametrize("value", [True, False, None])
def test_signals_lose_no_reference(qtbot: QtBot, value: bool | None) -> None:
    sender = _Sender()
    received: list[object] = []
    sender.sent.connect(received.append)
    if value is not None:
        sender.turned.connect(received.append)
    before = sys.getrefcount(value)
    for _ in range(EMISSIONS):
        sender.sent.emit(value)
        if value is not None:
            sender.turned.emit(value)
        received.clear()
    # What the interpreter itself does moves the count by a few; a lost reference each time would move it by thousands.
    assert abs(sys.getrefcount(value) - before) < EMISSIONS // 50


@pytest.mark.parametrize(("python", "allowed"), [("3.11", False), ("3.12", True), ("3.13", True)])
def test_the_release_that_loses_references_is_excluded_where_it_does(python: str, allowed: bool) -> None:
    wanted = [Requirement(line) for line in PROJECT["dependencies"] if line.startswith("PySide6")]
    here = [one for one in wanted if one.marker is None or one.marker.evaluate({"python_version": python})]
    assert len(here) == 1
    assert here[0].specifier.contains("6.12.0") is allowed
    assert here[0].specifier.contains("6.11.3")
