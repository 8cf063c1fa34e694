"""What both engines make of the same graph, each asked once a run and remembered: tables and guard share the results.

Small graphs come with five seeds, because one picture says little: crossings and lengths are sums, times medians. dot
is not asked for more than a thousand boxes: at 5,000 it had not finished after 13 minutes.
"""

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from benchmarks import graphs, judge, ours, peer
from benchmarks.graphs import Graph
from benchmarks.sheet import Sheet, read

RUNS = 5
SEEDS = {30: (1, 2, 3, 4, 5), 100: (1, 2, 3, 4, 5), 1000: (1,), 10_000: (1,)}
#: How many boxes dot is asked for.
DOT_LIMIT = 1000


@dataclass(frozen=True, eq=False)
class Result:
    """What one engine made of one graph, and the milliseconds that it took."""

    sheet: Sheet
    wall: float
    cpu: float

    @cached_property
    def verdict(self) -> judge.Verdict:
        """What the judge says of it; half a minute at ten thousand boxes, so only if asked."""
        return judge.verdict(self.sheet)


@cache
def ours_on(size: int, seed: int) -> Result:
    """Our picture of a supply chain; the times are medians of five runs."""
    return ours_of(graphs.chain(size, seed), RUNS)


@cache
def dot_on(size: int, seed: int) -> Result:
    """Dot's picture of a supply chain; a thousand boxes are laid out once, because that takes long enough."""
    return dot_of(graphs.chain(size, seed), RUNS if size < DOT_LIMIT else 1)


def ours_of(graph: Graph, runs: int = 1) -> Result:
    """Our picture of a graph, laid out in this process."""
    sketch = ours.sketch_of(graph)
    ours.timed(ours.sketch_of(graphs.chain(30)))
    taken = [ours.timed(sketch) for _ in range(runs)]
    sheet = ours.sheet_of(taken[0][0])
    return Result(sheet, median(t[1] for t in taken), median(t[2] for t in taken))


def dot_of(graph: Graph, runs: int = 1) -> Result:
    """Dot's picture of a graph."""
    taken = [peer.dot(graph) for _ in range(runs)]
    sheet = read(taken[0].picture)
    return Result(sheet, median(t.wall for t in taken), median(t.cpu for t in taken))


def over(size: int, engine: Callable[[int, int], Result]) -> list[Result]:
    """The results of an engine for all seeds of a size."""
    return [engine(size, seed) for seed in SEEDS[size]]


def crossings(size: int, engine: Callable[[int, int], Result]) -> int:
    """The crossings of all seeds of a size together."""
    return sum(result.verdict.crossings for result in over(size, engine))


def wall(size: int, engine: Callable[[int, int], Result]) -> float:
    """The wall milliseconds of a size, the median of its seeds."""
    return median(result.wall for result in over(size, engine))


def cpu(size: int, engine: Callable[[int, int], Result]) -> float:
    """The CPU milliseconds of a size, the median of its seeds."""
    return median(result.cpu for result in over(size, engine))


def median(values: Iterable[float]) -> float:
    """The median of values that may come one by one."""
    return statistics.median(list(values))
