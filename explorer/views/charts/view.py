"""The charts pane: every figure of the case on a card of its own, for units never share an axis.

In go case, lens and selection; out go picks. Must not import pyqtgraph: the cards are built after the first paint.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.charts.chart import Chart, charts
from explorer.views.charts.columns import Columns
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label
from explorer.views.kit.turns import Turns

if TYPE_CHECKING:
    from explorer.views.charts.card import Card

#: So many cards are made at once; the others on demand.
PORTION = 48
#: Up to so many are made before anything else happens.
_AT_ONCE = 12


class Charts(Pane):
    """The figures of the case as small charts, as far as their sources go."""

    title = "Charts"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.cards: dict[str, Card] = {}
        self._charts: tuple[Chart, ...] = ()
        self._built = False
        self._turns = Turns(self)
        self._most = PORTION
        self.notice = label("Drawing the charts …", muted=True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.installEventFilter(self)
        self.more = QToolButton()
        self.more.clicked.connect(self._on_more_clicked)
        self.more.setVisible(False)
        self._arrange()

    def build(self) -> None:
        """Make the cards; called after the first paint, because their library takes about a second to load."""
        if not self._built:
            self._built = True
            self._fill()

    def show_case(self, change: Change) -> None:
        """Make the charts of the case anew."""
        if change.whole:
            self._most = PORTION
        self.show_lens(self.session.lens)

    def show_lens(self, _lens: Lens) -> None:
        """Leave out the figures that the lens hides."""
        chosen = charts(self.session.case, self.session.hidden, self._most)
        if chosen != self._charts or not self._built:
            self._charts = chosen
            self._fill()

    def show_selection(self, selection: Selection) -> None:
        """Ring the cards of what is picked, and bring the first of them into view."""
        for key, card in self.cards.items():
            card.show_picked(key in selection.ids)
        if selection.focus in self.cards:
            self._scroll.ensureWidgetVisible(self.cards[selection.focus], 0, 8)

    def show_theme(self) -> None:
        """Take up the colours of the ground."""
        for card in self.cards.values():
            card.plot.show_theme()

    def point_of(self, element_id: str) -> QPoint | None:
        """Where in this pane the card of a figure stands; None if it has none."""
        card = self.cards.get(element_id)
        return card.mapTo(self, card.rect().center()) if card else None

    def element_at(self, point: QPoint) -> str | None:
        """The figure whose card is under a point of this pane."""
        return next((key for key, card in self.cards.items() if card.rect().contains(card.mapFrom(self, point))), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Build as soon as the line that asks for patience has been seen."""
        if event.type() == QEvent.Type.Paint and watched is self.notice:
            self.notice.removeEventFilter(self)
            QTimer.singleShot(0, self, self.build)
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self._body = QWidget()
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(10, 10, 10, 10)
        self._columns = Columns(self._body)
        rows.addWidget(self.notice)
        rows.addWidget(self._columns)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _fill(self) -> None:
        """Make cards for what is new, keep those that did not change, drop the others; many are made in turns."""
        if not self._built:
            return
        self._turns.run(self._filled())
        if len(self._charts) <= _AT_ONCE:
            self._turns.finish()

    def _filled(self) -> Iterator[None]:
        from explorer.views.charts.card import Card  # not before the first paint

        held = self.cards
        kept = {
            chart.id: held[chart.id] for chart in self._charts if chart.id in held and held[chart.id].chart == chart
        }
        for key, card in held.items():
            if key not in kept:
                card.hide()
                card.deleteLater()
        self.cards = kept
        self._tell_rest()
        self._columns.deal(tuple(kept.values()))
        for chart in self._charts:
            if chart.id not in self.cards:
                card = Card(chart, self._columns)
                card.pickChanged.connect(self.session.select)
                self.cards[chart.id] = card
                self._columns.add(card)
                yield
            self.cards[chart.id].show_picked(chart.id in self.session.selection.ids)
        order = [chart.id for chart in self._charts]
        if list(self.cards) != order:  # those that were kept came first
            self.cards = {key: self.cards[key] for key in order}
            self._columns.deal(tuple(self.cards.values()))

    def _tell_rest(self) -> None:
        """Say why there is nothing, and what is not shown yet."""
        figures, hidden = self.session.case.figures, self.session.hidden
        rest = sum(key not in hidden for key in figures) - len(self._charts)
        self.notice.setText("The filters hide every figure." if figures else "No figures in this case.")
        self.notice.setVisible(not self._charts)
        self.more.setText(f"Show {min(rest, PORTION)} more of {rest:,}")
        self.more.setVisible(rest > 0)

    def _on_more_clicked(self) -> None:
        self._most += PORTION
        self.show_lens(self.session.lens)
