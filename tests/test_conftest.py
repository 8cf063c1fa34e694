"""Noise is a failure: each kind of noise is made once, in a test run of its own that must fail for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent

NOISY = """
import logging, threading
kept = []

def test_log():
    logging.getLogger("x").warning("low on ink")

def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_widget(qtbot):
    from PySide6.QtWidgets import QWidget
    kept.append(QWidget())

def test_message(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("odd")

def test_slot(qtbot):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)

def test_settings(qtbot):
    from PySide6.QtCore import QSettings
    QSettings("a", "b").setValue("c", 1)

def test_quiet(qtbot):
    from PySide6.QtWidgets import QWidget
    widget = QWidget()
    widget.itself = widget
    qtbot.addWidget(widget)
    widget.show()
"""
EXPECTED = {
    "ERROR test_noisy.py::test_log - Failed: logged: WARNING x: low on ink",
    "ERROR test_noisy.py::test_thread - Failed: threads still running",
    "ERROR test_noisy.py::test_widget - Failed: top-level widgets left over",
    "FAILED test_noisy.py::test_message",
    "FAILED test_noisy.py::test_slot",
}


@pytest.mark.slow
def test_each_kind_of_noise_fails_its_test(tmp_path: Path) -> None:
    (tmp_path / "test_noisy.py").write_text(NOISY, encoding="utf-8")
    (tmp_path / "conftest.py").write_text((HERE / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nqt_log_level_fail = WARNING\n", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    env = os.environ | {"HOME": str(home), "COLUMNS": "200"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rfE"]
    run = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    lines = [line for line in run.stdout.splitlines() if line.startswith(("ERROR test", "FAILED test"))]
    assert len(lines) == len(EXPECTED), run.stdout
    assert all(any(line.startswith(start) for line in lines) for start in EXPECTED), run.stdout
    assert list(home.iterdir()) == []
