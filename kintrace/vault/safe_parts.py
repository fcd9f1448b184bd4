"""Large sealed files, sealed part by part: nobody holds several copies in memory.

Two secrets open one: the key of its file, and a lock that the caller keeps elsewhere. Every part is
bound to its place and to how many there are: none can be left out, doubled or moved.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import BytesIO
from typing import IO, TYPE_CHECKING

from kintrace.vault import ciphers, safe_files, stores
from kintrace.vault.reader import KeyNotAtHand, reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

PART = 1024 * 1024  # bytes of a padded part
_PLAIN = PART - 1  # what fits, since padding takes a byte at least
_SEALED = 1 + ciphers.NONCE + PART + ciphers.TAG


def keep(source: IO[bytes], *, lock: ciphers.Secret, file: UUID, name: str) -> int:
    """Seal all that a source holds and write it whole or not at all; how many bytes it held.

    name: as of `safe_files.keep`. Raises KeyNotAtHand, StoreAway.
    """
    size = source.seek(0, os.SEEK_END)
    source.seek(0)
    count = _count(size)
    with _joined_key(file, lock) as key:
        sealed = (
            ciphers.seal(key, ciphers.pad(source.read(_PLAIN)), aad=_aad(file, name, place, count))
            for place in range(count)
        )
        stores.sealed().put(safe_files.name_of(file, name), sealed)
    return size


class Kept:
    """What `keep` wrote. Raises KeyNotAtHand, FileNotFoundError, StoreAway when it is read."""

    def __init__(self, *, lock: ciphers.Secret, file: UUID, name: str) -> None:
        self._lock, self._file, self._name = lock, file, name
        self._lies = safe_files.name_of(file, name)
        self._count = max(1, -(-stores.sealed().size(self._lies) // _SEALED))

    def __repr__(self) -> str:
        return f"<kept {self._file}>"

    def read(self, start: int = 0, stop: int | None = None) -> bytes:
        """The bytes from `start` up to `stop`; only the parts in which they lie are opened."""
        most = _PLAIN * self._count
        stop = most if stop is None else min(stop, most)
        first, end = start // _PLAIN, -(-stop // _PLAIN)
        lying = stores.sealed().piece(self._lies, first * _SEALED, end * _SEALED)
        with lying as sealed, _joined_key(self._file, self._lock) as key:
            read = BytesIO()
            for place in range(first, end):
                part, begins = self._opened(sealed.read(_SEALED), key, place), place * _PLAIN
                read.write(memoryview(part)[max(0, start - begins) : stop - begins])
        return read.getvalue()

    def size(self) -> int:
        """How many bytes were kept."""
        before = _PLAIN * (self._count - 1)
        return before + len(self.read(start=before))

    def _opened(self, sealed: bytes, key: ciphers.Secret, place: int) -> bytes:
        aad = _aad(self._file, self._name, place, self._count)
        try:
            return ciphers.unpad(ciphers.unseal(key, sealed, aad=aad))
        except ciphers.Altered:
            raise KeyNotAtHand(f"a kept part of file {self._file} does not open") from None


def _count(size: int) -> int:
    return max(1, -(-size // _PLAIN))


def _aad(file: UUID, name: str, place: int, count: int) -> bytes:
    return f"part|{file}|{name}|{place}|{count}".encode()


@contextmanager
def _joined_key(file: UUID, lock: ciphers.Secret) -> Iterator[bytearray]:
    joined = bytearray(reader_in_force().file_key(file)) + lock
    key = ciphers.derive(joined, "a file sealed in parts")
    ciphers.wipe(joined)
    try:
        yield key
    finally:
        ciphers.wipe(key)
