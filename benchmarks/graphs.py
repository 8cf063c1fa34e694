"""The graphs that are laid out: generated supply chains of fixed seeds, and real package dependencies.

Out comes graph JSON, `{"boxes": [{"id", "width", "height", "lane"?, "group"?}], "edges": [{"id", "source", "target",
"label"?}]}`, as the command `layout` reads it. Must not know any layout.

A supply chain has 8 to 16 stages. Each box has a stage by chance and a weight by a power law; an edge goes from a box
to one of the next stage, with a chance of a quarter to one of the stage after, and so on; both ends by weight,
so that few boxes have most of the edges. Three in a hundred edges run backwards. Stages and power were chosen so that
dot comes to about 25 crossings at 30 boxes, 600 to 750 at 100, 57,000 at 1,000.
"""

import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import distributions
from itertools import accumulate
from typing import Any

Graph = dict[str, Any]

#: Boxes, edges and stages.
SIZES = {30: (30, 45, 8), 100: (100, 200, 8), 1000: (1000, 2000, 12), 10_000: (10_000, 30_000, 16)}
LANES = ("supplier", "good", "recipient", "made into", "used for")
_TAIL = 1.5
_SKIPS = 0.25
_BACK = 0.03


def chain(size: int, seed: int = 1) -> Graph:
    """A supply chain of one of the sizes."""
    boxes, edges, stages = SIZES[size]
    return _grown(boxes, edges, stages, seed)


def laned(size: int = 100, seed: int = 1) -> Graph:
    """A supply chain in which every box has its lane, as a case has."""
    boxes, edges, _ = SIZES[size]
    graph = _grown(boxes, edges, len(LANES), seed)
    # The order of the boxes is the order of the lanes.
    ordered = sorted(graph["boxes"], key=lambda box: box["stage"])
    return {"boxes": [box | {"lane": LANES[box["stage"]]} for box in ordered], "edges": graph["edges"]}


def grouped(size: int = 100, seed: int = 1) -> Graph:
    """A supply chain whose boxes belong to countries, a few of them to none; the first countries are large."""
    graph = chain(size, seed)
    chance = random.Random(seed)
    countries = [f"country {i}" for i in range(1, 13)]
    weights = [1 / i for i in range(1, 13)]
    for box in graph["boxes"]:
        if chance.random() > 0.1:
            box["group"] = chance.choices(countries, weights)[0]
    return graph


def labelled(size: int = 100, seed: int = 1) -> Graph:
    """A supply chain in which every third edge has words on it."""
    graph = chain(size, seed)
    for i, edge in enumerate(graph["edges"]):
        if i % 3 == 0:
            edge["label"] = ("owns 51 %", "supplies on", "is said to have been sold through")[i // 3 % 3]
    return graph


def scattered(seed: int = 1) -> Graph:
    """Forty small graphs of two to twelve boxes that have nothing to do with each other."""
    chance = random.Random(seed)
    boxes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    for part in range(40):
        count = chance.randint(2, 12)
        graph = _grown(count, count - 1 if count < 4 else count, min(4, count), seed * 100 + part, f"p{part}.")
        boxes += graph["boxes"]
        edges += graph["edges"]
    return {"boxes": boxes, "edges": edges}


def python_packages() -> Graph:
    """Which installed Python package needs which, from the metadata of this environment."""
    found = {_plain(d.metadata["Name"]): d.requires or () for d in distributions()}
    return _of_names({name: [_needed(text) for text in texts] for name, texts in found.items()})


def debian_packages() -> Graph | None:
    """Which installed Debian package depends on which; nothing on another system."""
    if shutil.which("dpkg-query") is None:
        return None
    command = ["dpkg-query", "-W", "-f", "${Package}\t${Pre-Depends}, ${Depends}\n"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = (line.partition("\t") for line in answer.splitlines())
    return _of_names({name: re.findall(r"(?:^|[,|])\s*([^\s,|:(]+)", texts) for name, _, texts in rows})


#: Every graph by name. The real ones are what this machine has, so their numbers are not those of another.
GRAPHS: Mapping[str, Callable[[], Graph | None]] = {
    **{f"chain {size:,}": partial(chain, size) for size in SIZES},
    "lanes 100": laned,
    "lanes 1,000": partial(laned, 1000),
    "countries 100": grouped,
    "labels 100": labelled,
    "scattered": scattered,
    "Python packages": python_packages,
    "Debian packages": debian_packages,
}


def without(graph: Graph, part: float, seed: int = 1) -> Graph:
    """The graph without this part of its boxes, chosen by chance, and without their edges."""
    boxes = graph["boxes"]
    gone = set(random.Random(seed).sample([box["id"] for box in boxes], max(1, round(len(boxes) * part))))
    return {
        "boxes": [box for box in boxes if box["id"] not in gone],
        "edges": [edge for edge in graph["edges"] if not {edge["source"], edge["target"]} & gone],
    }


def _grown(boxes: int, edges: int, stages: int, seed: int, prefix: str = "") -> Graph:
    chance = random.Random(seed)
    made: list[dict[str, Any]] = [
        {
            "id": f"{prefix}b{i}", "width": float(chance.randint(80, 220)), "height": float(chance.randint(30, 60)),
            # The first boxes take one stage each, so that none is empty.
            "stage": i if i < stages else chance.randrange(stages),
        }
        for i in range(boxes)
    ]  # fmt: skip
    weight = [chance.paretovariate(_TAIL) for _ in made]
    members = [[i for i, box in enumerate(made) if box["stage"] == stage] for stage in range(stages)]
    sums = [list(accumulate(weight[i] for i in stage)) for stage in members]
    sources = [i for stage in members[:-1] for i in stage]
    source_sums = list(accumulate(weight[i] for i in sources))
    ends: dict[tuple[int, int], None] = {}
    while len(ends) < edges:
        source = chance.choices(sources, cum_weights=source_sums)[0]
        stage = made[source]["stage"] + 1
        while stage < stages - 1 and chance.random() < _SKIPS:
            stage += 1
        target = chance.choices(members[stage], cum_weights=sums[stage])[0]
        pair = (source, target) if chance.random() > _BACK else (target, source)
        ends.setdefault(pair)
    return {"boxes": made, "edges": _edges(((made[a]["id"], made[b]["id"]) for a, b in ends), prefix)}


def _edges(ends: Iterable[tuple[str, str]], prefix: str = "") -> list[dict[str, Any]]:
    return [{"id": f"{prefix}e{i}", "source": source, "target": target} for i, (source, target) in enumerate(ends)]


def _of_names(needs: Mapping[str, Iterable[str]]) -> Graph:
    """What is needed stands left of what needs it; a box is as wide as its name."""
    boxes = [{"id": name, "width": 30.0 + 7.0 * len(name), "height": 30.0} for name in sorted(needs)]
    pairs = {(need, name) for name, found in needs.items() for need in found if need in needs and need != name}
    return {"boxes": boxes, "edges": _edges(sorted(pairs))}


def _needed(requirement: str) -> str:
    return _plain(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
