"""Marks that are counted: nobody is lost, open ends reach to the end."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.throng import counted

DAYS = st.one_of(st.none(), st.integers(-50, 1_200))


def test_a_mark_counts_in_every_stretch_that_it_may_touch() -> None:
    throng = counted([(0, 2), (1, 3), (None, 1), (3, None)], 0, 4)
    assert (throng.total, throng.first, throng.step) == (4, 0, 1)
    assert throng.counts == (2, 2, 1, 1)


@given(st.lists(st.tuples(DAYS, DAYS), max_size=30), st.integers(30, 3_000))
def test_no_stretch_holds_more_than_there_are(marks: list[tuple[int | None, int | None]], last: int) -> None:
    throng = counted(marks, 0, last)
    assert throng.total == len(marks)
    assert all(0 <= count <= len(marks) for count in throng.counts)
    assert len(throng.counts) <= 240
    assert (len(throng.counts) - 1) * throng.step < last <= len(throng.counts) * throng.step


@given(st.integers(30, 3_000))
def test_what_has_no_end_is_everywhere(last: int) -> None:
    assert set(counted([(None, None)], 0, last).counts) == {1}
