"""The actions made into menus and bound to their keys.

In go the list of actions and the desk, out come QActions that know when they can be done. Must not know what they do.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QMenuBar

from explorer.shell.action import Action, shown_keys
from explorer.shell.desk import Desk
from explorer.shell.opening import Opening, is_there
from explorer.views.kit import icons, theme
from explorer.views.kit.text import plain, tooltip

#: One of these is chosen at any time.
_CHOICES = ("view-", "arrange-", "theme-", "depth-", "motion-", "group-")
_PATH = 70


class Bindings(QObject):
    """One QAction for each action, refreshed whenever something happened."""

    def __init__(self, desk: Desk, actions: Sequence[Action]) -> None:
        super().__init__(desk.window)
        self._desk, self.rows = desk, tuple(actions)
        self._groups = {prefix: QActionGroup(self) for prefix in _CHOICES}
        for group in self._groups.values():
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._said: dict[str, str] = {}
        self.made = {row.id: self._make(row) for row in actions}
        session = desk.session
        for signal in (session.caseChanged, session.lensChanged, session.selectionChanged):
            signal.connect(self._on_session_told)
        # What is folded shows only in the scene, which may come later than the lens that asked for it.
        desk.pipeline.sceneChanged.connect(self._on_session_told)
        self.refresh()
        # Icons of menus are first seen when a menu is opened: they need not delay the first paint.
        QTimer.singleShot(0, self, self.retint)

    def __getitem__(self, key: str) -> QAction:
        """The action by its id."""
        return self.made[key]

    def refresh(self) -> None:
        """Ask every action what it is called, whether it can be done and whether it is on."""
        for row in self.rows:
            action = self.made[row.id]
            words = plain(row.words(self._desk), 120)
            # Every pick asks all actions; only what has changed is set, since Qt lays out toolbars for each text.
            if words != self._said.get(row.id):
                self._said[row.id] = words
                self._say(row, action, words)
            action.setEnabled(row.enabled(self._desk))
            if row.checked is not None:
                action.setChecked(row.checked(self._desk))

    def _say(self, row: Action, action: QAction, words: str) -> None:
        keys = f"\t{shown_keys(row.keys)}" if row.scope == "last" else ""
        action.setText(words.replace("&", "&&") + keys)
        # Set, because Qt would make a tooltip of the text, and take a name in it for markup.
        action.setToolTip(tooltip(f"{words}  {shown_keys(row.keys)}".rstrip()))

    def retint(self, ids: Iterable[str] | None = None) -> None:
        """Take up the colours of the ground, for some actions or for all."""
        for row in self.rows:
            if row.icon and (ids is None or row.id in ids):
                self.made[row.id].setIcon(_icon(row.icon))

    def _make(self, row: Action) -> QAction:
        action = QAction(self)
        action.setObjectName(row.id)
        action.setProperty("sign", row.icon)
        action.setProperty("room", row.menu.replace("/", " > "))
        action.setProperty("keys", shown_keys(row.keys))
        action.setCheckable(row.checked is not None)
        # In a menu the mark of what is on stands where the icon would.
        action.setIconVisibleInMenu(row.checked is None)
        if row.scope != "last":
            action.setShortcuts([QKeySequence(key) for key in row.keys])
        for prefix, group in self._groups.items():
            if row.id.startswith(prefix):
                group.addAction(action)
        owner = {"diagram": self._desk.diagram, "reader": self._desk.reader}.get(row.scope, self._desk.window)
        if owner is not self._desk.window:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner.addAction(action)
        action.triggered.connect(partial(self._on_action_triggered, row))
        return action

    def _on_action_triggered(self, row: Action, _checked: object = None) -> None:
        row.run(self._desk)
        self.refresh()

    def _on_session_told(self, _value: object) -> None:
        self.refresh()


def _icon(name: str) -> QIcon:
    made = icons.icon(name)
    for ratio in (1.0, 2.0):  # what Qt makes of an icon that cannot be chosen is hardly seen on a dark ground
        made.addPixmap(icons.pixmap(name, theme.colour("line-strong").name(), 18, ratio), QIcon.Mode.Disabled)
    return made


def fill(bar: QMenuBar, bindings: Bindings, opening: Opening, desk: Desk, docks: Sequence[QDockWidget]) -> None:
    """Put the actions into menus, the recent files and the docks among them."""
    menus: dict[str, QMenu] = {}
    for path, rows in groupby(bindings.rows, lambda row: row.menu):
        menu = _menu(bar, menus, path)
        lines = list(rows)
        for before, row in zip([None, *lines], lines, strict=False):
            if before is not None and before.group != row.group:
                menu.addSeparator()
            menu.addAction(bindings[row.id])
            if row.id == "open":
                _add_recent(menu, opening, desk)
            if row.id == "arrange-questions":
                _add_docks(menu, docks)
        menu.aboutToShow.connect(bindings.refresh)


def _menu(bar: QMenuBar, menus: dict[str, QMenu], path: str) -> QMenu:
    head, _, tail = path.partition("/")
    if head not in menus:
        menus[head] = bar.addMenu(f"&{head}")
    if not tail:
        return menus[head]
    menus[head].addSeparator()
    return menus[head].addMenu(tail)


def _add_docks(menu: QMenu, docks: Sequence[QDockWidget]) -> None:
    menu.addSeparator()
    for dock in docks:
        menu.addAction(dock.toggleViewAction())


def _add_recent(menu: QMenu, opening: Opening, desk: Desk) -> None:
    recent = menu.addMenu("Recent")
    recent.aboutToShow.connect(partial(fill_recent, recent, opening, desk))


def fill_recent(menu: QMenu, opening: Opening, desk: Desk) -> None:
    """List the recent files anew: those that are gone cannot be chosen, all can be removed."""
    menu.clear()
    paths = desk.settings.recent
    for path in paths:
        there = is_there(path)
        action = _add_path(menu, path, desk, "" if there else " (not found)")
        action.setEnabled(there)
        action.triggered.connect(partial(_open, opening, path))
    if not paths:
        menu.addAction("Nothing opened yet").setEnabled(False)
        return
    menu.addSeparator()
    remove = menu.addMenu("Remove from this list")
    for path in paths:
        _add_path(remove, path, desk).triggered.connect(partial(_forget, opening, path))
    menu.addAction("Clear list").triggered.connect(opening.forget_all)


def _open(opening: Opening, path: str, _checked: object = None) -> None:
    opening.open(Path(path))


def _forget(opening: Opening, path: str, _checked: object = None) -> None:
    opening.forget(path)


def _add_path(menu: QMenu, path: str, desk: Desk, more: str = "") -> QAction:
    metrics = desk.window.fontMetrics()
    room = metrics.averageCharWidth() * _PATH
    words = metrics.elidedText(plain(path), Qt.TextElideMode.ElideMiddle, room)
    action = menu.addAction(words.replace("&", "&&") + more)
    # Set, because Qt would make a tooltip of the text, and take what stands in a path for markup.
    action.setToolTip(tooltip(path))
    return action
