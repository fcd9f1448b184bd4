"""The root key: 32 bytes in a file outside data and backups, read only while it is needed.

`settings.ROOT_KEYS` is a folder of `root-<version>.key`; the newest wraps, older ones
still unwrap until `rotate_keys` has been run. `settings.ROOT_KEY_FILE` names one file
instead. The public side has no root key and refuses to look for one.
"""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from kintrace.vault import ciphers

_NAME = re.compile(r"root-(\d+)\.key")


class RootKeyMissing(Exception):
    """No root key of that version can be used by this process."""


def versions() -> dict[int, Path]:
    """Map each version at hand to its file."""
    if settings.SIDE in {"public", "matcher"}:
        raise RootKeyMissing("Only the staff side works with the root key.")
    if settings.ROOT_KEY_FILE:
        files = [Path(settings.ROOT_KEY_FILE)]
    else:
        files = sorted(Path(settings.ROOT_KEYS).glob("root-*.key"))
    named = [(_NAME.fullmatch(file.name), file) for file in files]
    return {int(match[1]) if match else 1: file for match, file in named}


def newest() -> int:
    """Give the version that wraps from now on. Raises RootKeyMissing."""
    at_hand = versions()
    if not at_hand:
        raise RootKeyMissing("There is no root key: see docs/runbook.md.")
    return max(at_hand)


def make(version: int = 1) -> Path:
    """Make a new root key (file 0400 in a folder 0700). Raises FileExistsError."""
    folder = Path(settings.ROOT_KEYS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"root-{version}.key"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(ciphers.KEY))
        file.flush()
        os.fsync(file.fileno())
    return path


@contextmanager
def derived(version: int, purpose: str) -> Iterator[bytearray]:
    """Lend the key of one purpose under a root key; both are wiped on leaving."""
    root = _read(version)
    try:
        key = ciphers.derive(root, f"root|{purpose}")
    finally:
        ciphers.wipe(root)
    try:
        yield key
    finally:
        ciphers.wipe(key)


def _read(version: int) -> bytearray:
    path = versions().get(version)
    if path is None or not path.is_file():
        raise RootKeyMissing(f"Root key {version} is not at hand.")
    if path.stat().st_mode & 0o077:
        raise RootKeyMissing(f"Root key {version} can be read by others; set its mode to 0400.")
    root = bytearray(ciphers.KEY)
    with path.open("rb", buffering=0) as file:
        if file.readinto(root) != ciphers.KEY or file.read(1):
            raise RootKeyMissing(f"Root key {version} does not hold 32 bytes.")
    return root
