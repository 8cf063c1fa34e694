"""The find bar: words to look for, and where among the hits one stands.

In go a text and keys, out comes a signal with the hits in code points. Must not know how they are shown.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from explorer.views.kit import text
from explorer.views.reader.search import occurrences


class FindBar(QWidget):
    """One line above the text, hidden until it is asked for."""

    #: Other hits, or another one among them: the spans, and the one that the bar stands at or None.
    hitsChanged = Signal(tuple, object)
    #: Esc, or the cross.
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._from = "", 0
        self._hits: tuple[tuple[int, int], ...] = ()
        self._place = 0
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find in the text")
        self.line.setAccessibleName("Find in the text")
        self.line.textChanged.connect(self._on_line_text)
        self.count = text.label(muted=True, wrap=False)
        self.count.setAccessibleName("Hits")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(self._button(Qt.ArrowType.UpArrow, "Previous hit (Shift+F3)", -1))
        row.addWidget(self._button(Qt.ArrowType.DownArrow, "Next hit (F3)", 1))
        cross = QToolButton()
        cross.setText("×")
        cross.setAccessibleName("Close the find bar")
        cross.setToolTip("Close (Esc)")
        cross.clicked.connect(self.close_bar)
        row.addWidget(cross)

    @property
    def hits(self) -> tuple[tuple[int, int], ...]:
        """The spans that were found, in code points."""
        return self._hits

    def look_in(self, text: str) -> None:
        """Look in another text, if the bar is open."""
        self._text, self._from = text, 0
        if not self.isHidden():
            self._search()

    def open(self, start: int = 0) -> None:
        """Show the bar with its words chosen, ready to be typed over; the first hit is looked for from `start` on."""
        self._from = start
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and forget the hits; the words stay for the next time."""
        self.hide()
        self._hits = ()
        self.hitsChanged.emit((), None)
        self.closed.emit()

    def go_on(self, by: int, start: int) -> None:
        """Step on; without a search, open the bar."""
        if self._hits and not self.isHidden():
            self.step(by)
        else:
            self.open(start)

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; after the last comes the first."""
        if self._hits:
            self._place = (self._place + by) % len(self._hits)
            self._tell()

    def _search(self) -> None:
        self._hits = occurrences(self._text, self.line.text())
        self._place = next((place for place, hit in enumerate(self._hits) if hit[1] > self._from), 0)
        self._tell()

    def _tell(self) -> None:
        now = self._hits[self._place] if self._hits else None
        self._from = now[0] if now else self._from
        count = f"{self._place + 1} of {len(self._hits):,}" if now else "nothing found" if self.line.text() else ""
        self.count.setText(count)
        self.hitsChanged.emit(self._hits, now)

    def _on_line_text(self, words: str) -> None:
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _button(self, arrow: Qt.ArrowType, words: str, step: int) -> QToolButton:
        made = QToolButton()
        made.setArrowType(arrow)
        made.setAccessibleName(words)
        made.setToolTip(text.tooltip(words))
        made.clicked.connect(lambda: self.step(step))
        return made
