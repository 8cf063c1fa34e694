"""Cards in as many columns as have room.

In go widgets, out come their places. Must not know what is on the cards.
"""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

CARD_WIDTH = 330
_GAP = 10


class Columns(QWidget):
    """Deals widgets out to columns, in their order from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[QWidget, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)

    def deal(self, cards: tuple[QWidget, ...]) -> None:
        """Show other cards."""
        self._cards = cards
        self._place()

    def add(self, card: QWidget) -> None:
        """Show one more card, below the others of its column."""
        item = self._row.itemAt(len(self._cards) % max(1, self._row.count()))
        self._cards += (card,)
        if item is not None and isinstance(stack := item.layout(), QVBoxLayout):
            stack.insertWidget(stack.count() - 1, card)
        card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal anew where more or fewer columns have room."""
        super().resizeEvent(event)
        if self._fitting() != self._row.count():
            self._place()

    def _fitting(self) -> int:
        return max(1, (self.width() + _GAP) // CARD_WIDTH)

    def _place(self) -> None:
        while item := self._row.takeAt(0):
            if old := item.layout():
                while old.takeAt(0):
                    pass
                old.deleteLater()
        stacks = [QVBoxLayout() for _ in range(self._fitting())]
        for stack in stacks:
            stack.setSpacing(_GAP)
            self._row.addLayout(stack, 1)
        for index, card in enumerate(self._cards):
            stacks[index % len(stacks)].addWidget(card)
            card.show()
        for stack in stacks:
            stack.addStretch(1)
