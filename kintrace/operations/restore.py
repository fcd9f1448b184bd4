"""Bringing a backup back, without bringing back anybody who was erased since.

A backup is older than some erasures. The ledger beside the root key knows them all, so nothing is
restored before it is certain that the ledger is whole and not older than its newest copy beside
the audit anchors; and nobody is served before every erasure in it was done again.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pyrage
from django.conf import settings
from django.db import connection

from kintrace.operations import media
from kintrace.operations.backup import STAMP
from kintrace.vault import ledger
from kintrace.vault.copies import SLOT_TABLES
from kintrace.vault.stores import StoreAway

PARTS = ("records", "slots", "media")


class NotRestored(Exception):
    """Why nothing, or not everything, was brought back; says what to do."""


@dataclass(frozen=True)
class Backup:
    """The three files of one moment."""

    records: Path
    slots: Path
    media: Path

    @property
    def made(self) -> datetime:
        """When it was begun, by its name. Raises NotRestored."""
        try:
            stamp = self.records.name.split("-")[1]
            return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        except (ValueError, IndexError):
            raise NotRestored(
                f"{self.records.name} does not say when it was made: give it its name again."
            ) from None


@dataclass(frozen=True, repr=False)
class Identities:
    """What opens them: lent for the restore, kept elsewhere."""

    records: pyrage.x25519.Identity
    slots: pyrage.x25519.Identity

    def of(self, part: str) -> pyrage.x25519.Identity:
        return self.slots if part == "slots" else self.records


def newest(folder: Path) -> Backup:
    """The newest whole backup in a folder. Raises NotRestored."""
    stamps = sorted({file.name.rpartition("-")[0] for file in folder.glob("kintrace-*.age")})
    for stamp in reversed(stamps):
        files = [folder / f"{stamp}-{part}.age" for part in PARTS]
        if all(file.is_file() for file in files):
            return Backup(*files)
    raise NotRestored(f"There is no whole backup (records, slots and media) in {folder}.")


def require_ledger(anchors: Path) -> int:
    """How many erasures the ledger here knows. Raises NotRestored when its copy knows more.

    LedgerBroken when a line of it does not hold.
    """
    copy = anchors / ledger.where().name
    if not copy.is_file():
        raise NotRestored(f"There is no copy of the ledger of erasures in {anchors}.")
    here = ledger.where().read_bytes() if ledger.where().exists() else b""
    if not here.startswith(copy.read_bytes().rpartition(b"\n")[0]):
        raise NotRestored(
            "The ledger of erasures beside the root key is older than its copy beside the anchors. "
            "Put the newer one in its place: else people who were erased would come back."
        )
    return len(ledger.erased())


def load(backup: Backup, identities: Identities, *, owner: str = "") -> None:
    """Fill the empty database and the folders of pictures. `owner`: a role's database address.

    Raises NotRestored; a database that holds something is never written over.
    """
    records, slots = (_opened(backup, part, identities) for part in ("records", "slots"))
    if settings.ON_SQLITE:
        _into_sqlite(records, slots)
    else:
        _into_postgres(records, slots, owner)
    _unpack(_opened(backup, "media", identities))


def _opened(backup: Backup, part: str, identities: Identities) -> bytes:
    file: Path = getattr(backup, part)
    try:
        plain: bytes = pyrage.decrypt(file.read_bytes(), [identities.of(part)])
    except pyrage.DecryptError as reason:
        raise NotRestored(
            f"{file.name} does not open: it is damaged, or this identity is another's."
        ) from reason
    return plain


# --- SQLite ---


def _into_sqlite(records: bytes, slots: bytes) -> None:
    target = Path(connection.settings_dict["NAME"])
    if target.exists() and target.stat().st_size:
        raise NotRestored("The database is not empty. Move its file away first.")
    connection.close()
    with (
        closing(sqlite3.connect(":memory:")) as whole,
        closing(sqlite3.connect(":memory:")) as keys,
    ):
        whole.deserialize(_in_one_file(records))
        keys.deserialize(_in_one_file(slots))
        whole.execute("PRAGMA foreign_keys=OFF")
        for table in SLOT_TABLES:
            _copy(table, keys, whole)
        whole.commit()
        with closing(sqlite3.connect(target)) as file:
            whole.backup(file)


def _in_one_file(database: bytes) -> bytes:
    """Bytes 18 and 19 say that a write-ahead log lies beside the file; in memory none does."""
    return database[:18] + b"\x01\x01" + database[20:]


def _copy(table: str, source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    rows = source.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 our own table
    if rows:
        places = ", ".join("?" * len(rows[0]))
        target.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608


# --- PostgreSQL ---


def _into_postgres(records: bytes, slots: bytes, owner: str) -> None:
    """Rows before the walls around them: the keys' rows lie in a part of their own."""
    if connection.introspection.table_names():
        raise NotRestored("The database is not empty. Make a new one, and restore into it.")
    connection.close()
    _pg_restore(records, owner, "--section=pre-data", "--section=data")
    _pg_restore(slots, owner, "--data-only")
    _pg_restore(records, owner, "--section=post-data")


def _pg_restore(dump: bytes, owner: str, *sections: str) -> None:
    command = ["pg_restore", "--no-owner", "--exit-on-error", f"--dbname={owner}", *sections]
    done = subprocess.run(  # noqa: S603 our own command
        command, input=dump, env={**os.environ}, capture_output=True, check=False
    )
    if done.returncode:
        raise NotRestored(f"pg_restore ended with {done.returncode}: {done.stderr.decode()[:500]}")


# --- pictures ---


def _unpack(packed: bytes) -> None:
    """Back into the stores, wherever these lie now."""
    try:
        media.unpack(BytesIO(packed))
    except media.Elsewhere:
        raise NotRestored("A picture in the backup names a folder outside its own.") from None
    except StoreAway:
        raise NotRestored(
            "The store of pictures does not answer or has no room: run manage.py doctor, then "
            "restore once more into an empty database."
        ) from None
