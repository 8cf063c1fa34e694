"""The commands: frozen values, each callable Case -> Case, each with a label.

In goes a case, out comes the changed case. Must not know who asked.
"""

from dataclasses import dataclass
from itertools import chain, count

from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.parts import Position
from explorer.graph.words import name


@dataclass(frozen=True, slots=True)
class MoveBox:
    """Put a box of one view at a place, in layout units."""

    view: str
    box: str
    x: float
    y: float
    label: str = "Move box"

    def __call__(self, case: Case) -> Case:
        """The case with the position of the box."""
        old = next((p for p in case.positions.values() if (p.view, p.box) == (self.view, self.box)), None)
        key = old.id if old else _free_id(case, f"position-{self.view}-{self.box}")
        row = Position(id=key, view=self.view, box=self.box, x=round(self.x, 1), y=round(self.y, 1))
        if row == old:
            return case
        return case.replaced(positions=table_of([*(p for p in case.positions.values() if p is not old), row]))


@dataclass(frozen=True, slots=True)
class Tidy:
    """Forget where boxes of one view were put, so that the layout places them again."""

    view: str
    label: str = "Tidy"

    def __call__(self, case: Case) -> Case:
        """The case without positions of the view."""
        kept = [position for position in case.positions.values() if position.view != self.view]
        return case if len(kept) == len(case.positions) else case.replaced(positions=table_of(kept))


def _free_id(case: Case, wanted: str) -> str:
    """An id that nothing in the case has yet: ids are unique over all tables."""
    numbered = (f"{wanted[:110]}-{number}" for number in count(2))
    return next(key for key in chain([wanted[:120]], numbered) if key not in case.table_of)


def move_box(case: Case, view: str, box: str, x: float, y: float) -> MoveBox:
    """The command that moves a box, labelled with its name."""
    return MoveBox(view, box, x, y, f"Move {name(case, box)}")
