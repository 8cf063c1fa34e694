"""The model of the outline: rows as Qt wants to read them.

In go rows and what the lens hides, out come names, counts, icons and words for a screen reader. No widget, and nothing
made before it is looked at. Must not know the session.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from explorer.case.case import Case
from explorer.case.kinds import kind
from explorer.graph import words
from explorer.text.english import counted
from explorer.views.kit import icons, text
from explorer.views.outline.rows import HEADINGS, Row, Rows, Sort, aside, title

#: The muted words beside the name.
ASIDE = Qt.ItemDataRole.UserRole + 1
#: Whether the lens hides it.
HIDDEN = Qt.ItemDataRole.UserRole + 2
#: What sort of row it is.
SORT = Qt.ItemDataRole.UserRole + 3

#: How many lines it takes.
LINES = Qt.ItemDataRole.UserRole + 4

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """A case as a tree of tables, kinds, elements and claims."""

    def __init__(self, case: Case, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows(case)
        self._hidden: frozenset[str] = frozenset()
        self._asides: dict[int, str] = {}
        # A table and not a chain of cases: every painted row asks five of them.
        self._answers: Mapping[int, Callable[[Row], object]] = {
            Qt.ItemDataRole.DisplayRole: self._name,
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._described,
            ASIDE: self._aside,
            HIDDEN: self._is_hidden,
            SORT: self._sort,
            LINES: self._lines,
        }

    @property
    def rows(self) -> Rows:
        """The rows that are shown."""
        return self._rows

    def show(self, rows: Rows) -> None:
        """Show other rows in place of all."""
        self.beginResetModel()
        self._rows = rows
        self._asides = {}
        self.endResetModel()

    def hide(self, hidden: frozenset[str]) -> None:
        """Grey what the lens hides; nothing moves. The view is to be painted again."""
        # No dataChanged: Qt would ask for the height of every opened row again, and no height changes.
        self._hidden = hidden

    def row_at(self, index: _Index) -> Row | None:
        """The row behind an index."""
        return self._rows.made[index.internalId()] if index.isValid() else None

    def index_of(self, row: Row | None) -> QModelIndex:
        """The index of a row."""
        return QModelIndex() if row is None else self.createIndex(row.place, 0, row.number)

    def index_at(self, sort: Sort, key: str) -> QModelIndex:
        """The index of a table, a kind or an element; invalid if the filter leaves it out."""
        return self.index_of(self._rows.at(sort, key))

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """The index of a child."""
        below = self._rows.children(self.row_at(parent))
        return self.index_of(below[row]) if 0 <= row < len(below) and column == 0 else QModelIndex()

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        """The index of what a row stands below."""
        row = self.row_at(index)
        return self.index_of(row.parent if row else None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many children a row has."""
        return len(self._rows.children(self.row_at(parent)))

    def columnCount(self, _parent: _Index = _ROOT) -> int:
        """One column: the name."""
        return 1

    def hasChildren(self, parent: _Index = _ROOT) -> bool:
        """Whether a row can be opened."""
        row = self.row_at(parent)
        return bool(self._rows.children(None)) if row is None else self._rows.has_children(row)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Tables and kinds can be reached and opened, everything else can be picked."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        picked = Qt.ItemFlag.ItemIsSelectable if row.sort not in HEADINGS else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | picked

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row is in words, colours and icons."""
        row = self.row_at(index)
        answer = self._answers.get(role)
        return answer(row) if row and answer else None

    def _name(self, row: Row) -> str:
        return text.plain(title(self._rows.case, row))

    def _sort(self, row: Row) -> Sort:
        return row.sort

    def _lines(self, row: Row) -> int:
        return self._rows.lines(row)

    def _is_hidden(self, row: Row) -> bool:
        if row.sort == "claim" and row.parent:
            return row.parent.key in self._hidden
        if row.sort in HEADINGS:
            return bool(self._hidden) and self._hidden.issuperset(self._rows.groups.members(row.key))
        return row.key in self._hidden

    def _aside(self, row: Row) -> str:
        if row.sort in HEADINGS:
            return f"{len(self._rows.groups.members(row.key)):,}"
        # A badge looks through all flows and measures: it is worked out once for each row that is really seen.
        if row.number not in self._asides:
            self._asides[row.number] = text.plain(aside(self._rows.case, row))
        return self._asides[row.number]

    def _icon(self, row: Row) -> QIcon | None:
        case = self._rows.case
        if row.sort == "element":
            shown = words.kind_of(case, row.key)
        elif row.sort == "claim":
            shown = kind("stance", case.claims[row.key].stance)
        else:
            return None
        return icons.icon(shown.icon, "ink-faint" if self._is_hidden(row) else shown.colour)

    def _spoken(self, row: Row) -> str:
        name, beside = title(self._rows.case, row), self._aside(row)
        match row.sort:
            case "table" | "kind" | "part":
                return text.plain(f"{name}, {beside}")
            case "claim":
                return text.plain(f"{name}: {beside}")
            case "element":
                return text.plain(f"{name}, {words.kind_of(self._rows.case, row.key).label}")
            case _:
                return text.plain(name)

    def _described(self, row: Row) -> str:
        case = self._rows.case
        parts = [] if row.sort == "claim" else [self._aside(row)]
        if row.sort in HEADINGS:
            parts = [counted(len(self._hidden.intersection(self._rows.groups.members(row.key))), "element") + " hidden"]
        elif row.sort == "element":
            parts.append(counted(len(case.claims_about(row.key)), "claim"))
        elif row.sort == "claim":
            parts.append(case.claims[row.key].statement)
        if row.sort not in HEADINGS and self._is_hidden(row):
            parts.append("hidden by the filters")
        return text.plain(", ".join(part for part in parts if part))

    def _tip(self, row: Row) -> str:
        case = self._rows.case
        if row.sort == "claim":
            claim = case.claims[row.key]
            quoted = [f"“{case.quotes[key].exact}”" for key in claim.quotes if key in case.quotes]
            return text.tooltip("\n".join((title(case, row), claim.statement, *quoted)))
        if row.sort == "note":
            return text.tooltip(case.notes[row.key].text)
        return text.tooltip("\n".join(filter(None, (self._spoken(row), self._described(row)))))
