"""Filling an empty database from the two streams of a backup."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

from kintrace.operations.opening import NotRestored, pour
from kintrace.vault.copies import SLOT_TABLES

if TYPE_CHECKING:
    from kintrace.operations.opening import Identities


def load(records: Path, slots: Path, identities: Identities, *, owner: str) -> None:
    """Fill the database behind its wall. Raises NotRestored: then it is half full."""
    if settings.ON_SQLITE:
        _into_sqlite(records, slots, identities)
    else:
        _into_postgres(records, slots, identities, owner)


# --- SQLite ---


def _into_sqlite(records: Path, slots: Path, identities: Identities) -> None:
    """The file is the database itself; the keys' rows come from a second one."""
    target = Path(connection.settings_dict["NAME"])
    beside = target.with_name(f"{target.name}-keys")
    try:
        for file, part, place in ((records, "records", target), (slots, "slots", beside)):
            with place.open("wb") as sink:
                place.chmod(0o600)
                pour(file, identities.of(part), sink)
            _without_log(place)
        with closing(sqlite3.connect(target)) as whole:
            whole.executescript("PRAGMA foreign_keys=OFF;PRAGMA secure_delete=ON;")
            whole.execute("ATTACH DATABASE ? AS keys", (str(beside),))
            for table in SLOT_TABLES:
                whole.execute(f'INSERT INTO main."{table}" SELECT * FROM keys."{table}"')  # noqa: S608 our own table
            whole.commit()
    except sqlite3.Error as reason:
        raise NotRestored(f"The database could not be filled: {reason}.") from reason
    finally:
        beside.unlink(missing_ok=True)


def _without_log(database: Path) -> None:
    """Bytes 18 and 19 say that a write-ahead log lies beside the file; none does."""
    with database.open("r+b") as file:
        file.seek(18)
        file.write(b"\x01\x01")


# --- PostgreSQL ---


def _into_postgres(records: Path, slots: Path, identities: Identities, owner: str) -> None:
    """Rows before the walls around them: the keys' rows lie in a part of their own."""
    steps = (
        (records, "records", ("--section=pre-data", "--section=data")),
        (slots, "slots", ("--data-only",)),
        (records, "records", ("--section=post-data",)),
    )
    for file, part, sections in steps:
        _pg_restore(file, part, identities, owner, sections)


def _pg_restore(
    file: Path, part: str, identities: Identities, owner: str, sections: tuple[str, ...]
) -> None:
    command = ["pg_restore", "--no-owner", "--exit-on-error", f"--dbname={owner}", *sections]
    with TemporaryFile() as said:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=said) as loader:  # noqa: S603 our own command
            if loader.stdin is None:
                raise NotRestored("pg_restore takes nothing.")
            try:
                pour(file, identities.of(part), loader.stdin)
                loader.stdin.close()
            except BrokenPipeError:  # it ended, and says why, or has all it wants
                with suppress(BrokenPipeError):
                    loader.stdin.close()
            except BaseException:
                loader.kill()
                raise
        said.seek(0)
        # The first line only: the next ones may quote a row.
        [first, *_] = said.read(2000).decode(errors="replace").splitlines() or [""]
    if loader.returncode:
        raise NotRestored(f"pg_restore ended with {loader.returncode}: {first}")
