"""Widgets set like words: side by side, on to the next line where there is no room.

In go widgets, out come their places. Must not know what they are.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Wrapping(QWidget):
    """Widgets in lines from left to right."""

    def __init__(self, parent: QWidget | None = None, gap: int = 5) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Take a widget in at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """As little as it can be."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The widest and the highest of its widgets."""
        size = QSize(0, 0)
        for widget in self._widgets:
            size = size.expandedTo(widget.minimumSizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the widgets anew."""
        super().resizeEvent(event)
        for widget, place in zip(self._widgets, self._places(self.width()), strict=True):
            widget.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = line = 0
        for widget in self._widgets:
            wide = min(widget.sizeHint().width(), width)
            high = widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.sizeHint().height()
            if x > 0 and x + wide > width:
                x, y, line = 0, y + line + self._gap, 0
            places.append(QRect(x, y, wide, high))
            x, line = x + wide + self._gap, max(line, high)
        return places
