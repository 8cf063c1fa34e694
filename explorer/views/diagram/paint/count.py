"""Paints the counts on lines that stand for several, as many as have room beside each other.

In go lines, their places and how near they are seen, out come strokes. Must not know boxes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from explorer.graph.model import Edge
from explorer.layout.model import Point
from explorer.layout.scene import Scene
from explorer.views.diagram import fonts
from explorer.views.diagram.look import FADED, Look
from explorer.views.diagram.paint.line import tint_of_line
from explorer.views.diagram.paint.words import CENTRE, write
from explorer.views.kit import theme

HALF = 8.0
#: A count of more than two digits is so much wider.
_WIDER = 4.0
#: Below this scale a count cannot be read; how much it may grow before that, and how large it wants to be.
COUNTED = 0.5
_GROWN, _READABLE = 1.3, 0.86


def half_at(scale: float) -> float:
    """Half the height of a count on the sheet."""
    return HALF * max(1.0, min(_GROWN, _READABLE / scale))


def rooms(scene: Scene, seats: Mapping[str, Point]) -> Mapping[str, float]:
    """Up to which half height the count of a line is drawn: those of more lines first, others where those leave room.

    A count that is drawn at some size is drawn at every smaller one too, so that none comes and goes.
    """
    bundles = [edge for edge in scene.graph.edges if len(edge.elements) > 1 and edge.id in seats]
    bundles.sort(key=lambda edge: -len(edge.elements))
    found: dict[str, float] = {}
    crowd = _Crowd(2 * (HALF * _GROWN + _WIDER))
    for edge in bundles:
        seat, beside = seats[edge.id], _beside(len(edge.elements))
        found[edge.id] = room = crowd.room(seat, beside)
        crowd.add(seat, beside, room)
    return found


def _beside(count: int) -> float:
    """How much wider than high a count is, on each side."""
    return 0.0 if count < 100 else _WIDER


class _Crowd:
    """Places with how wide things there are and the room of each, by squares of the sheet."""

    def __init__(self, reach: float) -> None:
        self._reach = reach
        self._squares: dict[tuple[int, int], list[tuple[Point, float, float]]] = defaultdict(list)

    def add(self, place: Point, beside: float, room: float) -> None:
        """There is something at a place."""
        self._squares[int(place[0] // self._reach), int(place[1] // self._reach)].append((place, beside, room))

    def room(self, place: Point, beside: float) -> float:
        """How high something can be at a place, beside all that is still drawn at that size."""
        x, y = place
        least = float("inf")
        for (ox, oy), wide, theirs in self._around(place):
            half = max((abs(ox - x) - beside - wide) / 2, abs(oy - y) / 2)
            if half < theirs:
                least = min(least, half)
        return least

    def _around(self, place: Point) -> Iterator[tuple[Point, float, float]]:
        column, row = int(place[0] // self._reach), int(place[1] // self._reach)
        for i in (column - 1, column, column + 1):
            for k in (row - 1, row, row + 1):
                yield from self._squares.get((i, k), ())


def counted(edges: Iterable[Edge], room: Mapping[str, float], scale: float) -> Iterator[Edge]:
    """The lines whose counts are drawn at a scale."""
    if scale < COUNTED:
        return
    half = half_at(scale)
    for edge in edges:
        if room.get(edge.id, 0.0) >= half:
            yield edge


def paint_count(painter: QPainter, edge: Edge, seat: Point, look: Look, scale: float = 1.0) -> None:
    """The count on a bundle."""
    count = sum(key not in look.hidden for key in edge.elements)
    if count < 2 or edge.id in look.opened:
        return
    painter.setOpacity(FADED if look.fades_edge(edge.id) else 1.0)
    half = half_at(scale)
    wide = half + _beside(count)
    circle = QRectF(seat[0] - wide, seat[1] - half, 2 * wide, 2 * half)
    painter.setPen(QPen(theme.colour(tint_of_line(edge)), 1.3))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(circle, half, half)
    painter.setFont(fonts.readable(scale, 11 * _GROWN))
    painter.setPen(theme.colour("ink"))
    write(painter, circle, CENTRE, str(count) if count < 100 else "99+")
    painter.setOpacity(1.0)
