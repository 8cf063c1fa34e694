"""The rows of a timeline: no label and no bar touches another, and none is dropped."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.lanes import Lanes, Mark
from explorer.layout.packing import GAP, pack


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Lanes, float, dict[str, float]]:
    spans = draw(st.lists(st.tuples(st.integers(0, 900), st.one_of(st.none(), st.integers(1, 300))), max_size=40))
    table = st.sampled_from(["events", "flows", "figures"])
    marks = tuple(
        Mark(str(i), str(i), draw(table), "", "", first, None if length is None else first + length, (None, None))
        for i, (first, length) in enumerate(spans)
    )
    widths = {mark.key: draw(st.floats(0, 300)) for mark in marks}
    return Lanes(marks), draw(st.floats(0.01, 60)), widths


@given(crowds())
def test_no_label_and_no_bar_overlaps_another(crowd: tuple[Lanes, float, dict[str, float]]) -> None:
    found, scale, widths = crowd
    packing = pack(found, scale, widths)
    assert sorted(placed.mark.key for placed in packing.placed) == sorted(widths)
    for one, other in combinations(packing.placed, 2):
        if (one.mark.lane, one.row) == (other.mark.lane, other.row):
            assert one.right + GAP <= other.left or other.right + GAP <= one.left
    for placed in packing.placed:
        assert 0 <= placed.row < packing.rows[placed.mark.lane]
        apart = placed.label_x >= placed.x1 or placed.label_x + placed.label_width <= placed.x0
        assert placed.inside is not apart or placed.label_width == 0


def test_a_label_goes_into_its_bar_beside_it_or_before_it() -> None:
    long = Mark("long", "long", "flows", "", "", 0, 400, (0, 400))
    early = Mark("early", "early", "flows", "", "", 10, 11, (10, 11))
    late = Mark("late", "late", "flows", "", "", 395, 396, (395, 396))
    packing = pack(Lanes((long, early, late)), 1.0, {"long": 100.0, "early": 100.0, "late": 100.0})
    by_key = {placed.mark.key: placed for placed in packing.placed}
    assert by_key["long"].inside
    assert by_key["early"].label_x > by_key["early"].x1
    assert by_key["late"].right < 401
    assert {placed.row for placed in packing.placed} == {0, 1}
