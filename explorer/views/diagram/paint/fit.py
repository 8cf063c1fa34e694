"""What has room in a scene: counts on its lines, names in its boxes from afar.

In go a scene and a scale, out come sizes that hold for all of it, so that parts painted one by one join. Must not know
painters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QRectF, Qt

from explorer.layout.lazy import marks
from explorer.layout.model import Point
from explorer.layout.scene import Scene
from explorer.views.diagram import fonts
from explorer.views.diagram.paint.count import rooms

#: The sizes of names from afar that are tried, and how much smaller the second one is; in pixels of the screen.
_SIZES, _SMALLER, _SMALLEST = (10.0, 9.2, 8.5, 7.9), 0.84, 7.0
#: So many boxes in a hundred have room for their names if a size is taken; this many boxes are asked.
_ENOUGH, _ASKED = 90, 60
#: What a name leaves free on both sides of its box, and above and below it.
BESIDE, ABOVE = 4.0, 2.0
WRAPPED = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextWordWrap.value)
_MOST = 80


@dataclass(frozen=True, slots=True)
class Sizes:
    """The two sizes of names at a distance, in pixels at 100 %: for nearly all, and for those that have less room."""

    large: int
    small: int


class Fit:
    """What has room in one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sizes: dict[float, Sizes] = {}

    @cached_property
    def rooms(self) -> Mapping[str, float]:
        """How large the count of every line may be."""
        return rooms(self._scene, self.seats)

    @cached_property
    def seats(self) -> Mapping[str, Point]:
        """Where the counts of lines stand."""
        return marks(self._scene.picture.routes)

    def sizes(self, scale: float) -> Sizes:
        """How large names are written at a scale: nearly all in one size, else they seem to differ in weight."""
        if scale not in self._sizes:
            large = next((size for size in _SIZES if self._enough(round(size / scale))), _SIZES[-1])
            small = max(_SMALLEST, large * _SMALLER)
            self._sizes[scale] = Sizes(round(large / scale), round(small / scale))
        return self._sizes[scale]

    def _enough(self, size: int) -> bool:
        fitting = sum(fits(text, wide, high, size) for text, wide, high in self._asked)
        return fitting * 100 >= _ENOUGH * len(self._asked)

    @cached_property
    def _asked(self) -> list[tuple[str, int, int]]:
        boxes = self._scene.picture.boxes
        some = boxes[:: max(1, len(boxes) // _ASKED)]
        labels = self._scene.graph.node_by_id
        return [(named(labels[box.id].label), *room(box.width, box.height)) for box in some]


def named(label: str) -> str:
    """As much of a name as can stand in a box."""
    return label[:_MOST]


def room(width: float, height: float) -> tuple[int, int]:
    """The room for a name in a box."""
    return int(width - 2 * BESIDE), int(height - 2 * ABOVE)


def fitted(text: str, wide: int, high: int, sizes: Sizes) -> tuple[int, str]:
    """How large a name is written, and what of it has room."""
    for size in (sizes.large, sizes.small):
        if fits(text, wide, high, size):
            return size, text
    return sizes.small, _cut(text, wide, high, sizes.small)


@lru_cache(maxsize=40_000)
def fits(text: str, wide: int, high: int, size: int) -> bool:
    """Whether a name has room in a size, broken into lines between its words."""
    if not text.strip():
        return True
    # Breaking a text into lines is dear: what cannot fit is told by its longest word and its area.
    grown = size / 13
    if max((fonts.measured(word, "name") for word in text.split()), default=0.0) * grown > wide:
        return False
    if fonts.measured(text, "name") * grown * fonts.line_height() * grown > wide * high * 1.05:
        return False
    needed = fonts.metrics(size).boundingRect(QRectF(0, 0, wide, high), WRAPPED, text)
    return needed.height() <= high and needed.width() <= wide


@lru_cache(maxsize=10_000)
def _cut(text: str, wide: int, high: int, size: int) -> str:
    """A name in as many lines as there is room for, each cut where it ends."""
    measures = fonts.metrics(size)
    rows = max(1, int(high / measures.lineSpacing()))
    kept: list[str] = []
    for word in text.split():
        longer = f"{kept[-1]} {word}" if kept else word
        if kept and (len(kept) == rows or measures.horizontalAdvance(longer) <= wide):
            kept[-1] = longer
        else:
            kept.append(word)
    return "\n".join(measures.elidedText(row, Qt.TextElideMode.ElideRight, wide) for row in kept)
