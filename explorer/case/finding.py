"""One thing that a check has found.

In goes nothing, out comes a value to list. Must not know how it was found.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["broken", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and where ("flows > f1 > supplier"); `broken`: the case is not fit to be opened."""

    code: str
    where: str
    message: str
    severity: Severity = "warning"
