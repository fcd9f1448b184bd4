"""Backups that the server can write and not read: age files to a recipient kept elsewhere.

Four sealed files a backup: `records` (the database without the key slots), `slots` (the key slots
alone, to a recipient of their own), `media` (sealed files and faces) and `manifest` (what there is
of each); beside them the sums of the four. Each backup deletes those of more than 30 days in its
folder; who copies them elsewhere keeps slots no longer, either.

What goes in is never a file in clear: it runs from its source through memory into the cipher.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyrage
from django.conf import settings

from kintrace.operations import manifest, media, restoring
from kintrace.operations.dumping import DumpFailed, moment
from kintrace.protection.retention import Kind, default

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.operations.dumping import Source
    from kintrace.operations.manifest import Sealed

STAMP = "%Y%m%dT%H%M%SZ"
PARTS = ("records", "slots", "media", "manifest")


class BackupFailed(Exception):
    """A part could not be made; nothing half-written is left behind."""


@dataclass(frozen=True)
class Recipients:
    """Public age keys (`age1…`); their identities never lie on this machine."""

    records: str
    slots: str


def back_up(folder: Path, *, to: Recipients, now: datetime) -> list[Path]:
    """Write records, slots, media and manifest into `folder`, then their sums; gives the paths, in
    this order. Each file was read again from the disk.

    Raises BackupFailed or OSError: then none of them stands there.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for recipient in (to.records, to.slots):
        _recipient(recipient)
    if restoring.stands():
        raise BackupFailed(restoring.SENTENCE)
    paths = [folder / f"kintrace-{now.strftime(STAMP)}-{part}.age" for part in PARTS]
    listed = folder / f"kintrace-{now.strftime(STAMP)}-sums.txt"
    try:
        listed.write_text(manifest.sums(_write(paths, to, now)))
        _read_again(listed)
    except BaseException as reason:
        for file in (*paths, listed):
            file.unlink(missing_ok=True)
        if isinstance(reason, DumpFailed):
            raise BackupFailed(str(reason)) from reason
        raise
    return [*paths, listed]


def _write(paths: list[Path], to: Recipients, now: datetime) -> dict[str, Sealed]:
    records, slots, media, told = paths
    with moment() as held:
        files = {records.name: _seal(held.records, records, to.records)}
        files[slots.name] = _seal(held.slots, slots, to.slots)
    # After the rows: a file that a row names was there before it, and lies there unless erased.
    files[media.name] = _seal(_media, media, to.records)
    said = manifest.describing(now.isoformat(), held, files).to_json()
    files[told.name] = _seal(lambda: BytesIO(said), told, to.records)
    return files


def _read_again(listed: Path) -> None:
    for place in (listed, listed.parent):
        handle = os.open(place, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    if bad := manifest.damaged(listed):
        raise BackupFailed(f"the disk does not give back what was written: {', '.join(bad)}")


def newest_sums(folder: Path) -> Path:
    """The sums of the newest backup in a folder. Raises BackupFailed when there is none."""
    found = sorted(folder.glob("kintrace-*-sums.txt"))
    if not found:
        raise BackupFailed(f"there is no backup in {folder}")
    return found[-1]


def note_made(now: datetime) -> None:
    """Remember that a backup was made, for whoever looks after this installation."""
    part = _noted().with_suffix(".part")
    part.write_text(now.isoformat())
    part.replace(_noted())


def last_made() -> datetime | None:
    """When the newest backup of this installation was made; None when nobody knows of any."""
    try:
        return datetime.fromisoformat(_noted().read_text().strip())
    except (OSError, ValueError):
        return None


def _noted() -> Path:
    return Path(settings.DATA) / "last-backup"


def forget_old(folder: Path, *, now: datetime) -> list[Path]:
    """Delete the backups in this folder that are over their time; gives their paths."""
    oldest = (now - default(Kind.BACKUP)).strftime(STAMP)
    old = [file for file in folder.glob("kintrace-*-*.*") if file.name.split("-")[1] < oldest]
    for file in old:
        file.unlink()
    return sorted(old)


# --- files ---


@contextmanager
def _media() -> Iterator[IO[bytes]]:
    """What lies in the stores."""
    try:
        with media.packed() as stream:
            yield stream
    except media.Unread as reason:
        raise BackupFailed(f"the pictures could not be read: {reason}") from reason


def _seal(source: Source, target: Path, recipient: str) -> Sealed:
    """Encrypt what the source gives; the name appears only when the whole file is on the disk."""
    key = _recipient(recipient)
    handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)  # mode 0600
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as sink:
            summed = manifest.Summed(sink)
            with source() as plain:
                pyrage.encrypt_io(plain, summed, [key])
            sink.flush()
            os.fsync(sink.fileno())
        part.replace(target)
    except pyrage.EncryptError as reason:
        raise BackupFailed("the cipher could not go on") from reason
    finally:
        part.unlink(missing_ok=True)
    return summed.sealed()


def _recipient(recipient: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as reason:
        raise BackupFailed("a recipient is not a public age key (age1…)") from reason
