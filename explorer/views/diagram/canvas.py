"""The canvas: shows a scene through a camera.

In go a scene, a look and a camera, out comes a painting. What is done with mouse and keys is turned into its signals by
the hand. Must not know the session.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.look import Look
from explorer.views.diagram.minimap import sheet_point
from explorer.views.diagram.paint.box import paint_box
from explorer.views.diagram.paint.heading import HEAD
from explorer.views.diagram.paint.sheet import TITLED
from explorer.views.diagram.paint.trace import Trace, paint_trace
from explorer.views.diagram.pick import Hit
from explorer.views.diagram.screen import Screen
from explorer.views.kit import theme

_REACH = 7.0
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Canvas(QWidget):
    """The sheet on the screen. One Tab stop; arrows walk, Enter asks for the card, Space pins."""

    hitPicked = Signal(object, bool)  # Hit | None, add to what is picked
    bandPicked = Signal(object, bool)  # ids of boxes, add to what is picked
    boxesDragged = Signal(object)  # corners on the sheet by id
    nudgeAsked = Signal(float, float)  # how far on the sheet
    connectionAsked = Signal(str, str)  # ids of two boxes
    closerAsked = Signal(str)  # id of a box
    menuAsked = Signal(object, QPoint)  # Hit | None, where on the screen
    walked = Signal(str)
    cardAsked = Signal()
    pinAsked = Signal()
    painted = Signal()
    settled = Signal()  # the exact picture stands, and nothing is left to paint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: Takes an event before the widget does, and says whether it was one for it.
        self.gesture: Callable[[QEvent], bool] = lambda _event: False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self.setAccessibleName("Flow diagram")
        self.scene, self.look, self.camera = Scene(), Look(), Camera()
        self.trace = Trace()
        self.minimap_wanted: bool | None = None
        #: Whether the whole sheet is kept in view.
        self.fitted = True
        #: Boxes that are held, and where on the sheet their corners are now.
        self.lifted: dict[str, QPointF] = {}
        self._came_by_key = False
        self._screen = Screen(self)
        self._screen.settled.connect(self.settled)

    def show_scene(self, scene: Scene, *, fit: bool, at_once: bool = False) -> None:
        """Show another scene; `fit` brings all of it into view, `at_once` paints it in the next frame."""
        self.scene = scene
        self._screen.show_scene(scene, at_once=at_once)
        if fit or self.fitted:
            self.fit()
        else:
            self._turn(self.camera)

    def show_passing(self, scene: Scene, camera: Camera | None = None) -> None:
        """Show a scene on the way to another; if no camera goes with it, the view stays as it is."""
        self.scene = scene
        self._screen.show_scene(scene, at_once=True)
        self._turn(camera or self.camera)

    def show_trace(self, trace: Trace) -> None:
        """Show what a gesture draws while it lasts."""
        if trace != self.trace:
            self.trace = trace
            self.update()

    def show_look(self, look: Look) -> None:
        """Show the same scene with another look; nothing moves."""
        if look != self.look:
            self.look = look
            self._screen.show_look(look)
            self.update()

    def fit(self) -> None:
        """Bring the whole sheet into view, and keep it there when the window changes."""
        self.fitted = True
        self._turn(self._whole())

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther around a point of the screen, else around the middle."""
        self.fitted = False
        self._turn(self.camera.zoomed(factor, at or QPointF(self.rect().center())))
        self._screen.hold()

    def pan(self, by: QPointF) -> None:
        """Move by pixels of the screen."""
        self.fitted = False
        self._turn(self.camera.panned(by))

    def hover(self, key: str | None) -> None:
        """Show what lies under the pointer."""
        if key != self.look.hovered:
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.look = replace(self.look, hovered=key)
            self._screen.show_look(self.look)
            self.update()

    def lift(self, corners: dict[str, QPointF]) -> None:
        """Show boxes at other places while they are held; none puts all back."""
        self.lifted = corners
        self._turn(self.camera)

    def zoom_to(self, ids: frozenset[str]) -> None:
        """Bring some boxes into view, as near as reading asks for."""
        boxes = [box for key, box in self.scene.picture.box_by_id.items() if key in ids]
        if not boxes:
            return
        around = QRectF()
        for box in boxes:
            around = around.united(QRectF(box.x - 30, box.y - 40, box.width + 60, box.height + 80))
        self.fitted = False
        near = Camera.fitted(around, QRectF(self.rect()).size())
        self._turn(replace(near, farthest=min(near.farthest, self._whole().farthest)))

    def reveal(self, element: str) -> None:
        """Pan just so far that an element is in view."""
        place = self._screen.drawing.reach.anchor(element)
        if place is None:
            return
        point = self.camera.to_screen(QPointF(*place))
        room = QRectF(self.rect()).adjusted(40, 40, -40, -40)
        if room.isEmpty() or room.contains(point):
            return
        x = max(room.left(), min(room.right(), point.x()))
        y = max(room.top(), min(room.bottom(), point.y()))
        self._turn(self.camera.panned(QPointF(x, y) - point))

    def point_of(self, element: str) -> QPoint | None:
        """Where on this widget an element can be clicked, or None if this view does not show it."""
        place = self._screen.drawing.reach.anchor(element)
        return self.camera.to_screen(QPointF(*place)).toPoint() if place else None

    def hit_at(self, point: QPointF) -> Hit | None:
        """What lies under a point of this widget."""
        on_sheet = self.camera.to_sheet(point)
        return self._screen.drawing.reach.hit(self.look, on_sheet.x(), on_sheet.y(), _REACH / self.camera.scale)

    def minimap_shown(self) -> bool:
        """Shown if asked for, else above 60 boxes, unless all of them are in view anyway."""
        if self.minimap_wanted is not None:
            return self.minimap_wanted
        return len(self.scene.picture.boxes) > 60 and not self._all_in_view()

    def exact(self) -> bool:
        """Whether what is seen is the exact picture, to the pixel."""
        return self._screen.exact()

    def minimap_at(self, point: QPointF) -> QPointF | None:
        """The place on the sheet that a point in the minimap stands for, or None beside it."""
        return sheet_point(self.scene.picture, QRectF(self.rect()), point) if self.minimap_shown() else None

    def _turn(self, camera: Camera) -> None:
        """Look from elsewhere or at something else: a port, which stands at a place of the screen, is not there."""
        self.camera = camera
        self.show_trace(replace(self.trace, port=None))
        self.update()

    def _whole(self) -> Camera:
        size = QRectF(self.rect()).size()
        camera = Camera.fitted(self._sheet(), size)
        # From so far away the titles of the lanes stand above them.
        return camera if camera.scale >= TITLED else Camera.fitted(self._sheet(), size, head=HEAD)

    def _all_in_view(self) -> bool:
        seen = self.camera.transform().mapRect(self._sheet())
        return QRectF(self.rect()).adjusted(-1, -1, 1, 1).contains(seen)

    def _sheet(self) -> QRectF:
        picture = self.scene.picture
        return QRectF(picture.x, picture.y, picture.width, picture.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sheet, minimap, focus frame."""
        painter = QPainter(self)
        self._screen.paint(painter, self.camera, minimap=self.minimap_shown())
        painter.save()
        painter.setTransform(self.camera.transform(), combine=True)
        for key, corner in self.lifted.items():
            self._paint_lifted(painter, key, corner)
        painter.restore()
        paint_trace(painter, self.trace)
        if self.hasFocus() and self._came_by_key:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
        self.painted.emit()

    def _paint_lifted(self, painter: QPainter, key: str, corner: QPointF) -> None:
        """The box under the hand; its lines follow when it is put down."""
        box = replace(self.scene.picture.box_by_id[key], x=corner.x(), y=corner.y())
        paint_box(painter, self.scene.graph.node_by_id[key], self.scene.cards[key], box, Look(frozenset({key})))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, if it was."""
        super().resizeEvent(event)
        if self.fitted:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """What is meant for the hand goes there first."""
        return self.gesture(event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the canvas if the focus came by key: who clicks knows where they are."""
        # A window that comes to the front, a menu or popup that closes gives the focus back; how it came here before
        # does not change by that.
        if event.reason() in (*_BY_KEY, Qt.FocusReason.MouseFocusReason):
            self._came_by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)
