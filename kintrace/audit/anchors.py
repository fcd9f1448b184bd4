"""Signed heads, kept in a file outside the database; copies belong in other hands.

Whoever holds the database and the audit key can write a whole chain anew. The anchors tell: each
says, under a key that is never in the database, what the chain's end was at a certain hour.
"""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

LONGEST_LINE = 1024  # bytes; a line is a third of it


class AnchorDoubt(Exception):
    """The anchors cannot be trusted or are not there; the message names file and line."""


@dataclass(frozen=True)
class Anchor:
    """What a society's chain ended with (`mac`, in hex) at `at` (ISO 8601).

    restored: a backup was brought back then, and the chain goes on from here. What was signed
    before that moment about later entries is true, and its rows are gone with the lost database.
    """

    society: str
    seq: int
    mac: str
    at: str
    restored: bool = False

    def signed_bytes(self) -> bytes:
        """The bytes under the signature."""
        what = "restored" if self.restored else "anchor"
        return f"kintrace audit {what} 1|{self.society}|{self.seq}|{self.mac}|{self.at}".encode()

    def excuses(self, other: "Anchor") -> bool:
        """Whether the rows that the other one saw were lost before this backup came back."""
        if not self.restored or self.society != other.society or other.seq <= self.seq:
            return False
        return datetime.fromisoformat(other.at) <= datetime.fromisoformat(self.at)


def folder() -> Path:
    """Where this installation writes its anchors."""
    return Path(settings.DATA) / "anchors"


def append(anchor: Anchor) -> None:
    """Sign an anchor and add it to the file; it is on the disk when this returns."""
    signature = _signing_key().sign(anchor.signed_bytes()).hex()
    line = json.dumps({**asdict(anchor), "signature": signature}) + "\n"
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder() / "heads.jsonl", os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        _go_to_end(file)
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())


def _go_to_end(file: BinaryIO) -> None:
    """The end of the last whole line: what a process left that died while writing goes."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - LONGEST_LINE))
    tail = file.read()
    file.truncate(size - (len(tail) - tail.rfind(b"\n") - 1))
    file.seek(0, os.SEEK_END)


def read(place: Path) -> list[Anchor]:
    """Every anchor in the .jsonl files of a folder, its signature checked.

    Raises AnchorDoubt when there is none, or one line is not ours, or the key is not at hand.
    """
    files = sorted(place.glob("*.jsonl")) if place.is_dir() else []
    if not files:
        raise AnchorDoubt(f"There are no anchors in {place}.")
    if not key_file().is_file():
        raise AnchorDoubt("The anchors' key is not at hand.")
    public = _signing_key().public_key()
    return [anchor for file in files for anchor in _lines(file, public)]


def last_signed(place: Path) -> str:
    """When the newest head in a folder was signed, as it says itself; "" when none was."""
    told = ""
    for file in place.glob("*.jsonl"):
        with file.open("rb") as stream:
            stream.seek(max(0, stream.seek(0, os.SEEK_END) - LONGEST_LINE))
            lines = stream.read().splitlines()
        with suppress(ValueError, KeyError, IndexError, TypeError):
            told = max(told, str(json.loads(lines[-1])["at"]))
    return told


def _lines(file: Path, public: Ed25519PublicKey) -> Iterator[Anchor]:
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            told = json.loads(line)
            said = {name: told[name] for name in ("society", "seq", "mac", "at")}
            anchor = Anchor(**said, restored=told.get("restored", False) is True)
            UUID(anchor.society)
            public.verify(bytes.fromhex(told["signature"]), anchor.signed_bytes())
        except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature) as error:
            raise AnchorDoubt(f"{file.name}, line {number}: not an anchor of ours.") from error
        yield anchor


def key_file() -> Path:
    """Where the key lies that signs anchors; it goes into the safe with a root key."""
    return Path(settings.ROOT_KEYS) / "anchor.key"


def _signing_key() -> Ed25519PrivateKey:
    if not key_file().exists():
        make_key()
    key = serialization.load_pem_private_key(key_file().read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise AnchorDoubt("The anchors' key is not an Ed25519 key.")
    return key


def make_key() -> Path:
    """Make the signing key (file 0400, folder 0700); a key that stands is left as it is."""
    path = key_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    whole = path.with_name(f".anchor-{os.getpid()}.key")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    # Another process may be quicker: a link never replaces a key that stands.
    with suppress(FileExistsError):
        path.hardlink_to(whole)
    whole.unlink()
    return path


def lost_with_a_restore(society: UUID, anchors: Iterable[Anchor]) -> list[Anchor]:
    """The anchors about entries that a restored backup did not hold any more."""
    own = [anchor for anchor in anchors if UUID(anchor.society) == society]
    restored = [anchor for anchor in own if anchor.restored]
    return [one for one in own if any(after.excuses(one) for after in restored)]


def founded_and_lost(society: UUID, anchors: Iterable[Anchor]) -> list[Anchor]:
    """The anchors of a society of which nothing came back: its last was signed before a backup was
    restored, and no restore went on with its chain. Empty when no restore says so.
    """
    signed = list(anchors)
    own = [anchor for anchor in signed if UUID(anchor.society) == society]
    last = max((datetime.fromisoformat(one.at) for one in own), default=None)
    restored = [datetime.fromisoformat(one.at) for one in signed if one.restored]
    return own if last and any(moment >= last for moment in restored) else []
