"""What is worked out of a case once, and kept with it for as long as it lives.

In goes a function of a case, out comes one that answers from memory the second time. Must not know what is worked out.
For functions that do not belong to the case itself; those that do are cached properties there.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from explorer.case.case import Case

T = TypeVar("T")


def once(function: "Callable[[Case], T]") -> "Callable[[Case], T]":
    """The function, asked at most once of each case: a case never changes, and a large one takes long to go through."""
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def asked(case: "Case") -> T:
        # As a cached property does: beside the fields, so that a case that is made of this one starts without it,
        # unless only its boxes were put elsewhere.
        held = case.__dict__
        if key not in held:
            held[key] = function(case)
        answer: T = held[key]
        return answer

    return asked
