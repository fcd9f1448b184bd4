"""Sealed files on disk: the original photo of a face, a document. Never in clear, never public."""

import os
import re
import shutil
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from secrets import token_hex
from uuid import UUID

from django.conf import settings

from kintrace.vault import ciphers
from kintrace.vault.reader import KeyNotAtHand, reader_in_force

STRAY_AFTER = 60 * 60  # seconds: no transaction that keeps a file lasts this long
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def keep(data: bytes, *, file: UUID, name: str) -> None:
    """Seal data under a file's key and write it whole or not at all.

    name: small letters, digits, dot and dash, and nothing about a person. An older one of
    that name is replaced. Raises KeyNotAtHand.
    """
    sealed = ciphers.seal(reader_in_force().file_key(file), ciphers.pad(data), aad=_aad(file, name))
    write_whole(path_of(file, name), [sealed])


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write what is sealed already, piece after piece; the name appears when all of it is there."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_name(f".{token_hex(8)}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as written:
            written.writelines(pieces)
            written.flush()
            os.fsync(written.fileno())
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    half.replace(path)
    _sync(path.parent)


def fetch(*, file: UUID, name: str) -> bytes:
    """Read and open what was kept. Raises KeyNotAtHand, FileNotFoundError."""
    sealed = path_of(file, name).read_bytes()
    key = reader_in_force().file_key(file)
    try:
        return ciphers.unpad(ciphers.unseal(key, sealed, aad=_aad(file, name)))
    except ciphers.Altered:
        raise KeyNotAtHand(f"a kept part of file {file} does not open") from None


def drop(*, file: UUID) -> None:
    """Delete all that was kept for a file. Safe to repeat."""
    shutil.rmtree(_folder(file), ignore_errors=True)


def sweep(kept: Collection[UUID]) -> int:
    """Delete what lies here for an hour under files that nobody has a key for; how many folders.

    A roll-back or a crash left it, and nobody could ever open it. kept: every file of which any
    society has a slot.
    """
    before = time.time() - STRAY_AFTER
    strays = [
        folder
        for folder in Path(settings.SAFE_FILES).glob("??/" + "[0-9a-f]" * 32)
        if UUID(folder.name) not in kept and folder.stat().st_mtime < before
    ]
    for folder in strays:
        shutil.rmtree(folder, ignore_errors=True)
    return len(strays)


def _folder(file: UUID) -> Path:
    return Path(settings.SAFE_FILES) / file.hex[:2] / file.hex


def path_of(file: UUID, name: str) -> Path:
    """Where a kept file lies, whether it is there or not."""
    if not _NAME.fullmatch(name):
        raise ValueError("a kept file has a plain name")
    return _folder(file) / name


def _aad(file: UUID, name: str) -> bytes:
    return f"file|{file}|{name}".encode()


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
