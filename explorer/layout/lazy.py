"""Routes by id, whether they stand in a tuple or are made on demand.

In goes a sequence of routes, out comes a mapping. Does not import numpy itself: a large picture brings its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from explorer.layout.model import Route

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
