"""What the layout takes and gives: sized blocks and wires in, places out.

All lengths are pixels at 100 %, x to the right, y down. Must not know cases, colours or text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A box to place. `head` is kept free above it, `left` and `right` beside it, all for its gates.

    Blocks of one `group` in one column stand together in a frame. A block that was not there before comes near the
    place of `near`, a block of the picture before.
    """

    id: str
    width: float
    height: float
    lane: str | None = None
    group: str | None = None
    head: float = 0.0
    left: float = 0.0
    right: float = 0.0
    near: str | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """A line to route, with the size of its label and of the mark that sits on it near its start."""

    id: str
    source: str
    target: str
    label_width: float = 0.0
    label_height: float = 0.0
    mark: float = 0.0


@dataclass(frozen=True, slots=True)
class Fence:
    """A gate to place at a block, across some of its wires, with the size of its label."""

    id: str
    block: str
    wires: frozenset[str]
    label_width: float
    label_height: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything to be laid out, in an order that breaks ties."""

    blocks: tuple[Block, ...]
    wires: tuple[Wire, ...]
    fences: tuple[Fence, ...] = ()
    lanes: tuple[str, ...] = ()
    lane_titles: Mapping[str, str] = field(default_factory=dict)
    #: What is written over the frame of a group; a group without a title has no frame.
    group_titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Box:
    """A placed box. `rank` is its column, `part` tells separate parts of the graph apart."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lane: str | None = None
    rank: int = 0
    part: int = 0

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Route:
    """A placed line: cubic Bézier pieces p0 c c p1 c c p2 ..., and where its mark sits."""

    id: str
    source: str
    target: str
    curve: tuple[Point, ...]
    mark: Point | None = None

    def polyline(self, steps: int = 10) -> tuple[Point, ...]:
        """The line as straight pieces, `steps` a curved one."""
        points = [self.curve[0]]
        for i in range(0, len(self.curve) - 1, 3):
            p, c, d, q = self.curve[i : i + 4]
            count = 1 if p[1] == c[1] == d[1] == q[1] else steps
            points += [bezier(p, c, d, q, k / count) for k in range(1, count + 1)]
        return tuple(points)


def bezier(p: Point, c: Point, d: Point, q: Point, t: float) -> Point:
    """The point of a cubic piece at a share of its parameter."""
    u = 1 - t
    a, b, e, f = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return a * p[0] + b * c[0] + e * d[0] + f * q[0], a * p[1] + b * c[1] + e * d[1] + f * q[1]


def along(points: Sequence[Point], share: float) -> Point:
    """The point at a share of the length of straight pieces."""
    lengths = [((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in pairwise(points)]
    left = sum(lengths) * share
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length:
            return a[0] + (b[0] - a[0]) * left / length, a[1] + (b[1] - a[1]) * left / length
        left -= length
    return points[-1]


@dataclass(frozen=True, slots=True)
class Area:
    """A placed rectangle: a lane with its title, or a label."""

    id: str
    x: float
    y: float
    width: float
    height: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class GatePlace:
    """A placed gate: an upright line at `x` from `top` to `bottom`, ticks where it stands across wires, its label."""

    id: str
    x: float
    top: float
    bottom: float
    ticks: tuple[float, ...]
    label: Area
