"""What is made in some folders while somebody looks (Linux's inotify): also what is gone again."""

from __future__ import annotations

import ctypes
import os
import select
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CREATED, _MOVED_IN, _WRITTEN = 0x100, 0x80, 0x2
_NON_BLOCKING = 0o4000
_HEAD = struct.Struct("iIII")


class Seen:
    """The names of files that were made or written, one line for each time."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def so_far(self) -> list[str]:
        """All since the last look."""
        names: list[str] = []
        while select.select([self._handle], [], [], 0.2)[0]:
            data = os.read(self._handle, 1 << 16)
            while data:
                length = _HEAD.unpack_from(data)[3]
                names.append(data[_HEAD.size : _HEAD.size + length].rstrip(b"\0").decode())
                data = data[_HEAD.size + length :]
        return names


@contextmanager
def watched(folders: Iterable[Path]) -> Iterator[Seen]:
    """Look at these folders (not at those below them) for as long as the block lasts."""
    library = ctypes.CDLL(None, use_errno=True)
    handle = library.inotify_init1(_NON_BLOCKING)
    try:
        for folder in folders:
            what = _CREATED | _MOVED_IN | _WRITTEN
            if library.inotify_add_watch(handle, os.fsencode(folder), what) < 0:
                raise OSError(ctypes.get_errno(), f"{folder} cannot be watched")
        yield Seen(handle)
    finally:
        os.close(handle)
