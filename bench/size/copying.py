"""Rows into PostgreSQL by COPY: sealed field by field as on saving, written past the walls.

COPY is refused behind row security, so the session that writes is the server's own superuser, with
triggers at rest; the keys are asked for as the staff role like anywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connections
from psycopg import sql

from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import psycopg


@contextmanager
def session() -> Iterator[psycopg.Connection]:
    """A session of the superuser; nothing is waited for and no trigger fires."""
    with postgres.superuser(environment.server_folder(), "kintrace") as opened:
        opened.execute("SET session_replication_role = replica")
        opened.execute("SET synchronous_commit = off")
        yield opened


def lay(rows: Iterable[Any], *, into: psycopg.Connection) -> dict[str, int]:
    """Seal and write rows of any models; how many of each table. The reader must be in force."""
    tables: dict[type[Any], list[Any]] = defaultdict(list)
    for row in rows:
        tables[type(row)].append(row)
    serving = connections["default"]  # asked for once: the proxy asks for every value
    for model, of_it in tables.items():
        fields = model._meta.concrete_fields
        lay_values(
            model._meta.db_table,
            [field.column for field in fields],
            ([_value(field, row, serving) for field in fields] for row in of_it),
            into=into,
        )
    return {model._meta.db_table: len(of_it) for model, of_it in tables.items()}


def lay_values(
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    into: psycopg.Connection,
) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with into.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _value(field: Any, row: Any, serving: Any) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add=True), serving)


@contextmanager
def without_indexes(into: psycopg.Connection) -> Iterator[None]:
    """While it lasts the tables have those indexes alone that a constraint needs; the others are
    built at the end, each in one go."""
    found = into.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index i "
        "JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND NOT EXISTS "
        "(SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)"
    ).fetchall()
    for name, _made in found:
        into.execute(sql.SQL("DROP INDEX {}").format(sql.SQL(name)))
    yield
    into.execute("SET maintenance_work_mem = '512MB'")
    for _name, made in found:
        into.execute(made)
