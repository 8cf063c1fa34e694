"""From a pick to all panes updated, in the real window with the article's case.

Every element of the case is picked in turn, as a click does it, and every pane is painted; the time until the event
loop has nothing left to do is the result. Each pick is also put against the floor: repainting the same window without
any change.
"""

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

from benchmarks.report import percentile, table
from benchmarks.window import opened_window

GOAL = 50.0


def main() -> None:
    """Print the median and the slow tail of a pick."""
    with opened_window() as window:
        session = window.session
        picks = [_timed(lambda key=key: session.select(key)) for _ in range(2) for key in session.case.elements]  # type: ignore[misc]  # default binds the loop's key
        floor = [_timed(window.repaint) for _ in range(30)]
    rows = [
        ["pick, wall ms", _row(wall for wall, _ in picks), f"p95 goal: {GOAL:.0f} or less"],
        ["pick, CPU ms", _row(cpu for _, cpu in picks), ""],
        ["repaint of the window, wall ms", _row(wall for wall, _ in floor), "the floor"],
    ]
    ratio = percentile([wall for wall, _ in picks], 0.95) / statistics.median(wall for wall, _ in floor)
    rows.append(["p95 of a pick to the floor", f"{ratio:.2f}", ""])
    print(table([f"{len(picks)} picks", "median / p95 / longest", ""], rows))


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    # What the event loop of a running program does by itself, and a single call does not.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def _row(values: object) -> str:
    ordered = sorted(values)  # type: ignore[call-overload]  # floats from a generator
    return f"{statistics.median(ordered):.1f} / {percentile(ordered, 0.95):.1f} / {ordered[-1]:.1f}"
