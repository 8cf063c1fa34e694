"""Plain dialogs of our own: a text to read and copy, the shortcut sheet, what this program is.

In go words, out come windows. Must not know the case.
"""

import platform
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.views.kit.text import label

#: Our own name, what it is, then what it stands on, with licences as their projects state them.
_ABOUT = "Who supplies what to whom, who says so, and what would a sanction change? No line without a passage."
_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0-only"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("pydantic", "MIT"),
    ("rapidfuzz", "MIT"),
    ("edlib", "MIT"),
)


class Sheet(QDialog):
    """A window with something to read, a button that copies it, and one that closes."""

    def __init__(self, title: str, words: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.words = words
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("Copy as text", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(body, 1)
        column.addWidget(buttons)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.words)


def shortcut_text(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """The shortcuts as plain text: groups of rows of title and keys."""
    rows: list[str] = []
    for group, lines in groups:
        rows += ["", group, *(f"  {title:<44} {keys}" for title, keys in lines)]
    return "\n".join(rows).strip() + "\n"


def show_shortcuts(parent: QWidget, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Sheet:
    """Show the sheet of shortcuts."""
    tree = QTreeWidget()
    tree.setAccessibleName("Shortcuts")
    tree.setColumnCount(2)
    tree.setHeaderLabels(["What", "Keys"])
    tree.setRootIsDecorated(False)
    bold = QFont(tree.font())
    bold.setBold(True)
    for group, lines in groups:
        head = QTreeWidgetItem(tree, [group, ""])
        head.setFont(0, bold)
        for title, keys in lines:
            QTreeWidgetItem(head, [title, keys])
    tree.expandAll()
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return _shown(Sheet("Shortcuts", shortcut_text(groups), tree, parent), 660, 640)


def show_about(parent: QWidget) -> Sheet:
    """Show what this program is and what it stands on."""
    words = about_text()
    body = QWidget()
    column = QVBoxLayout(body)
    column.addWidget(label("Sanctions Explorer", bold=True, size=1.3))
    column.addWidget(label(_ABOUT))
    column.addWidget(_read_only(words), 1)
    return _shown(Sheet("About the Sanctions Explorer", words, body, parent), 520, 400)


def about_text() -> str:
    """Versions and licences as plain text."""
    rows = [
        f"Sanctions Explorer {_version('sanctions-explorer')}, Apache-2.0",
        f"Python {platform.python_version()}, PSF-2.0",
        *(f"{name} {_version(name)}, {licence}" for name, licence in _PARTS),
        "",
        "The icons and the look are our own. Nothing you open leaves this machine.",
    ]
    return "\n".join(rows)


class Question(QDialog):
    """Something that may not be meant: what it would do, a button that does it, and one that does not."""

    def __init__(self, words: str, go: str, then: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Sanctions Explorer")
        self.words, self._then = words, then
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.cancel.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label(words))
        column.addWidget(buttons)

    def _on_accepted(self) -> None:
        self.accept()
        self._then()


def ask(parent: QWidget, words: str, go: str, then: Callable[[], object]) -> Question:
    """Ask before something that may not be meant; `then` is done if the answer is `go`."""
    question = Question(words, go, then, parent)
    question.resize(460, question.sizeHint().height())
    question.open()
    return question


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(version not known)"


def _read_only(words: str) -> QPlainTextEdit:
    made = QPlainTextEdit(words)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    return made


def _shown(sheet: Sheet, width: int, height: int) -> Sheet:
    sheet.resize(width, height)
    sheet.show()
    return sheet
