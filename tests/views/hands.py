"""What hands do to a diagram: aim, click, drag, hover; at once, without the window system in between."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.views.diagram.view import DiagramView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
GROUND = QPoint(3, 3)
Open = Callable[..., DiagramView]


def at(view: DiagramView, element: str) -> QPoint:
    """Where an element can be hit."""
    point = view.canvas.point_of(element)
    assert point is not None, element
    return point


def click(view: DiagramView, element: str, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.canvas, LEFT, modifier, at(view, element))


def mouse(
    widget: QWidget, sort: QEvent.Type, point: QPointF | QPoint, *, button: Qt.MouseButton = Qt.MouseButton.NoButton,
    down: Qt.MouseButton = Qt.MouseButton.NoButton, modifier: Qt.KeyboardModifier = NONE, time: int = 0,
) -> None:  # fmt: skip
    """Send one event of the mouse, at a time in milliseconds."""
    place = QPointF(point)
    event = QMouseEvent(sort, place, widget.mapToGlobal(place), button, down, modifier)
    event.setTimestamp(time)
    QApplication.sendEvent(widget, event)


def press(
    view: DiagramView, point: QPoint, modifier: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
) -> None:
    mouse(view.canvas, QEvent.Type.MouseButtonPress, point, button=button, down=button, modifier=modifier)


def move(view: DiagramView, point: QPoint, down: Qt.MouseButton = LEFT, time: int = 0) -> None:
    mouse(view.canvas, QEvent.Type.MouseMove, point, down=down, time=time)


def release(view: DiagramView, point: QPoint, button: Qt.MouseButton = LEFT, time: int = 0) -> None:
    mouse(view.canvas, QEvent.Type.MouseButtonRelease, point, button=button, time=time)


def drag(view: DiagramView, start: QPoint, by: QPoint, modifier: Qt.KeyboardModifier = NONE,
         button: Qt.MouseButton = LEFT) -> None:  # fmt: skip
    press(view, start, modifier, button)
    move(view, start + by / 2, button)
    move(view, start + by, button)
    release(view, start + by, button)


def hover(view: DiagramView, element: str | None) -> None:
    """Move the mouse there, or where nothing is."""
    mouse(view.canvas, QEvent.Type.MouseMove, at(view, element) if element else QPoint(2, 2))
