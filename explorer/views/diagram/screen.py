"""The screen: keeps the picture of a scene painted while it is moved, and paints what lies on top of it.

In go a scene, a look and a camera, out come pixels inside a paint event and, when nothing is left to paint, `settled`.
Owns the timers that spread painting over turns of the event loop. Must not know gestures or the session.
"""

import time
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.content import Drawing, hovered_jobs
from explorer.views.diagram.kept import SLICE, Kept
from explorer.views.diagram.look import Look
from explorer.views.diagram.minimap import Minimap
from explorer.views.diagram.paint.heading import paint_headings
from explorer.views.diagram.paint.sheet import prepare
from explorer.views.kit import theme

#: So long after the last turn of the wheel the exact picture is painted, in ms.
_PAUSE = 90
_DONE = object()


class Screen(QObject):
    """What a widget shows of a scene."""

    settled = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.drawing = Drawing(Scene(), Look())
        self.minimap = Minimap()
        self._kept = Kept(self.drawing)
        self._ground = theme.ground()
        self._told = False
        #: What is left of working out what can be pointed at.
        self._ahead: Iterator[None] | None = None
        self._turns = QTimer(self, singleShot=True, interval=0)
        self._turns.timeout.connect(self._on_turns_timeout)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(widget.update)

    def show_scene(self, scene: Scene, *, at_once: bool = False) -> None:
        """Paint another scene; the old one is seen until then, but not if the new one is wanted at once."""
        self.drawing = Drawing(scene, self.drawing.look, before=self.drawing, at_once=at_once)
        self._kept.renew(self.drawing)
        self._told, self._ahead = False, None
        self.minimap.forget()

    def show_look(self, look: Look) -> None:
        """Paint only what looks different now."""
        old, self.drawing.look = self.drawing.look, look
        self._told = self._told and replace(old, hovered=look.hovered) == look
        if look.hidden != old.hidden:
            self._kept.renew(self.drawing)
        for key in look.opened ^ old.opened:
            self._kept.repaint(self.drawing.reach.bounds_of(key))
        if (look.picked, look.lit, look.marked, look.found) != (old.picked, old.lit, old.marked, old.found):
            self._kept.relight()

    def hold(self) -> None:
        """Somebody is zooming: show what there is scaled, and paint the exact picture a little later."""
        self._pause.start()

    def paint(self, painter: QPainter, camera: Camera, *, minimap: bool) -> None:
        """Everything that the widget shows, but for what its gestures add."""
        if self._ground != theme.ground():
            self._ground = theme.ground()
            self._kept.forget()
            self.minimap.forget()
        ratio = self._widget.devicePixelRatioF()
        size = QSize(round(self._widget.width() * ratio), round(self._widget.height() * ratio))
        before = self._kept.layers.sight
        self._kept.aim(camera, size, ratio, hold=self._pause.isActive())
        if self.drawing.lights:
            self._kept.finish(SLICE)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self._kept.layers.show(painter)
        painter.restore()
        self._paint_upper(painter, camera)
        if minimap:
            self.minimap.paint(painter, self.drawing, camera, QRectF(self._widget.rect()), ratio)
        self._told = self._told and before == self._kept.layers.sight and self._kept.exact()
        if not (self._kept.idle and self._told) and not self._pause.isActive():
            self._turns.start()

    def exact(self) -> bool:
        """Whether what is seen is the exact picture."""
        return self._kept.exact()

    def _paint_upper(self, painter: QPainter, camera: Camera) -> None:
        prepare(painter)
        paint_headings(painter, self.drawing.scene.picture, camera, QRectF(self._widget.rect()))
        painter.save()
        painter.setTransform(camera.transform(), combine=True)
        for job in hovered_jobs(self.drawing, camera.scale):
            job(painter)
        painter.restore()

    def _look_ahead(self) -> None:
        """Work out for a turn what can be pointed at; whoever points before that is done is answered more slowly."""
        end = time.perf_counter() + SLICE
        while self._ahead is not None and time.perf_counter() < end:
            if next(self._ahead, _DONE) is _DONE:
                self._ahead = None
        if self._ahead is not None:
            self._turns.start()

    def _on_turns_timeout(self) -> None:
        if self._kept.idle and self._ahead is not None:
            self._look_ahead()
            return
        exact = self._kept.exact()
        more = self._kept.turn()
        if not exact:
            self._widget.update()
        if more or self._ahead is not None:
            self._turns.start()
        if self._kept.exact() and not self._told:
            self._told = True
            sight = self._kept.layers.sight
            self._ahead = self.drawing.reach.foresee(
                self.drawing.look, sight.on_sheet(), sight.camera.scale / sight.ratio
            )
            self.settled.emit()
            self._turns.start()
