"""The entries of a chain as the database gives them, for a walk over all of them.

Django's conversions take as long as the MAC, and stumble over columns that were tampered with.
"""

from collections.abc import Callable, Iterator
from datetime import UTC
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BinaryField, F, Func

from kintrace.audit import chain
from kintrace.audit.models import Entry
from kintrace.vault.reader import reading_as

BATCH = 2000  # rows that are read in one transaction: writers do not wait for long walks

Walked = tuple[int, chain.Deeded | None, bytes]


def between(society: UUID, after: int, last: int) -> Iterator[Walked]:
    """Those with numbers from after + 1 to last, in order: number, what was sealed, and its MAC;
    None where a column holds what no entry ever held."""
    id_of: Callable[[Any], bytes] = bytes if _gives_bytes() else bytes.fromhex
    while True:
        batch = _batch(society, after, last)
        for number, *columns, own in batch:
            yield number, _read(id_of, number, *columns), own
        if len(batch) < BATCH:
            return
        after = batch[-1][0]


def _batch(society: UUID, after: int, last: int) -> list[tuple[Any, ...]]:
    rows = Entry.objects.filter(society=society, seq__gt=after, seq__lte=last)
    query = rows.order_by("seq").values_list(*_columns())[:BATCH].query
    with reading_as(society):
        return _fetched(*query.sql_with_params())


def _fetched(sql: str, params: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """PostgreSQL gives the bytes themselves: to read how they are spelt was half of the walk."""
    if not _gives_bytes():
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())
    from psycopg import Cursor  # noqa: PLC0415 - who runs on SQLite need not hold it in memory

    session = connection.connection
    with connection.wrap_database_errors, Cursor[tuple[Any, ...]](session) as cursor:
        return cursor.execute(sql, params, binary=True).fetchall()


def _columns() -> list[Any]:
    row, actor, about = map(_id, ("id", "actor", "about"))
    return ["seq", row, "at", actor, "deed", about, "prev", "mac"]


def _id(name: str) -> Any:
    """As its sixteen bytes where the database can give them: a UUID takes longer to make."""
    if not _gives_bytes():
        return name
    return Func(F(name), function="uuid_send", output_field=BinaryField())


def _gives_bytes() -> bool:
    return connection.vendor == "postgresql"


def _read(
    id_of: Callable[[Any], bytes], number: int, row: Any, at: Any, *others: Any
) -> chain.Deeded | None:
    actor, deed, about, prev = others
    try:
        when = at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite knows no zone
        ids = id_of(row), id_of(actor), id_of(about)
        return chain.Deeded(ids[0], number, when, ids[1], str(deed), ids[2], bytes(prev))
    except (ValueError, TypeError, AttributeError):
        return None
