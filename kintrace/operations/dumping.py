"""The database at one moment, as two streams: records without the keys, and the keys alone.

Both are of the same moment: a key whose record is missing helps nobody, and a record without its
key is lost. Who never makes one need not hold psycopg in memory: it is imported where it is used.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection

from kintrace.vault.copies import PASSING_TABLES, SLOT_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    import psycopg

    Source = Callable[[], AbstractContextManager[IO[bytes]]]  # opens what is to be sealed


class DumpFailed(Exception):
    """The database could not be read to its end."""


@dataclass(frozen=True)
class Moment:
    """What a backup takes of the database: two streams, and what is in them."""

    records: Source
    slots: Source
    rows: dict[str, int]  # by table, of those whose rows are taken
    migrations: dict[str, str]  # by application, the last one


@contextmanager
def moment() -> Iterator[Moment]:
    """Hold one moment of the database for as long as the block lasts. Raises DumpFailed."""
    with _of_sqlite() if settings.ON_SQLITE else _of_postgres() as held:
        yield held


_LAST_MIGRATIONS = "SELECT app, max(name) FROM django_migrations GROUP BY app"

# --- SQLite: small enough to be copied in memory ---

_OUR_TABLES = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"


@contextmanager
def _of_sqlite() -> Iterator[Moment]:
    name = connection.settings_dict["NAME"]
    with (
        closing(sqlite3.connect(":memory:")) as whole,
        closing(sqlite3.connect(f"file:{name}?mode=ro", uri=True)) as source,
    ):
        source.backup(whole)  # one moment of the database, the same for both files
        tables = [row[0] for row in whole.execute(_OUR_TABLES)]
        others = [table for table in tables if table not in SLOT_TABLES]
        yield Moment(
            lambda: _without(whole, (*SLOT_TABLES, *PASSING_TABLES)),
            lambda: _without(whole, others),
            counted(whole, [table for table in tables if table not in PASSING_TABLES]),
            dict(whole.execute(_LAST_MIGRATIONS)),
        )


def counted(database: sqlite3.Connection, tables: list[str]) -> dict[str, int]:
    """How many rows each of these tables has."""
    count = 'SELECT count(*) FROM "{}"'
    return {table: database.execute(count.format(table)).fetchone()[0] for table in tables}


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
def _of_postgres() -> Iterator[Moment]:
    """Hold a snapshot open, in which both dumps read. As the backup role, which alone reads past
    row security."""
    import psycopg  # noqa: PLC0415 - see above

    try:
        session = psycopg.connect(**_as_backup_role())
    except psycopg.Error as reason:
        raise DumpFailed("the database does not let the backup role in") from reason
    with session:
        session.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        session.read_only = True
        session.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        session.execute("SET LOCAL statement_timeout = 0")
        rows = _counted(session)
        migrations = dict(session.execute(f"{_LAST_MIGRATIONS}").fetchall())
        [[snapshot]] = session.execute("SELECT pg_export_snapshot()").fetchall()
        kept = [f"--exclude-table-data={table}" for table in (*SLOT_TABLES, *PASSING_TABLES)]
        keys = ["--data-only", *(f"--table={table}" for table in SLOT_TABLES)]
        yield Moment(
            lambda: _pg_dump(snapshot, *kept), lambda: _pg_dump(snapshot, *keys), rows, migrations
        )


def _as_backup_role() -> dict[str, Any]:
    place = connection.settings_dict
    return {
        "host": place["HOST"],
        "port": place["PORT"] or None,
        "dbname": place["NAME"],
        "user": settings.DATABASE_ROLES["backup"],
        "password": settings.BACKUP_PASSWORD or None,
    }


_TABLES = """
    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind = 'r' ORDER BY relname
"""


def _counted(session: psycopg.Connection) -> dict[str, int]:
    from psycopg import sql  # noqa: PLC0415 - see above

    tables = [name for (name,) in session.execute(_TABLES) if name not in PASSING_TABLES]
    count = sql.SQL("SELECT count(*) FROM {}")
    found = {
        table: session.execute(count.format(sql.Identifier("public", table))).fetchone()
        for table in tables
    }
    return {table: row[0] if row else 0 for table, row in found.items()}


@contextmanager
def _pg_dump(snapshot: str, *options: str) -> Iterator[IO[bytes]]:
    place = _as_backup_role()
    command = ["pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", *options]
    command += [f"--dbname={place['dbname']}", f"--username={place['user']}"]
    command += [f"--host={place['host']}", f"--port={place['port'] or ''}"]
    surroundings = {**os.environ, "PGPASSWORD": settings.BACKUP_PASSWORD}
    # What it says of a failure goes to whoever called: tables and reasons, never a row.
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE) as dump:  # noqa: S603 our own command
        if dump.stdout is None:
            raise DumpFailed("pg_dump gave nothing to read")
        yield dump.stdout
    if dump.returncode != 0:
        raise DumpFailed(f"pg_dump ended with {dump.returncode}")
