"""The ledger of erasures: an append-only file beside the root key, outside the database.

A line: root version, file UUID, time, MAC. Each MAC covers the one before it, so that a
line cannot be taken out. A restored database is cleaned again by this list.
"""

import fcntl
import hmac
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from kintrace.vault import ciphers, root

_LONGEST = 160  # bytes of a line


class LedgerBroken(Exception):
    """A line of the ledger was changed, moved or taken out."""


def where() -> Path:
    """Give the path of the ledger; it is copied with each audit anchor."""
    return Path(settings.ROOT_KEYS) / "erasures.ledger"


def append(file: UUID) -> None:
    """Note for good that a file is erased; on the disk when this returns."""
    version = root.newest()
    with root.derived(version, "ledger") as key, _locked() as ledger:
        entry = f"{version} {file} {datetime.now(UTC).isoformat(timespec='seconds')}"
        line = f"{entry} {_mac(key, entry, after=_last_mac(ledger))}\n"
        ledger.seek(0, os.SEEK_END)
        ledger.write(line.encode())
        ledger.flush()
        os.fsync(ledger.fileno())


def erased() -> set[UUID]:
    """Read the whole ledger. Raises LedgerBroken when a line does not hold.

    A last line without its end is being written, or its writer died: it is not counted.
    """
    if not where().exists():
        return set()
    files, last = set(), ""
    with ExitStack() as lent:
        keys: dict[int, bytearray] = {}
        for number, line in enumerate(where().read_text().split("\n")[:-1], start=1):
            entry, _, found = line.rpartition(" ")
            version = _version(entry, number)
            if version not in keys:
                keys[version] = lent.enter_context(root.derived(version, "ledger"))
            if not hmac.compare_digest(found, _mac(keys[version], entry, after=last)):
                raise _broken(number)
            files.add(UUID(entry.split()[1]))
            last = found
    return files


def _version(entry: str, number: int) -> int:
    try:
        return int(entry.split(maxsplit=1)[0])
    except (ValueError, IndexError):
        raise _broken(number) from None


def _broken(number: int) -> LedgerBroken:
    return LedgerBroken(f"line {number} of the ledger of erasures does not hold")


@contextmanager
def _locked() -> Iterator[BinaryIO]:
    # The folder is missing when the root key is one file elsewhere.
    where().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(where(), os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+b") as ledger:
        fcntl.flock(ledger, fcntl.LOCK_EX)
        yield ledger


def _last_mac(ledger: BinaryIO) -> str:
    size = ledger.seek(0, os.SEEK_END)
    ledger.seek(max(0, size - _LONGEST))
    tail = ledger.read()
    if not tail.endswith(b"\n"):
        # A process died in the middle of its line: its erasure was never acknowledged.
        torn = len(tail) - (tail.rfind(b"\n") + 1)
        ledger.truncate(size - torn)
        tail = tail[: len(tail) - torn]
    return tail.decode().split()[-1] if tail else ""


def _mac(key: bytearray, entry: str, *, after: str) -> str:
    return ciphers.mac(key, f"{after}|{entry}".encode()).hex()
