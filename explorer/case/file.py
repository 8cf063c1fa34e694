"""The one door between a case and a file: read, parse, dump, write, schema.

In goes a path or its content, out comes a case or one clear error; in goes a case, out comes a file that is certain to
be read again. Must not know windows, views or what the case says.
"""

import json
import os
import stat
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from pydantic import ValidationError

from explorer.case.case import FORMAT, VERSION, Case
from explorer.case.place import line_of_word, repeated_key
from explorer.case.problem import CaseError, Problem, place_of, refusal, shown
from explorer.case.row import read_rows
from explorer.case.saver import save
from explorer.case.stream import Progress, streamed
from explorer.case.upgrade import upgrade

__all__ = ["LARGE", "CaseError", "dump", "parse", "read", "schema", "write"]

#: From how many bytes on a file is read row by row; below, reading it whole is over before anybody waits.
LARGE = 2 * 1024 * 1024
_LARGEST = 200 * 1024 * 1024
_DEEPEST = 64
_CHOOSE = "choose a file that this program has saved"


class _RepeatedKeyError(ValueError):
    """An object holds a key twice; JSON readers would silently keep the last one."""


class _NoNumberError(ValueError):
    """NaN or an infinity stands where a number should."""


def read(path: Path, progress: Progress | None = None) -> Case:
    """Read a case file; raises `CaseError` with one clear line if that cannot be done.

    `progress` is told the share of a large file that is read, in per cent; it may raise to stop the reading.
    """
    name = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusal(name, "this is a folder, not a file; choose the case file inside it")
        if not stat.S_ISREG(status.st_mode):
            raise refusal(name, "this is not an ordinary file; choose a case file")
        _refuse_large(name, status.st_size)
        with path.open("rb") as file:
            if status.st_size > LARGE and (case := _streamed(file, status.st_size, progress)) is not None:
                return case
            file.seek(0)
            content = file.read(_LARGEST + 1)  # the file may have grown since it was asked
    except FileNotFoundError:
        raise refusal(name, "there is no such file; look whether it was moved or renamed") from None
    except (OSError, ValueError) as error:
        if isinstance(error, CaseError):
            raise
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise refusal(name, f"cannot be read: {shown(str(reason))}; look who may read it") from None
    return parse(content, name)


def _streamed(file: BinaryIO, size: int, progress: Progress | None) -> Case | None:
    def told(done: int) -> None:
        if progress is not None:
            progress(min(100, done * 100 // size))

    return streamed(file, told)


def parse(content: bytes | str, name: str) -> Case:
    """Make a case of the content of a file; `name` is what an error calls it."""
    _refuse_large(name, len(content))
    text = _decoded(content, name)
    return read_rows(_checked(_loaded(text, name), name), text, name)


def _refuse_large(name: str, size: int) -> None:
    if size > _LARGEST:
        megabytes = _LARGEST // 1024 // 1024
        raise refusal(name, f"is larger than {megabytes} MB; a case is never that large, so it was not read")


def _decoded(content: bytes | str, name: str) -> str:
    if isinstance(content, str):
        return content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        told = f"is not UTF-8: byte 0x{content[error.start]:02X} at offset {error.start}; save it as UTF-8"
        raise refusal(name, told, line=line) from None


def _loaded(text: str, name: str) -> object:
    try:
        value: object = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        told = f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}; {_CHOOSE}"
        raise refusal(name, told, line=error.lineno) from None
    except RecursionError:
        raise refusal(name, _too_deep()) from None
    except _RepeatedKeyError as error:
        path, line = repeated_key(text) or ((str(error),), None)
        told = f"the field '{shown(str(error))}' stands here twice; keep one of them"
        raise refusal(name, told, place_of(path), line) from None
    except _NoNumberError as error:
        told = f"{error} is not a number; write a number or leave the field out"
        raise refusal(name, told, line=line_of_word(text, frozenset({"NaN", "Infinity", "-Infinity"}))) from None
    except ValueError:
        # Python refuses to read integers of more than some thousand digits.
        raise refusal(name, "holds a number with thousands of digits; correct it") from None
    if _depth_exceeds(value, _DEEPEST):
        raise refusal(name, _too_deep())
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise _RepeatedKeyError(next(key for key, count in counts.items() if count > 1))
    return row


def _no_number(word: str) -> NoReturn:
    raise _NoNumberError(word)


def _too_deep() -> str:
    return f"is nested deeper than {_DEEPEST} levels; no case is, so it was not read"


def _depth_exceeds(value: object, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _checked(value: object, name: str) -> dict[str, Any]:
    """The content brought to today's version, if it is the content of a case file at all."""
    if not isinstance(value, dict):
        raise refusal(name, f"holds no case: the whole file must be one object in braces; {_CHOOSE}")
    if value.get("format") != FORMAT:
        found = f"it is '{shown(value['format'])}'" if "format" in value else "there is none"
        raise refusal(name, f"the field 'format' must be '{FORMAT}', but {found}; {_CHOOSE}", "format")
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        found = f"it is '{shown(version)}'" if "version" in value else "there is none"
        raise refusal(name, f"the field 'version' must be a whole number up to {VERSION}, but {found}", "version")
    if version > VERSION:
        told = (
            f"written by a newer version of the program: it has format {shown(version)}, this program reads up to "
            f"{VERSION}; install a newer one"
        )
        raise refusal(name, told, "version")
    return upgrade(value)


def dump(case: Case) -> str:
    """The content of a case file: the same text for the same case, defaults left out."""
    body = case.model_dump_json(indent=2, exclude_defaults=True)
    head = f'{{\n  "format": {json.dumps(FORMAT)},\n  "version": {VERSION},\n'
    return head + body.removeprefix("{\n") + "\n"


def write(case: Case, path: Path) -> None:
    """Save a case so that the file on disk is at every moment the old one or the new one, whole.

    Raises `CaseError` if it cannot be saved; the old file is then as it was. What could not be read again is not saved.
    """
    name = str(path)
    try:
        content = dump(case)
        again = dump(parse(content, name))
    except CaseError as error:
        problem = Problem(f"was not saved, because it could not be opened again: {error.problem}", error.place)
        raise CaseError(name, (problem, *error.problems[1:])) from None
    except (ValueError, ValidationError) as error:  # a lone surrogate that no command checked
        raise refusal(name, f"was not saved, because it cannot be written: {shown(str(error), 200)}") from None
    if again != content:
        raise refusal(name, "was not saved, because it would be read differently; undo the last change and try again")
    try:
        save(content.encode("utf-8"), Path(os.path.realpath(path)))
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        told = f"was not saved: {shown(reason)}; the file is as it was, save under another name"
        raise refusal(name, told) from None


def schema() -> Mapping[str, Any]:
    """The JSON Schema of a case file."""
    body = Case.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:{VERSION}",
        **body,
        "title": "Case of the Sanctions Explorer",
        "required": ["format", "version", *body["required"]],
    }
