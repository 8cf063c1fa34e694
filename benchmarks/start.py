"""From the start of the process to the first painted picture: ours with the article's case against an empty window.

The floor is what Python and Qt cost anybody: a QApplication and one empty widget. Both run by turns in the same
minutes, so that a noisy machine is noisy for both, and the ratio of the medians is the result. Each is a fresh process;
the first of each is not counted, because it fills the disk cache and writes bytecode.
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks.report import spread, table

RUNS = 9
GOAL = 2.5
SUBJECTS = {"empty window": "benchmarks.subject_floor", "article's case": "benchmarks.subject_app"}


@dataclass(frozen=True)
class Start:
    """Seconds from the start of the process to its first painted picture."""

    wall: float
    cpu: float


def start(module: str) -> Start:
    """Start the subject once. It says "painted" and its own CPU seconds as soon as its picture stands."""
    env = dict(os.environ)
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    if not _has_screen():
        env["QT_QPA_PLATFORM"] = "offscreen"
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", module], env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("painted "):
                wall = time.perf_counter() - began
                break
        else:
            raise SystemExit(f"{module} ended with {process.wait()} before it had painted")
        process.stdout.read()
    return Start(wall, float(line.split()[1]))


def _has_screen() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main() -> None:
    """Print wall and CPU seconds of both subjects, and how many floors ours is high."""
    runs: dict[str, list[Start]] = {name: [] for name in SUBJECTS}
    for turn in range(RUNS + 1):
        for name, module in SUBJECTS.items():
            taken = start(module)
            if turn:
                runs[name].append(taken)
    rows = [[name, spread([s.wall for s in taken]), spread([s.cpu for s in taken])] for name, taken in runs.items()]
    floor, ours = runs.values()
    ratios = [
        _ratio([s.wall for s in ours], [s.wall for s in floor]),
        _ratio([s.cpu for s in ours], [s.cpu for s in floor]),
    ]
    rows.append(["ratio", *(f"{ratio:.2f} (goal: {GOAL} or less)" for ratio in ratios)])
    print("On the screen that is there.\n" if _has_screen() else "Without a screen: Qt's offscreen platform.\n")
    print(table([f"start, median of {RUNS}", "wall s", "CPU s"], rows))


def _ratio(ours: list[float], floor: list[float]) -> float:
    return statistics.median(ours) / statistics.median(floor)
