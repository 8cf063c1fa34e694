"""What the open window costs while nobody touches it: CPU over three seconds, and memory.

The floor is an empty QtWidgets window in a process of its own.
"""

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from benchmarks.report import table
from benchmarks.window import opened_window

SECONDS = 3.0


def main() -> None:
    """Print CPU and memory of the idle window."""
    with opened_window():
        cpu = _idle()
        memory = _resident()
    floor = subprocess.run(
        [sys.executable, "-c", _FLOOR], capture_output=True, text=True, check=True, env=None
    ).stdout.split()
    rows = [
        ["article's case, all panes built", f"{cpu:.3f}", f"{memory:.0f}"],
        ["empty window", floor[0], floor[1]],
    ]
    print(table([f"idle for {SECONDS:.0f} s", "CPU s", "memory MB"], rows))


def _idle() -> float:
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    before = time.process_time()
    QTimer.singleShot(int(SECONDS * 1000), loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents()
    return time.process_time() - before


def _resident() -> float:
    """Resident memory in MB, or 0 where /proc does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


_FLOOR = """
import os, sys
if not any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QMainWindow
from benchmarks.idle import _idle, _resident
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.processEvents()
print(f"{_idle():.3f} {_resident():.0f}")
"""
