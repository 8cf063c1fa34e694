"""The commands: frozen values, each callable Case -> Case, each with a label.

In goes a case, out comes the changed case. Must not know who asked.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count

from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.parts import Flow, Position, Relation, Transformation, position_id
from explorer.graph.words import name
from explorer.text.english import counted


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
        return _placed(case, self.view, [(self.box, self.x, self.y)])


@dataclass(frozen=True, slots=True)
class MoveBoxes:
    """Put several boxes of one view at their places at once: id, x and y of each."""

    view: str
    places: tuple[tuple[str, float, float], ...]
    label: str = "Move boxes"

    def __call__(self, case: Case) -> Case:
        """The case with the positions of the boxes."""
        return _placed(case, self.view, self.places)


@dataclass(frozen=True, slots=True)
class ResetBox:
    """Forget where some boxes of one view were put, so that the layout places them again."""

    view: str
    boxes: frozenset[str]
    label: str = "Put back"

    def __call__(self, case: Case) -> Case:
        """The case without the positions of the boxes."""
        return _kept(case, lambda row: row.view != self.view or row.box not in self.boxes)


@dataclass(frozen=True, slots=True)
class Tidy:
    """Forget where boxes of one view were put, so that the layout places them again."""

    view: str
    label: str = "Tidy"

    def __call__(self, case: Case) -> Case:
        """The case without positions of the view."""
        return _kept(case, lambda row: row.view != self.view)


@dataclass(frozen=True, slots=True)
class AddRelation:
    """Add a relation that no claim carries yet."""

    relation: Relation
    label: str = "Add relation"

    def __call__(self, case: Case) -> Case:
        """The case with the relation."""
        return case.replaced(relations=table_of([*case.relations.values(), self.relation]))


@dataclass(frozen=True, slots=True)
class AddFlow:
    """Add a flow that no claim carries yet."""

    flow: Flow
    label: str = "Add flow"

    def __call__(self, case: Case) -> Case:
        """The case with the flow."""
        return case.replaced(flows=table_of([*case.flows.values(), self.flow]))


@dataclass(frozen=True, slots=True)
class AddTransformation:
    """Add what a good is made into or used for, carried by no claim yet."""

    transformation: Transformation
    label: str = "Add transformation"

    def __call__(self, case: Case) -> Case:
        """The case with the transformation."""
        return case.replaced(transformations=table_of([*case.transformations.values(), self.transformation]))


def _placed(case: Case, view: str, places: Iterable[tuple[str, float, float]]) -> Case:
    """The case with boxes of a view put somewhere; the same case if they stand there already."""
    held = {row.box: row for row in case.positions.values() if row.view == view}
    rows, taken = dict(case.positions), set[str]()
    for box, x, y in places:
        old = held.get(box)
        key = old.id if old else _free_id(case, position_id(view, box), taken)
        row = Position(id=key, view=view, box=box, x=round(x, 1), y=round(y, 1))
        taken.add(key)
        if row != old:
            # What was put somewhere last lies on top.
            rows.pop(key, None)
            rows[key] = row
    same = list(rows.values()) == list(case.positions.values())
    return case if same else case.replaced(positions=table_of(rows.values()))


def _kept(case: Case, keep: Callable[[Position], bool]) -> Case:
    kept = [row for row in case.positions.values() if keep(row)]
    return case if len(kept) == len(case.positions) else case.replaced(positions=table_of(kept))


def _free_id(case: Case, wanted: str, taken: Container[str] = ()) -> str:
    """An id that nothing in the case has yet: ids are unique over all tables."""
    numbered = (f"{wanted[:110]}-{number}" for number in count(2))
    free = (key for key in chain([wanted[:120]], numbered) if key not in case.table_of and key not in taken)
    return next(free)


def move_box(case: Case, view: str, box: str, x: float, y: float) -> MoveBox:
    """The command that moves a box, labelled with its name."""
    return MoveBox(view, box, x, y, f"Move {name(case, box)}")


def move_boxes(case: Case, view: str, corners: Mapping[str, tuple[float, float]]) -> MoveBox | MoveBoxes:
    """The command that moves one box or several to their corners."""
    rows = tuple((key, x, y) for key, (x, y) in corners.items())
    if len(rows) == 1:
        return move_box(case, view, *rows[0])
    return MoveBoxes(view, rows, f"Move {counted(len(rows), 'box', 'boxes')}")


def reset_box(case: Case, view: str, boxes: Iterable[str]) -> ResetBox:
    """The command that gives boxes back to the layout."""
    put = {row.box for row in case.positions.values() if row.view == view}
    meant = [key for key in boxes if key in put]
    words = name(case, meant[0]) if len(meant) == 1 else counted(len(meant), "box", "boxes")
    return ResetBox(view, frozenset(meant), f"Put {words} back")


def add_relation(case: Case, subject: str, role: str, object_: str, kind: str) -> AddRelation:
    """The command that adds a relation: subject role object."""
    key = _free_id(case, f"relation-{subject}-{object_}")
    row = Relation(id=key, kind=kind, subject=subject, role=role, object=object_)
    return AddRelation(row, f"Add {name(case, subject)} {role} {name(case, object_)}")


def add_flow(case: Case, supplier: str, good: str, recipient: str | None, kind: str) -> AddFlow:
    """The command that adds a flow of a good from a supplier to a recipient, or to somebody who is not named."""
    key = _free_id(case, "-".join(["flow", supplier, good, *([recipient] if recipient else [])]))
    row = Flow(id=key, kind=kind, supplier=supplier, good=good, recipient=recipient)
    to = f" → {name(case, recipient)}" if recipient else ""
    return AddFlow(row, f"Add {name(case, supplier)} → {name(case, good)}{to}")


def add_transformation(case: Case, input_: str, output: str, kind: str) -> AddTransformation:
    """The command that adds what a good is made into or used for."""
    row = Transformation(id=_free_id(case, f"transformation-{input_}-{output}"), kind=kind, input=input_, output=output)
    return AddTransformation(row, f"Add {name(case, input_)} → {name(case, output)}")
