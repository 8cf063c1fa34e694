"""The plan: a sketch as arrays, one row a block and one a wire.

In goes a sketch, out come arrays of numbers; ids stay in the sketch. Must not know ranks or places.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.layout.model import Block, Sketch, Wire

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


#: A sketch with lanes and more wires than this is crowded.
_MANY = 120


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Blocks and wires by number. `lane` counts the lanes that are used, from left to right."""

    blocks: tuple[Block, ...]
    wires: tuple[Wire, ...]
    #: From which block to which, by wire.
    source: Ints
    target: Ints
    lane: Ints
    #: The frame that a block belongs to; a block without one has a number of its own, from `groups` on.
    group: Ints
    groups: tuple[str, ...]
    #: Whether columns may be broken side by side.
    crowded: bool = False

    @property
    def labelled(self) -> bool:
        """Whether any wire has words on it."""
        return any(wire.label_width for wire in self.wires)


def planned(sketch: Sketch) -> Plan:
    """The plan of a sketch."""
    number = {block.id: i for i, block in enumerate(sketch.blocks)}
    used = {block.lane for block in sketch.blocks}
    lanes = {lane: i for i, lane in enumerate(lane for lane in (*sketch.lanes, None) if lane in used)}
    titled = sorted({b.group for b in sketch.blocks if b.group is not None and b.group in sketch.group_titles})
    groups = {key: i for i, key in enumerate(titled)}
    own = len(groups)
    return Plan(
        sketch.blocks,
        sketch.wires,
        _ints([number[wire.source] for wire in sketch.wires]),
        _ints([number[wire.target] for wire in sketch.wires]),
        _ints([lanes.get(block.lane, len(lanes) - 1) for block in sketch.blocks]),
        _ints([groups.get(block.group or "", own + i) for i, block in enumerate(sketch.blocks)]),
        tuple(titled),
        bool(sketch.lanes) and len(sketch.wires) > _MANY,
    )


def _ints(values: list[int]) -> Ints:
    return np.array(values, np.int64)
