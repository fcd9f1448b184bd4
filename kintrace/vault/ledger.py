"""The ledger: an append-only file beside the root key, outside the database.

A restored database is made right again by this list. It holds ids, codes and moments, and never
anything of a person: it cannot be erased, and no key of it can be thrown away. A line:

    root version, file UUID, time, MAC                            the file is erased
    root version, code, society UUID, subject UUID, time, MAC     what was said of a subject

Each MAC covers the one before it, so that a line cannot be taken out.
"""

import fcntl
import hmac
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from kintrace.vault import ciphers, root

_LONGEST = 512  # bytes: two lines and more
_CODE = re.compile(r"[a-z_]{1,16}")


class LedgerBroken(Exception):
    """A line of the ledger was changed, moved or taken out."""


@dataclass(frozen=True)
class Said:
    """What a backup must not undo: a code of who notes it, about which subject, and when."""

    code: str
    society: UUID
    subject: UUID
    at: datetime


@dataclass(frozen=True)
class Whole:
    """The whole ledger."""

    files: frozenset[UUID]
    said: tuple[Said, ...]


def where() -> Path:
    """Give the path of the ledger; it is copied with each audit anchor."""
    return Path(settings.ROOT_KEYS) / "erasures.ledger"


def append(file: UUID) -> None:
    """Note for good that a file is erased; on the disk when this returns."""
    _write(f"{file} {_moment(datetime.now(UTC))}")


def note(said: Said) -> None:
    """Note for good what was said of a subject; on the disk when this returns."""
    if not _CODE.fullmatch(said.code):
        raise ValueError("a code of the ledger is a few small letters")
    _write(f"{said.code} {said.society} {said.subject} {_moment(said.at)}")


def erased() -> set[UUID]:
    """Name the erased files. Raises LedgerBroken."""
    return set(read().files)


def length() -> int:
    """How many lines it has; they are not proved here, for that needs a root key."""
    return where().read_bytes().count(b"\n") if where().exists() else 0


def read() -> Whole:
    """Read the whole ledger. Raises LedgerBroken when a line does not hold.

    A last line without its end is being written, or its writer died: it is not counted.
    """
    files, said = set(), []
    for number, words in enumerate(_proved_lines(), start=1):
        try:
            if len(words) == 3:
                files.add(UUID(words[1]))
            else:
                _version, code, society, subject, at = words
                moment = datetime.fromisoformat(at)
                said.append(Said(code, UUID(society), UUID(subject), moment))
        except ValueError:
            raise _broken(number) from None
    return Whole(frozenset(files), tuple(said))


def _proved_lines() -> Iterator[list[str]]:
    """The words of each line, without its MAC."""
    if not where().exists():
        return
    last = ""
    with ExitStack() as lent:
        keys: dict[int, bytearray] = {}
        for number, line in enumerate(where().read_text().split("\n")[:-1], start=1):
            entry, _, found = line.rpartition(" ")
            version = _version(entry, number)
            if version not in keys:
                keys[version] = lent.enter_context(root.derived(version, "ledger"))
            if not hmac.compare_digest(found, _mac(keys[version], entry, after=last)):
                raise _broken(number)
            last = found
            yield entry.split()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _write(words: str) -> None:
    version = root.newest()
    with root.derived(version, "ledger") as key, _locked() as ledger:
        entry = f"{version} {words}"
        line = f"{entry} {_mac(key, entry, after=_last_mac(ledger))}\n"
        ledger.seek(0, os.SEEK_END)
        ledger.write(line.encode())
        ledger.flush()
        os.fsync(ledger.fileno())


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
