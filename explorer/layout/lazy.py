"""Routes by id, as straight pieces, some found or exchanged, whether they stand in a tuple or are made on demand.

In goes a sequence of routes, out come a mapping, a few routes, or another sequence. Does not import
numpy itself: a large picture brings its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, cast

from explorer.layout.model import Box, Point, Route

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


def _on_demand(routes: Sequence[Route]) -> "Routes | None":
    """The routes as what makes them on demand, or None if they stand there one by one."""
    return None if isinstance(routes, tuple | list) else cast("Routes", routes)


def by_id(routes: Sequence[Route]) -> Mapping[str, Route]:
    """The routes by their ids."""
    made = _on_demand(routes)
    return {route.id: route for route in routes} if made is None else _ById(made)


def marks(routes: Sequence[Route]) -> Mapping[str, Point]:
    """Where the marks of routes sit, by the ids of the routes."""
    if (made := _on_demand(routes)) is None:
        return {route.id: route.mark for route in routes if route.mark is not None}
    ids, _, _, places = made.ends()
    return {ids[i]: place for i, place in places.items()}


def touched(routes: Sequence[Route], ends: Set[str], boxes: Sequence[Box], reach: float) -> Iterable[tuple[int, Route]]:
    """The routes that end at one of some boxes or may come near one of `boxes`, with their places in the sequence."""
    made = _on_demand(routes)
    return enumerate(routes) if made is None else [(i, made[i]) for i in made.near(ends, boxes, reach)]


def exchanged(routes: Sequence[Route], others: Mapping[int, Route]) -> Sequence[Route]:
    """The routes with some of them exchanged, by their places."""
    if (made := _on_demand(routes)) is not None:
        return made.exchanged(others)
    return [others.get(i, route) for i, route in enumerate(routes)]


def polylines(routes: Sequence[Route]) -> Iterator[tuple[str, str, str, list[list[float]]]]:
    """Id, source, target and straight pieces of every route, to a hundredth of a pixel."""
    if (made := _on_demand(routes)) is not None:
        yield from made.polylines()
        return
    for route in routes:
        yield route.id, route.source, route.target, [[round(x, 2), round(y, 2)] for x, y in route.polyline()]


def reach_of(routes: Sequence[Route]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all routes and their controls; nothing reaches as far as infinity back."""
    if (made := _on_demand(routes)) is not None:
        return made.reach()
    xs = [x for route in routes for x, _ in route.curve]
    ys = [y for route in routes for _, y in route.curve]
    none = float("inf")
    return min(xs, default=none), min(ys, default=none), max(xs, default=-none), max(ys, default=-none)


#: So many routes are worth arrays.
_MANY = 600


def shifted(routes: Sequence[Route], by: Point) -> Sequence[Route]:
    """The routes so many pixels to the right and down."""
    if (made := _on_demand(routes)) is not None:
        return made.shifted(by)
    dx, dy = by
    return tuple(
        replace(
            route,
            curve=tuple((x + dx, y + dy) for x, y in route.curve),
            mark=(route.mark[0] + dx, route.mark[1] + dy) if route.mark else None,
        )
        for route in routes
    )


def put_together(parts: Sequence[Sequence[Route]]) -> Sequence[Route]:
    """The routes of several pictures in one sequence."""
    if all(_on_demand(part) is None for part in parts) and sum(map(len, parts)) < _MANY:
        return tuple(chain.from_iterable(parts))
    from explorer.layout.strokes import joined

    return joined(parts)
