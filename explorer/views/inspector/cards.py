"""The card of a claim: who says it, how, what, in which words; and two sides of a contradiction.

In go a case and claims, out come widgets; what is clicked is told by a callable. Must not know the session.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from explorer.analysis.conflict import Contradiction
from explorer.case.case import Case
from explorer.case.evidence import Claim
from explorer.case.kinds import kind
from explorer.graph.words import chain_words, said_by
from explorer.views.inspector.words import UNSUPPORTED, grade_words, manner_words
from explorer.views.kit import text, theme
from explorer.views.kit.cards import Card, Link
from explorer.views.kit.letters import source_font


@dataclass(frozen=True, slots=True)
class Shown:
    """What the cards are made from: the case, what is amiss with a quote in words, and what a click does."""

    case: Case
    amiss: Callable[[str], str]
    show_claim: Callable[[Claim, str | None], None]


class ClaimCard(Card):
    """One claim."""

    def __init__(self, shown: Shown, claim: Claim, parent: QWidget | None = None) -> None:
        stance = kind("stance", claim.stance)
        super().__init__(stance.colour if stance.colour != "ink" else "", parent)
        self.claim, self._shown = claim, shown
        self.picked = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = chain_words(shown.case, claim)
        head = Link(words, self._go, icon=stance.icon, tint=stance.colour, colour="ink", bold=True)
        self.column.addWidget(head)
        self.column.addWidget(text.label(manner_words(claim), muted=True, size=0.92))
        self.column.addWidget(text.label(claim.statement))
        self._add_quotes()
        self.column.addWidget(text.label(grade_words(claim), muted=True, size=0.92))
        if any(key in shown.case.quotes for key in claim.quotes):
            self.column.addWidget(Link("Show in text", self._go))
        self.setAccessibleName(f"Claim of {head.words}: {claim.statement}")

    def show_picked(self, picked: bool) -> None:
        """Outline the card if its claim is the one that was picked."""
        self.picked = picked
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card shows its words."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._go()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet, outlined if picked."""
        super().paintEvent(event)
        if self.picked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.6))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)

    def _add_quotes(self) -> None:
        quotes = [self._shown.case.quotes[key] for key in self.claim.quotes if key in self._shown.case.quotes]
        for quote in quotes:
            self.column.addWidget(quoted(quote.exact))
            amiss = self._shown.amiss(quote.id)
            if amiss:
                self.column.addWidget(warned(amiss))
        if not quotes:
            self.column.addWidget(warned(UNSUPPORTED))

    def _go(self) -> None:
        self._shown.show_claim(self.claim, self.claim.quotes[0] if self.claim.quotes else None)


class Sides(Card):
    """A contradiction: what is stated at the left, what stands against it at the right; neither wins."""

    def __init__(self, shown: Shown, pair: Contradiction, parent: QWidget | None = None) -> None:
        super().__init__("stance-denies", parent)
        self._shown = shown
        self.column.addWidget(text.label(pair.rule, muted=True, size=0.92))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        denied = any(shown.case.claims[key].stance == "denies" for key in pair.right)
        self._fill(grid, 0, "Stated", pair.left)
        self._fill(grid, 1, "Denied" if denied else "Answered", pair.right)
        self.column.addLayout(grid)

    def _fill(self, grid: QGridLayout, column: int, title: str, claims: tuple[str, ...]) -> None:
        grid.addWidget(text.label(title, bold=True, size=0.92), 0, column)
        row = 1
        for key in claims:
            claim = self._shown.case.claims[key]
            stance = kind("stance", claim.stance)
            who = said_by(self._shown.case, claim)
            quote = claim.quotes[0] if claim.quotes else None
            link = Link(who, self._goes(claim, quote), icon=stance.icon, tint=stance.colour)
            grid.addWidget(link, row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text.label(claim.statement, size=0.96), row + 1, column, Qt.AlignmentFlag.AlignTop)
            row += 2

    def _goes(self, claim: Claim, quote: str | None) -> Callable[[], None]:
        return lambda: self._shown.show_claim(claim, quote)


def quoted(words: str) -> QLabel:
    """The words of a source in quotation marks, in its own letters."""
    made = text.label(f"“{text.clip(words)}”")
    made.setFont(source_font(QApplication.font(), 1.05))
    return made


def warned(words: str) -> QLabel:
    """Words about something that is missing."""
    made = text.label(words, size=0.92)
    palette = made.palette()
    palette.setColor(made.foregroundRole(), theme.colour("stance-denies"))
    made.setPalette(palette)
    return made
