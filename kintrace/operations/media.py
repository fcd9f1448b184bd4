"""All that lies in the stores as one stream, and back: the part of a backup that is no row.

Names in it say which store and which file, and not where that lay: what was on a disk may come
back into buckets, and the other way round.
"""

from __future__ import annotations

import os
import tarfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from django.conf import settings

from kintrace.vault import stores
from kintrace.vault.stores import StoreAway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.vault.stores import Store

_AT_ONCE = 1024 * 1024


class Unread(Exception):
    """The stream ended before all was in it; says the class of what went wrong."""


class Elsewhere(Exception):
    """A name in the stream leads out of its store."""


@contextmanager
def packed() -> Iterator[IO[bytes]]:
    """A tar of both stores, running through a pipe. Raises Unread at its end."""
    reading, writing = os.pipe()
    trouble: list[BaseException] = []
    writer = threading.Thread(target=_write_tar, args=(writing, trouble))
    writer.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield pipe
    finally:
        writer.join()
    if trouble:
        raise Unread(type(trouble[0]).__name__)


def _write_tar(writing: int, trouble: list[BaseException]) -> None:
    try:
        with (
            os.fdopen(writing, "wb") as pipe,
            tarfile.open(fileobj=pipe, mode="w|") as archive,
        ):
            for place, store in _places().items():
                _add_all(archive, place, store)
    # The reader ends at what was written so far; a store's name is checked where it is read.
    except (OSError, ValueError, tarfile.TarError, StoreAway) as error:
        trouble.append(error)


def _places() -> dict[str, Store]:
    return {stores.SEALED: stores.sealed(), stores.FACES: stores.faces()}


def _add_all(archive: tarfile.TarFile, place: str, store: Store) -> None:
    for one in store.lying():
        with suppress(FileNotFoundError), store.piece(one.name) as whole:  # erased since
            entry = tarfile.TarInfo(f"{place}/{one.name}")
            entry.size, entry.mode, entry.mtime = whole.size, 0o600, int(one.since.timestamp())
            archive.addfile(entry, _Readable(whole))


class _Readable:
    """What `addfile` asks of a file."""

    def __init__(self, whole: stores.Piece) -> None:
        self._whole = whole

    def read(self, most: int = 0, /) -> bytes:
        return self._whole.read(most)


def unpack(stream: IO[bytes]) -> None:
    """Back into the stores, piece by piece. Raises Elsewhere, StoreAway."""
    homes = _homes()
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            first, *rest = PurePosixPath(member.name).parts
            content = archive.extractfile(member) if member.isfile() else None
            if first in homes and content and not rest[-1].startswith("."):  # a half is no file
                homes[first].put(_named(rest), _pieces(content))


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    while piece := content.read(_AT_ONCE):
        yield piece


def _homes() -> dict[str, Store]:
    """By their names in the stream; before there were stores it was the folder's."""
    older = {
        Path(settings.SAFE_FILES).name: stores.sealed(),
        Path(settings.FACES).name: stores.faces(),
    }
    return {**older, **_places()}


def _named(parts: list[str]) -> str:
    try:
        return stores.plain("/".join(parts))
    except ValueError:
        raise Elsewhere from None
