"""The toolkit that is installed keeps its references: PySide6 6.12.0 below Python 3.12 loses them and aborts.

From Python 3.12 on `True` and `None` are immortal, their counts say nothing, and the fault cannot happen.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# In a process of its own: where references are lost, the process aborts after some hundred emissions.
EMIT = """
import sys
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    turned = Signal(bool)
    sent = Signal(object)

sender, received = Sender(), []
sender.sent.connect(received.append)
sender.turned.connect(received.append)
values = (True, False, None)
before = [sys.getrefcount(value) for value in values]
for _ in range(5_000):
    for value in values:
        sender.sent.emit(value)
    sender.turned.emit(True)
    sender.turned.emit(False)
    received.clear()
print(max(abs(sys.getrefcount(value) - old) for value, old in zip(values, before)))
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal, their counts do not move")
def test_signals_lose_no_reference() -> None:
    run = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    # What the interpreter itself does moves the count by a few; a reference lost each time would move it by thousands.
    assert int(run.stdout) < 100


@pytest.mark.parametrize(("python", "allowed"), [("3.11", False), ("3.12", True), ("3.13", True)])
def test_the_release_that_loses_references_is_excluded_where_it_does(python: str, allowed: bool) -> None:
    wanted = [Requirement(line) for line in PROJECT["dependencies"] if line.startswith("PySide6")]
    here = [one for one in wanted if one.marker is None or one.marker.evaluate({"python_version": python})]
    assert len(here) == 1
    assert here[0].specifier.contains("6.12.0") is allowed
    assert here[0].specifier.contains("6.11.3")
