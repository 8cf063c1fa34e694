"""Sizes: what is possible, what is refused, and that the parts add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.generate.size import BOUNDS, Size, SizeError


@given(st.integers(*BOUNDS["actors"]))
def test_every_actor_has_a_part(actors: int) -> None:
    size = Size(actors=actors)
    parts = (size.issuers, size.bodies, size.media, size.officials, size.authors, size.groups, size.companies)
    assert sum(parts) == actors
    assert size.companies >= 3


@pytest.mark.parametrize(("name", "count"), [(name, least - 1) for name, (least, _) in BOUNDS.items()])
def test_too_little_is_refused_with_what_is_possible(name: str, count: int) -> None:
    with pytest.raises(SizeError, match=f"{name} must be .* to .*; it is {count}"):
        Size(**{name: count})


def test_too_much_is_refused() -> None:
    with pytest.raises(SizeError, match="flows must be 1 to 80,000; it is 80,001"):
        Size(flows=80_001)


def test_what_no_file_can_hold_is_refused_before_it_is_made() -> None:
    with pytest.raises(SizeError, match="about 239 MB, which is more than the program reads"):
        Size(actors=100_000, goods=5_000, flows=60_000)
