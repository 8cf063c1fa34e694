"""What is wrong with a case file, in words that can be shown anywhere.

In goes what was found, out comes one clear line: where, what, what to do. Must not know how files are read.
"""

import unicodedata
from dataclasses import dataclass

from explorer.text.english import counted

#: Longer values are cut in a message; ten megabytes of one name still make one line.
_SHOWN = 80
_PLACES = 6
_MESSAGE = 400
#: Control, format (bidi, invisible), surrogate, private, unassigned, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown(value: object, limit: int = _SHOWN) -> str:
    """A value fit for one line of a message: clipped, and what cannot be seen written as U+202E."""
    text = value if isinstance(value, str) else repr(value)[: limit + 1]
    clipped = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(
        f"U+{ord(character):04X}" if unicodedata.category(character) in _HIDDEN else character for character in clipped
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `place` reads like "actors > china > name", `line` counts from 1 if it is known."""

    text: str
    place: str = ""
    line: int | None = None

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        where = ", ".join(part for part in (line, self.place) if part)
        return f"{where}: {self.text}" if where else self.text


def place_of(parts: tuple[int | str, ...]) -> str:
    """A place in a case in words; rows of a list without an id are counted from 1."""
    said = [f"row {part + 1}" if isinstance(part, int) else shown(part, 40) for part in parts[:_PLACES]]
    return " > ".join(said + ["…"] * (len(parts) > _PLACES))


class CaseError(ValueError):
    """A case file that cannot be read or written; its text is one line that says what, where, and what to do."""

    def __init__(self, path: str, problems: tuple[Problem, ...], more: int = 0) -> None:
        first = problems[0]
        self.path = path
        self.problems = problems
        self.place = first.place
        self.line = first.line
        self.problem = first.text
        others = len(problems) - 1 + more
        least = "at least " if more else ""  # who counts more than are listed, stopped looking somewhere
        told = f" (and {least}{counted(others, 'more problem')})" if others else ""
        super().__init__(f"{shown(path, 200)}{', ' if first.line or first.place else ': '}{first}{told}")


def refusal(path: str, text: str, place: str = "", line: int | None = None) -> CaseError:
    """An error with one problem."""
    return CaseError(path, (Problem(text[:_MESSAGE], place, line),))
