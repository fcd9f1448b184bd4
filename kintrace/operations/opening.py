"""Opening the files of a backup with an identity, piece by piece: nothing whole lies in memory."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Protocol

import pyrage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class NotRestored(Exception):
    """Why nothing, or not everything, was brought back; says what to do."""


class Sink(Protocol):
    """Whatever takes bytes."""

    def write(self, piece: bytes, /) -> object: ...

    def flush(self) -> None: ...


@dataclass(frozen=True, repr=False)
class Identities:
    """What opens a backup: lent for the restore, kept elsewhere."""

    records: pyrage.x25519.Identity
    slots: pyrage.x25519.Identity

    def of(self, part: str) -> pyrage.x25519.Identity:
        """The one that opens this part."""
        return self.slots if part == "slots" else self.records


def identity_in(file: Path) -> pyrage.x25519.Identity:
    """The age identity in a file. Raises NotRestored."""
    lines = [line for line in file.read_text().splitlines() if line.startswith("AGE-SECRET-KEY-")]
    try:
        return pyrage.x25519.Identity.from_str(lines[0])
    except (IndexError, pyrage.IdentityError) as reason:
        raise NotRestored(f"{file.name} holds no age identity.") from reason


class Nowhere:
    """Takes everything and keeps nothing."""

    def write(self, piece: bytes, /) -> int:
        """Say that it was taken."""
        return len(piece)

    def flush(self) -> None:
        """There is nothing to hand on."""


class Collected(bytearray):
    """Keeps what is small."""

    def write(self, piece: bytes, /) -> int:
        """Add it."""
        self.extend(piece)
        return len(piece)

    def flush(self) -> None:
        """There is nothing to hand on."""


def pour(file: Path, identity: pyrage.x25519.Identity, into: Sink) -> None:
    """Open a file of a backup and hand on what is in it. Raises NotRestored when it is damaged:
    then what was handed on so far is true, and is not all."""
    try:
        with file.open("rb") as sealed:
            pyrage.decrypt_io(sealed, into, [identity])
        into.flush()
    except pyrage.DecryptError as reason:
        raise _does_not_open(file) from reason
    except OSError as reason:
        if reason.errno is not None:  # of the disk, or of whoever reads
            raise
        raise _does_not_open(file) from reason


def _does_not_open(file: Path) -> NotRestored:
    return NotRestored(
        f"{file.name} does not open: it is damaged, or this identity is another's. Take another "
        "copy of this backup, or an older one."
    )


@contextmanager
def opened(file: Path, identity: pyrage.x25519.Identity) -> Iterator[IO[bytes]]:
    """What is in a file of a backup, to be read once from its beginning. Raises NotRestored."""
    reading, writing = os.pipe()
    trouble: list[NotRestored | OSError] = []
    writer = threading.Thread(target=_fill, args=(file, identity, writing, trouble))
    writer.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield pipe
            while pipe.read(1024 * 1024):  # to its end, so that a damaged end is noticed
                pass
    finally:
        writer.join()
        if trouble and isinstance(trouble[0], NotRestored):
            raise trouble[0]
    if trouble:
        raise trouble[0]


def _fill(
    file: Path,
    identity: pyrage.x25519.Identity,
    writing: int,
    trouble: list[NotRestored | OSError],
) -> None:
    with suppress(BrokenPipeError), os.fdopen(writing, "wb") as pipe:
        try:
            pour(file, identity, pipe)
        except BrokenPipeError:  # who read has read enough
            pass
        except (NotRestored, OSError) as reason:
            trouble.append(reason)
