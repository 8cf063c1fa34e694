"""The hover card: a small sheet beside what is pointed at, with its words.

In go words and a rectangle to keep clear, out come `claimsAsked`, `entered` and `left`. Must not know the case, nor
when it is shown.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.views.diagram.told import Told
from explorer.views.kit.cards import Card, Link, Picture
from explorer.views.kit.letters import source_font
from explorer.views.kit.text import clip, label

_WIDTH = 300
_GAP = 8
#: A card is a summary: of a longer name only the beginning.
_LONGEST = 160


class HoverCard(Card):
    """What is told, with a way to the claims. Everything on it stands in the inspector too."""

    claimsAsked = Signal(object)  # ids of elements
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("line-strong", parent)
        self.told: Told | None = None
        self.setAccessibleName("Summary")
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._body: QWidget | None = None
        self.hide()

    def show_told(self, told: Told, room: QWidget, clear: QRect) -> bool:
        """Show words in a room beside a rectangle of it, never over it; whether there is a place."""
        if self.parentWidget() is not room:
            self.setParent(room)
        self._fill(told)
        size = QSize(_WIDTH, self.heightForWidth(_WIDTH))
        place = placed(size, clear, room.rect())
        if place is None:
            self.hide()
            return False
        self.setGeometry(QRect(place, size))
        self.show()
        self.raise_()
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        """Somebody reads it."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody reads it any more."""
        super().leaveEvent(event)
        self.left.emit()

    def _fill(self, told: Told) -> None:
        self.told = told
        self.setAccessibleDescription(told.title)
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = _body(told, self._on_link_clicked)
        self.column.addWidget(self._body)
        # A layout leaves out what is not shown, and nothing that comes into a visible sheet is shown by itself.
        self._body.show()
        self.column.activate()

    def _on_link_clicked(self) -> None:
        told = self.told
        self.hide()
        if told is not None:
            self.claimsAsked.emit(told.elements)


def placed(size: QSize, clear: QRect, room: QRect, gap: int = _GAP) -> QPoint | None:
    """Where a sheet lies in a room beside a rectangle without covering it: below, above, right, left; or None."""
    inner = room.adjusted(gap, gap, -gap, -gap)
    if inner.width() < size.width() or inner.height() < size.height():
        return None
    across = max(inner.left(), min(clear.left(), inner.right() + 1 - size.width()))
    down = max(inner.top(), min(clear.top(), inner.bottom() + 1 - size.height()))
    for corner in (
        QPoint(across, clear.bottom() + 1 + gap),
        QPoint(across, clear.top() - gap - size.height()),
        QPoint(clear.right() + 1 + gap, down),
        QPoint(clear.left() - gap - size.width(), down),
    ):
        if inner.contains(QRect(corner, size)):
            return corner
    return None


def _body(told: Told, show_claims: Callable[[], object]) -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for row in _rows(told):
        column.addWidget(row)
    if told.elements:
        column.addWidget(Link("Show claims", show_claims))
    return body


def _rows(told: Told) -> Iterator[QWidget]:
    yield _beside(Picture(told.icon, told.colour, 16), label(clip(told.title, _LONGEST), bold=True))
    if told.kind:
        yield label(clip(told.kind, _LONGEST), muted=True, size=0.92)
    if told.badge is not None:
        yield _beside(Picture(told.badge.icon or "dot", told.badge.colour, 14), label(clip(told.badge.text, _LONGEST)))
    for words in told.rows:
        yield label(clip(words, _LONGEST), size=0.95)
    if told.quote:
        quote = label(told.quote)
        quote.setFont(source_font(quote.font()))
        yield quote
        yield label(told.source, muted=True, size=0.92)
    if told.claims:
        yield label(told.claims, muted=True, size=0.92)


def _beside(picture: QWidget, words: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return pair
