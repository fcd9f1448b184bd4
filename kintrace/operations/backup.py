"""Backups that the server can write and not read: age files to a recipient kept elsewhere.

Three files a backup: `records` (the database without the key slots), `slots` (the key slots
alone, better to a recipient of its own) and `media` (sealed files and faces). Each backup deletes
those of more than 30 days in its folder; who copies them elsewhere keeps slots no longer, either.

What goes in is never a file in clear: it runs from its source through memory into the cipher.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyrage
from django.conf import settings
from django.db import connection

from kintrace.operations import media
from kintrace.protection.retention import Kind, default
from kintrace.vault.copies import PASSING_TABLES, SLOT_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    Source = Callable[[], AbstractContextManager[IO[bytes]]]  # opens what is to be sealed

STAMP = "%Y%m%dT%H%M%SZ"


class BackupFailed(Exception):
    """A part could not be made; nothing half-written is left behind."""


@dataclass(frozen=True)
class Recipients:
    """Public age keys (`age1…`); their identities never lie on this machine."""

    records: str
    slots: str


def back_up(folder: Path, *, to: Recipients, now: datetime) -> list[Path]:
    """Write records, slots and media into `folder` and give their paths, in this order.

    Records are read before slots, so that no record is ever without the slot it had. Raises
    BackupFailed or OSError: then none of the three stands there.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = now.strftime(STAMP)
    done: list[Path] = []
    try:
        with _database() as (records, slots):
            done.append(_seal(records, folder / f"kintrace-{stamp}-records.age", to.records))
            done.append(_seal(slots, folder / f"kintrace-{stamp}-slots.age", to.slots))
        done.append(_seal(_media, folder / f"kintrace-{stamp}-media.age", to.records))
    except BaseException:
        for file in done:
            file.unlink(missing_ok=True)
        raise
    return done


@contextmanager
def _database() -> Iterator[tuple[Source, Source]]:
    if settings.ON_SQLITE:
        yield from _of_sqlite()
    else:
        without = (*SLOT_TABLES, *PASSING_TABLES)
        yield (
            lambda: _pg_dump(*(f"--exclude-table-data={table}" for table in without)),
            lambda: _pg_dump("--data-only", *(f"--table={table}" for table in SLOT_TABLES)),
        )


def forget_old(folder: Path, *, now: datetime) -> list[Path]:
    """Delete the backups in this folder that are over their time; gives their paths."""
    oldest = (now - default(Kind.BACKUP)).strftime(STAMP)
    old = [file for file in folder.glob("kintrace-*.age") if file.name.split("-")[1] < oldest]
    for file in old:
        file.unlink()
    return sorted(old)


# --- SQLite: small enough to be copied in memory ---


def _of_sqlite() -> Iterator[tuple[Source, Source]]:
    name = connection.settings_dict["NAME"]
    with (
        closing(sqlite3.connect(":memory:")) as whole,
        closing(sqlite3.connect(f"file:{name}?mode=ro", uri=True)) as source,
    ):
        source.backup(whole)  # one moment of the database, the same for both files
        tables = [row[0] for row in whole.execute(_OUR_TABLES)]
        others = [table for table in tables if table not in SLOT_TABLES]
        yield (
            lambda: _without(whole, (*SLOT_TABLES, *PASSING_TABLES)),
            lambda: _without(whole, others),
        )


_OUR_TABLES = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"


@contextmanager
def _without(whole: sqlite3.Connection, tables: tuple[str, ...] | list[str]) -> Iterator[IO[bytes]]:
    """A copy in which these tables are empty, and no freed page keeps what stood in them."""
    with closing(sqlite3.connect(":memory:")) as copy:
        whole.backup(copy)
        copy.executescript("PRAGMA foreign_keys=OFF;PRAGMA secure_delete=ON;")
        for table in tables:
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608 names of our own tables
        copy.commit()
        yield BytesIO(copy.serialize())


# --- PostgreSQL: too large for that, so it streams ---


@contextmanager
def _pg_dump(*options: str) -> Iterator[IO[bytes]]:
    """Dump as the backup role, which alone reads past row security."""
    database = connection.settings_dict
    command = ["pg_dump", "--format=custom", "--no-owner", *options]
    command += [f"--dbname={database['NAME']}", f"--username={settings.DATABASE_ROLES['backup']}"]
    command += [f"--host={database['HOST']}", f"--port={database['PORT']}"]
    surroundings = {**os.environ, "PGPASSWORD": settings.BACKUP_PASSWORD}
    # What it says of a failure goes to whoever called: tables and reasons, never a row.
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE) as dump:  # noqa: S603 our own command
        if dump.stdout is None:
            raise BackupFailed("pg_dump gave nothing to read")
        yield dump.stdout
    if dump.returncode != 0:
        raise BackupFailed(f"pg_dump ended with {dump.returncode}")


# --- files ---


@contextmanager
def _media() -> Iterator[IO[bytes]]:
    """What lies in the stores."""
    try:
        with media.packed() as stream:
            yield stream
    except media.Unread as reason:
        raise BackupFailed(f"the pictures could not be read: {reason}") from reason


def _seal(source: Source, target: Path, recipient: str) -> Path:
    """Encrypt what the source gives; the name appears only when the whole file is on the disk."""
    key = _recipient(recipient)
    handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)  # mode 0600
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as sink:
            with source() as plain:
                pyrage.encrypt_io(plain, sink, [key])
            sink.flush()
            os.fsync(sink.fileno())
        part.replace(target)
    except pyrage.EncryptError as reason:
        raise BackupFailed("the cipher could not go on") from reason
    finally:
        part.unlink(missing_ok=True)
    return target


def _recipient(recipient: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as reason:
        raise BackupFailed("a recipient is not a public age key (age1…)") from reason
