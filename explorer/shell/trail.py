"""The trail: the last stops of the selection, to be clicked.

In goes the session, out come selections. Must not know the panes.
"""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from explorer.edit.change import Change
from explorer.graph.words import name
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label, plain, tooltip

_STOPS = 4
_LEAST, _MOST = 60, 220
#: Around the words of a button.
_AROUND = 26


class Trail(Pane):
    """Where the selection has been: the last four stops, the present one last.

    The buttons are made once and placed by hand: buttons that come and go in a layout would have the whole window laid
    out anew at every pick, which costs more than everything else that a pick does.
    """

    title = "Trail"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stops: list[Selection] = []
        self._marks = [label("›", muted=True, wrap=False, parent=self) for _ in range(_STOPS - 1)]
        self._made = [self._button(place) for place in range(_STOPS)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def buttons(self) -> list[QToolButton]:
        """A button for each stop."""
        return self._made[: len(self._stops)]

    def show_case(self, change: Change) -> None:
        """Another case has other stops."""
        if change.whole:
            self._stops = []
            self._fill()
        elif change.removed:
            self._stops = [stop for stop in self._stops if not change.removed.intersection(stop.ids)]
            self._fill()

    def show_selection(self, selection: Selection) -> None:
        """Add a stop, or step back to one."""
        known = [stop.ids for stop in self._stops]
        if selection.ids in known:
            self._stops = [*self._stops[: known.index(selection.ids)], selection]
        elif selection.ids:
            self._stops = [*self._stops, selection][-_STOPS:]
        self._fill()

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return QSize(420, 28)

    def minimumSizeHint(self) -> QSize:
        """It may shrink to a stop."""
        return QSize(80, 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the names to the room."""
        super().resizeEvent(event)
        self._place()

    def _button(self, place: int) -> QToolButton:
        made = QToolButton(self)
        made.setAutoRaise(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(self._on_stop_clicked, place))
        made.hide()
        return made

    def _fill(self) -> None:
        for button, stop in zip(self._made, self._stops, strict=False):
            more = f" + {len(stop.ids) - 1}" if len(stop.ids) > 1 else ""
            words = plain(f"{name(self.session.case, stop.ids[0])}{more}", 200)
            button.setProperty("words", words)
            button.setAccessibleName(f"Back to {words}")
            button.setToolTip(tooltip(words))
        self._place()

    def _place(self) -> None:
        """Put the last stops beside each other: few whole names say more than many with dots in the middle."""
        most = max(_LEAST, min(_MOST, self.width() - _AROUND))
        for button in self.buttons:
            short = button.fontMetrics().elidedText(button.property("words"), Qt.TextElideMode.ElideMiddle, most)
            button.setText(short.replace("&", "&&"))
        first, x = self._first_that_fits(), 4
        for place, button in enumerate(self._made):
            there = first <= place < len(self._stops)
            button.setVisible(there)
            if place:
                mark = self._marks[place - 1]
                mark.setVisible(there and place > first)
                mark.setGeometry(x, 0, 10, self.height())
                x += 10 if there and place > first else 0
            if there:
                wide = button.sizeHint().width()
                button.setGeometry(x, 1, wide, self.height() - 2)
                x += wide + 1

    def _first_that_fits(self) -> int:
        """The earliest stop for which there is still room; the last one is always there."""
        room = self.width() - 8
        for place in reversed(range(len(self._stops))):
            room -= self._made[place].sizeHint().width() + 11
            if room < 0:
                return min(place + 1, len(self._stops) - 1)
        return 0

    def _on_stop_clicked(self, place: int) -> None:
        self.session.pick(self._stops[place])
