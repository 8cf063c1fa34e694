"""What a worker works out of a large scene, so that it is there at once when the scene is shown.

In goes a scene, out come its arrays, or None for a scene so small that it needs none. Makes no object of the GUI. Must
not know widgets.
"""

from typing import TYPE_CHECKING

from explorer.layout.scene import Scene
from explorer.views.diagram.excerpt import Index

if TYPE_CHECKING:
    # Imports numpy, for which the first paint of a small case is not to wait.
    from explorer.views.diagram.crowd import Crowd

#: Above so many boxes or lines a scene is painted from arrays.
LARGE, LARGE_LINES = 80, 500


def prepared(scene: Scene) -> "Crowd | None":
    """The arrays of a scene, with everything worked out that its first painting asks for."""
    made = crowd_of(scene)
    if made is not None:
        made.work_out()
    return made


def crowd_of(scene: Scene, before: "Crowd | None" = None) -> "Crowd | None":
    """The arrays of a scene: those that were prepared, else new ones; places come from those before if they can."""
    if len(scene.picture.boxes) <= LARGE and len(scene.picture.routes) <= LARGE_LINES:
        return None
    from explorer.views.diagram.crowd import Crowd

    ready = scene.prepared if isinstance(scene.prepared, Crowd) else None
    if ready is not None and ready.suits(scene):
        return ready
    return Crowd(scene, Index(scene), ready or before)
