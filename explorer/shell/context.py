"""The context menus of the diagram, made from the one list of actions.

In goes where a menu was asked for, out comes a menu of what can be done there. Must not know what the actions do.
"""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from explorer.shell.action import Action
from explorer.shell.desk import Desk
from explorer.shell.menus import Bindings

#: What is nearest to the thing comes first.
_ORDER = ("Go", "View", "Edit")


class ContextMenus:
    """Shows the actions that have a place in a context menu."""

    def __init__(self, desk: Desk, bindings: Bindings) -> None:
        self._desk, self._bindings = desk, bindings
        desk.diagram.menuAsked.connect(self._on_diagram_menu)

    def menu(self, place: str, parent: QWidget) -> QMenu:
        """What can be done now at a place, with lines between groups."""
        self._bindings.refresh()
        made = QMenu(parent)
        made.setAccessibleName("What can be done here")
        before: tuple[str, int] | None = None
        for row in self.rows(place):
            if before is not None and before != (row.menu, row.group):
                made.addSeparator()
            before = (row.menu, row.group)
            made.addAction(self._bindings[row.id])
        return made

    def rows(self, place: str) -> list[Action]:
        """The actions of a place that can be done now."""
        here = [row for row in self._bindings.rows if place in row.context and row.enabled(self._desk)]
        return sorted(here, key=lambda row: _rank(row.menu))

    def _on_diagram_menu(self, place: str, at: QPoint) -> None:
        menu = self.menu(place, self._desk.diagram.canvas)
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _rank(menu: str) -> int:
    head = menu.split("/")[0]
    return _ORDER.index(head) if head in _ORDER else len(_ORDER)
