"""Where the marks of the timeline stand in the window.

In go a packing and a frame, out come rectangles in pixels and the marks that can be seen. Must not know paint.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from explorer.layout.lanes import LANES
from explorer.layout.packing import Packing, Placed
from explorer.layout.throng import Throng

LANE_GAP = 7.0
#: How many rows the count of a crowded lane takes: one for its words, the others for its bars.
THRONG_ROWS = 3


@dataclass(frozen=True)
class Frame:
    """Where the packing stands: the x of day 0, pixels a day, how far it is scrolled, how high a row is."""

    width: float = 0.0
    height: float = 0.0
    origin: float = 0.0
    scale: float = 1.0
    scroll: float = 0.0
    row: float = 18.0
    grid: tuple[float, ...] = ()


@dataclass(frozen=True)
class Stack:
    """The lanes under each other: where each begins and how high all of them are, in pixels."""

    packing: Packing
    row: float
    tops: Mapping[str, float] = field(default_factory=dict)
    throngs: Mapping[str, Throng] = field(default_factory=dict)

    @classmethod
    def of(cls, packing: Packing, row: float, throngs: Mapping[str, Throng] | None = None) -> "Stack":
        """Stack the lanes that hold anything; where marks were left out, their count stands above the others."""
        tops: dict[str, float] = {}
        held = throngs or {}
        y = LANE_GAP / 2
        for lane in LANES:
            if lane in packing.rows or lane in held:
                tops[lane] = y
                y += (packing.rows.get(lane, 0) + THRONG_ROWS * (lane in held)) * row + LANE_GAP
        return cls(packing, row, tops, held)

    @cached_property
    def height(self) -> float:
        """The height of all lanes."""
        rows = sum(self.packing.rows.values()) + THRONG_ROWS * len(self.throngs)
        return LANE_GAP / 2 + rows * self.row + LANE_GAP * len(self.tops)

    @cached_property
    def _lines(self) -> tuple[list[float], list[list[Placed]]]:
        lines: dict[float, list[Placed]] = {}
        for placed in self.packing.placed:
            lines.setdefault(self.top(placed), []).append(placed)
        tops = sorted(lines)
        return tops, [lines[top] for top in tops]

    def between(self, top: float, bottom: float) -> Iterator[Placed]:
        """The marks of the rows that begin between two heights."""
        tops, lines = self._lines
        for line in lines[bisect_left(tops, top) : bisect_right(tops, bottom)]:
            yield from line

    def below(self, bottom: float) -> int:
        """How many marks begin below a height."""
        tops, lines = self._lines
        return sum(map(len, lines[bisect_right(tops, bottom) :]))

    def top(self, placed: Placed) -> float:
        """Where the row of a mark begins."""
        above = THRONG_ROWS if placed.mark.lane in self.throngs else 0
        return self.tops[placed.mark.lane] + (above + placed.row) * self.row


@dataclass(frozen=True)
class Places:
    """The lanes in their frame: the rectangle of each bar, label and row."""

    stack: Stack = field(default_factory=lambda: Stack(Packing(), Frame().row))
    frame: Frame = field(default_factory=Frame)

    def below(self) -> int:
        """How many marks stand below what can be seen."""
        return self.stack.below(self.frame.scroll + self.frame.height - self.frame.row + 2)

    def bar(self, placed: Placed) -> QRectF:
        """The rectangle of a bar or point."""
        y = self.stack.top(placed) - self.frame.scroll
        thin = placed.mark.lane == "figures"
        top, height = (self.frame.row - 6, 4.0) if thin else (2.0, self.frame.row - 4)
        return QRectF(placed.x0 + self.frame.origin, y + top, placed.x1 - placed.x0, height)

    def seen(self) -> Iterator[Placed]:
        """The marks of which something can be seen."""
        left, right = -self.frame.origin, self.frame.width - self.frame.origin
        # A row of which only a part has room is left out: half a line of text reads like a fault.
        top, bottom = self.frame.scroll - 2, self.frame.scroll + self.frame.height - self.frame.row + 2
        for placed in self.stack.between(top, bottom):
            if placed.right >= left and placed.left <= right:
                yield placed

    def label(self, placed: Placed) -> QRectF:
        """The rectangle of a label; one inside a bar stays in view as long as the bar does."""
        y = self.stack.top(placed) - self.frame.scroll
        x = placed.label_x + self.frame.origin
        if placed.inside:
            x = max(x, min(6.0, placed.x1 + self.frame.origin - placed.label_width - 6))
        lift = -2.0 if placed.mark.lane == "figures" else 0.0
        return QRectF(x, y + lift, placed.label_width + 1, self.frame.row)

    def whole(self, placed: Placed) -> QRectF:
        """The rectangle of a mark with its label, over the height of the row."""
        y = self.stack.top(placed) - self.frame.scroll
        united = self.bar(placed).united(self.label(placed))
        return QRectF(united.x(), y, united.width(), self.frame.row)


def elided(metrics: QFontMetricsF, text: str, most: float) -> tuple[str, float]:
    """A text in one line, cut with an ellipsis where it is wider than `most`, and its width."""
    line = " ".join(text.split())
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, most)
    return shown, metrics.horizontalAdvance(shown)
