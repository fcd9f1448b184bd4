"""What a backup holds: written when it is made, read before it is brought back.

The manifest is sealed like the records, for how many rows a table has may say something. Beside
it lie the sums of the sealed files in clear: they say nothing, and anybody can see by them whether
the files are whole.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING

from django.db import connection

import kintrace
from kintrace.audit import anchors
from kintrace.vault import ledger

if TYPE_CHECKING:
    from pathlib import Path

    from kintrace.operations.dumping import Moment

AT_ONCE = 1024 * 1024


@dataclass(frozen=True)
class Sealed:
    """One file of a backup as it lies on the disk."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What stood in the database at the moment of a backup, and which files hold it."""

    made: str  # ISO 8601
    version: str
    database: str  # which kind of database the dumps are of
    migrations: dict[str, str]
    rows: dict[str, int]
    files: dict[str, Sealed]
    erasures: int  # lines of the ledger
    anchor: str  # when the newest head was signed; "" when none was

    def to_json(self) -> bytes:
        """As it is sealed."""
        return json.dumps(asdict(self), sort_keys=True, indent=1).encode()


def describing(made: str, held: Moment, files: dict[str, Sealed]) -> Manifest:
    """The manifest of a backup that was just made."""
    return Manifest(
        made=made,
        version=str(getattr(kintrace, "__version__", "")),
        database=connection.vendor,
        migrations=held.migrations,
        rows=held.rows,
        files=files,
        erasures=ledger.length(),
        anchor=anchors.last_signed(anchors.folder()),
    )


def read(plain: bytes) -> Manifest:
    """A manifest as it was sealed. Raises ValueError when it is none."""
    try:
        told = json.loads(plain)
        files = {name: Sealed(**said) for name, said in told.pop("files").items()}
        return Manifest(files=files, **told)
    except (KeyError, TypeError, AttributeError) as reason:
        raise ValueError("not a manifest") from reason


class Summed:
    """Lets through what is written, and knows its sum."""

    def __init__(self, sink: IO[bytes]) -> None:
        self.sink = sink
        self.size = 0
        self.sum = hashlib.sha256()

    def write(self, piece: bytes) -> int:
        """Write it all."""
        self.sum.update(piece)
        self.size += len(piece)
        return self.sink.write(piece)

    def flush(self) -> None:
        """Hand on what is not handed on yet."""
        self.sink.flush()

    def sealed(self) -> Sealed:
        """What was written so far."""
        return Sealed(self.size, self.sum.hexdigest())


def on_disk(file: Path) -> Sealed:
    """The sum of a file as the disk gives it, not as memory still has it."""
    total, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := stream.read(AT_ONCE):
            total.update(piece)
            size += len(piece)
    return Sealed(size, total.hexdigest())


def sums(files: dict[str, Sealed]) -> str:
    """As `sha256sum --check` reads them."""
    return "".join(f"{one.sha256}  {name}\n" for name, one in sorted(files.items()))


def damaged(listed: Path) -> list[str]:
    """The names in a file of sums whose file is missing or is not what it was."""
    named = [line.split("  ", 1) for line in listed.read_text().splitlines()]
    return [
        name
        for total, name in named
        if not (file := listed.parent / name).is_file() or on_disk(file).sha256 != total
    ]
