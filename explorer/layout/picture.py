"""The picture: where everything is; and how it is asked for.

In go placed parts, out comes a frozen value with look-ups that are made when they are first asked for. All lengths are
pixels at 100 %, x to the right, y down. Must not know how anything was placed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from explorer.layout.lazy import by_id
from explorer.layout.model import Area, Box, GatePlace, Point, Route

if TYPE_CHECKING:
    from explorer.layout.strokes import Strokes


@dataclass(frozen=True, slots=True)
class Options:
    """How wide the gaps are, which boxes a person has put somewhere, and the picture to stay close to.

    `aspect` is the width of the window over its height: separate parts of a graph are packed to it. `quick` asks for a
    usable picture soon instead of a better one later. `pulse` is called between steps and may raise to stop.
    """

    gap: float = 9.0
    line_gap: float = 10.0
    channel: float = 46.0
    margin: float = 12.0
    heading: float = 30.0
    pins: Mapping[str, Point] = field(default_factory=dict)
    previous: "Picture | None" = None
    aspect: float = 1.6
    quick: bool = False
    pulse: Callable[[], None] = field(default=lambda: None, compare=False)


@dataclass(frozen=True)
class Picture:
    """Where everything is."""

    boxes: tuple[Box, ...] = ()
    #: A tuple; in a large picture a sequence that makes each route when it is asked for.
    routes: Sequence[Route] = ()
    lanes: tuple[Area, ...] = ()
    labels: tuple[Area, ...] = ()
    gates: tuple[GatePlace, ...] = ()
    #: Around the boxes of one group in one column, with its title.
    frames: tuple[Area, ...] = ()
    width: float = 0.0
    height: float = 0.0
    #: The corner of the sheet: zero, unless a person has put a box above it or to the left of it.
    x: float = 0.0
    y: float = 0.0
    #: From where to where the columns of every part reach, in x.
    columns: tuple[tuple[Point, ...], ...] = ()
    #: Whether crowded columns were broken, and the lines of a hub that pass them run together.
    bundled: bool = False
    #: How near to each other its lines run, so that the next one keeps to it; zero if that is not known.
    line_gap: float = 0.0

    @cached_property
    def box_by_id(self) -> Mapping[str, Box]:
        """The boxes by id."""
        return {box.id: box for box in self.boxes}

    @cached_property
    def route_by_id(self) -> Mapping[str, Route]:
        """The routes by id."""
        return by_id(self.routes)

    @cached_property
    def strokes(self) -> "Strokes":
        """The curves of all routes as flat arrays, for whoever must look at all of a large picture."""
        # Only large pictures need numpy, and a start is not to wait for it.
        from explorer.layout.strokes import strokes_of

        return strokes_of(self.routes)
