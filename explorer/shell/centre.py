"""The middle of the window: message, sentence, welcome, and below them the diagram, the text beside it, or questions.

In go panes and words, out comes one widget. Must not know the docks.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis.summary import headline
from explorer.edit.change import Change
from explorer.session.settings import Settings
from explorer.session.state import Session
from explorer.shell.messages import MessageBar
from explorer.views.kit import icons
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label


class Headline(Pane):
    """The case in one sentence."""

    title = "The case in one sentence"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.words = label(parent=self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QVBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 4)
        row.addWidget(self.words)
        # As high as its lines, never higher: the room belongs to the diagram.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_case(self, _change: Change) -> None:
        """Say it anew."""
        opened = self.session.opened
        words = opened.case.title if opened.awaited else headline(self.session.case)
        self.words.setText(words)
        self.setAccessibleDescription(words)


class Welcome(QFrame):
    """One slim line: what this is, where the text comes from, and the way to one's own."""

    def __init__(self, session: Session, settings: Settings, choose: Callable[[], None]) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self.words = label(muted=True)
        self.own = QToolButton()
        self.own.setText("Open your own …")
        self.own.clicked.connect(choose)
        self.dismiss = QToolButton()
        self.dismiss.setAccessibleName("Dismiss this line")
        self.dismiss.setToolTip("Dismiss; Help > Welcome brings it back")
        self.dismiss.clicked.connect(self._on_dismiss_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.own)
        row.addWidget(self.dismiss)
        session.caseChanged.connect(self._on_session_case)
        if not settings.welcome:
            self.hide()  # never show() here: without a parent yet, that would be a window of its own
        self._say()
        self.retint()

    def bring_back(self) -> None:
        """Show it again, from now on."""
        self._settings.welcome = True
        self.show()

    def retint(self) -> None:
        """Take up the colours of the ground."""
        self.dismiss.setIcon(icons.icon("close", "ink-muted"))

    def _say(self) -> None:
        self.words.setText(self._session.case.about or "Click any box or line: every claim leads to its passage.")

    def _on_session_case(self, _change: Change) -> None:
        self._say()

    def _on_dismiss_clicked(self) -> None:
        self._settings.welcome = False
        self.hide()


class Centre(QWidget):
    """A column that gives all spare room to what is looked at."""

    def __init__(self, messages: MessageBar, above: tuple[QWidget, ...], diagram: QWidget) -> None:
        super().__init__()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(diagram)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (messages, *above):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)

    def show_text_beside(self, reader: QWidget) -> None:
        """Put the text large beside a small diagram."""
        self.split.insertWidget(0, reader)
        reader.show()
        whole = max(2, self.split.width())
        self.split.setSizes([whole * 58 // 100, whole * 42 // 100])
