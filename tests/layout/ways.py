"""Random routes, and the same on arrays."""

from hypothesis import strategies as st

from explorer.layout.model import Point, Route
from explorer.layout.strokes import Routes, joined

_numbers = st.integers(-5_000, 5_000).map(lambda number: number / 8)
_points = st.tuples(_numbers, _numbers)


@st.composite
def ways(draw: st.DrawFn, least: int = 0) -> tuple[Route, ...]:
    """A few routes between a few boxes; some pieces level, some routes with a mark."""
    made = []
    for number in range(draw(st.integers(least, 6))):
        curve: list[Point] = [draw(_points)]
        for _ in range(draw(st.integers(1, 4))):
            (x, y), end = curve[-1], draw(_points)
            flat = draw(st.booleans())
            curve += [(x, y), (end[0], y), (end[0], y)] if flat else [draw(_points), draw(_points), end]
        ends = draw(st.sampled_from("abc")), draw(st.sampled_from("abc"))
        made.append(Route(f"r{number}", *ends, tuple(curve), draw(st.none() | _points)))
    return tuple(made)


def on_arrays(routes: tuple[Route, ...]) -> Routes:
    """The same routes as a large picture has them."""
    return joined([routes])
