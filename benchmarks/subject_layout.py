"""One layout in a process of its own: `python -m benchmarks.subject_layout GRAPH.json full|quick`.

Prints the wall milliseconds and the megabytes of memory that the layout took above what the process had before.
"""

import json
import resource
import sys
from pathlib import Path

import numpy as np

from benchmarks import ours
from explorer.layout.model import Options


def main(path: str, word: str) -> None:
    """Lay the graph out and say what it took."""
    sketch = ours.sketch_of(json.loads(Path(path).read_text(encoding="utf-8")))
    # What numpy costs by itself is the process's, not the layout's.
    np.linalg.norm(np.ones(3))
    before = _peak()
    _, wall, _ = ours.timed(sketch, Options(quick=word == "quick"))
    print(wall, _peak() - before)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
