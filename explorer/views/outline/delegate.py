"""How a row of the outline is painted: the name in ink, what stands beside it muted.

In go the roles of the model, out comes paint. A row takes one line or two. Must not know the case.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.views.kit import theme
from explorer.views.outline.model import ASIDE, HIDDEN, LINES, SORT
from explorer.views.outline.rows import HEADINGS

_ICON = 16
_GAP = 8
_PAD = 5

_Index = QModelIndex | QPersistentModelIndex


def line_height(metrics: QFontMetrics) -> int:
    """The height of a row of one line."""
    return metrics.height() + 2 * _PAD


class RowDelegate(QStyledItemDelegate):
    """Paints rows of the outline."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line or two."""
        return QSize(60, option.fontMetrics.height() * int(index.data(LINES) or 1) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, icon, name, aside."""
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent-soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("raised"))
        place = option.rect.adjusted(2, 0, -8, 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            height = line_height(option.fontMetrics)
            icon.paint(painter, QRect(place.left(), place.top() + (height - _ICON) // 2, _ICON, _ICON))
            place.setLeft(place.left() + _ICON + 6)
        if int(index.data(LINES) or 1) > 1:
            self._paint_lines(painter, option.font, place, index)
        else:
            self._paint_line(painter, option.font, place, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_line(self, painter: QPainter, font: QFont, place: QRect, index: _Index) -> None:
        sort, hidden = index.data(SORT), index.data(HIDDEN)
        if sort == "table":
            font = QFont(font)
            font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        name = index.data(Qt.ItemDataRole.DisplayRole)
        beside = "hidden" if hidden and sort not in HEADINGS else index.data(ASIDE)
        kept = metrics.horizontalAdvance(beside) + _GAP + 2 if sort in HEADINGS or hidden else 0
        width = min(metrics.horizontalAdvance(name), place.width() - kept)
        painter.setFont(font)
        painter.setPen(theme.colour("ink-faint" if hidden else "ink"))
        _write(painter, metrics, place.adjusted(0, 0, width + 1 - place.width(), 0), name)
        rest = place.adjusted(width + _GAP, 0, 0, 0)
        if not kept and rest.width() < metrics.horizontalAdvance(beside):
            # Half a status is worse than none: who says it stands at its end.
            return
        font = QFont(font)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour("ink-faint" if hidden else "ink-muted"))
        _write(painter, QFontMetrics(font), rest, beside)

    def _paint_lines(self, painter: QPainter, font: QFont, place: QRect, index: _Index) -> None:
        """The name, and the rest below: of a claim the passage counts, of an element its name."""
        metrics = QFontMetrics(font)
        hidden, claim = index.data(HIDDEN), index.data(SORT) == "claim"
        beside = index.data(ASIDE)
        if hidden and not claim:
            both = f"hidden · {beside}"
            beside = both if metrics.horizontalAdvance(both) <= place.width() else "hidden"
        painter.setFont(font)
        line = QRect(place.left(), place.top() + _PAD, place.width(), metrics.height())
        painter.setPen(theme.colour("ink-faint" if hidden else "ink-muted" if claim else "ink"))
        # Of "A → B → C" both ends matter more than the middle.
        _write(painter, metrics, line, index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideMiddle)
        painter.setPen(theme.colour("ink-faint" if hidden else "ink" if claim else "ink-muted"))
        below = line.translated(0, metrics.height())
        if index.data(LINES) == 3:
            first, beside = _broken(metrics, beside, place.width())
            _write(painter, metrics, below, first)
            below.translate(0, metrics.height())
        _write(painter, metrics, below, beside)


def _broken(metrics: QFontMetrics, words: str, width: int) -> tuple[str, str]:
    """As many words as one line holds, at least one, and the rest."""
    parts = words.split(" ")
    fits = 1
    while fits < len(parts) and metrics.horizontalAdvance(" ".join(parts[: fits + 1])) <= width:
        fits += 1
    return " ".join(parts[:fits]), " ".join(parts[fits:])


def _write(
    painter: QPainter,
    metrics: QFontMetrics,
    place: QRect,
    words: str,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    # The advance is rounded and eliding is not: without the pixel, a text that fits ends in dots.
    shown = metrics.elidedText(words, elide, place.width() + 1)
    where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, where | Qt.TextFlag.TextSingleLine, shown)
