"""The look: everything about a painting that is not the scene.

In go pick, lens, hover and open bundles, out comes a frozen value that the painter reads. Must not know widgets.
"""

from dataclasses import dataclass

from explorer.graph.walk import Neighbourhood

#: What is still seen of a thing that steps back.
FADED = 0.22


@dataclass(frozen=True, slots=True)
class Look:
    """What is picked, lit, hidden, marked, hovered, opened and found; all ids of boxes, routes, gates or elements."""

    picked: frozenset[str] = frozenset()
    lit: Neighbourhood | None = None
    hidden: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    hovered: str | None = None
    opened: frozenset[str] = frozenset()
    focused: bool = False
    found: frozenset[str] = frozenset()

    def fades_node(self, key: str) -> bool:
        """Whether a box steps back behind what is picked."""
        return self.lit is not None and key not in self.lit.nodes

    def fades_edge(self, key: str) -> bool:
        """Whether a line steps back behind what is picked."""
        return self.lit is not None and key not in self.lit.edges

    def fades_gate(self, key: str) -> bool:
        """Whether a gate steps back behind what is picked."""
        return self.lit is not None and key not in self.lit.gates
