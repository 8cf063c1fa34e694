"""Cards: the text of a box, wrapped, and the size that it asks for.

In go a node and a way to measure text, out come lines with their places inside the box. The measuring is done by
whoever knows the font; tests use a fixed one. Must not know where the box will stand.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from explorer.graph.model import Badge, Node

Style = Literal["name", "place", "badge", "label"]
#: The width of a text in pixels at 100 %.
Measure = Callable[[str, Style], float]

PADDING = 7.0
ICON = 16.0
TEXT_X = PADDING + ICON + 6.0
ROW: dict[Style, float] = {"name": 16.0, "place": 13.5, "badge": 13.5, "label": 14.0}
WIDEST = 190.0
NARROWEST = 108.0
#: A name up to this width stands in one line: a screen has more width than height to give.
_ONE_LINE = 150.0
_MOST: dict[Style, int] = {"name": 3, "place": 2, "badge": 3, "label": 3}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a box: `x` and `y` are the left end of its upper edge, from the corner of the box."""

    text: str
    style: Style
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Card:
    """What stands in a box, and the size it needs."""

    id: str
    lines: tuple[Line, ...]
    width: float
    height: float
    badge: Badge | None = None
    elided: bool = False


def fixed(text: str, style: Style) -> float:
    """A measure that needs no font: the same on every machine."""
    wide = sum(2.0 if ord(c) > 0x2E80 else 1.0 for c in text)
    return wide * (7.0 if style == "name" else 5.8)


def cards(nodes: Iterable[Node], measure: Measure) -> dict[str, Card]:
    """The cards of all nodes; all in one lane are as wide as the widest among them asks for."""
    rows = list(nodes)
    widths: dict[str | None, float] = {}
    for node in rows:
        widths[node.lane] = max(widths.get(node.lane, NARROWEST), _wanted(node, measure))
    return {node.id: card(node, measure, widths[node.lane]) for node in rows}


def card(node: Node, measure: Measure, width: float) -> Card:
    """The card of a node, `width` wide."""
    room = width - TEXT_X - PADDING
    lines: list[Line] = []
    y, elided = PADDING - 2.0, False
    parts: list[tuple[str, Style]] = [(node.label, "name"), (node.place, "place")]
    if node.badge:
        parts.append((node.badge.text, "badge"))
    for text, style in parts:
        rows, cut = wrapped(text, room, partial(_styled, measure, style), _MOST[style])
        elided |= cut
        for row in rows:
            lines.append(Line(row, style, TEXT_X, y))
            y += ROW[style]
    return Card(node.id, tuple(lines), width, max(y + PADDING - 2.0, ICON + 2 * PADDING), node.badge, elided)


def _styled(measure: Measure, style: Style, text: str) -> float:
    return measure(text, style)


def _wanted(node: Node, measure: Measure) -> float:
    """The width at which nothing needs more lines than it should: names one or two, the rest two."""
    most = max(measure(word, "name") for word in (node.label.split() or [""]))
    name = max(most, measure(node.label, "name") / (1.0 if measure(node.label, "name") <= _ONE_LINE else 1.75))
    place = measure(node.place, "place") / (1.0 if measure(node.place, "place") < 110 else 1.8)
    badge = measure(node.badge.text, "badge") if node.badge else 0.0
    badge = badge / (1.0 if badge < 118 else 1.8 if badge < 210 else 2.6)
    return min(WIDEST, max(NARROWEST, TEXT_X + PADDING + max(name, place, badge) + 3.0))


def wrapped(text: str, room: float, measure: Callable[[str], float], most: int) -> tuple[list[str], bool]:
    """Text broken into at most `most` lines that fit; the last ends in an ellipsis if something is left out."""
    if not text:
        return [], False
    lines: list[str] = []
    here = ""
    # No line can hold more than this; the rest of a monstrous name need not be looked at.
    for word in _words(text[: most * 120], room, measure):
        trial = f"{here}{word}"
        if here and measure(trial.rstrip()) > room:
            lines.append(here.rstrip())
            here = word.lstrip()
        else:
            here = trial
    lines.append(here.rstrip())
    if len(lines) <= most and len(text) <= most * 120:
        return lines, False
    return [*lines[: most - 1], _cut(lines[most - 1] if len(lines) >= most else lines[-1], room, measure)], True


def _words(text: str, room: float, measure: Callable[[str], float]) -> Iterable[str]:
    """Words with the space before them; one wider than a line comes in pieces, as a script without spaces does."""
    for i, word in enumerate(text.split(" ")):
        space = " " if i else ""
        if measure(word) <= room:
            yield space + word
            continue
        piece = space
        for character in word:
            if measure(piece + character) > room:
                yield piece
                piece = ""
            piece += character
        yield piece


def _cut(line: str, room: float, measure: Callable[[str], float]) -> str:
    while line and measure(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip()}…"
