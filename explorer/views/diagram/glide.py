"""The glide: a picture that changes goes from its old places to its new ones within a quarter of a second.

In go the scene before and after and where the camera will be, out come scenes in between, told one after the other.
Must not know who shows them, nor what changed.
"""

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from explorer.layout.model import Box
from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.motion import between, small

#: Milliseconds from the first to the last picture.
LASTS = 220


class Glide(QObject):
    """One movement at a time; another one begins where the first has come to."""

    stepped = Signal(object, object)  # Scene, Camera | None: the camera stays to others if it need not go along
    arrived = Signal(object)  # Scene

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        #: Whether anything may glide at all.
        self.wanted = False
        self._ways: tuple[Scene, Scene, Camera, Camera] | None = None
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(LASTS)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._on_clock_changed)
        self._clock.finished.connect(self.finish)

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return self._ways is not None

    def fits(self, old: Scene, new: Scene) -> bool:
        """Whether one picture can glide into another: both small, of one view, and something that is in both moves."""
        if not self.wanted or old.graph.view != new.graph.view or old.picture is new.picture:
            return False
        before, after = old.picture, new.picture
        if not small(before) or not small(after):
            return False
        known, lines = before.box_by_id, before.route_by_id
        return any(box.id in known and _far(known[box.id], box) for box in after.boxes) or any(
            route.id in lines and lines[route.id].curve != route.curve for route in after.routes
        )

    def start(self, old: Scene, new: Scene, cameras: tuple[Camera, Camera]) -> None:
        """Go from one scene to another; the camera goes with it."""
        self._clock.stop()
        self._ways = (old, new, *cameras)
        self._step(0.0)
        self._clock.start()

    def finish(self) -> None:
        """Be there at once."""
        if self._ways is not None:
            new, self._ways = self._ways[1], None
            self._clock.stop()
            self.arrived.emit(new)

    def drop(self) -> None:
        """Forget where it was going: something else is shown."""
        self._ways = None
        self._clock.stop()

    def _on_clock_changed(self, share: float) -> None:
        if share < 1.0:
            self._step(share)

    def _step(self, share: float) -> None:
        if self._ways is not None:
            old, new, start, end = self._ways
            picture = between(old.picture, new.picture, share)
            camera = None if start == end else start.toward(end, share)
            self.stepped.emit(replace(new, picture=picture), camera)


def _far(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) > 0.5 or abs(one.y - other.y) > 0.5
