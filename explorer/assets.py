"""Finds what travels with the program: `resources/` and `seeds/`.

In goes a name relative to one of the two folders, out comes a path or the text. A wheel carries both folders inside the
package, a checkout beside it; nobody else in the program builds such a path. Knows nothing of what the files mean.
"""

import tomllib
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def _root(name: str) -> Path:
    packed = _PACKAGE / f"_{name}"
    return packed if packed.is_dir() else _PACKAGE.parent / name


def resource(name: str) -> Path:
    """Path of a file or folder below `resources/`, for example `icons/state.svg`."""
    return _root("resources") / name


def seed(name: str) -> Path:
    """Path of a file or folder below `seeds/`, for example `stoltenberg-china/article.txt`."""
    return _root("seeds") / name


def table(name: str) -> dict[str, Any]:
    """The contents of a TOML file below `resources/`."""
    return tomllib.loads(resource(name).read_text(encoding="utf-8"))
