"""The start: what the first paint of the article's case does not wait for."""

from pathlib import Path

import pytest

from tests.shell.test_ground import started

PAINTED = """
import sys
import explorer.cli
from explorer.shell.app import run

def painted():
    from PySide6.QtWidgets import QApplication
    print(*sorted({name.split(".")[0] for name in sys.modules}))
    QApplication.quit()

raise SystemExit(run(None, after_paint=painted))
"""


@pytest.mark.slow
def test_the_first_paint_waits_for_no_arrays_no_charts_and_no_search(tmp_path: Path) -> None:
    run = started(tmp_path, PAINTED, QT_QPA_PLATFORM="offscreen")
    loaded = run.stdout.split()
    assert (run.returncode, run.stderr) == (0, "")
    assert "PySide6" in loaded
    assert set(loaded).isdisjoint({"numpy", "pyqtgraph", "rapidfuzz", "edlib"})
