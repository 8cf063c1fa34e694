"""Routes by id, some of them found or exchanged, whether they stand in a tuple or are made on demand.

In goes a sequence of routes, out come a mapping, a few routes, or another sequence. Does not import
numpy itself: a large picture brings its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from explorer.layout.model import Box, Route

if TYPE_CHECKING:
    from explorer.layout.strokes import Routes


class _ById(Mapping[str, Route]):
    def __init__(self, routes: "Routes") -> None:
        self._routes = routes

    def __getitem__(self, key: str) -> Route:
        return self._routes[self._routes.place_of[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._routes.place_of)

    def __len__(self) -> int:
        return len(self._routes)

    def __contains__(self, key: object) -> bool:
        return key in self._routes.place_of


def by_id(routes: Sequence[Route]) -> Mapping[str, Route]:
    """The routes by their ids."""
    if isinstance(routes, tuple | list):
        return {route.id: route for route in routes}
    return _ById(routes)  # type: ignore[arg-type]  # the only other sequence of routes there is


def touched(routes: Sequence[Route], ends: Set[str], boxes: Sequence[Box], reach: float) -> Iterable[tuple[int, Route]]:
    """The routes that end at one of some boxes or may come near one of `boxes`, with their places in the sequence."""
    if isinstance(routes, tuple | list):
        return enumerate(routes)
    made: Routes = routes  # type: ignore[assignment]  # the only other sequence of routes there is
    return [(i, made[i]) for i in made.near(ends, boxes, reach)]


def exchanged(routes: Sequence[Route], others: Mapping[int, Route]) -> Sequence[Route]:
    """The routes with some of them exchanged, by their places."""
    if isinstance(routes, tuple | list):
        return [others.get(i, route) for i, route in enumerate(routes)]
    made: Routes = routes  # type: ignore[assignment]  # the only other sequence of routes there is
    return made.exchanged(others)
