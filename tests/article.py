"""The article's case, read once for all tests that only look at it; cases are frozen, so nobody can spoil it."""

from functools import cache

from explorer import assets
from explorer.case.case import Case
from explorer.case.file import read
from explorer.graph.lens import Lens
from explorer.graph.model import VIEWS, View
from explorer.layout.card import fixed
from explorer.layout.scene import Scene, arranged

__all__ = ["VIEWS", "article", "scene"]


@cache
def article() -> Case:
    """The case of the article."""
    return read(assets.resource("cases/stoltenberg-china.json"))


@cache
def scene(view: View) -> Scene:
    """One view of it, measured with the font that is the same on every machine."""
    return arranged(article(), Lens(view=view), fixed)
