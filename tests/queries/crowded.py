"""A database as ours is after years, in which PostgreSQL is asked how it would go about a question.

Thousands of rows lie in every table, of sixty societies. They are made up column by column; nobody
reads them, and no question is answered from them. PostgreSQL weighs a question by how many rows
there are and how they differ, and a test has too few of them.
"""

from __future__ import annotations

import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection
from psycopg import sql

from kintrace.network.models import Society
from tests import environment, postgres

if TYPE_CHECKING:
    import psycopg
    from django.db.models import Field, Model

NAME = "crowded"
ROWS = 3000
SOCIETIES = 60
WORDS = 20  # different ones in a column of words that has no list of them
SPREAD = 10  # percent of a page that is filled: as many pages as a larger table has
SETTINGS = {"random_page_cost": "1.1"}  # as on a machine without turning disks
VALUES = {
    "bigint": "{any} % 5000",
    "bigint[]": "ARRAY[{any} % 5000, {any} % 4999]::bigint[]",
    "boolean": "{any} % 10 = 0",
    "bytea": "decode(md5(random()::text), 'hex')",
    "date": "CURRENT_DATE - {any} % 700",
    "double precision": "{any} % 5000",
    "inet": "inet '192.0.2.1'",
    "integer": "{any} % 50",
    "jsonb": "jsonb_build_object()",
    "numeric": "{any} % 50",
    "smallint": "{any} % 50",
    "time without time zone": "time '08:00' + {any} % 600 * interval '1 minute'",
    "timestamp with time zone": "now() - {any} % 16800 * interval '1 hour'",
    "uuid": "gen_random_uuid()",
}
_KINDS = """
SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND attgenerated = ''
"""
_CHECKS = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
"""


@cache
def planner(role: str) -> psycopg.Connection:
    """A session of a role there, as the reader of one of the societies."""
    settings = SETTINGS | {"app.society": _reader()}
    asked = postgres.session(environment.server_folder(), NAME, role)
    for name, value in settings.items():
        asked.execute("SELECT set_config(%s, %s, false)", [name, value])
    return asked


@cache
def _reader() -> str:
    """One of the societies. The database is made with the first question, and goes with the server
    of this run."""
    server = environment.server_folder()
    with postgres.superuser(server) as session:
        session.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
    with postgres.superuser(server, NAME) as session:
        _lay_out(session)
        _fill(session)
        [(reader,)] = session.execute(f"SELECT {_id(Society, '1')}".encode()).fetchall()
    return str(reader)


def _lay_out(session: psycopg.Connection) -> None:
    """The same tables, indexes and walls, without the checks that made-up rows would not pass."""
    program, server = postgres.programs() / "pg_dump", environment.server_folder()
    asked = [str(program), "--schema-only", "--username=postgres", f"--host={server}"]
    dumped = subprocess.run(
        [*asked, str(connection.settings_dict["NAME"])], capture_output=True, check=True, text=True
    ).stdout
    # What begins with a stroke is for psql.
    session.execute(
        "".join(
            line for line in dumped.splitlines(keepends=True) if not line.startswith("\\")
        ).encode()
    )
    session.execute("SET search_path TO public")
    for (drop,) in session.execute(_CHECKS).fetchall():
        session.execute(drop.encode())


def _fill(session: psycopg.Connection) -> None:
    session.execute("SET session_replication_role = replica")  # no trigger, no foreign key
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        session.execute(f'ALTER TABLE "{table}" SET (fillfactor = {SPREAD})'.encode())
        kinds: dict[str, str] = dict(session.execute(_KINDS, [f'"{table}"']).fetchall())
        fields = [one for one in model._meta.local_concrete_fields if one.column in kinds]
        names = ", ".join(f'"{one.column}"' for one in fields)
        values = ", ".join(
            _or_nothing(one, place, kinds[str(one.column)]) for place, one in enumerate(fields)
        )
        session.execute(
            f'INSERT INTO "{table}" ({names}) OVERRIDING SYSTEM VALUE SELECT {values} '  # noqa: S608 - our own names
            f"FROM generate_series(1, {ROWS}) AS n ON CONFLICT DO NOTHING".encode()
        )
    session.execute("ANALYZE")


def _or_nothing(field: Field[Any, Any], place: int, kind: str) -> str:
    """A column that may be empty is in half of the rows."""
    value = _value(field, kind, _any(place))
    return f"CASE WHEN {_any(place + 1000)} % 2 = 0 THEN {value} END" if field.null else value


def _any(place: int) -> str:
    """A number for each row that has nothing to do with those of other columns."""
    return f"(hashint4(n + {place * ROWS}) & 2147483647)"


def _value(field: Field[Any, Any], kind: str, some: str) -> str:
    target = field.related_model
    if target is Society or field.name in {"society", "society_id"}:
        return _id(Society, f"(1 + {some} % {SOCIETIES})")
    if target or field.primary_key:
        number = "n" if field.unique else f"(1 + {some} % {ROWS})"
        return _id(target or field.model, number, kind)
    if field.unique or not (field.flatchoices or kind in VALUES):
        return _word(field, kind, some)
    if field.flatchoices:
        listed = ", ".join(f"'{value}'" for value, _label in field.flatchoices)
        return f"((ARRAY[{listed}])[1 + {some} % {len(field.flatchoices)}])::{kind}"
    return VALUES[kind].replace("{any}", some)


def _id(model: type[Model], number: str, kind: str = "uuid") -> str:
    """Of a row by its number. One that shares its key with another row has that row's."""
    while isinstance(shared := model._meta.pk.related_model, type):
        model = shared
    if kind != "uuid":
        return f"({number})::text::{kind}"
    return f"md5('{model._meta.db_table}' || {number})::uuid"


def _word(field: Field[Any, Any], kind: str, some: str) -> str:
    """One that nobody else has, or one of some."""
    if not field.unique:
        return f"left({some} % {WORDS} || ' of a word', {field.max_length or 32})"
    if kind in {"character varying", "text"}:
        return f"left(md5(n::text), {field.max_length or 32})"
    return "n" if kind in {"bigint", "integer"} else VALUES[kind].replace("{any}", some)
