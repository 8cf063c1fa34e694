"""A page that grows: what can be seen at once is built at once, the rest in the next turns of the event loop.

In go widgets one by one, out comes a page that scrolls up and down only. Must not know what the widgets show.
"""

from collections.abc import Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

#: Seconds of building before the first and between the next turns of the event loop.
_AT_ONCE, _A_TURN = 0.004, 0.008
#: Milliseconds between turns that build what cannot be seen yet.
_PAUSE = 25


class Growing(QScrollArea):
    """A scroll area whose content is exchanged as a whole."""

    #: All of the page is built.
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        #: What is shown now.
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        self._rest: Iterator[QWidget] = iter(())
        self._built = True
        inner = QWidget()
        self._frame = QVBoxLayout(inner)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self.content)
        self._frame.addStretch(1)
        self.setWidget(inner)

    def show_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Begin a new page; the iterator is asked for a widget when there is time to build it."""
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(14, 12, 14, 18)
        self._column.setSpacing(6)
        self._rest, self._built = iter(widgets), False
        self._replace(content)
        self._grow(content, _AT_ONCE)

    def finish(self) -> None:
        """Build at once what is left."""
        self._grow(self.content, budget=None)

    def _replace(self, content: QWidget) -> None:
        old, self.content = self.content, content
        focused = self.window().focusWidget()
        if focused is not None and old.isAncestorOf(focused):
            self.setFocus()
        # The old content may be telling of a click right now: it goes later.
        old.hide()
        self._frame.removeWidget(old)
        old.deleteLater()
        self._frame.insertWidget(0, content)
        self.verticalScrollBar().setValue(0)

    def _grow(self, content: QWidget, budget: float | None) -> None:
        """Build for `budget` seconds and go on in the next turn; None builds all that is left."""
        if content is not self.content or self._built:
            return
        began = perf_counter()
        for widget in self._rest:
            self._column.addWidget(widget)
            if budget is not None and perf_counter() - began > budget:
                # What lies below the part that can be seen is built with pauses: the other panes come first.
                pause = _PAUSE if content.height() > self.viewport().height() else 0
                QTimer.singleShot(pause, content, lambda: self._grow(content, _A_TURN))
                return
        self._built = True
        self.grown.emit()
