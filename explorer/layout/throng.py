"""Marks that are too many to be drawn one by one: how many stand where along the days.

In go the first and last days of marks, out come counts. Must not know what the marks are of, scales, fonts or widgets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

#: A lane of more marks is counted instead of drawn.
MOST = 150
#: Into how many stretches the days are cut at most.
_STRETCHES = 240


@dataclass(frozen=True, slots=True)
class Throng:
    """So many marks that they are counted: in all, and in each stretch of `step` days from the day `first`."""

    total: int
    first: int
    step: int
    counts: tuple[int, ...]


def counted(marks: Sequence[tuple[int | None, int | None]], first: int, last: int) -> Throng:
    """How many marks may touch each stretch of the days from `first` to `last`; None is an open end, last exclusive."""
    step = max(1, -(-(last - first) // _STRETCHES))
    size = -(-(last - first) // step)
    changes = [0] * (size + 1)
    for begin, end in marks:
        start = 0 if begin is None else min(max((begin - first) // step, 0), size)
        stop = size if end is None else min(max(-(-(end - first) // step), 0), size)
        changes[start] += 1
        changes[max(start, stop)] -= 1
    return Throng(len(marks), first, step, tuple(accumulate(changes[:size])))
