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
        """Put the buttons beside each other, their names shortened to the room."""
        room = max(_LEAST, min(_MOST, (self.width() - 30) // max(1, len(self._stops)) - 26))
        x = 4
        for place, button in enumerate(self._made):
            there = place < len(self._stops)
            button.setVisible(there)
            if place:
                mark = self._marks[place - 1]
                mark.setVisible(there)
                mark.setGeometry(x, 0, 10, self.height())
                x += 10 if there else 0
            if there:
                words = button.property("words")
                short = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
                button.setText(short.replace("&", "&&"))
                wide = button.sizeHint().width()
                button.setGeometry(x, 1, wide, self.height() - 2)
                x += wide + 1

    def _on_stop_clicked(self, place: int) -> None:
        self.session.pick(self._stops[place])
