"""Paints boxes: ground, icon, name, place, badge, rings.

In go a node, its card and its place, out come strokes. Must not know the other boxes.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.graph.model import FOLD, Node
from explorer.layout.card import ICON, PADDING, Card
from explorer.layout.model import Box
from explorer.views.diagram import fonts
from explorer.views.diagram.look import FADED, Look
from explorer.views.diagram.paint.fit import ABOVE, BESIDE, WRAPPED, Sizes, fitted, named, room
from explorer.views.diagram.paint.words import write, write_at
from explorer.views.kit import icons, theme
from explorer.views.kit.text import visible

RADIUS = 7.0
#: Below this scale a whole card can't be read; below the second not even a name.
NEAR = 0.58
FAR = 0.26
#: How large icons are from afar, in pixels of the screen.
_SIGN, _READABLE = 13.0, 8.5


def paint_box(
    painter: QPainter, node: Node, card: Card, box: Box, look: Look, scale: float = 1.0, sizes: Sizes | None = None
) -> None:
    """One box as the look wants it; from afar (`scale` below NEAR) its name alone, in one of two sizes."""
    painter.setOpacity(FADED if look.fades_node(node.id) else 1.0)
    frame = QRectF(box.x, box.y, box.width, box.height)
    _ground(painter, node, frame, look)
    if scale < NEAR:
        _from_afar(painter, node, frame, scale, sizes or Sizes(round(_READABLE / scale), round(_READABLE / scale)))
        painter.setOpacity(1.0)
        return
    # The lines of the card stand in the middle of a box that its ports made higher.
    top = box.y + (box.height - card.height) / 2
    icons.paint(painter, node.icon, QRectF(box.x + PADDING, top + PADDING - 1, ICON, ICON), theme.colour(node.colour))
    _text(painter, card, box.x, top)
    painter.setOpacity(1.0)


def paint_found(painter: QPainter, box: Box, scale: float = 1.0) -> None:
    """A calm second ring: somebody searches for this box. It keeps its width on the screen from afar."""
    unit = max(1.0, 0.7 / scale)
    frame = QRectF(box.x, box.y, box.width, box.height).adjusted(-7 * unit, -7 * unit, 7 * unit, 7 * unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("found"), 3.4 * unit))
    painter.drawRoundedRect(frame, RADIUS + 6 * unit, RADIUS + 6 * unit)
    painter.setPen(QPen(theme.colour("status-talk"), 1.2 * unit))
    outer = frame.adjusted(-1.8 * unit, -1.8 * unit, 1.8 * unit, 1.8 * unit)
    painter.drawRoundedRect(outer, RADIUS + 8 * unit, RADIUS + 8 * unit)


def _ground(painter: QPainter, node: Node, frame: QRectF, look: Look) -> None:
    if node.id in look.picked:
        painter.setPen(QPen(theme.colour("accent"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 3, RADIUS + 3)
    edge = theme.colour(tint_of(node))
    width = 1.8 if look.hovered == node.id else 1.0
    if node.table == FOLD:
        _stack(painter, frame, edge)
    painter.setPen(QPen(edge, width))
    painter.setBrush(theme.colour("accent-soft") if node.id in look.marked else theme.colour("surface"))
    if node.table == "goods":
        painter.drawRoundedRect(frame, frame.height() / 2 if frame.height() < 44 else 18, 18)
    elif node.table == "events":
        pen = QPen(edge, width)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
    else:
        painter.drawRoundedRect(frame, RADIUS, RADIUS)


def tint_of(node: Node) -> str:
    """The token of the colour that tells the kind of a box: goods have one each, the rest is neutral."""
    coloured = node.table == "goods" or (node.table == FOLD and node.colour != "ink")
    return node.colour if coloured else "line-strong"


def _stack(painter: QPainter, frame: QRectF, edge: QColor) -> None:
    """The cards below the uppermost, of which only two edges are seen: this box stands for many."""
    painter.setPen(QPen(edge, 1.0))
    painter.setBrush(theme.colour("surface"))
    for step in (5.0, 2.5):
        painter.drawRoundedRect(frame.translated(step, step), RADIUS, RADIUS)


def _text(painter: QPainter, card: Card, x: float, top: float) -> None:
    badge = QColor(theme.colour(card.badge.colour)) if card.badge else theme.colour("ink-muted")
    tints = {"name": theme.colour("ink"), "place": theme.colour("ink-muted"), "badge": badge}
    for line in card.lines:
        painter.setFont(fonts.font(line.style))
        painter.setPen(tints[line.style])
        write_at(painter, QPointF(x + line.x, top + line.y + fonts.ascent(line.style)), visible(line.text))


def _from_afar(painter: QPainter, node: Node, frame: QRectF, scale: float, sizes: Sizes) -> None:
    if scale < FAR:
        side = min(min(frame.height(), frame.width()) * 0.7, _SIGN / scale)
        place = QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side)
        icons.paint(painter, node.icon, place, theme.colour(node.colour))
        return
    words = named(node.label)
    size, words = fitted(words, *room(frame.width(), frame.height()), sizes)
    painter.setFont(fonts.sized(size))
    painter.setPen(theme.colour(node.colour if tint_of(node) == node.colour else "ink"))
    write(painter, frame.adjusted(BESIDE, ABOVE, -BESIDE, -ABOVE), WRAPPED, visible(words))
