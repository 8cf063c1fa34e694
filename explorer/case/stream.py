"""Reads a large case file row by row: little memory, progress on the way, and room for others to run in between.

In goes an open file, out comes a case; or nothing, if anything about the file is out of the ordinary. Then `file` reads
it as a whole and says what is wrong: this module knows no errors. Must not know windows.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NoReturn

from pydantic import BaseModel, ValidationError

from explorer.case.case import FORMAT, TABLES, VERSION, Case
from explorer.case.row import row_type

#: Told how many bytes are read; may raise to stop the reading.
Progress = Callable[[int], None]

_CHUNK = 1 << 18
#: A row that is longer than this many characters is none that a case holds.
_LONGEST = 1 << 26
#: Rows between two words about the progress.
_EVERY = 500
_SPACE = re.compile(r"[ \t\n\r]*")


class _UnusualError(Exception):
    """The file is not as the program itself writes it."""


def streamed(file: BinaryIO, progress: Progress) -> Case | None:
    """The case in a file as this program writes it; None if a slower and closer look is needed."""
    try:
        return _case(_Text(file), progress)
    except (_UnusualError, ValidationError, ValueError, RecursionError):
        # UnicodeDecodeError and JSONDecodeError are ValueErrors.
        return None


class _Text:
    """The characters of a file, of which only some are in memory at a time."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._scan = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number).raw_decode
        self._held, self._at, self._ended = "", 0, False
        self.bytes = 0

    def next(self) -> str:
        """The next character that is no space, not yet taken; nothing at the end."""
        while True:
            found = _SPACE.match(self._held, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def take(self, wanted: str) -> None:
        """Take one character, which must be this."""
        if self.next() != wanted:
            raise _UnusualError
        self._at += 1

    def value(self) -> Any:  # noqa: ANN401  # whatever JSON can hold
        """Take the next value as a whole."""
        self.next()
        while True:
            try:
                value, end = self._scan(self._held, self._at)
            except json.JSONDecodeError:
                # Most likely it is not all here yet.
                if not self._more():
                    raise
                continue
            # A number at the end of what is here may go on.
            if end == len(self._held) and self._more():
                continue
            self._at = end
            return value

    def _more(self) -> bool:
        """Read on; whether anything came."""
        if self._ended or len(self._held) - self._at > _LONGEST:
            return False
        # As much again as is held of an unfinished row: a long one is looked at a few times, not a thousand.
        chunk = self._file.read(max(_CHUNK, len(self._held) - self._at))
        self.bytes += len(chunk)
        self._ended = not chunk
        self._held = self._held[self._at :] + self._decoder.decode(chunk, final=self._ended)
        self._at = 0
        return bool(chunk)


def _case(text: _Text, progress: Progress) -> Case:
    heads: dict[str, Any] = {}
    tables: dict[str, dict[str, BaseModel]] = {}
    text.take("{")
    while True:
        key = text.value()
        text.take(":")
        if not isinstance(key, str) or key in heads or key in tables:
            raise _UnusualError
        if key in TABLES:
            # True is 1 in Python, and no version.
            if heads.get("format") != FORMAT or heads.get("version") != VERSION or heads.get("version") is True:
                raise _UnusualError
            tables[key] = dict(_rows(text, row_type(key), progress))
        else:
            heads[key] = text.value()
        if text.next() != ",":
            break
        text.take(",")
    text.take("}")
    if text.next():
        raise _UnusualError
    return Case.model_validate({**heads, **tables})


def _rows(text: _Text, model: type[BaseModel], progress: Progress) -> Iterator[tuple[str, BaseModel]]:
    seen: set[str] = set()
    text.take("[")
    if text.next() == "]":
        text.take("]")
        return
    while True:
        row = text.value()
        if not isinstance(row, dict) or not isinstance(key := row.get("id"), str) or key in seen:
            raise _UnusualError
        seen.add(key)
        if len(seen) % _EVERY == 1:
            progress(text.bytes)
        yield key, model.model_validate(row)
        if text.next() == "]":
            text.take("]")
            return
        text.take(",")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        raise _UnusualError
    return row


def _no_number(_: str) -> NoReturn:
    raise _UnusualError
