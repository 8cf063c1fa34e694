"""What `big` measures, in a process of its own, so that its memory is only its own: prints one line of JSON."""

import gc
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from benchmarks.report import percentile
from benchmarks.window import opened_window
from explorer.session.collector import Collector

if TYPE_CHECKING:
    from explorer.shell.window import Window

_PICKS = 20
#: Seconds until it is taken for broken.
_PATIENCE = 120


class Heart(QObject):
    """Beats every 5 ms in the GUI thread and remembers its longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(5)
        self.begin()

    def begin(self) -> None:
        """Forget what was."""
        self._last = time.perf_counter(), time.process_time()
        self.wall = self.cpu = 0.0

    def longest(self) -> dict[str, float]:
        """The longest pause since `begin`, in milliseconds of wall time and of CPU time."""
        return {"wall": self.wall * 1000, "cpu": self.cpu * 1000}

    def _on_timer_timeout(self) -> None:
        now = time.perf_counter(), time.process_time()
        wall = now[0] - self._last[0]
        self.wall = max(self.wall, wall)
        # Two threads may use more of it than passes.
        self.cpu = max(self.cpu, min(wall, now[1] - self._last[1]))
        self._last = now


def _turn(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _until(done: Callable[[], bool]) -> None:
    began = time.perf_counter()
    while not done():
        if time.perf_counter() - began > _PATIENCE:
            raise TimeoutError(f"nothing came in {_PATIENCE} s")
        _turn(0.02)


def main() -> None:
    """Open the case, walk through it, tell."""
    path = Path(sys.argv[1])
    with opened_window() as window:
        Collector(window)
        heart = Heart()
        told = {**_opened(window, path, heart), **_journey(window, heart)}
    told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    print(json.dumps(told))
    gc.enable()


def _opened(window: "Window", path: Path, heart: Heart) -> dict[str, object]:
    _turn(0.5)
    before = window.session.case
    heart.begin()
    began = time.perf_counter(), time.process_time()

    def passed() -> dict[str, float]:
        return {"wall": time.perf_counter() - began[0], "cpu": time.process_time() - began[1]}

    window.opening.open(path)
    _until(lambda: window.session.case is not before)
    read = passed()
    _until(lambda: bool(window.diagram.canvas.scene.graph.nodes) and not window.jobs.busy)
    seen = passed()
    return {"read": read, "first_picture": seen, "opening": heart.longest()}


def _journey(window: "Window", heart: Heart) -> dict[str, object]:
    session, case = window.session, window.session.case
    gaps: dict[str, dict[str, float]] = {}

    def step(name: str, act: Callable[[], object]) -> None:
        _turn(0.3)
        heart.begin()
        act()
        _turn(0.3)
        _until(lambda: not window.jobs.busy)
        gaps[name] = heart.longest()

    hubs = sorted(case.actors, key=lambda key: -len(case.flows_at.get(key, ())))
    keys = [*hubs[:8], *list(case.goods)[:4], *list(case.flows)[:4], *list(case.measures)[:4]][:_PICKS]
    picks: list[float] = []

    def pick() -> None:
        for key in keys:
            began = time.thread_time()
            session.select(key)
            picks.append((time.thread_time() - began) * 1000)
            _turn(0.1)

    step(f"{_PICKS} picks", pick)
    half = replace(session.lens, since=date(2023, 1, 1), until=date(2023, 6, 30))
    step("a period as filter", lambda: session.look(half))
    step("no filter", lambda: session.look(session.lens.cleared()))
    step("typing in the outline", lambda: _type(window, "b", "be", "bearings", ""))
    for view in ("relations", "flow"):
        step(f"to the view {view}", lambda view=view: session.look(replace(session.lens, view=view)))  # type: ignore[misc]  # default binds the loop's view
    step("reading", lambda: _read(window))
    return {"journey": gaps, "pick_p95": percentile(picks, 0.95)}


def _type(window: "Window", *words: str) -> None:
    for typed in words:
        window.outline.filter_line.setText(typed)
        _turn(0.15)


def _read(window: "Window") -> None:
    for _ in range(10):
        window.reader.next_claim()
        _turn(0.05)


if __name__ == "__main__":
    main()
