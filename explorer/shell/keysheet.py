"""The rows of the shortcut sheet: the actions that have keys, and what keys and mouse do in the diagram by themselves.

In goes the list of actions, out come groups of words and keys. Must not know how the sheet looks.
"""

from collections.abc import Sequence
from itertools import groupby

from explorer.shell.action import Action, shown_keys

_DIAGRAM_KEYS = (
    ("Go up- and downstream", "Left, Right"),
    ("Go up and down within a lane", "Up, Down"),
    ("Open the card", "Enter"),
    ("Pin or unpin", "Space"),
    ("Move what is picked", "Ctrl+Shift+Arrow"),
    ("What can be done here", "Menu or Shift+F10"),
    ("Let go of a drag or a summary", "Esc"),
)
_MOUSE = (
    ("Back and forward", "Side buttons"),
    ("Add to what is picked, or take away", "Ctrl+Click, Shift+Click"),
    ("Pick several boxes", "Shift+Drag"),
    ("Add several boxes", "Ctrl+Shift+Drag"),
    ("Zoom", "Wheel or pinch"),
    ("Go nearer to a box", "Double click"),
    ("Pan", "Drag the ground"),
    ("Pan from anywhere", "Middle button, Space+Drag"),
    ("Move a box, or all that are picked", "Drag"),
    ("Connect two boxes", "Drag the dot at the right"),
    ("What can be done here", "Right click"),
)


def shortcut_groups(actions: Sequence[Action]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The actions that have keys, by menu, with titles and keys; then the keys that panes have of their own."""
    where = {"diagram": " (in the diagram)", "reader": " (in the text)"}
    rows = [(row.menu, (row.title + where.get(row.scope, ""), shown_keys(row.keys))) for row in actions if row.keys]
    groups = [(menu.split("/")[0], [line for _, line in lines]) for menu, lines in groupby(rows, lambda row: row[0])]
    return [*groups, ("In the diagram", list(_DIAGRAM_KEYS)), ("With the mouse", list(_MOUSE))]
