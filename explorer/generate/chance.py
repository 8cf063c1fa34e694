"""Chance that is the same on every machine: one stream for each part of a case, and draws that favour the first.

In go a seed and rows, out come draws. Only whole numbers are weighed, because powers and logarithms differ in their
last digit from one machine to another. Must not know what is drawn.
"""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

_UNIT = 1_000_000_000


def stream(seed: int, part: str) -> Random:
    """The chance of one part of a case; more of another part does not change it."""
    return Random(f"{seed}/{part}")


class Hubs(Generic[T]):
    """Rows of which the first are drawn far more often: the n-th about 1/n times as often as the first.

    `flat` evens the head out: with 10 the first is drawn less than twice as often as the tenth.
    """

    def __init__(self, rows: Sequence[T], flat: int = 1) -> None:
        self._rows = rows
        self._weights = list(accumulate(_UNIT // (place + flat) for place in range(1, len(rows) + 1)))

    def pick(self, chance: Random) -> T:
        """One of the rows."""
        return chance.choices(self._rows, cum_weights=self._weights)[0]


def weighed(chance: Random, shares: Sequence[tuple[T, int]]) -> T:
    """One of some values, each with its share in per cent."""
    left = chance.randrange(sum(share for _, share in shares))
    for value, share in shares:
        left -= share
        if left < 0:
            return value
    return shares[-1][0]
