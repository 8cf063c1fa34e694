"""Measures how large our code is: lines of a file and of a function, methods of a class.

In goes Python source, out come numbers with the name of what they measure. Knows no bound: `test_contracts.py` does.
"""

import ast
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Size:
    """A number and what it was measured on."""

    of: str
    number: int


def file_size(path: Path) -> Size:
    """The lines of a file, blank ones and comments too."""
    return Size(path.as_posix(), len(path.read_text(encoding="utf-8").splitlines()))


def function_sizes(source: str, name: str) -> list[Size]:
    """The lines of each function, from `def` to its end; a function inside another counts for both."""
    return [
        Size(f"{name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def class_sizes(source: str, name: str) -> list[Size]:
    """The number of methods of each class."""
    return [
        Size(f"{name}:{node.lineno} {node.name}", sum(isinstance(part, ast.FunctionDef) for part in node.body))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
    ]


def share(sizes: Sequence[Size], part: float) -> int:
    """The smallest number that this part of the sizes does not exceed: 0.5 is the median, 0.95 the tail."""
    ordered = sorted(size.number for size in sizes)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)] if ordered else 0


def above(sizes: Iterable[Size], bound: int) -> list[str]:
    """What exceeds the bound, largest first, for a message."""
    found = sorted((size for size in sizes if size.number > bound), key=lambda size: -size.number)
    return [f"{size.number} {size.of}" for size in found]
