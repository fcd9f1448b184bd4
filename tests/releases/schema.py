"""The tables as the database has them, and what the last release's program does with them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
from django.db import connection, transaction

from tests import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.backends.utils import CursorWrapper

    from tests.releases.released import Schema

Run = tuple[str, str]
KIND = """
SELECT table_name, column_name, data_type || coalesce('(' || character_maximum_length || ')', ''),
       is_nullable, coalesce(column_default, identity_generation)
FROM information_schema.columns WHERE table_schema = 'public'
"""


class Stopped(Exception):
    """The old program's statement did not go through; the message is the database's own."""


def standing() -> dict[str, dict[str, tuple[str, bool, bool]]]:
    """Table → column → its type, whether it may be null, whether the database has a default."""
    found: dict[str, dict[str, tuple[str, bool, bool]]] = {}
    for table, column, kind, null, default in _columns():
        found.setdefault(table, {})[column] = (kind, null, default)
    return found


def _columns() -> Iterator[tuple[str, str, str, bool, bool]]:
    with as_owner() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(KIND)
            for table, column, kind, null, default in cursor.fetchall():
                yield table, column, kind, null == "YES", default is not None
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'PRAGMA table_info("{table}")')
            for _, column, kind, not_null, default, key in cursor.fetchall():
                yield table, column, kind, not not_null, default is not None or bool(key)


@contextmanager
def as_owner() -> Iterator[CursorWrapper | psycopg.Cursor]:
    """One who sees every row; what is done in the block is undone when it ends."""
    if connection.vendor == "postgresql":
        name = str(connection.settings_dict["NAME"])
        place = f"host={environment.server_folder()} user=postgres dbname={name}"
        with psycopg.connect(place) as session, session.cursor() as cursor:
            # Neither triggers nor foreign keys: the rows are the same before and after.
            cursor.execute("SET session_replication_role = replica")
            yield cursor
            session.rollback()
        return
    with connection.constraint_checks_disabled(), transaction.atomic():
        with connection.cursor() as cursor:
            yield cursor
        transaction.set_rollback(True)


def works_as_before(known: Schema) -> Iterator[str]:
    """Read, write anew and change rows of every table, by the columns that a release knows.

    Gives the tables in which there was something to do.
    """
    with as_owner() as cursor:
        for table, columns in sorted(known.items()):
            for statement in _statements(table, columns):
                try:
                    cursor.execute(statement)  # type: ignore[arg-type]
                except Exception as reason:
                    raise Stopped(f"{table}: {reason}") from reason
            if cursor.rowcount:
                yield table


def _statements(table: str, columns: Iterable[str]) -> list[str]:
    named = [f'"{column}"' for column in columns]
    listed, same = ", ".join(named), ", ".join(f"{one} = {one}" for one in named)
    return [
        f'CREATE TEMPORARY TABLE aside AS SELECT {listed} FROM "{table}"',  # noqa: S608 our names
        f'DELETE FROM "{table}"',  # noqa: S608 the same
        f'INSERT INTO "{table}" ({listed}) SELECT {listed} FROM aside',  # noqa: S608 the same
        "DROP TABLE aside",
        f'UPDATE "{table}" SET {same}',  # noqa: S608 the same
    ]
