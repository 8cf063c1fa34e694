"""A grid answers as if every rectangle were looked at."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.views.diagram.grid import Grid

_SIDES = st.tuples(st.integers(-50, 50), st.integers(-50, 50), st.integers(0, 40), st.integers(0, 40))


@given(st.lists(_SIDES, max_size=30), st.integers(-60, 100), st.integers(-60, 100))
def test_it_finds_what_contains_a_point(rows: list[tuple[int, int, int, int]], x: int, y: int) -> None:
    sides = [(left, top, left + wide, top + high) for left, top, wide, high in rows]
    grid = Grid(np.array(sides, np.float64))
    plain = [i for i, (a, b, c, d) in enumerate(sides) if a <= x <= c and b <= y <= d]
    assert grid.at(float(x), float(y)) == plain


@given(st.lists(_SIDES, min_size=1, max_size=30))
def test_every_corner_belongs_to_its_rectangle(rows: list[tuple[int, int, int, int]]) -> None:
    sides = [(left, top, left + wide, top + high) for left, top, wide, high in rows]
    grid = Grid(np.array(sides, np.float64))
    for i, (left, top, right, bottom) in enumerate(sides):
        for x, y in ((left, top), (right, bottom), (left, bottom), (right, top)):
            assert i in grid.at(x, y)
