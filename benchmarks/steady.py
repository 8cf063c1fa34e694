"""How steady the layout is: what moves if a few boxes go or come, and whether the same graph gives the same bytes.

In go generated supply chains, out come rows of a table. dot knows no picture before; it shows what happens without.
"""

from benchmarks import graphs, judge, ours, peer
from benchmarks.contest import DOT_LIMIT, SEEDS, dot_on, median
from benchmarks.graphs import Graph
from benchmarks.judge import Drift
from benchmarks.sheet import read
from explorer.layout.picture import Options

#: The part of the boxes that goes or comes.
PART = 0.05


def drifts() -> list[list[str]]:
    """Way, order and columns after a change, ours and dot's, the median of the seeds; a table with its head."""
    rows = [["5 % of the boxes", "ours: moved / order / columns", "dot: moved / order / columns"]]
    for size in SEEDS:
        for word, engine in (("go", gone), ("come", come)):
            peers = _words([dot_gone(size, seed) for seed in SEEDS[size]]) if _dot(size) and word == "go" else "-"
            rows.append([f"{size:,}: {word}", _words([engine(size, seed) for seed in SEEDS[size]]), peers])
    return [*rows, ["goal", "2 % / 3 % / 0 %", ""]]


def repeated() -> list[list[str]]:
    """Whether the command writes the same bytes twice and under other hash seeds; a table with its head."""
    rows = [["graph", "runs", "different pictures"]]
    for name, graph_of in graphs.GRAPHS.items():
        graph = graph_of()
        if graph is not None:
            texts = [ours.by_command(graph, seed=seed).text for seed in ("0", "0", "1")]
            rows.append([name, str(len(texts)), str(len(set(texts)))])
    return rows


def gone(size: int, seed: int) -> Drift:
    """How our picture of a supply chain differs after a few boxes have gone."""
    graph = graphs.chain(size, seed)
    return _ours(graph, graphs.without(graph, PART, seed))


def come(size: int, seed: int) -> Drift:
    """How our picture of a supply chain differs after a few boxes have come."""
    graph = graphs.chain(size, seed)
    return _ours(graphs.without(graph, PART, seed), graph)


def dot_gone(size: int, seed: int) -> Drift:
    """How dot's picture of a supply chain differs after a few boxes have gone."""
    after = peer.dot(graphs.without(graphs.chain(size, seed), PART, seed))
    return judge.drift(dot_on(size, seed).sheet, read(after.picture))


def _ours(first: Graph, second: Graph) -> Drift:
    before, _, _ = ours.timed(ours.sketch_of(first))
    after, _, _ = ours.timed(ours.sketch_of(second), Options(previous=before))
    return judge.drift(ours.sheet_of(before), ours.sheet_of(after))


def _dot(size: int) -> bool:
    return peer.there() and size <= DOT_LIMIT


def _words(found: list[Drift]) -> str:
    shares = (median(getattr(drift, name) for drift in found) for name in ("moved", "flips", "columns"))
    return " / ".join(f"{share:.1%}" for share in shares)
