"""What is picked: one value for every pane.

In go ids of elements, or of the folds that stand for many, and perhaps the passage or claim through which they were
picked. Must not know any pane.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """The picked elements and folds, the first one in focus.

    `quote` is the passage, if the pick came from or leads to one. `depth` is how many steps of the neighbourhood stay
    lit: None is the whole chain up- and downstream.
    """

    ids: tuple[str, ...] = ()
    quote: str | None = None
    claim: str | None = None
    depth: int | None = None

    @property
    def focus(self) -> str | None:
        """The element that the inspector opens with."""
        return self.ids[0] if self.ids else None

    def __bool__(self) -> bool:
        return bool(self.ids or self.quote)
