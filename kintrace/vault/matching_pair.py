"""The network's matching pair: every staff side has the public half, the matching worker alone the
private one.

`settings.MATCHING_PUBLIC` and `settings.MATCHING_KEY` name the two files. Without the first nothing
is compared across societies; without the second nothing can be opened.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from kintrace.vault import ciphers


class NoMatchingPair(Exception):
    """This process has no such half of the matching pair; the text says which file is missing."""


def make(folder: Path) -> None:
    """Lay both halves into a folder, matching.key as 0400. Raises FileExistsError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    pair = ciphers.new_box_pair()
    handle = os.open(folder / "matching.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(pair.private)
        file.flush()
        os.fsync(file.fileno())
    ciphers.wipe(pair.private)
    (folder / "matching.pub").write_bytes(pair.public)


def public_half() -> bytes | None:
    """What is sealed to; None where the network does not compare."""
    path = Path(settings.MATCHING_PUBLIC)
    return path.read_bytes() if path.is_file() else None


def fingerprint(public: bytes) -> str:
    """Names a pair: SHA-256 of its public half, in hex."""
    return hashlib.sha256(public).hexdigest()


@contextmanager
def private_half() -> Iterator[bytearray]:
    """Lend the private half; the copy is wiped on leaving. Raises NoMatchingPair."""
    path = Path(settings.MATCHING_KEY)
    try:
        private = bytearray(path.read_bytes())
    except OSError as problem:
        raise NoMatchingPair(
            f"The private half of the matching pair is not at {path}."
        ) from problem
    try:
        yield private
    finally:
        ciphers.wipe(private)
