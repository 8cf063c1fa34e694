"""The toolbar: back and forward, the trail, Find or run, the three views; the lens bar beside or below it.

In go actions and panes, out come two toolbars. Must not know the case.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolBar, QWidget

from explorer.shell.frame import TOOLBAR_HEIGHT
from explorer.shell.menus import Bindings
from explorer.views.kit import icons, theme

#: From this width on, the lens bar stands beside the rest.
_WIDE = 1_200
_STEPS, _VIEWS = ("back", "forward"), ("view-flow", "view-relations", "view-both")


class FindBox(QPushButton):
    """A button that looks like the line that it opens."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._keys = str(action.property("keys"))
        self.setAccessibleName(f"Find or run, {self._keys}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        """Wide enough for its words."""
        words = self.fontMetrics().horizontalAdvance(f"Find or run …{self._keys}")
        return QSize(words + 74, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with a lens, faint words, and its keys."""
        super().paintEvent(event)
        painter, box = QPainter(self), self.rect().adjusted(10, 0, -10, 0)
        middle = box.center().y() - 7
        painter.drawPixmap(box.left(), middle, icons.icon("search", "ink-muted").pixmap(15, 15))
        painter.setPen(theme.colour("ink-muted"))
        painter.drawText(box.adjusted(24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "Find or run …")
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)


class Toolbars:
    """Both toolbars of a window."""

    def __init__(self, window: QMainWindow, bindings: Bindings, trail: QWidget, lens: QWidget) -> None:
        self._window = window
        self.main, self.lens = QToolBar("Toolbar", window), QToolBar("Lens", window)
        for bar, key in ((self.main, "toolbar"), (self.lens, "lens")):
            bar.setObjectName(key)
            bar.setMovable(False)
            bar.setIconSize(QSize(18, 18))
            bar.setMaximumHeight(TOOLBAR_HEIGHT)
            # A toolbar that can be hidden by a right click and not be found again helps nobody.
            bar.toggleViewAction().setEnabled(False)
            bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
            window.addToolBar(bar)
        bindings.retint((*_STEPS, *_VIEWS))
        for key in _STEPS:
            self.main.addAction(bindings[key])
        self.main.addSeparator()
        self.main.addWidget(trail)
        self.box = FindBox(bindings["find-or-run"])
        self.main.addWidget(self.box)
        self.main.addSeparator()
        for key in _VIEWS:
            self.main.addAction(bindings[key])
            button = self.main.widgetForAction(bindings[key])
            if button is not None:
                button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lens.addWidget(lens)
        self._broken = False
        self.fit()

    def fit(self) -> None:
        """Put the lens bar below the rest where the window is narrow."""
        narrow = self._window.width() < _WIDE
        if narrow != self._broken:
            self._broken = narrow
            if narrow:
                self._window.insertToolBarBreak(self.lens)
            else:
                self._window.removeToolBarBreak(self.lens)
