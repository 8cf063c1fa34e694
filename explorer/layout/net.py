"""The net between the steps of the layout: items in ranks, strands between neighbouring ranks.

In goes a sketch with a rank for every block, out comes a net in which every strand spans exactly one rank: a long wire
has been cut by dummies, a label has become an item of its own. Must not know how items are ordered or placed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.layout.model import Block, Sketch, Wire
from explorer.layout.picture import Options


@dataclass(slots=True, eq=False)
class Item:
    """A thing in a rank: a block, a label or the place where a long wire passes.

    `place` is where it stands in its rank, as the step that orders ranks last noted it; `y` is its centre line.
    """

    key: str
    rank: int
    above: float
    below: float
    width: float
    block: Block | None = None
    label: Wire | None = None
    place: int = 0
    y: float = 0.0
    before: list["Strand"] = field(default_factory=list)
    after: list["Strand"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Strand:
    """A piece of a wire between an item and one in the next rank; ports are offsets from the centre lines."""

    wire: Wire
    left: Item
    right: Item
    left_port: float = 0.0
    right_port: float = 0.0


@dataclass(slots=True)
class Net:
    """Items by rank in their order from top to bottom, and the items that each wire runs through, left to right."""

    ranks: list[list[Item]]
    paths: dict[str, list[Strand]]
    forward: dict[str, bool]
    loops: list[Wire]

    @property
    def items(self) -> list[Item]:
        """All items, rank by rank."""
        return [item for rank in self.ranks for item in rank]


def woven(sketch: Sketch, rank_of: Mapping[str, int], options: Options) -> Net:
    """The net of a sketch whose blocks have ranks; no wire may join two blocks of the same rank."""
    count = max(rank_of.values(), default=-1) + 1
    net = Net([[] for _ in range(count)], {}, {}, [])
    items = {block.id: _block_item(block, rank_of[block.id]) for block in sketch.blocks}
    for item in items.values():
        net.ranks[item.rank].append(item)
    for wire in sketch.wires:
        if wire.source == wire.target:
            net.loops.append(wire)
            continue
        _thread(net, wire, items[wire.source], items[wire.target], options)
    return net


def _block_item(block: Block, rank: int) -> Item:
    half = block.height / 2
    return Item(block.id, rank, half + block.head, half, block.left + block.width + block.right, block=block)


def _thread(net: Net, wire: Wire, source: Item, target: Item, options: Options) -> None:
    """Lead a wire from rank to rank; its label takes the middle of the ranks between."""
    net.forward[wire.id] = source.rank < target.rank
    left, right = (source, target) if source.rank < target.rank else (target, source)
    between = range(left.rank + 1, right.rank)
    middle = (left.rank + right.rank) // 2
    path, here = [], left
    for rank in between:
        labelled = wire.label_width > 0 and rank == middle
        half = wire.label_height / 2 + 3 if labelled else options.line_gap / 2
        width = wire.label_width if labelled else 0.0
        dummy = Item(f"{wire.id}#{rank}", rank, half, half, width, label=wire if labelled else None)
        net.ranks[rank].append(dummy)
        path.append(_strand(wire, here, dummy))
        here = dummy
    path.append(_strand(wire, here, right))
    net.paths[wire.id] = path


def _strand(wire: Wire, left: Item, right: Item) -> Strand:
    strand = Strand(wire, left, right)
    left.after.append(strand)
    right.before.append(strand)
    return strand
