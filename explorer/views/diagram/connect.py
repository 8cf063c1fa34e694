"""Connect: asks what is to lead from one element to another, and makes the command of it.

In go a case, a source and perhaps a target, out comes `chosen` with a command. Must not know the session.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.case.case import Case
from explorer.edit.offer import Offer, offers, roles
from explorer.graph.words import name
from explorer.views.kit import theme
from explorer.views.kit.text import label, plain

_WIDTH = 380
_SORTS = {"relation": "Relation", "flow": "Flow", "transformation": "Made into or used for"}
_THIRDS = {"supplier": "From", "good": "Good", "recipient": "To"}
_NOBODY = "Not named"


class Choice(QComboBox):
    """One of many things by name; what is typed narrows the list."""

    def __init__(self, called: str) -> None:
        super().__init__()
        self.setAccessibleName(called)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def offer(self, case: Case, keys: Sequence[str], *, optional: bool = False) -> None:
        """Offer elements, the first of them chosen; an optional one may be nobody."""
        self.clear()
        if optional:
            self.addItem(_NOBODY, None)
        for key in keys:
            self.addItem(plain(name(case, key), 160), key)

    @property
    def key(self) -> str | None:
        """The id of what is chosen; None for nobody, and for words that are no name."""
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return self.itemData(at) if at >= 0 else None

    @property
    def sound(self) -> bool:
        """Whether what stands there is one of the names."""
        return self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString) >= 0


class Connector(QFrame):
    """A small sheet with what fits between two elements. Enter adds, Esc or a click elsewhere leaves."""

    chosen = Signal(object)  # the command

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._room = parent
        self.setAccessibleName("Connect")
        self.setFixedWidth(_WIDTH)
        self._case, self._source = Case(title="Empty"), ""
        self._offers: tuple[Offer, ...] = ()
        self.heading = label("", bold=True)
        self.hint = label("", muted=True, size=0.92)
        self.target, self.third = Choice("To what"), Choice("Who or what else")
        self.sort, self.kind = QComboBox(), QComboBox()
        self.role = QLineEdit()
        self.add = QPushButton("Add")
        self._lay_out()
        self.target.editTextChanged.connect(self._on_target_changed)
        self.sort.currentIndexChanged.connect(self._on_sort_changed)
        self.role.textChanged.connect(self._on_role_typed)
        self.third.editTextChanged.connect(self._check)
        self.kind.currentIndexChanged.connect(self._check)
        self.add.clicked.connect(self._on_add_clicked)

    def ask(self, case: Case, source: str, target: str | None, at: QPoint) -> None:
        """Ask what leads from an element to another; without a target, to what as well."""
        self._case, self._source = case, source
        others = [key for table in (case.actors, case.goods, case.events) for key in table if key != source]
        self.target.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.target.offer(case, [target] if target else others)
        self.target.blockSignals(False)  # noqa: FBT003  # Qt's own signature
        self._form.setRowVisible(self.target, target is None)
        completer = QCompleter([plain(role, 120) for role in roles(case)], self.role)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.role.setCompleter(completer)
        self.role.clear()
        self._on_target_changed()
        self.adjustSize()
        self.move(self._beside(at))
        self.show()
        fields = (self.target, self.role, self.third, self.kind)
        first = next((field for field in fields if field.isVisibleTo(self)), self.add)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def offer(self) -> Offer | None:
        """What is chosen to be added."""
        at = self.sort.currentIndex()
        return self._offers[at] if 0 <= at < len(self._offers) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in any field adds; a sheet that is no dialog has no button for it by itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_add_clicked()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with an outline."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _lay_out(self) -> None:
        self.role.setAccessibleName("Role")
        self.role.setPlaceholderText("supports, owns, borders …")
        self.role.setMaxLength(200)
        self.sort.setAccessibleName("What")
        self.kind.setAccessibleName("Kind")
        self.kind.setPlaceholderText("Choose …")
        self._form = QFormLayout()
        self._third_name = label("", wrap=False)
        for words, field in (("To", self.target), ("What", self.sort), ("Role", self.role), ("Kind", self.kind)):
            self._form.addRow(label(words, wrap=False), field)
        self._form.addRow(self._third_name, self.third)
        leave = QPushButton("Cancel")
        leave.setAutoDefault(True)  # Enter on it leaves, it does not add
        leave.clicked.connect(self.hide)
        self.add.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(leave)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addLayout(self._form)
        column.addLayout(foot)

    def _beside(self, at: QPoint) -> QPoint:
        """At a point of the screen, but whole on it."""
        room = self._room.screen().availableGeometry()
        size = self.sizeHint().expandedTo(self.size())
        x = max(room.left(), min(at.x(), room.right() - size.width()))
        y = max(room.top(), min(at.y(), room.bottom() - size.height()))
        return QPoint(x, y)

    def _on_target_changed(self) -> None:
        """Another target: other things fit."""
        key = self.target.key
        self._offers = offers(self._case, self._source, key) if key else ()
        to = name(self._case, key) if key else "…"
        self.heading.setText(plain(f"{name(self._case, self._source)} → {to}", 300))
        self.sort.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.sort.clear()
        self.sort.addItems([_SORTS[offer.sort] for offer in self._offers])
        self.sort.blockSignals(False)  # noqa: FBT003  # Qt's own signature
        self._form.setRowVisible(self.sort, len(self._offers) > 1)
        self._on_sort_changed()

    def _on_sort_changed(self) -> None:
        offer = self.offer
        self.kind.clear()
        for row in offer.kinds(self._case) if offer else ():
            self.kind.addItem(row.label, row.id)
        # What relates two elements cannot be guessed, unless the role is a known one.
        self.kind.setCurrentIndex(-1 if offer is not None and offer.sort == "relation" else 0)
        self._form.setRowVisible(self.kind, offer is not None)
        self._form.setRowVisible(self.role, offer is not None and offer.sort == "relation")
        self._form.setRowVisible(self.third, offer is not None and bool(offer.third))
        if offer is not None and offer.third:
            self._third_name.setText(_THIRDS[offer.third])
            self.third.setAccessibleName(_THIRDS[offer.third])
            self.third.offer(self._case, offer.thirds, optional=offer.optional)
        self._check()
        self.adjustSize()

    def _on_role_typed(self, typed: str) -> None:
        """A role that the case knows already says of what kind it is."""
        kind = roles(self._case).get(typed.strip())
        if kind is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self._check()

    def _check(self) -> None:
        """Say what is missing; only what is whole can be added."""
        offer, words = self.offer, ""
        if offer is None:
            words = "Nothing can lead there." if self.target.key else "Choose to what."
        elif offer.sort == "relation" and not self.role.text().strip():
            words = "Say how they are related."
        elif self.kind.currentIndex() < 0:
            words = "Choose of what kind it is."
        elif offer.third and not self.third.sound:
            words = "Choose one of the names."
        self.hint.setText(words or "No passage carries it yet.")
        self.add.setEnabled(not words)

    def _on_add_clicked(self) -> None:
        offer = self.offer
        if offer is None or not self.add.isEnabled():
            if offer is not None and self.kind.currentIndex() < 0:
                self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        role = " ".join(self.role.text().split())
        command = offer.command(self._case, self.kind.currentData(), self.third.key if offer.third else None, role)
        self.hide()
        self.chosen.emit(command)
