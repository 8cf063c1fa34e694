"""One layout in a process of its own: `python -m benchmarks.subject_layout GRAPH.json full|quick`.

Prints the wall and CPU milliseconds and the megabytes of memory that the layout took above what the process had before.
"""

import contextlib
import gc
import json
import sys
from pathlib import Path

import numpy as np

from benchmarks import ours
from explorer.layout.picture import Options


def main(path: str, word: str) -> None:
    """Lay the graph out and say what it took."""
    sketch = ours.sketch_of(json.loads(Path(path).read_text(encoding="utf-8")))
    # What numpy costs by itself is the process's, not the layout's.
    np.linalg.norm(np.ones(3))
    gc.collect()
    with contextlib.suppress(OSError):
        # From here on the peak is counted anew.
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _memory("VmRSS")
    _, wall, cpu = ours.timed(sketch, Options(quick=word == "quick"))
    print(wall, cpu, _memory("VmHWM") - before)


def _memory(field: str) -> float:
    """Megabytes as Linux counts them; what getrusage calls the peak would be that of the process that started us."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return float(line.split()[1]) / 1024
    raise SystemExit(f"the system tells no {field}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
