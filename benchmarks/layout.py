"""The layout against Graphviz dot on the same graphs, judged by one judge: how good, how fast, how large, how steady.

Needs `dot`; without it only our own numbers are printed.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import contest, graphs, ours, peer, steady
from benchmarks.contest import DOT_LIMIT, SEEDS, Result, dot_on, median, ours_on
from benchmarks.report import table

NONE = "-"
#: Crossings over dot's, and wall milliseconds: what the layout is to reach.
GOALS = {30: (0.95, 20), 100: (0.95, 60), 1000: (1.02, 400), 10_000: (None, 4000)}


def main() -> None:
    """Print the tables."""
    print(f"Peer: {peer.version() if peer.there() else 'dot is not installed, so there is none'}\n")
    for title, measured in (
        ("Crossings, sums over the seeds", _quality),
        ("Milliseconds, median of 5 runs; dot once at 1,000", _time),
        (
            "Other graphs; for dot a lane is a column and a country a cluster, its faults are in brackets",
            _others,
        ),
        ("Memory and the first usable picture", _large),
        ("Steadiness", steady.drifts),
        ("The same bytes again", steady.repeated),
    ):
        rows = measured()
        print(f"{title}\n\n{table(rows[0], rows[1:])}\n", flush=True)


def _dot(size: int) -> bool:
    return peer.there() and size <= DOT_LIMIT


def _quality() -> list[list[str]]:
    rows = [
        ["boxes/edges x seeds", "ours", "dot", "ratio", "goal", "through", "overlaps", "length, ours / dot", "sheet"]
    ]
    for size, seeds in SEEDS.items():
        boxes, edges, _ = graphs.SIZES[size]
        found, count = contest.over(size, ours_on), contest.crossings(size, ours_on)
        there = _dot(size)
        peers = contest.crossings(size, dot_on) if there else 0
        lengths = _length(found), _length(contest.over(size, dot_on)) if there else 0.0
        goal = GOALS[size][0]
        rows.append(
            [
                f"{boxes:,}/{edges:,} x {len(seeds)}",
                f"{count:,}",
                f"{peers:,}" if there else NONE,
                f"{count / peers:.2f}" if there else NONE,
                f"{goal} or less" if goal else NONE,
                str(sum(result.verdict.through for result in found)),
                str(sum(_overlaps(result) for result in found)),
                f"{lengths[0]:,.0f} / {lengths[1]:,.0f}" if there else f"{lengths[0]:,.0f}",
                _sheet(found[0]),
            ]
        )
    return rows


def _time() -> list[list[str]]:
    rows = [["boxes", "ours: wall / CPU", "goal", "as a command: wall / CPU", "dot: wall / CPU", "ours over dot, CPU"]]
    for size in SEEDS:
        graph = graphs.chain(size)
        runs = [ours.by_command(graph) for _ in range(contest.RUNS)]
        there = _dot(size)
        mine = contest.cpu(size, ours_on)
        rows.append(
            [
                f"{size:,}",
                f"{contest.wall(size, ours_on):,.0f} / {mine:,.0f}",
                f"{GOALS[size][1]:,}",
                f"{median(run.wall for run in runs):,.0f} / {median(run.cpu for run in runs):,.0f}",
                f"{contest.wall(size, dot_on):,.0f} / {contest.cpu(size, dot_on):,.0f}" if there else NONE,
                f"{mine / contest.cpu(size, dot_on):.3f}" if there else NONE,
            ]
        )
    return rows


def _others() -> list[list[str]]:
    rows = [["graph", "boxes/edges", "ours", "dot", "ratio", "through", "overlaps", "sheet", "wall ms"]]
    for name, graph_of in graphs.GRAPHS.items():
        graph = None if name.startswith("chain") else graph_of()
        if graph is None:
            continue
        mine = contest.ours_of(graph)
        there = _dot(len(graph["boxes"]))
        peer_result = contest.dot_of(graph) if there else None
        peers = peer_result.verdict.crossings if peer_result else 0
        rows.append(
            [
                name,
                f"{len(graph['boxes']):,}/{len(graph['edges']):,}",
                f"{mine.verdict.crossings:,}",
                f"{peers:,} ({_faults(peer_result)})" if peer_result else NONE,
                f"{mine.verdict.crossings / peers:.2f}" if peers else NONE,
                str(mine.verdict.through),
                str(_overlaps(mine)),
                _sheet(mine),
                f"{mine.wall:,.0f}",
            ]
        )
    return rows


def _large() -> list[list[str]]:
    """Measured in processes of their own, where nothing else has used memory before."""
    rows = [["10,000/30,000", "wall / CPU ms", "goal", "MB above the process", "goal"]]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.json"
        path.write_text(json.dumps(graphs.chain(10_000)), encoding="utf-8")
        for name, word, goal in (("best picture", "full", 4000), ("first usable picture", "quick", 1000)):
            command = [sys.executable, "-m", "benchmarks.subject_layout", str(path), word]
            answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            wall, cpu, memory = (float(part) for part in answer.split())
            rows.append([name, f"{wall:,.0f} / {cpu:,.0f}", f"{goal:,}", f"{memory:.0f}", "300"])
    return rows


def _length(results: list[Result]) -> float:
    return sum(result.verdict.length for result in results)


def _overlaps(result: Result) -> int:
    verdict = result.verdict
    return verdict.box_overlaps + verdict.label_overlaps + verdict.smeared


def _faults(result: Result) -> int:
    return result.verdict.through + _overlaps(result)


def _sheet(result: Result) -> str:
    width, height = result.sheet.size
    return f"{width:,.0f} x {height:,.0f}"
