"""The lens bar: chips for period and facets, how much is hidden, and the way out.

In goes the session, out come lenses. If what is picked is hidden, it says so. Must not know any pane.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QMenu, QPushButton, QSizePolicy, QWidget

from explorer.edit.change import Change
from explorer.graph import lens as lenses
from explorer.graph.lens import FACETS, Choice, Lens
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.shell.lenschip import Chip
from explorer.shell.lenspopup import FacetPopup, PeriodPopup, Popup
from explorer.shell.lenswords import facet_words, period_words, revealing, years
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label

_SPACING = 6


class LensBar(Pane):
    """The chips of the toolbar: what is shown of the case, in words."""

    title = "Lens"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.popup: Popup | None = None
        self._choices: dict[str, tuple[Choice, ...]] = {}
        #: The lens for which choices and hidden were counted; None: they are to be counted anew.
        self._known: Lens | None = None
        self.chips = {"period": Chip("Period", self)}
        self.chips |= {facet: Chip(title, self) for facet, title in FACETS.items()}
        self.more = Chip("More", self)
        self.hidden_note = label(muted=True, wrap=False, parent=self)
        self.show_all = _button("Show all", self)
        self.pick_note = label("The picked element is hidden by the filters", wrap=False, parent=self)
        self.show_it = _button("Show it", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 2, 4, 2)
        self._row.setSpacing(_SPACING)
        # Our own minimum counts, not the sum of all chips: what does not fit goes behind "More".
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for widget in self._parts():
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, chip in self.chips.items():
            chip.opened.connect(partial(self._open, key, chip))
            chip.cleared.connect(partial(self._on_chip_cleared, key))
        self.more.opened.connect(self._on_more_opened)
        self.show_all.clicked.connect(self._on_show_all_clicked)
        self.show_it.clicked.connect(self._on_show_it_clicked)

    def show_case(self, _change: Change) -> None:
        """Count the choices anew."""
        self._known = None
        self.show_lens(self.session.lens)

    def show_lens(self, lens: Lens) -> None:
        """Say the lens in words."""
        if self._known != lens:
            self._choices = lenses.choices(self.session.case, lens)
            self._known = lens
        if self.popup:
            self.popup.lens = lens
        period = period_words(lens)
        self.chips["period"].say(f"Period: {period}" if period else "Period", period or "Period", active=bool(period))
        for facet, choices in self._choices.items():
            words = facet_words(facet, choices)
            active = any(not choice.on for choice in choices)
            self.chips[facet].say(words, facet_words(facet, choices, short=True), active=active)
        self.hidden_note.setText(f"{len(self.session.hidden):,} hidden")
        self._say_pick(self.session.selection)

    def show_selection(self, selection: Selection) -> None:
        """Say so if what is picked cannot be seen."""
        # Fitting the chips lays the toolbar out anew: not at every pick.
        if self._lost(selection) == self.pick_note.isHidden():
            self._say_pick(selection)

    def show_theme(self) -> None:
        """Paint the chips again."""
        for widget in self.findChildren(QWidget):
            widget.update()

    def sizeHint(self) -> QSize:
        """Room for everything in full."""
        return QSize(self._needed([widget for widget in self._parts() if not widget.isHidden()]), 34)

    def minimumSizeHint(self) -> QSize:
        """Room for the first chip that filters, the rest behind "More", and what is hidden."""
        first = next((chip for chip in self.chips.values() if chip.active), self.chips["period"])
        least = [first, self.more, self.hidden_note, self.show_all]
        return QSize(self._needed(least), 34)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the chips into the room."""
        super().resizeEvent(event)
        self._fit()

    def _parts(self) -> list[QWidget]:
        tail: list[QLabel | QPushButton] = [self.hidden_note, self.show_all, self.pick_note, self.show_it]
        return [*self.chips.values(), self.more, *tail]

    def _say_pick(self, selection: Selection) -> None:
        self.show_all.setVisible(bool(self.session.hidden))
        self.hidden_note.setVisible(bool(self.session.hidden))
        lost = self._lost(selection)
        self.pick_note.setVisible(lost)
        self.show_it.setVisible(lost)
        self._fit()

    def _lost(self, selection: Selection) -> bool:
        return any(key in self.session.hidden for key in selection.ids)

    def _needed(self, widgets: list[QWidget]) -> int:
        return sum(widget.sizeHint().width() + _SPACING for widget in widgets) + 8

    def _fit(self) -> None:
        """Say everything in full; else in short; else put the last chips behind "More", those that filter last."""
        chips = {key: chip for key, chip in self.chips.items() if key == "period" or self._choices.get(key)}
        for key, chip in self.chips.items():
            chip.setVisible(key in chips)
        self.more.hide()
        tail = [widget for widget in (self.hidden_note, self.show_all, self.pick_note, self.show_it)
                if not widget.isHidden()]  # fmt: skip
        self.pick_note.setText("The picked element is hidden by the filters")
        for short in (False, True):
            for chip in chips.values():
                chip.shorten(short=short)
            if short:
                self.pick_note.setText("Picked, but hidden")
            if self._needed([*chips.values(), *tail]) <= self.width():
                return
        self.more.show()
        kept = sorted(chips.values(), key=lambda chip: not chip.active)
        while kept and self._needed([*kept, self.more, *tail]) > self.width():
            kept.pop().hide()

    def _open(self, key: str, place: QWidget) -> None:
        """Open the popup of a chip below a chip."""
        lens = self.session.lens
        popup: Popup
        if key == "period":
            popup = PeriodPopup(lens, years(self.session.case), self)
        else:
            popup = FacetPopup(lens, key, self._choices.get(key, ()), self)
        self.popup = popup
        popup.lensChanged.connect(self.session.look)
        popup.closed.connect(partial(self._on_popup_closed, popup))
        popup.show_below(place)

    def _on_popup_closed(self, popup: Popup) -> None:
        # A new popup may already be open: opening it closed the old one.
        if self.popup is popup:
            self.popup = None

    def _on_chip_cleared(self, key: str) -> None:
        lens = self.session.lens
        if key == "period":
            self.session.look(replace(lens, since=None, until=None))
        else:
            self.session.look(replace(lens, off=frozenset(pair for pair in lens.off if pair[0] != key)))
        self.chips[key].button.setFocus()

    def _on_more_opened(self) -> None:
        menu = QMenu(self)
        for key, chip in self.chips.items():
            if chip.isHidden():
                menu.addAction(chip.words).triggered.connect(partial(self._open, key, self.more))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _on_show_all_clicked(self) -> None:
        self.session.look(self.session.lens.cleared())

    def _on_show_it_clicked(self) -> None:
        lens = self.session.lens
        for key in self.session.selection.ids:
            lens = revealing(self.session.case, lens, key)
        self.session.look(lens)


def _button(words: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setStyleSheet("padding: 2px 10px;")
    return button
