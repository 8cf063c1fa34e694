"""The canvas: shows a scene through a camera and turns gestures into signals.

In go a scene and a look, out come what was picked, hovered and dragged. Must not know the session.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.keys import Way, step
from explorer.views.diagram.look import Look
from explorer.views.diagram.minimap import paint_minimap
from explorer.views.diagram.paint.box import paint_box
from explorer.views.diagram.paint.sheet import paint_sheet
from explorer.views.diagram.pick import Hit, anchor, hit
from explorer.views.kit import theme
from explorer.views.kit.text import tooltip

_REACH = 7.0
_DRAG = 5
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
}  # fmt: skip
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Canvas(QWidget):
    """The sheet on the screen. One Tab stop; arrows walk, Enter asks for the card, Space pins."""

    hitPicked = Signal(object, bool)  # Hit | None, add to what is picked
    boxDragged = Signal(str, float, float)  # id, x, y of its corner on the sheet
    walked = Signal(str)
    cardAsked = Signal()
    pinAsked = Signal()
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self.setAccessibleName("Flow diagram")
        self.scene, self.look, self.camera = Scene(), Look(), Camera()
        self.tips: dict[str, str] = {}
        self.minimap_wanted: bool | None = None
        self._fitted = True
        self._press: QPointF | None = None
        self._pressed: Hit | None = None
        self._dragged: tuple[str, QPointF] | None = None
        self._panning = False
        self._came_by_key = False

    def show_scene(self, scene: Scene, *, fit: bool) -> None:
        """Show another scene; `fit` brings all of it into view."""
        self.scene = scene
        if fit or self._fitted:
            self.fit()
        self.update()

    def show_look(self, look: Look) -> None:
        """Show the same scene with another look; nothing moves."""
        if look != self.look:
            self.look = look
            self.update()

    def fit(self) -> None:
        """Bring the whole sheet into view, and keep it there when the window changes."""
        self._fitted = True
        self.camera = Camera.fitted(self._sheet(), QRectF(self.rect()).size())
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther around a point of the screen, else around the middle."""
        self._fitted = False
        self.camera = self.camera.zoomed(factor, at or QPointF(self.rect().center()))
        self.update()

    def zoom_to(self, ids: frozenset[str]) -> None:
        """Bring some boxes into view, as near as reading asks for."""
        boxes = [box for key, box in self.scene.picture.box_by_id.items() if key in ids]
        if not boxes:
            return
        around = QRectF()
        for box in boxes:
            around = around.united(QRectF(box.x - 30, box.y - 40, box.width + 60, box.height + 80))
        self._fitted = False
        self.camera = Camera.fitted(around, QRectF(self.rect()).size())
        self.update()

    def reveal(self, element: str) -> None:
        """Pan just so far that an element is in view."""
        place = anchor(self.scene, element)
        if place is None:
            return
        point = self.camera.to_screen(QPointF(*place))
        room = QRectF(self.rect()).adjusted(40, 40, -40, -40)
        if room.isEmpty() or room.contains(point):
            return
        x = max(room.left(), min(room.right(), point.x()))
        y = max(room.top(), min(room.bottom(), point.y()))
        self.camera = self.camera.panned(QPointF(x, y) - point)
        self.update()

    def point_of(self, element: str) -> QPoint | None:
        """Where on this widget an element can be clicked, or None if this view does not show it."""
        place = anchor(self.scene, element)
        return self.camera.to_screen(QPointF(*place)).toPoint() if place else None

    def hit_at(self, point: QPointF) -> Hit | None:
        """What lies under a point of this widget."""
        on_sheet = self.camera.to_sheet(point)
        return hit(self.scene, self.look, on_sheet.x(), on_sheet.y(), _REACH / self.camera.scale)

    def minimap_shown(self) -> bool:
        """Shown if asked for, else above 60 boxes."""
        return len(self.scene.picture.boxes) > 60 if self.minimap_wanted is None else self.minimap_wanted

    def _sheet(self) -> QRectF:
        picture = self.scene.picture
        return QRectF(picture.x, picture.y, picture.width, picture.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sheet, minimap, focus frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("ground"))
        painter.save()
        painter.setTransform(self.camera.transform(), combine=True)
        paint_sheet(painter, self.scene, self.look, self.camera.scale)
        if self._dragged:
            self._paint_dragged(painter, *self._dragged)
        painter.restore()
        if self.minimap_shown():
            paint_minimap(painter, self.scene, self.camera, QRectF(self.rect()))
        if self.hasFocus() and self._came_by_key:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
        self.painted.emit()

    def _paint_dragged(self, painter: QPainter, key: str, corner: QPointF) -> None:
        """The box under the hand; its lines follow when it is put down."""
        box = replace(self.scene.picture.box_by_id[key], x=corner.x(), y=corner.y())
        paint_box(painter, self.scene.graph.node_by_id[key], self.scene.cards[key], box, Look(frozenset({key})))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, if it was."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms at the cursor; a touchpad pans, with Ctrl it zooms; Shift pans sideways."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not event.pixelDelta().isNull() and not control:
            self._pan(QPointF(event.pixelDelta()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            delta = event.angleDelta()
            self._pan(QPointF(delta.y() or delta.x(), 0) / 2)
        else:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or drag begins."""
        self._press = event.position()
        self._pressed = self.hit_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        self._panning = event.button() == Qt.MouseButton.MiddleButton
        event.setAccepted(event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, drag a box, or pan."""
        if self._press is None:
            self._hover(event.position())
            return
        by = event.position() - self._press
        if self._dragged is None and not self._panning and by.manhattanLength() < _DRAG:
            return
        if self._pressed and self._pressed.kind == "node" and not self._panning:
            box = self.scene.picture.box_by_id[self._pressed.id]
            self._dragged = (box.id, QPointF(box.x, box.y) + by / self.camera.scale)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()
        else:
            self._panning = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(by)
            self._press = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish a drag, or pick."""
        still = self._dragged is None and not self._panning
        if self._press is not None and still and event.button() == Qt.MouseButton.LeftButton:
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.hitPicked.emit(self._pressed, adding)
        dropped = self._dragged
        self._press, self._pressed, self._dragged, self._panning = None, None, None, False
        self.unsetCursor()
        self.update()
        if dropped:
            self.boxDragged.emit(dropped[0], dropped[1].x(), dropped[1].y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the ground: fit."""
        if self.hit_at(event.position()) is None:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, ask for the card, pin."""
        way = _WAYS.get(event.key())
        if way:
            here = next((key for key in self._trail() if key in self.scene.picture.box_by_id), None)
            there = step(self.scene, self.look.hidden, here, way)
            if there:
                self.walked.emit(there)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cardAsked.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.pinAsked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer the question for a tooltip with what lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.hit_at(QPointF(event.pos()))
            if found and found.id in self.tips:
                QToolTip.showText(event.globalPos(), tooltip(self.tips[found.id]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the canvas if the focus came by key: who clicks knows where they are."""
        # A window that comes to the front, a menu or popup that closes gives the focus back; how it came here before
        # does not change by that.
        if event.reason() in (*_BY_KEY, Qt.FocusReason.MouseFocusReason):
            self._came_by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered outside."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, point: QPointF | None) -> None:
        found = self.hit_at(point) if point is not None else None
        key = found.id if found else None
        if key != self.look.hovered:
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.look = Look(self.look.picked, self.look.lit, self.look.hidden, self.look.marked, key, self.look.opened)
            self.update()

    def _pan(self, by: QPointF) -> None:
        self._fitted = False
        self.camera = self.camera.panned(by)
        self.update()

    def _trail(self) -> list[str]:
        return sorted(self.look.picked)
