"""An action: one thing to do, as data.

In go words, keys and what it does with the desk, out comes a value that menus, palette and shortcut sheet are made of.
Must not know which actions there are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QKeySequence

from explorer.shell.desk import Desk

#: Where a shortcut works. Letters work in their pane only, so that they can be typed everywhere else; Esc goes to
#: whatever has the focus first, and reaches the window only if nobody took it.
Scope = Literal["window", "diagram", "reader", "last"]
#: What a context menu of the diagram is asked on.
Place = Literal["box", "line", "gate", "frame", "ground"]


def _always(_desk: Desk) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: its words, its place in the menus, its keys, and what it does with the desk."""

    id: str
    title: str
    menu: str
    run: Callable[[Desk], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Desk], bool] = _always
    checked: Callable[[Desk], bool] | None = None
    scope: Scope = "window"
    label: Callable[[Desk], str] | None = None
    #: Actions of a menu with different groups have a line between them.
    group: int = 0
    #: In which context menus of the diagram it stands, too.
    context: tuple[Place, ...] = ()

    def words(self, desk: Desk) -> str:
        """What it is called now."""
        return self.label(desk) if self.label else self.title


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as a person reads them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(key).toString(native) for key in keys)
