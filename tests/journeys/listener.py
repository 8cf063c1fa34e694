"""A screen reader that writes down what it hears, run by the system's Python, which has the bindings of AT-SPI.

In go keys to press one after the other, out comes one JSON object on standard output: the diagram's list and its items
as a client of the accessibility bus reads them, and what was told after each key. Must not know the program.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable

import gi  # type: ignore[import-not-found]  # of the system, not of this environment

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  # the version comes first

PATIENCE = 30.0
NAME = "Flow diagram"
ON_SCREEN = Atspi.CoordType.SCREEN


def found(ask: Callable[[], object], what: str) -> object:
    """What a question is answered with as soon as it has an answer."""
    end, context = time.monotonic() + PATIENCE, GLib.MainContext.default()
    GLib.timeout_add(50, lambda: True)  # so that waiting for events ends now and then
    while time.monotonic() < end:
        try:
            if answer := ask():
                return answer
        except GLib.Error:  # gone while we asked
            pass
        context.iteration(may_block=True)
    raise SystemExit(f"{what}: nothing within {PATIENCE} seconds")


def below(thing: Atspi.Accessible, wanted: Callable[[Atspi.Accessible], bool]) -> Atspi.Accessible | None:
    """The first thing in a tree that is wanted."""
    if wanted(thing):
        return thing
    children = (thing.get_child_at_index(index) for index in range(thing.get_child_count()))
    return next((hit for child in children if child and (hit := below(child, wanted))), None)


def program(wanted: Callable[[Atspi.Accessible], bool]) -> Atspi.Accessible | None:
    """The first thing that is wanted of all programs on the bus."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    return next((hit for one in programs if one and (hit := below(one, wanted))), None)


def _is_canvas(thing: Atspi.Accessible) -> bool:
    # Two things bear the name: the pane, and in it the canvas, which can have the focus.
    return bool(thing.get_name() == NAME and thing.get_state_set().contains(Atspi.StateType.FOCUSABLE))


def written(thing: Atspi.Accessible) -> dict[str, object]:
    """All that a screen reader asks a thing for."""
    place, states = thing.get_extents(ON_SCREEN), thing.get_state_set().get_states()
    return {
        "name": thing.get_name(),
        "role": thing.get_role_name(),
        "description": thing.get_description(),
        "states": sorted(state.value_nick for state in states),
        "place": [place.x, place.y, place.width, place.height],
        "index": thing.get_index_in_parent(),
        "parent": thing.get_parent().get_name(),
    }


class Ear:
    """Hears which things come into focus and are picked."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self._listener = Atspi.EventListener.new(self._on_event)
        for name in ("focused", "selected"):
            self._listener.register(f"object:state-changed:{name}")
        self._listener.register("object:announcement")

    def after(self, *deed: str) -> list[tuple[str, str]]:
        """What is told from a deed of xdotool until something is in focus or spoken."""
        self.heard.clear()
        subprocess.run(["xdotool", *deed], check=True)
        found(lambda: any(what in ("focused", "announcement") for what, _ in self.heard), " ".join(deed))
        return list(self.heard)

    def _on_event(self, event: Atspi.Event) -> None:
        what = event.type.split(":")[-1]
        if what == "announcement" or event.type.startswith("object:announcement"):
            self.heard.append(("announcement", str(event.any_data)))
        elif event.detail1:
            self.heard.append((what, event.source.get_name()))
        else:
            self.heard.append((f"no longer {what}", event.source.get_name()))


def main(keys: list[str]) -> None:
    """Read the diagram, press the keys, leave the program."""
    Atspi.init()
    canvas = found(lambda: program(_is_canvas), NAME)
    assert isinstance(canvas, Atspi.Accessible)
    children = [canvas.get_child_at_index(index) for index in range(canvas.get_child_count())]
    children = [child for child in children if child.get_role_name() == "list item"]  # a canvas has widgets, too
    told: dict[str, object] = {"list": written(canvas), "items": [written(child) for child in children]}
    if children:
        place = children[2].get_extents(ON_SCREEN)
        middle = place.x + place.width // 2, place.y + place.height // 2
        at = Atspi.Component.get_accessible_at_point(canvas, *middle, ON_SCREEN)
        told["at"] = at.get_name() if at else None
    found(lambda: program(lambda thing: bool(thing.get_name() == "Help")), "the menus, which come last")
    ear = Ear()
    # No key before the program knows that it has the keyboard: there is no window manager to give it.
    ear.after("search", "--sync", "--onlyvisible", "--name", "Sanctions Explorer", "windowfocus")
    told["walk"] = [ear.after("key", key) for key in keys]
    subprocess.run(["xdotool", "key", "ctrl+q"], check=True)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
