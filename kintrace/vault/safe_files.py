"""Sealed files: the original photo of a face, a document. Never in clear, never public.

The name in the store is the file's number and a plain word; `stores` says where that lies.
"""

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from kintrace.vault import ciphers, stores
from kintrace.vault.reader import KeyNotAtHand, reader_in_force
from kintrace.vault.stores import StoreAway

STRAY_AFTER = 60 * 60  # seconds: no transaction that keeps a file lasts this long
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_LIES = re.compile(r"[0-9a-f]{2}/([0-9a-f]{32})/.+")


def keep(data: bytes, *, file: UUID, name: str) -> None:
    """Seal data under a file's key and write it whole or not at all.

    name: small letters, digits, dot and dash, and nothing about a person. An older one of
    that name is replaced. Raises KeyNotAtHand, StoreAway.
    """
    sealed = ciphers.seal(reader_in_force().file_key(file), ciphers.pad(data), aad=_aad(file, name))
    stores.sealed().put(name_of(file, name), [sealed])


def fetch(*, file: UUID, name: str) -> bytes:
    """Read and open what was kept. Raises KeyNotAtHand, FileNotFoundError, StoreAway."""
    sealed = stores.sealed().get(name_of(file, name))
    key = reader_in_force().file_key(file)
    try:
        return ciphers.unpad(ciphers.unseal(key, sealed, aad=_aad(file, name)))
    except ciphers.Altered:
        raise KeyNotAtHand(f"a kept part of file {file} does not open") from None


def drop(*, file: UUID) -> bool:
    """Delete all that was kept for a file, and say whether it is gone. Safe to repeat.

    Where its key goes first nothing hangs on the answer: the sweep finds what nobody opens.
    """
    try:
        stores.sealed().delete(_folder(file))
    except StoreAway:
        return False
    return True


def sweep(kept: Collection[UUID]) -> int:
    """Delete what lies here for an hour under files that nobody has a key for; how many folders.

    A roll-back or a crash left it, and nobody could ever open it. kept: every file of which any
    society has a slot. Raises StoreAway.
    """
    before = timezone.now() - timedelta(seconds=STRAY_AFTER)
    stores.sealed().tidy(before)
    strays = [file for file, since in _not_in(kept).items() if since < before]
    for file in strays:
        stores.sealed().delete(_folder(file))
    return len(strays)


def _not_in(kept: Collection[UUID]) -> dict[UUID, datetime]:
    """The other files of which something lies here, and when the last of it came."""
    newest: dict[UUID, datetime] = {}
    for one in stores.sealed().lying():
        named = _LIES.fullmatch(one.name)
        if named and (file := UUID(named[1])) not in kept:
            newest[file] = max(one.since, newest.get(file, one.since))
    return newest


def _folder(file: UUID) -> str:
    return f"{file.hex[:2]}/{file.hex}/"


def name_of(file: UUID, name: str) -> str:
    """Under which name a kept file lies in the store, whether it is there or not."""
    if not _NAME.fullmatch(name):
        raise ValueError("a kept file has a plain name")
    return f"{_folder(file)}{name}"


def _aad(file: UUID, name: str) -> bytes:
    return f"file|{file}|{name}".encode()
