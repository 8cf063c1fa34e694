"""What a chip opens: check marks with counts, or a period with two dates.

In go choices and a lens, out comes the next lens as a signal. Must not know the session.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.graph.lens import FACETS, Choice, Lens
from explorer.shell.lensmark import Check
from explorer.shell.lenswords import bound_text, read_bound
from explorer.views.kit import theme
from explorer.views.kit.text import label, plain

_MOST_HEIGHT = 420
#: The headings of the kinds, by table; a chip of another facet has none.
_HEADINGS = {
    "actors": "Actors", "goods": "Goods", "flows": "Flows", "transformations": "Made into or used for",
    "relations": "Relations", "measures": "Measures", "events": "Events", "figures": "Figures",
}  # fmt: skip


class Popup(QFrame):
    """A sheet below a chip; Esc or a click beside it closes it."""

    lensChanged = Signal(object)  # Lens
    closed = Signal()

    def __init__(self, lens: Lens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lens = lens
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)

    def show_below(self, place: QWidget) -> None:
        """Show it below a chip, inside the screen."""
        self.adjustSize()
        corner = place.mapToGlobal(QPoint(0, place.height() + 4))
        room = place.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
        self.show()

    def choose(self, lens: Lens) -> None:
        """Take a lens and tell about it."""
        self.lens = lens
        self.lensChanged.emit(lens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface and hairline."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class FacetPopup(Popup):
    """The values of one facet, each with its count, to be switched on and off."""

    def __init__(self, lens: Lens, facet: str, choices: tuple[Choice, ...], parent: QWidget) -> None:
        super().__init__(lens, parent)
        self.setAccessibleName(FACETS[facet])
        self._choices = choices
        self.checks: list[Check] = []
        head = QHBoxLayout()
        head.addWidget(label(FACETS[facet], bold=True, wrap=False), 1)
        self.all, self.none = _small("All"), _small("None")
        head.addWidget(self.all)
        head.addWidget(self.none)
        self.column.addLayout(head)
        self.column.addWidget(self._rows())
        self.all.clicked.connect(partial(self._switch_all, on=True))
        self.none.clicked.connect(partial(self._switch_all, on=False))
        if self.checks:
            self.checks[0].setFocus()

    def _rows(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        heading = ""
        for choice in self._choices:
            table = _HEADINGS.get(choice.value.split("/")[0], "") if "/" in choice.value else ""
            if table != heading:
                heading = table
                grid.addWidget(label(table, muted=True, wrap=False, size=0.92), grid.rowCount(), 0, 1, 2)
            check = Check(plain(choice.label).replace("&", "&&"))
            check.setChecked(choice.on)
            check.setAccessibleName(f"{plain(choice.label)}, {choice.count}")
            check.toggled.connect(partial(self._on_check_toggled, choice))
            self.checks.append(check)
            row = grid.rowCount()
            grid.addWidget(check, row, 0)
            grid.addWidget(label(f"{choice.count:,}", muted=True, wrap=False), row, 1, Qt.AlignmentFlag.AlignRight)
        return _scrolled(inside)

    def _switch_all(self, _checked: object = None, *, on: bool) -> None:
        lens = self.lens
        for check, choice in zip(self.checks, self._choices, strict=True):
            check.blockSignals(True)  # noqa: FBT003  # Qt takes it by place only
            check.setChecked(on)
            check.blockSignals(False)  # noqa: FBT003  # Qt takes it by place only
            lens = lens.switched(choice.facet, choice.value, on)
        self.choose(lens)

    def _on_check_toggled(self, choice: Choice, on: bool) -> None:
        self.choose(self.lens.switched(choice.facet, choice.value, on))


class PeriodPopup(Popup):
    """From when to when, each as vague as a person likes to type it."""

    def __init__(self, lens: Lens, years: Iterable[int], parent: QWidget) -> None:
        super().__init__(lens, parent)
        self.setAccessibleName("Period")
        self.setMinimumWidth(300)
        self.column.addWidget(label("Period", bold=True, wrap=False))
        self.since = _line("From", bound_text(lens.since, end=False))
        self.until = _line("Until", bound_text(lens.until, end=True))
        grid = QGridLayout()
        for place, (word, line) in enumerate((("From", self.since), ("Until", self.until))):
            grid.addWidget(label(word, muted=True, wrap=False), 0, place)
            grid.addWidget(line, 1, place)
            line.editingFinished.connect(self._on_line_finished)
        self.column.addLayout(grid)
        self.column.addWidget(label("A year, month or day: 2023, 2023-03, 2023-03-15", muted=True, size=0.92))
        self.error = label()
        self.error.hide()
        self.column.addWidget(self.error)
        self.undated = Check("Include what has no date")
        self.undated.setChecked(lens.undated)
        self.undated.toggled.connect(self._on_undated_toggled)
        self.column.addWidget(self.undated)
        self.presets = {year: _small(str(year)) for year in years}
        if self.presets:
            self.column.addWidget(label("Years with events", muted=True, size=0.92))
            self.column.addLayout(self._preset_rows())
        self.since.setFocus()

    def _preset_rows(self) -> QGridLayout:
        grid = QGridLayout()
        for place, (year, button) in enumerate(self.presets.items()):
            button.clicked.connect(partial(self._on_preset_clicked, year))
            grid.addWidget(button, place // 4, place % 4)
        return grid

    def _read(self) -> None:
        try:
            since, until = read_bound(self.since.text(), end=False), read_bound(self.until.text(), end=True)
            if since and until and since > until:
                raise ValueError("The period ends before it begins.")
        except ValueError as wrong:
            palette = self.error.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.colour("status-force"))
            self.error.setPalette(palette)
            self.error.setText(plain(str(wrong)))
            self.error.show()
            self.adjustSize()
            return
        self.error.hide()
        self.choose(replace(self.lens, since=since, until=until))

    def _on_line_finished(self) -> None:
        self._read()

    def _on_undated_toggled(self, on: bool) -> None:
        self.choose(replace(self.lens, undated=on))

    def _on_preset_clicked(self, year: int, _checked: object = None) -> None:
        self.since.setText(str(year))
        self.until.setText(str(year))
        self._read()


def _small(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setStyleSheet("padding: 2px 8px;")
    return button


def _line(words: str, typed: str) -> QLineEdit:
    line = QLineEdit(typed)
    line.setAccessibleName(words)
    line.setPlaceholderText("any time")
    line.setMaxLength(40)
    return line


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
    wanted = inside.sizeHint()
    area.setFixedHeight(min(_MOST_HEIGHT, wanted.height() + 2))
    area.setMinimumWidth(wanted.width() + 16)
    return area
