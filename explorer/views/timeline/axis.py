"""The axis of days and the box that it spans: pyqtgraph's parts with our words and gestures.

In go days since 1970, out come ticks in words and drags as periods. Must not know what is drawn between them.
"""

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseDragEvent
from PySide6.QtCore import Qt, Signal

from explorer.layout.days import ticks

_MARGIN = 34.0


class DayAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis whose values are days since 1970, with words of its own."""

    # The names of the next two methods and of their arguments are pyqtgraph's.
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802, N803
        """The days to mark, as one level."""
        return [(1.0, [float(day) for day, _ in day_ticks(minVal, maxVal, size)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """The words of those days."""
        del scale, spacing
        first, last = self.range
        words = dict(day_ticks(first, last, self.size().width()))
        return [words.get(round(value), "") for value in values]


class DayBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """A view box in which a drag draws a period; with the middle button or Shift it moves along."""

    #: two days, in any order, and whether the drag is over
    dragged = Signal(float, float, bool)

    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:
        """Draw a period with the left button."""
        if ev.button() == Qt.MouseButton.RightButton:
            ev.ignore()
            return
        shifted = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if ev.button() != Qt.MouseButton.LeftButton or shifted or axis is not None:
            # Along the days only: the rows are scrolled.
            super().mouseDragEvent(ev, 0)
            return
        ev.accept()
        begin, end = self.mapToView(ev.buttonDownPos()), self.mapToView(ev.pos())
        self.dragged.emit(begin.x(), end.x(), ev.isFinish())


def day_ticks(first: float, last: float, width: float) -> tuple[tuple[int, str], ...]:
    """The ticks whose words have room at both ends of the axis."""
    if width <= 4 * _MARGIN or last <= first:
        return ()
    margin = _MARGIN * (last - first) / width
    return ticks(first + margin, last - margin, width - 2 * _MARGIN)
