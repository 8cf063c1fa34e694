"""Which box lies on which.

In go a scene and a look, out come the boxes from the lowest to the topmost, for the painter and for picking alike.
"""

from explorer.layout.model import Box
from explorer.layout.scene import Scene
from explorer.views.diagram.look import Look


def stacked(scene: Scene, look: Look) -> list[Box]:
    """The boxes from the lowest to the topmost: what was put somewhere above the rest, what is picked above all."""
    return sorted(scene.picture.boxes, key=lambda box: box.id in look.picked)
