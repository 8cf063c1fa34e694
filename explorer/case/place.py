"""Finds the line of a place in the text of a JSON file. Asked only after something was found wrong.

In goes the text and a path of keys and row numbers, out comes a line number. Must not know what the keys mean. Walks
without recursion, so that no depth of nesting can stop it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Path = tuple[int | str, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
#: Finding a line in a larger text takes longer than a reader would wait for it.
_LARGEST = 32 * 1024 * 1024


class Place(NamedTuple):
    """A key or a row of the text: its offset, the path to it, and whether its object has had that key before."""

    offset: int
    path: list[int | str]
    repeated: bool


def line_at(text: str, offset: int) -> int:
    """The line of an offset, counted from 1."""
    return text.count("\n", 0, offset) + 1


def lines_of(text: str, paths: Sequence[Path]) -> list[int | None]:
    """The line of the deepest part of each path that the text holds; the text is walked once."""
    wanted = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    if not wanted or len(text) > _LARGEST:
        return [None] * len(paths)
    offsets: dict[Path, int] = {}
    for place in _places(text):
        path = tuple(place.path)
        if path in wanted and path not in offsets:
            offsets[path] = place.offset
            if len(offsets) == len(wanted):
                break
    deepest = [next((path[:n] for n in range(len(path), 0, -1) if path[:n] in offsets), None) for path in paths]
    return [None if path is None else line_at(text, offsets[path]) for path in deepest]


def repeated_key(text: str) -> tuple[Path, int] | None:
    """The path and line of the first key that its object has had before."""
    if len(text) > _LARGEST:
        return None
    for place in _places(text):
        if place.repeated:
            return tuple(place.path), line_at(text, place.offset)
    return None


def line_of_word(text: str, words: frozenset[str]) -> int | None:
    """The line of the first of some bare words, such as NaN, outside strings."""
    if len(text) > _LARGEST:
        return None
    return next((line_at(text, token.start()) for token in _TOKEN.finditer(text) if token[0] in words), None)


def _places(text: str) -> Iterator[Place]:
    """Every key and every row in order; the path is one list that changes on the way."""
    path: list[int | str] = []
    keys: list[set[str] | None] = []  # of each open object the keys so far; None for a list
    key_next = False
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "}]":
            del path[-1:], keys[-1:]
            key_next = False
        elif mark == ",":
            key_next = _next_row(path, keys)
        elif key_next and keys[-1] is not None:
            key = _decoded(mark)
            path[-1] = key
            yield Place(token.start(), path, key in keys[-1])
            keys[-1].add(key)
            key_next = False
        elif mark != ":":
            if keys and keys[-1] is None:
                yield Place(token.start(), path, repeated=False)
            key_next = mark == "{"
            if mark in "{[":
                path.append("" if key_next else 0)
                keys.append(set() if key_next else None)


def _next_row(path: list[int | str], keys: list[set[str] | None]) -> bool:
    """Step over a comma; whether a key comes next."""
    if keys and keys[-1] is not None:
        return True
    if path and isinstance(path[-1], int):
        path[-1] += 1
    return False


def _decoded(mark: str) -> str:
    try:
        return str(json.loads(mark, strict=False))
    except ValueError:
        return mark
