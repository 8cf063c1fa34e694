"""A case of 10,000 actors and 30,000 flows in the real window: how long until it is seen, and how long anything waits.

The case is made up once and kept in the folder for temporary files. The floor is to parse the same file as JSON, in a
process of its own in the same run. Gaps are those of a timer of 5 ms in the GUI thread: in wall time, which the rest of
the machine lengthens, and in CPU time of the process, which it does not.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import table

#: Actors, goods, flows, seed.
SIZE = (10_000, 300, 30_000, 1)
_FLOOR = """
import json, sys, time
text = open(sys.argv[1], encoding="utf-8").read()
began = time.process_time()
json.loads(text)
print(time.process_time() - began)
"""


def main() -> None:
    """Print times, gaps and memory."""
    path = made(*SIZE)
    floor = float(_output("-c", _FLOOR, str(path)))
    told = json.loads(_output("-m", "benchmarks.subject_big", str(path)))
    seen, ready = told["first_picture"], told["read"]
    rows = [
        ["file", f"{path.stat().st_size / 1e6:.0f} MB", ""],
        ["json.loads of it, CPU s", f"{floor:.2f}", "the floor"],
        ["read, checked and shown, wall s (CPU s)", f"{ready['wall']:.1f} ({ready['cpu']:.1f})", ""],
        ["first picture, wall s (CPU s)", f"{seen['wall']:.1f} ({seen['cpu']:.1f})", "goal: 8 s or less"],
        ["first picture to the floor, CPU", f"{seen['cpu'] / floor:.1f}", ""],
        ["longest gap while opening, wall ms (CPU ms)", _gap(told["opening"]), "goal: 100 ms or less"],
        *([f"longest gap: {name}", _gap(gap), ""] for name, gap in told["journey"].items()),
        ["pick, p95, CPU ms", f"{told['pick_p95']:.0f}", "goal: 100 ms or less"],
        ["peak memory", f"{told['peak']:.0f} MB", "goal: 1,200 MB or less"],
    ]
    print(table([f"{SIZE[0]:,} actors, {SIZE[2]:,} flows", "", ""], rows))


def made(actors: int, goods: int, flows: int, seed: int) -> Path:
    """The made-up case of this size, made if it is not there yet."""
    folder = Path(tempfile.gettempdir()) / "sanctions-explorer-benchmarks"
    folder.mkdir(exist_ok=True)
    path = folder / f"made-{actors}-{goods}-{flows}-{seed}.json"
    if not path.exists():
        counts = {"--actors": actors, "--goods": goods, "--flows": flows, "--seed": seed}
        _output("-m", "explorer", "generate", *(f"{key}={value}" for key, value in counts.items()), "-o", str(path))
    return path


def _output(*arguments: str) -> str:
    run = subprocess.run([sys.executable, *arguments], stdout=subprocess.PIPE, check=True)
    return run.stdout.decode()


def _gap(gap: dict[str, float]) -> str:
    return f"{gap['wall']:.0f} ({gap['cpu']:.0f})"
