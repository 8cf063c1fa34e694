"""Find or run: one line for everything that has a name, and for everything that can be done.

In go the session and the window's actions, out come picks and triggered actions. A search resets no filter; what is
found in another view is shown there, what the lens hides is said so by the lens bar. Must not know any pane.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.case.case import Case
from explorer.graph.lens import Lens
from explorer.graph.model import VIEWS
from explorer.graph.project import project
from explorer.session.state import Session
from explorer.shell.index import Entry, Index
from explorer.views.kit import icons, theme
from explorer.views.kit.text import label, plain

_WIDTH, _ROW, _ROWS = 620, 30, 11
_WORDS = 160
_Index = QModelIndex | QPersistentModelIndex
_PASSED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Entries(QAbstractListModel):
    """What was found, row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Entry, ...] = ()

    def show(self, rows: tuple[Entry, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many were found."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words; for a screen reader with the kind."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(row.words, _WORDS)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{plain(row.words, _WORDS)}, {row.kind}"
        return None


class _Rows(QStyledItemDelegate):
    """Paints icon, words, kind and shortcut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        model = index.model()
        if not isinstance(model, Entries):
            return
        row, box = model.rows[index.row()], QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent-soft"))
        icons.paint(painter, row.icon, QRectF(box.left() + 12, box.center().y() - 8, 16, 16), theme.colour(row.colour))
        tail = f"{row.kind}   {row.keys}" if row.keys else row.kind
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(tail)
        painter.setPen(theme.colour("ink-muted"))
        painter.drawText(box.adjusted(0, 0, -14, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tail)
        room = box.adjusted(38, 0, -wide - 30, 0)
        words = metrics.elidedText(plain(row.words, _WORDS), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class Palette(QFrame):
    """The line and its list, above the window until something is chosen or Esc is pressed."""

    phraseChosen = Signal(str, str)  # source, words

    def __init__(self, session: Session, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._window = parent
        self._session, self._actions = session, {action.objectName(): action for action in actions}
        self._index: Index | None = None
        self._indexed: Case | None = None
        #: What the outline searches for, which goes on when this is closed.
        self._found_before: frozenset[str] = frozenset()
        self.line = QLineEdit()
        self.line.setPlaceholderText("A name, a passage, or something to do")
        self.line.setAccessibleName("Find or run")
        self.line.textChanged.connect(self._on_line_typed)
        self.line.installEventFilter(self)
        self.entries = Entries(self)
        self.list = QListView()
        self.list.setAccessibleName("Found")
        self.list.setModel(self.entries)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._on_list_clicked)
        self.nothing = label("Nothing of that name, no such words, nothing to do by that name.", muted=True)
        self.nothing.setContentsMargins(12, 6, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.line, self.list, self.nothing):
            column.addWidget(widget)

    def open(self) -> None:
        """Show it at the top of the window, empty."""
        parent = self._window
        self._found_before = self._session.found
        self.line.clear()
        self._search("")
        wide = min(_WIDTH, parent.width() - 40)
        self.setFixedWidth(wide)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - wide) // 2, corner.y() + 64)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def run_current(self) -> None:
        """Take the chosen row."""
        index = self.list.currentIndex()
        if not index.isValid():
            return
        entry = self.entries.rows[index.row()]
        self.hide()
        match entry.sort:
            case "action":
                self._actions[entry.key].trigger()
            case "quote":
                self._session.select(*self._session.case.elements_on(entry.key), quote=entry.key)
            case "text":
                self.phraseChosen.emit(entry.key, self.line.text())
            case "element":
                self._reveal(entry.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list that arrive at the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _PASSED_ON:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run_current()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What it found is no longer searched for."""
        super().hideEvent(event)
        self._session.find(self._found_before)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with an outline."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _reveal(self, key: str) -> None:
        """Pick an element; if the view of now does not show it, go to one that does."""
        session = self._session
        if not _shows(session.case, session.lens, key):
            views = (view for view in VIEWS if _shows(session.case, replace(session.lens, view=view), key))
            if view := next(views, None):
                session.look(replace(session.lens, view=view))
        session.select(key)

    def _search(self, typed: str) -> None:
        if self._index is None or self._indexed is not self._session.case:
            self._index, self._indexed = Index(self._session.case), self._session.case
        rows = self._index.find(typed, [_entry(action) for action in self._actions.values() if action.isEnabled()])
        found = [row.key for row in rows if row.sort == "element"]
        self._session.find(found or self._found_before)
        self.entries.show(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.list.setFixedHeight(_ROW * min(_ROWS, max(1, len(rows))) + 2)
        if rows:
            self.list.setCurrentIndex(self.entries.index(0))
        self.adjustSize()

    def _on_line_typed(self, typed: str) -> None:
        self._search(typed)

    def _on_list_clicked(self, _index: QModelIndex) -> None:
        self.run_current()


def _shows(case: Case, lens: Lens, key: str) -> bool:
    """Whether a view shows an element, by itself or in a fold."""
    graph = project(case, lens)
    return graph.holds(key) or graph.representative(key) is not None


def _entry(action: QAction) -> Entry:
    keys = str(action.property("keys"))
    words = action.text().replace("&&", "&").split("\t")[0]
    return Entry(
        "action", action.objectName(), words, action.property("room"), action.property("sign") or "dot", keys=keys
    )
