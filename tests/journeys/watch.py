"""Sees whether anybody in this process, Qt's own code too, opens a file of a folder: the kernel tells.

In goes a folder, out come the names of what was opened in it. Linux only.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: From <sys/inotify.h>.
_IN_ACCESS, _IN_OPEN = 0x1, 0x20
_EVENT = struct.Struct("iIII")

AVAILABLE = sys.platform == "linux"


class Watch:
    """The openings of a folder's files so far."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._names: list[str] = []

    @property
    def opened(self) -> tuple[str, ...]:
        """The names of the files that were opened or read, in order."""
        try:
            while content := os.read(self._handle, 65_536):
                self._names.extend(_names(content))
        except BlockingIOError:
            pass
        return tuple(self._names)


@contextmanager
def watched(folder: Path) -> Iterator[Watch]:
    """Watch a folder for a while."""
    libc = ctypes.CDLL(None, use_errno=True)
    handle = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if handle < 0 or libc.inotify_add_watch(handle, os.fsencode(folder), _IN_OPEN | _IN_ACCESS) < 0:
        raise OSError(ctypes.get_errno(), "cannot watch")
    try:
        yield Watch(handle)
    finally:
        os.close(handle)


def _names(content: bytes) -> Iterator[str]:
    place = 0
    while place < len(content):
        _, _, _, length = _EVENT.unpack_from(content, place)
        place += _EVENT.size
        name = os.fsdecode(content[place : place + length].rstrip(b"\0"))
        place += length
        if name:  # without a name it is the folder itself that was looked into
            yield name
