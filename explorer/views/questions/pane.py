"""The questions pane: the questions that a case answers, as cards in one to three columns.

In goes the session, out come a view and a selection. Who says so and how many passages there are is worked out, never
written by hand. Must not know the other panes.
"""

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.case.case import Case
from explorer.case.parts import Question
from explorer.edit.change import Change
from explorer.graph import words
from explorer.graph.model import View
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.text.english import counted, listed
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label
from explorer.views.questions.card import Card, CardWords

_INTRO = "Questions that this case answers. Choose one to see who says so and where it stands."
_EMPTY = "This case has no questions yet."
#: The width from which another column is worth it: a caption reads well at 300 to 400 pixels.
_COLUMN = 330
_MOST_COLUMNS = 3
_GAP = 14


def card_words(case: Case, question: Question) -> CardWords:
    """What the card of a question says."""
    claims = [claim for key in question.select for claim in case.claims_about(key)]
    # Once each, as first cited: the same person may be read through one paper here and directly there.
    first = {claim.speaker: claim for claim in reversed(claims)}
    cited = dict.fromkeys(claim.speaker for claim in claims)
    speakers = listed((words.said_by(case, first[speaker]) for speaker in cited), 4)
    passages = len({key for claim in claims for key in claim.quotes})
    return CardWords(
        question.text,
        question.caption,
        f"Who says so: {speakers}" if speakers else "Nobody is cited for this",
        counted(passages, "passage") if passages else "No passage",
    )


class Questions(Pane):
    """The case's questions as cards, each a saved view with a caption."""

    title = "Questions"
    questionChosen = Signal(object)  # Question

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.cards: list[Card] = []
        self._questions: list[Question] = []
        self._columns = 0
        self.intro = label(_INTRO, muted=True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(20, 18, 20, 20)
        whole.setSpacing(_GAP)
        whole.addWidget(self.intro)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        self.area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.area)

    @property
    def columns(self) -> int:
        """How many columns there is room for."""
        return self._columns

    def show_case(self, change: Change) -> None:
        """Make the cards anew if a question, or what it rests on, may have changed."""
        if change.only("positions"):
            return
        case = self.session.case
        for card in self.cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._questions = list(case.questions.values())
        self.cards = [Card(card_words(case, question), self) for question in self._questions]
        for place, (card, question) in enumerate(zip(self.cards, self._questions, strict=True)):
            card.clicked.connect(partial(self._on_card_clicked, question))
            card.stepped.connect(partial(self._on_card_stepped, place))
        self.intro.setText(_INTRO if self.cards else _EMPTY)
        self._columns = 0
        self._arrange()
        self.show_selection(self.session.selection)

    def show_selection(self, selection: Selection) -> None:
        """Ring the card whose answer is picked."""
        picked = set(selection.ids)
        for card, question in zip(self.cards, self._questions, strict=True):
            known = {key for key in question.select if key in self.session.case.elements}
            card.mark(current=bool(picked) and picked == known)

    def show_theme(self) -> None:
        """Paint the cards again."""
        for card in self.cards:
            card.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(_MOST_COLUMNS, (self.width() - 40) // _COLUMN, len(self.cards) or 1))
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_card_clicked(self, question: Question, _checked: object = None) -> None:
        self.session.look(replace(self.session.lens, view=cast("View", question.view)))
        self.session.select(*question.select)
        self.questionChosen.emit(question)

    def _on_card_stepped(self, here: int, across: int, down: int) -> None:
        there = here + across + down * self._columns
        if 0 <= there < len(self.cards):
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.cards[there])
