"""A random person at the window: picks, drags, folds, filters, connects, undoes, and whatever else can be done.

In go a window and a seed, out come deeds in an order that the seed decides, and what is wrong after them as lines of
text. Uses mouse, keys and actions as a person does; knows the parts of the window by name.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.graph.lens import choices
from explorer.shell.window import Window
from tests.views.hands import CONTROL, LEFT, NONE, SHIFT, drag, hover, move, press, release

#: They end the window, wait for a dialog, write files, or open what is tried by other tests.
_NEVER = {"quit", "open", "export", "print", "shortcuts", "about", "find-or-run", "diagnosis", "welcome", "cite"}
_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}") for name in ("Up", "Down", "Left", "Right", "Space", "Return", "Escape", "Menu")
)
_FAR = 1e6


class Monkey:
    """Does one thing after the other, each by chance."""

    def __init__(self, window: Window, seed: int) -> None:
        self._window, self._chance = window, Random(seed)
        self.deeds: list[str] = []
        self._acts: dict[Callable[[], object], int] = {
            self._pick: 6, self._drag: 6, self._action: 10, self._band: 2, self._wheel: 3, self._hover: 2,
            self._switch: 3, self._view: 2, self._step: 5, self._connect: 3, self._key: 4, self._double: 1,
            self._hold: 1, self._fold: 4,
        }  # fmt: skip

    def act(self) -> None:
        """Do one thing."""
        (deed,) = self._chance.choices(list(self._acts), list(self._acts.values()))
        self.deeds.append(deed.__name__)
        deed()
        for popup in iter(QApplication.activePopupWidget, None):
            popup.close()

    @property
    def hurried(self) -> bool:
        """Whether the next thing is done before anybody has looked at what came of the last."""
        return self._chance.random() < 0.3

    def faults(self) -> Iterator[str]:
        """What is not as it must be, whatever was done."""
        window = self._window
        session, canvas = window.session, window.diagram.canvas
        graph, picture = canvas.scene.graph, canvas.scene.picture
        if graph.view != session.lens.view:
            yield f"the view is {graph.view}, asked for was {session.lens.view}"
        if set(graph.node_by_id) != set(picture.box_by_id):
            yield f"boxes and nodes differ: {set(graph.node_by_id) ^ set(picture.box_by_id)}"
        if set(graph.edge_by_id) != set(picture.route_by_id):
            yield f"lines and edges differ: {set(graph.edge_by_id) ^ set(picture.route_by_id)}"
        for box in picture.boxes:
            if not all(math.isfinite(value) and abs(value) < _FAR for value in (box.x, box.y, box.right, box.bottom)):
                yield f"{box.id} stands nowhere"
        for key in self._some(graph.node_by_id, 3):
            if canvas.point_of(key) is None:
                yield f"{key} cannot be pointed at"
        if window.messages.isVisible():
            yield "a message was shown"

    def _some(self, keys: object, count: int = 1) -> list[str]:
        rows = list(keys)  # type: ignore[call-overload]  # mappings and sets of ids
        return self._chance.sample(rows, min(count, len(rows)))

    def _spot(self) -> QPoint:
        """On a box that is in sight, else anywhere."""
        canvas = self._window.diagram.canvas
        for key in self._some(canvas.scene.graph.node_by_id, 4):
            point = canvas.point_of(key)
            if point is not None and canvas.rect().contains(point):
                return point
        return self._anywhere()

    def _anywhere(self) -> QPoint:
        canvas = self._window.diagram.canvas
        return QPoint(self._chance.randrange(canvas.width()), self._chance.randrange(canvas.height()))

    def _pick(self) -> None:
        spot = self._chance.choice((self._spot, self._spot, self._anywhere))()
        QTest.mouseClick(self._window.diagram.canvas, LEFT, self._chance.choice((NONE, NONE, CONTROL, SHIFT)), spot)

    def _double(self) -> None:
        QTest.mouseDClick(self._window.diagram.canvas, LEFT, NONE, self._spot())

    def _drag(self) -> None:
        start = self._spot()
        # Now and then onto another box, mostly anywhere.
        drag(self._window.diagram, start, self._chance.choice((self._spot, self._anywhere))() - start)

    def _hold(self) -> None:
        """Something else happens while a box is held."""
        view = self._window.diagram
        press(view, self._spot())
        move(view, self._anywhere())
        self._chance.choice((self._step, self._view, self._switch, self._fold))()
        move(view, self._anywhere())
        release(view, self._anywhere())

    def _band(self) -> None:
        start = self._anywhere()
        drag(self._window.diagram, start, self._anywhere() - start, SHIFT)

    def _hover(self) -> None:
        hover(self._window.diagram, None)
        move(self._window.diagram, self._spot(), Qt.MouseButton.NoButton)

    def _wheel(self) -> None:
        canvas, spot = self._window.diagram.canvas, QPointF(self._spot())
        turn = QPoint(0, self._chance.choice((-360, -120, 120, 360)))
        event = QWheelEvent(
            spot, canvas.mapToGlobal(spot), QPoint(), turn, Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  # Qt's own signature
        )  # fmt: skip
        QApplication.sendEvent(canvas, event)

    def _key(self) -> None:
        modifier = self._chance.choice((NONE, NONE, SHIFT, CONTROL | SHIFT))
        QTest.keyClick(self._window.diagram.canvas, self._chance.choice(_KEYS), modifier)

    def _action(self) -> None:
        self._run(self._some(sorted({row.id for row in self._window.bindings.rows} - _NEVER))[0])

    def _fold(self) -> None:
        """Something that has to do with folds, on a box or a fold."""
        self._window.session.select(*self._some(self._window.diagram.canvas.scene.graph.node_by_id))
        self._run(self._chance.choice(("show-more", "fold", "unfold", "fold-all", "group-country", "group-kind")))

    def _step(self) -> None:
        self._run(self._chance.choice(("undo", "undo", "redo", "tidy", "back", "forward", "reset-box")))

    def _run(self, key: str) -> None:
        self.deeds[-1] += f" {key}"
        if self._window.bindings[key].isEnabled():
            self._window.bindings[key].trigger()

    def _view(self) -> None:
        self._run(self._chance.choice(("view-flow", "view-relations", "view-both")))

    def _switch(self) -> None:
        """One value of one facet on or off."""
        session = self._window.session
        rows = [row for facet in choices(session.case, session.lens).values() for row in facet]
        row = self._chance.choice(rows)
        session.look(session.lens.switched(row.facet, row.value, not row.on))
        if self._chance.random() < 0.2:
            session.look(replace(session.lens.cleared(), view=session.lens.view))

    def _connect(self) -> None:
        """A line from a box to another, filled in as far as the sheet asks."""
        canvas, edits = self._window.diagram.canvas, self._window.diagram.edits
        ends = self._some([n.id for n in canvas.scene.graph.nodes if n.table in ("actors", "goods")], 2)
        if len(ends) < 2:
            return
        canvas.connectionAsked.emit(*ends)
        sheet = edits.connector
        if not sheet.sort.count():
            return
        sheet.sort.setCurrentIndex(self._chance.randrange(sheet.sort.count()))
        sheet.role.setText("trades with")
        sheet.kind.setCurrentIndex(self._chance.randrange(max(1, sheet.kind.count())))
        sheet.add.click()
