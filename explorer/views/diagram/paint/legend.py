"""Paints the legend: what colours, icons and lines of a scene mean, in words.

In go a graph and a width, out come entries in rows and strokes. Must not know widgets; the exports paint it too.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.case.kinds import Kind, kind, vocabulary
from explorer.graph.model import Graph
from explorer.views.diagram import fonts
from explorer.views.diagram.paint.line import pen
from explorer.views.diagram.paint.words import CENTRE, LEFT, write
from explorer.views.kit import icons, theme

#: What a line that is not solid means, if it is not denied: see resources/kinds, basis, stance and relation.
_UNSURE = {"dashed": "Inferred, intended or rejected", "dotted": "Hedged, predicted or a view"}
ROW = 19.0
_SAMPLE = 18.0
_GAP = 13.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning: how it is shown, in words, and the facets and values that a click on it switches."""

    shape: Literal["icon", "line", "gate", "open", "cross", "count"]
    label: str
    colour: str = "ink-muted"
    icon: str = ""
    line: str = "solid"
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry at its place."""

    entry: Entry
    frame: QRectF


def entries(graph: Graph, *, actors: bool = True) -> list[Entry]:
    """What a graph shows, each once: kinds of good, kinds of actor if there is room, lines, statuses of measures."""
    found: dict[tuple[str, str], Entry] = {}
    # A fold has the colour and icon of its members: they mean the same there.
    looks = dict.fromkeys((node.table, node.icon, node.colour) for node in (graph.whole or graph).nodes)
    for table, icon, colour in looks:
        if table == "goods":
            row = next((k for k in vocabulary("good").values() if k.icon == icon and k.colour == colour), None)
            if row:
                facet = ("kind", f"goods/{row.id}")
                found[facet] = Entry("icon", row.label, row.colour, row.icon, facets=(facet,))
    for table, icon, _ in looks:
        if actors and table == "actors":
            row = next((k for k in vocabulary("actor").values() if k.icon == icon), None)
            if row:
                facet = ("kind", f"actors/{row.id}")
                found[facet] = Entry("icon", row.label, "ink-muted", row.icon, facets=(facet,))
    return [*found.values(), *_lines(graph), *_gates(graph)]


def _lines(graph: Graph) -> list[Entry]:
    made: list[Entry] = []
    flows = [edge for edge in graph.edges if edge.kind == "flow"]
    if any(not edge.denied and edge.line == "solid" for edge in flows):
        made.append(Entry("line", "Stated"))
    others = {edge.line for edge in graph.edges if not edge.denied}
    made += [Entry("line", words, line=line) for line, words in _UNSURE.items() if line in others]
    if any(edge.denied for edge in graph.edges):
        made.append(Entry("cross", "Denied", "stance-denies", line="dashed", facets=(("stance", "denies"),)))
    made += _relations(graph)
    if any(edge.kind == "transformation" for edge in graph.edges):
        made.append(Entry("open", "Made into, used for"))
    if any(len(edge.elements) > 1 for edge in flows):
        made.append(Entry("count", "Several in one line"))
    return made


def _relations(graph: Graph) -> list[Entry]:
    """The kinds of relation that have a colour of their own."""
    shown = {edge.colour for edge in graph.edges if edge.kind == "relation"}
    rows = [row for row in vocabulary("relation").values() if row.colour != "ink" and row.colour in shown]
    return [Entry("open", row.label, row.colour, facets=(("kind", f"relations/{row.id}"),)) for row in rows]


def _gates(graph: Graph) -> list[Entry]:
    """Statuses that look alike are one entry: the words at the gates tell them apart."""
    alike: dict[tuple[str, str], list[Kind]] = {}
    rows = {gate.status: kind("status", gate.status) for gate in graph.gates}
    for row in sorted(rows.values(), key=lambda row: row.rank):
        alike.setdefault((row.colour, row.line), []).append(row)
    return [
        Entry(
            "gate", f"Measure {', '.join(row.phrase for row in group)}", colour, line=line,
            facets=tuple(("status", row.id) for row in group),
        )
        for (colour, line), group in alike.items()
    ]  # fmt: skip


def placed(rows: list[Entry], width: float, left: float = 0.0, top: float = 0.0) -> list[Placed]:
    """Entries from left to right in rows that are as wide as there is room."""
    made: list[Placed] = []
    x, y = left, top
    for entry in rows:
        wide = _SAMPLE + 6 + fonts.measured(entry.label, "badge")
        if x > left and x + wide > left + width:
            x, y = left, y + ROW
        made.append(Placed(entry, QRectF(x, y, wide, ROW)))
        x += wide + _GAP
    return made


def height_of(rows: list[Placed]) -> float:
    """How high placed entries are."""
    return max((row.frame.bottom() for row in rows), default=0.0) - min((row.frame.top() for row in rows), default=0.0)


def paint_legend(painter: QPainter, rows: list[Placed], off: frozenset[tuple[str, str]] = frozenset()) -> None:
    """The entries; what is switched off is struck through and pale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in rows:
        gone = bool(row.entry.facets) and off.issuperset(row.entry.facets)
        painter.setOpacity(0.5 if gone else 1.0)
        _sample(painter, row.entry, QRectF(row.frame.x(), row.frame.y(), _SAMPLE, ROW))
        painter.setFont(fonts.font("badge"))
        painter.setPen(theme.colour("ink-muted"))
        words = row.frame.adjusted(_SAMPLE + 6, 0, 2, 0)
        write(painter, words, LEFT, row.entry.label)
        if gone:
            painter.drawLine(QPointF(words.left(), words.center().y()), QPointF(words.right(), words.center().y()))
    painter.setOpacity(1.0)


def _sample(painter: QPainter, entry: Entry, frame: QRectF) -> None:
    tint, middle = theme.colour(entry.colour), frame.center()
    if entry.shape == "icon":
        icons.paint(painter, entry.icon, QRectF(middle.x() - 8, middle.y() - 8, 16, 16), tint)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if entry.shape == "gate":
        painter.setPen(pen(tint, 1.8, entry.line))
        painter.drawLine(QPointF(middle.x(), frame.top() + 3), QPointF(middle.x(), frame.bottom() - 3))
        return
    if entry.shape == "count":
        painter.setPen(QPen(tint, 1.3))
        painter.drawEllipse(middle, 7, 7)
        painter.setFont(fonts.font("badge"))
        write(painter, frame, CENTRE, "2")
        return
    painter.setPen(pen(tint, 1.8 if entry.shape != "open" else 1.3, entry.line))
    painter.drawLine(QPointF(frame.left(), middle.y()), QPointF(frame.right(), middle.y()))
    if entry.shape == "cross":
        painter.setPen(QPen(tint, 1.6))
        painter.drawLine(middle - QPointF(4, 4), middle + QPointF(4, 4))
        painter.drawLine(middle - QPointF(4, -4), middle + QPointF(4, -4))
    if entry.shape == "open":
        tip = QPointF(frame.right(), middle.y())
        painter.drawPolyline([tip - QPointF(6, 3.6), tip, tip - QPointF(6, -3.6)])
