"""The timeline pane: what happened when, what has no date, and the period that the case is looked at in.

In go case, lens and selection; out go picks and lenses. Must not import pyqtgraph: the plot is built after the first
paint, and until then a calm line stands in its place.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.case.case import Case
from explorer.case.reference import naming
from explorer.edit.change import Change
from explorer.graph.lens import Lens, hidden
from explorer.graph.words import span_words
from explorer.layout.lanes import Lanes, lanes
from explorer.session.selection import Selection
from explorer.session.state import Session
from explorer.views.kit.pane import Pane
from explorer.views.kit.text import label, tooltip
from explorer.views.timeline.marks import Look
from explorer.views.timeline.undated import UndatedList

if TYPE_CHECKING:
    from explorer.views.timeline.plot import TimePlot

_HINT = "Whole time · drag across the timeline to look at a period"
_KEY = (
    "Hatched: some day within it. Fading: begins or ends some day in there. Arrow: the source names no end.\n"
    "Dashed outline: worked out. Hollow: announced, not yet happened."
)


class Timeline(Pane):
    """Events, flows, measures and figures along the days, with a brush for the period."""

    title = "Timeline"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.plot: TimePlot | None = None
        self._lanes = Lanes()
        self._sorted_case: Case | None = None
        self._gone: frozenset[str] = frozenset()
        #: Whether a lane holds too many marks to be drawn, and of what the marks that are drawn there are.
        self._crowded = False
        self._drawn: frozenset[str] | None = None
        self.period = label(_HINT, muted=True, wrap=False, size=0.95)
        self.period.setToolTip(tooltip(_KEY))
        self.clear = _button("Show whole time", "Look at the whole time again", self._on_clear_clicked)
        self.undated = _button("No date said", "List what has no date", self._on_undated_toggled)
        self.undated.setCheckable(True)
        self.list = UndatedList()
        self.list.setVisible(False)
        self.list.pickChanged.connect(self._on_list_picked)
        self.waiting = label("Drawing the timeline …", muted=True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.installEventFilter(self)
        self._arrange()

    def build(self) -> None:
        """Make the plot; called after the first paint, because its library takes about a second to load."""
        if self.plot is not None:
            return
        from explorer.views.timeline.plot import TimePlot  # see above

        self.plot = TimePlot(self)
        self.plot.pickChanged.connect(self._on_plot_picked)
        self.plot.brush.periodChanged.connect(self._on_brush_moved)
        self._body.insertWidget(0, self.plot, 1)
        self.setFocusProxy(self.plot)
        self.setTabOrder(self.plot.canvas, self.clear)
        self.setTabOrder(self.clear, self.undated)
        self.setTabOrder(self.undated, self.list)
        self._tell_nothing()
        self._draw(fit=True)
        self.show_lens(self.session.lens)
        self.show_selection(self.session.selection)

    def show_case(self, change: Change) -> None:
        """Sort the case into lanes anew, unless a box was only moved."""
        if not change.only("positions"):
            self._sort(self.session.lens, fit=change.whole)

    def show_lens(self, lens: Lens) -> None:
        """Fade what lies outside of the period, leave out what is switched off, move the brush."""
        self._sort(lens, fit=False)
        brushed = lens.since is not None or lens.until is not None
        self.period.setText(f"Period: {span_words(lens.since, lens.until)}" if brushed else _HINT)
        self.clear.setVisible(brushed)
        if self.plot is not None:
            self.plot.brush.show_period(lens.since, lens.until)
            self.plot.show_look(self._look())

    def show_selection(self, selection: Selection) -> None:
        """Ring what is picked, fade what has nothing to do with it."""
        self.list.show_picked(selection.ids)
        self._name_undated()
        if self.plot is not None:
            if self._crowded:
                self._draw(fit=False)
            self.plot.show_look(self._look())
            if selection.focus in self._lanes.ids:
                self.plot.reveal(selection.focus)

    def show_theme(self) -> None:
        """Take up the colours of the ground."""
        if self.plot is not None:
            self.plot.show_theme()

    def point_of(self, element_id: str) -> QPoint | None:
        """Where in this pane the first mark of an element stands; None if it has none."""
        point = self.plot.point_of(element_id) if self.plot else None
        return self.plot.mapTo(self, point) if self.plot and point else None

    def element_at(self, point: QPoint) -> str | None:
        """The element whose mark is under a point of this pane."""
        return self.plot.element_at(self.plot.mapFrom(self, point)) if self.plot else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Build as soon as the line that asks for patience has been seen."""
        if event.type() == QEvent.Type.Paint and watched is self.waiting:
            self.waiting.removeEventFilter(self)
            QTimer.singleShot(0, self, self.build)
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 1, 6, 1)
        head.setSpacing(6)
        self.clear.setVisible(False)
        head.addWidget(self.period)
        head.addWidget(self.clear)
        head.addStretch(1)
        head.addWidget(self.undated)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.waiting, 1)
        self._body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._body, 1)

    def _sort(self, lens: Lens, *, fit: bool) -> None:
        case = self.session.case
        plain = replace(lens, since=None, until=None)
        gone = self.session.hidden if plain == lens else hidden(case, plain)
        # A period fades marks and moves none, so that a brush that is dragged costs no sorting.
        if case is self._sorted_case and gone == self._gone:
            return
        self._sorted_case, self._gone = case, gone
        self._lanes = lanes(case, gone)
        self._crowded, self._drawn = bool(self._lanes.crowds), None
        self.list.show_entries(self._lanes.undated)
        self._name_undated()
        if self.plot is not None:
            self._tell_nothing()
            self._draw(fit=fit)

    def _draw(self, *, fit: bool) -> None:
        """Show the lanes; where one is crowded, only the marks of what is picked and of what names it."""
        related = self._related() if self._crowded else frozenset[str]()
        if self.plot is not None and (fit or related != self._drawn):
            self._drawn = related
            self.plot.show_lanes(self._lanes.thinned(related), fit=fit)

    def _related(self) -> frozenset[str]:
        """What is picked and what names it, as far as it is dated."""
        picked = self.session.selection.ids
        names = naming(self.session.case)
        ids = self._lanes.ids
        return ids.intersection(picked).union(*(ids.intersection(names.get(key, ())) for key in picked))

    def _tell_nothing(self) -> None:
        """Where no mark is to be drawn, say so in the plot's place."""
        if self.plot is not None:
            self.plot.setVisible(bool(self._lanes.marks))
            self.waiting.setVisible(not self._lanes.marks)
            self.waiting.setText(
                "The filters hide everything with a date." if self._gone else "Nothing here has a date."
            )

    def _look(self) -> Look:
        selection = self.session.selection
        picked = frozenset(selection.ids)
        related = self._related()
        lit = picked | related if related else frozenset[str]()
        return Look(picked, lit, self.session.hidden)

    def _name_undated(self) -> None:
        """Say how many have no date, and whether what is picked is one of them."""
        among = self.session.selection.focus in self._lanes.only_undated
        count = len(self._lanes.undated)
        self.undated.setVisible(count > 0)
        self.undated.setText(f"No date said: {count:,}" + (" · the one picked is among them" if among else ""))

    def _on_plot_picked(self, element: str) -> None:
        self.session.select(*filter(None, (element,)))

    def _on_brush_moved(self, since: date | None, until: date | None) -> None:
        self.session.look(replace(self.session.lens, since=since, until=until))

    def _on_clear_clicked(self) -> None:
        self.session.look(replace(self.session.lens, since=None, until=None))

    def _on_undated_toggled(self) -> None:
        self.list.setVisible(self.undated.isChecked())

    def _on_list_picked(self, element: str) -> None:
        self.session.select(element)


def _button(text: str, about: str, slot: Callable[[], None]) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setAccessibleDescription(about)
    made.setToolTip(tooltip(about))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(slot)
    return made
