"""The trail: the last stops of the selection, to be clicked.

In goes the session, out come selections. Must not know the panes.
"""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from explorer.edit.change import Change
from explorer.graph.words import name
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label, plain, tooltip

_STOPS = 4
_LEAST, _MOST = 60, 220


class Trail(Pane):
    """Where the selection has been: the last four stops, the present one last."""

    title = "Trail"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stops: list[Selection] = []
        self.buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

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
        self._shorten()

    def _fill(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self.buttons = []
        for place, stop in enumerate(self._stops):
            if place:
                self._row.addWidget(label("›", muted=True, wrap=False))
            self._row.addWidget(self._button(stop))
        self._row.addStretch(1)
        self._shorten()

    def _button(self, stop: Selection) -> QToolButton:
        more = f" + {len(stop.ids) - 1}" if len(stop.ids) > 1 else ""
        words = plain(f"{name(self.session.case, stop.ids[0])}{more}", 200)
        made = QToolButton()
        made.setAutoRaise(True)
        made.setProperty("words", words)
        made.setAccessibleName(f"Back to {words}")
        made.setToolTip(tooltip(words))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(self._on_stop_clicked, stop))
        self.buttons.append(made)
        return made

    def _shorten(self) -> None:
        room = max(_LEAST, min(_MOST, (self.width() - 30) // max(1, len(self.buttons)) - 26))
        for button in self.buttons:
            short = button.fontMetrics().elidedText(button.property("words"), Qt.TextElideMode.ElideMiddle, room)
            button.setText(short.replace("&", "&&"))

    def _on_stop_clicked(self, stop: Selection) -> None:
        self.session.pick(stop)
