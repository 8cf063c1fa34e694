"""Hovering: when the card beside what is pointed at comes, stays and goes.

In go what lies under the pointer, a way to the words about it and a press of a key, out comes the card. As WCAG 1.4.13
asks: Esc dismisses it without moving the pointer, the pointer can go onto it, and it stays until it is left.
Must not know the session.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QTimer, Signal

from explorer.views.diagram.canvas import Canvas
from explorer.views.diagram.paint.trace import PORT_REACH
from explorer.views.diagram.pick import Hit

if TYPE_CHECKING:
    # Nobody points at anything before the first paint.
    from explorer.views.diagram.hovercard import HoverCard
    from explorer.views.diagram.told import Told

#: How long the pointer rests before the card comes, and how long it may be on its way to the card, in ms.
WAIT, GRACE = 400, 300
#: How much around the pointer the card keeps clear on a line.
_CLEAR = 14


class Hovering(QObject):
    """The card of one canvas and its timers, which run only while the pointer is on something."""

    claimsAsked = Signal(object)  # ids of elements

    def __init__(self, canvas: Canvas, tell: "Callable[[Hit], Told | None]") -> None:
        super().__init__(canvas)
        self._canvas, self._tell = canvas, tell
        self._card: HoverCard | None = None
        self._found: Hit | None = None
        self._point = QPointF()
        #: What was dismissed does not come again until the pointer was elsewhere.
        self._unwanted: Hit | None = None
        self._shown: Hit | None = None
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._on_wait_over)
        self._grace = QTimer(self, singleShot=True, interval=GRACE)
        self._grace.timeout.connect(self._on_grace_over)

    @property
    def card(self) -> "HoverCard":
        """The card; made when it is first needed."""
        if self._card is None:
            from explorer.views.diagram.hovercard import HoverCard

            self._card = HoverCard(self._canvas)
            self._card.claimsAsked.connect(self.claimsAsked)
            self._card.entered.connect(self._on_card_entered)
            self._card.left.connect(self._grace.start)
        return self._card

    @property
    def seen(self) -> bool:
        """Whether the card is there."""
        return self._card is not None and self._card.isVisible()

    def over(self, found: Hit | None, point: QPointF) -> None:
        """The pointer is on something, or on nothing."""
        self._found, self._point = found, point
        if found is None or found.kind == "frame":
            self._unwanted = None
            self._wait.stop()
            self._leave()
        elif self.seen and found == self._shown:
            self._grace.stop()
            self._wait.stop()
        elif found != self._unwanted:
            self._unwanted = None
            self._leave()
            self._wait.start()

    def show(self, found: Hit, point: QPointF) -> bool:
        """Show the card at once; whether there was something to tell and room for it."""
        self._wait.stop()
        self._grace.stop()
        told = self._tell(found)
        # The whole window is its room: a small diagram has none beside its boxes.
        room, clear = self._canvas.window(), self._clear(found, point)
        corner = self._canvas.mapTo(room, clear.topLeft())
        if told is None or not self.card.show_told(told, room, QRect(corner, clear.size())):
            return False
        self._shown = found
        return True

    def dismiss(self) -> bool:
        """Take the card away; whether it was there."""
        self._wait.stop()
        self._grace.stop()
        was = self.seen
        if was:
            self._unwanted = self._shown
            self.card.hide()
        self._shown = None
        return was

    def _leave(self) -> None:
        if self.seen and not self._grace.isActive():
            self._grace.start()

    def _clear(self, found: Hit, point: QPointF) -> QRect:
        """What the card must not cover: the box with its port, the words of a gate, the place on a line."""
        canvas = self._canvas
        box = canvas.scene.picture.box_by_id.get(found.id) if found.kind == "node" else None
        if box is not None:
            frame = canvas.camera.transform().mapRect(QRectF(box.x, box.y, box.width, box.height))
            seen = frame.intersected(QRectF(canvas.rect()))
            return seen.adjusted(-4, -4, PORT_REACH, 4).toAlignedRect()
        gate = next((gate for gate in canvas.scene.picture.gates if gate.id == found.id), None)
        clear = QRectF(point.x() - _CLEAR, point.y() - _CLEAR, 2 * _CLEAR, 2 * _CLEAR)
        if gate is not None:
            words = gate.label
            frame = QRectF(words.x, words.y, words.width, words.height)
            clear = clear.united(canvas.camera.transform().mapRect(frame))
        return clear.toAlignedRect()

    def _on_wait_over(self) -> None:
        if self._found is not None:
            self.show(self._found, self._point)

    def _on_grace_over(self) -> None:
        if self.seen and not self.card.underMouse():
            self._shown = None
            self.card.hide()

    def _on_card_entered(self) -> None:
        self._grace.stop()
        self._wait.stop()
