"""Undo and redo: the cases before and after now.

In goes a command, out comes the new case; undo puts an old case back. No inverse operations are written anywhere.
Must not know what a command does.
"""

from dataclasses import dataclass, replace
from typing import Protocol, Self

from explorer.case.case import Case


class Command(Protocol):
    """A frozen value that makes a case of a case."""

    @property
    def label(self) -> str:
        """What it does, as it stands after "Undo"."""

    def __call__(self, case: Case) -> Case:
        """The changed case."""


@dataclass(frozen=True, slots=True)
class History:
    """Where we are, how we got here, and what was undone."""

    now: Case
    past: tuple[tuple[str, Case], ...] = ()
    future: tuple[tuple[str, Case], ...] = ()

    def done(self, command: Command) -> Self:
        """The history after a command; one that changes nothing leaves no trace."""
        after = command(self.now)
        if after is self.now:
            return self
        return replace(self, now=after, past=(*self.past, (command.label, self.now)), future=())

    def undone(self) -> Self:
        """The history one step back."""
        if not self.past:
            return self
        label, before = self.past[-1]
        return replace(self, now=before, past=self.past[:-1], future=((label, self.now), *self.future))

    def redone(self) -> Self:
        """The history one undone step forward again."""
        if not self.future:
            return self
        label, after = self.future[0]
        return replace(self, now=after, past=(*self.past, (label, self.now)), future=self.future[1:])

    @property
    def undo_label(self) -> str:
        """What undo would take back, or nothing."""
        return self.past[-1][0] if self.past else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, or nothing."""
        return self.future[0][0] if self.future else ""
