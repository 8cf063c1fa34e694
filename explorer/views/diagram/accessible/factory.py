"""Tells Qt how to make the diagram readable for screen readers, and keeps the switch that turns that off.

In goes the listing of a canvas, out comes nothing: Qt calls back when a screen reader asks. What it calls is loaded
then, so that a start without a screen reader does not wait for it. Must not know what is read out.
"""

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from explorer.views.diagram.accessible.listing import Listing

#: Set to anything but nothing or 0, this leaves the diagram a plain widget, whatever the settings say.
OFF = "SANCTIONS_EXPLORER_NO_ACCESSIBILITY"
_CANVAS = "Canvas"
_installed: list[object] = []


def switch(listing: Listing, on: bool, environment: Mapping[str, str] = os.environ) -> None:
    """Let screen readers read a diagram, or stop that; without ever being asked to, Qt is not told at all."""
    on = on and environment.get(OFF, "") in ("", "0")
    if on and not _installed:
        # Qt offers no way to take a factory back that a language binding gave, so there is one for the whole process.
        QAccessible.installFactory(_made)
        _installed.append(_made)
    listing.switch(on)
    if on and QAccessible.isActive():
        _forget_plain(listing.canvas)


def _forget_plain(canvas: QObject) -> None:
    """Have Qt ask anew for a canvas that a screen reader met before there was a listing."""
    known = QAccessible.queryAccessibleInterface(canvas)
    if known.role() != QAccessible.Role.List:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _made(key: str, thing: QObject) -> QAccessibleInterface | None:
    """Called by Qt for every class of every widget that a screen reader meets; None leaves it to Qt."""
    if key != _CANVAS and key != "Item":
        return None
    from explorer.views.diagram.accessible.interface import interface

    return interface(thing)
