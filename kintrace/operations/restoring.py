"""The wall around a database into which a backup is brought back: nobody is served before its end.

PostgreSQL: the owner sets the database so that a session finds no table in it unless it says where
they are, which only the restore does. It holds for every program and role, on every machine, and
over a crash. A schema called `restoring` says that what stands there is half a backup: whoever
begins again may throw it away. SQLite: the backup lies in a file of another name until its end.

Who only asks whether the wall stands, as every process does, need not hold psycopg in memory.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DatabaseError, connection

from kintrace.vault.copies import PASSING_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import LiteralString

    import psycopg

SENTENCE = (
    "A backup is being brought back here. If nobody is at it any more, run the same "
    "manage.py restore again: nobody is served before it ended well."
)


PATIENCE = 10.0  # seconds for sessions that are being closed


class NotShut(Exception):
    """Why the wall could not be put up; says what to do."""


class DatabaseNotEmpty(NotShut):
    """Something stands there that is not what a broken restore left."""


class NotTheOwner(NotShut):
    """The address of the owner leads nowhere, or to somebody who may not shut the database."""


class OthersAreIn(NotShut):
    """Sessions that began before the wall stood do not see it."""


def stands() -> bool:
    """Whether a backup is being brought back here, so that nobody may be served."""
    if settings.ON_SQLITE:
        return _part().exists()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('search_path') IN ('', '\"\"')")
            return bool(cursor.fetchone()[0])
    except DatabaseError:  # what is wrong is something else
        return False


def begin(owner: str) -> None:
    """Shut an empty database, or one that holds what a broken restore left; that goes first.

    Raises DatabaseNotEmpty, NotTheOwner, OthersAreIn.
    """
    connection.close()
    if settings.ON_SQLITE:
        if _whole().exists() and _whole().stat().st_size and _has_tables(_whole()):
            raise DatabaseNotEmpty("The database is not empty. Move its file away first.")
        _drop_files(_part())
        _part().touch(mode=0o600)
        return
    with as_owner(owner) as session:
        half = session.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'restoring'").fetchone()
        if half:
            session.execute("DROP OWNED BY CURRENT_USER")
            session.execute("CREATE SCHEMA IF NOT EXISTS public")
            session.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")
        elif session.execute(_ANY_TABLE).fetchone():
            raise DatabaseNotEmpty(
                "The database is not empty. Make a new one, and restore into it."
            )
        session.execute("CREATE SCHEMA restoring")
        _set(session, "''")
    _wait_for_others(owner)


def shut(owner: str) -> datetime | None:
    """Shut a database that PostgreSQL itself brought to a moment, until everything since is done
    again; gives when the last was committed that came back, while the server knows it.

    Whoever was signed in then is out, and marks of names are made anew. Raises NotTheOwner,
    OthersAreIn.
    """
    from psycopg import sql  # noqa: PLC0415

    connection.close()
    with as_owner(owner) as session:
        _set(session, "''")
        [[reached]] = session.execute("SELECT pg_last_xact_replay_timestamp()").fetchall()
        there = {name for (name,) in session.execute(_ANY_TABLE)}
        gone = [sql.Identifier("public", name) for name in PASSING_TABLES if name in there]
        session.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(gone)))
    _wait_for_others(owner)
    return reached if isinstance(reached, datetime) else None


def open_again(owner: str) -> None:
    """Take the wall away: from here on everybody is served."""
    connection.close()
    if settings.ON_SQLITE:
        _drop_files(_whole())
        _part().replace(_whole())
        return
    with as_owner(owner) as session:
        session.execute("DROP SCHEMA IF EXISTS restoring")
        # Said aloud, for a server that was brought to a moment may be shut as a whole.
        _set(session, '"$user", public')


@contextmanager
def behind() -> Iterator[None]:
    """This process works behind the wall: it alone finds the tables."""
    before = connection.settings_dict
    connection.close()
    connection.settings_dict = {**before, **_seeing(before)}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before


def _seeing(before: dict[str, Any]) -> dict[str, Any]:
    if settings.ON_SQLITE:
        return {"NAME": str(_part())}
    options = {name: said for name, said in before["OPTIONS"].items() if name != "pool"}
    said = str(options.get("options", ""))
    options["options"] = f"{said} -c search_path=public -c statement_timeout=0".strip()
    return {"OPTIONS": options}


# --- PostgreSQL ---

_ANY_TABLE = """
    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind IN ('r', 'p')
"""
_OTHERS = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type IS DISTINCT FROM 'autovacuum worker'
"""


@contextmanager
def as_owner(owner: str) -> Iterator[psycopg.Connection]:
    """One transaction as the owner of the database, by its address. Raises NotTheOwner."""
    import psycopg  # noqa: PLC0415

    try:
        with psycopg.connect(owner) as session:
            yield session
    except (psycopg.OperationalError, psycopg.errors.InsufficientPrivilege) as reason:
        raise NotTheOwner(
            "The database does not obey its owner: check the address that --owner gives, and that "
            "this role owns the database and not only its tables."
        ) from reason


def _wait_for_others(owner: str) -> None:
    """Until every session is gone that began before the wall stood."""
    with as_owner(owner) as session:
        session.autocommit = True
        before = set(session.execute(_OTHERS))
        for _ in range(50):
            before &= set(session.execute(_OTHERS))
            if not before:
                return
            time.sleep(PATIENCE / 50)
    raise OthersAreIn(
        f"{len(before)} sessions are still open on this database. Stop the service (web, worker, "
        "matching worker), then run this again."
    )


def _set(session: psycopg.Connection, path: LiteralString) -> None:
    from psycopg import sql  # noqa: PLC0415

    command = sql.SQL("ALTER DATABASE {} SET search_path TO {}")
    session.execute(command.format(sql.Identifier(session.info.dbname), sql.SQL(path)))


# --- SQLite ---


def _whole() -> Path:
    return Path(connection.settings_dict["NAME"])


def _part() -> Path:
    return _whole().with_name(f"{_whole().name}.restoring")


def _has_tables(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as database:
        return bool(database.execute("SELECT 1 FROM sqlite_master").fetchone())


def _drop_files(file: Path) -> None:
    for one in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        one.unlink(missing_ok=True)
