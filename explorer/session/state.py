"""The session: the case that is open, how it is looked at, what is picked, and the way back.

In go commands, lenses, picks and hits of a search; out go four signals with frozen values. Must not know any widget or
file.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.case.case import Case
from explorer.edit.change import Change
from explorer.edit.history import Command, History
from explorer.graph import lens as lenses
from explorer.graph.group import key_of
from explorer.graph.lens import Lens
from explorer.session.selection import Selection

if TYPE_CHECKING:
    from explorer.case.check import Report

_STOPS = 200


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as it was read: with its findings and the place that it came from, in words for the title.

    Without a report it is checked when somebody first asks for the findings: the case that comes with the program is
    known to be sound, and its first paint need not wait for the proof. `lens` is how it is looked at first. What is
    `awaited` is an empty case in place of one that is still being read.
    """

    case: Case
    report: "Report | None" = None
    place: str = ""
    lens: Lens = field(default_factory=Lens)
    awaited: bool = False


class Session(QObject):
    """The one owner of case, lens and selection. Views call it and wait to be told."""

    caseChanged = Signal(object)  # Change
    lensChanged = Signal(object)  # Lens
    selectionChanged = Signal(object)  # Selection
    foundChanged = Signal(object)  # frozenset of ids

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self._history = History(opened.case)
        self._lens = opened.lens
        self._selection = Selection()
        self._found: frozenset[str] = frozenset()
        self._back: list[tuple[Lens, Selection]] = []
        self._forward: list[tuple[Lens, Selection]] = []
        self._notifying = False
        self._hidden: tuple[Case, Lens, frozenset[str]] | None = None

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return self._history.now

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    @property
    def report(self) -> "Report":
        """The findings of the case as it was opened: quote statuses, coverage."""
        report = self.opened.report
        if report is None:
            from explorer.case.check import check

            report = check(self.opened.case)
            self.opened = replace(self.opened, report=report)
        return report

    @property
    def lens(self) -> Lens:
        """How the case is looked at."""
        return self._lens

    @property
    def hidden(self) -> frozenset[str]:
        """The ids of the elements that the lens hides; worked out once for all who ask."""
        case, lens = self.case, self._lens
        if self._hidden is None or self._hidden[0] is not case or self._hidden[1] != lens:
            self._hidden = case, lens, lenses.hidden(case, lens)
        return self._hidden[2]

    @property
    def selection(self) -> Selection:
        """What is picked."""
        return self._selection

    @property
    def found(self) -> frozenset[str]:
        """The elements that somebody searches for just now."""
        return self._found

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier stop."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a stop was left by going back."""
        return bool(self._forward)

    def open(self, opened: Opened) -> None:
        """Show another case; history, filters and the way back start anew."""
        self.opened = opened
        self._history = History(opened.case)
        self._lens, self._selection = opened.lens, Selection()
        self._found = frozenset()
        self._back, self._forward = [], []
        with self._telling():
            self.caseChanged.emit(Change(whole=True))
            self.lensChanged.emit(self._lens)
            self.selectionChanged.emit(self._selection)

    def do(self, command: Command) -> None:
        """Carry out a command and tell everybody what it changed."""
        self._step(self._history.done(command))

    def undo(self) -> None:
        """Take the last command back."""
        self._step(self._history.undone())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._history.redone())

    def look(self, lens: Lens) -> None:
        """Look at the case through another lens; a fold that it opens is no longer picked."""
        if lens == self._lens:
            return
        if not lens.stands_as(self._lens):
            self._remember()
        left = tuple(key for key in self._selection.ids if key_of(key) is None or key_of(key) in lens.folded)
        unpicked = left != self._selection.ids
        self._lens = lens
        self._selection = replace(self._selection, ids=left) if unpicked else self._selection
        with self._telling():
            self.lensChanged.emit(lens)
            if unpicked:
                self.selectionChanged.emit(self._selection)

    def select(self, *ids: str, quote: str | None = None, claim: str | None = None, depth: int | None = None) -> None:
        """Pick elements of the case or folds; without any, pick nothing. Ids of what is not there are left out."""
        self.pick(Selection(tuple(dict.fromkeys(self._there(ids))), quote, claim, depth))

    def find(self, ids: Iterable[str]) -> None:
        """Tell everybody what a search has found; nothing ends it. It picks nothing and is no stop on the way back."""
        found = frozenset(ids)
        if found != self._found:
            self._found = found
            with self._telling():
                self.foundChanged.emit(found)

    def pick(self, selection: Selection) -> None:
        """Make a selection the current one, and remember where we were."""
        if selection == self._selection:
            return
        if (selection.ids, selection.quote) != (self._selection.ids, self._selection.quote):
            self._remember()
        self._selection = selection
        with self._telling():
            self.selectionChanged.emit(selection)

    def deepen(self, depth: int | None) -> None:
        """Keep 1, 2 or 3 steps of the neighbourhood lit; None is the whole chain."""
        self.pick(replace(self._selection, depth=depth))

    def back(self) -> None:
        """Go to the stop before this one."""
        self._travel(self._back, self._forward)

    def forward(self) -> None:
        """Go to the stop that was left by going back."""
        self._travel(self._forward, self._back)

    def _remember(self) -> None:
        self._back.append((self._lens, self._selection))
        del self._back[:-_STOPS]
        self._forward.clear()

    def _travel(self, source: list[tuple[Lens, Selection]], rest: list[tuple[Lens, Selection]]) -> None:
        if not source:
            return
        rest.append((self._lens, self._selection))
        # View and folds are places to go back to; filters are not, they stay.
        before, (stop, selection) = self._lens, source.pop()
        turned = not stop.stands_as(before)
        self._lens = before.standing_as(stop)
        # What was undone since then cannot be picked again.
        self._selection = replace(selection, ids=self._there(selection.ids))
        with self._telling():
            if turned:
                self.lensChanged.emit(self._lens)
            self.selectionChanged.emit(self._selection)

    def _step(self, history: History) -> None:
        before, self._history = self._history.now, history
        change = Change.between(before, history.now)
        if not change:
            return
        left = self._there(self._selection.ids)
        unpicked = left != self._selection.ids
        self._selection = replace(self._selection, ids=left) if unpicked else self._selection
        with self._telling():
            self.caseChanged.emit(change)
            if unpicked:
                self.selectionChanged.emit(self._selection)

    def _there(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those that the case holds, or that stand for a group."""
        elements, folded = self.case.elements, self._lens.folded
        return tuple(key for key in ids if key in elements or key_of(key) in folded)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        if self._notifying:
            raise RuntimeError("the session was changed while it was telling about a change")
        self._notifying = True
        try:
            yield
        finally:
            self._notifying = False
