"""Many new rows of one table in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_rows(rows: Sequence[Any]) -> None:
    """Insert new rows of one model: what `bulk_create` does, with one parameter a column where the
    database has arrays. Sealed fields are sealed row by row, as on saving."""
    if connection.vendor != "postgresql" or len(rows) < 2:
        for row in rows:
            row.save(force_insert=True)
        return
    fields = rows[0]._meta.concrete_fields
    columns = [[_value(field, row) for row in rows] for field in fields]
    names = ", ".join(f'"{field.column}"' for field in fields)
    arrays = ", ".join(f"%s::{field.db_type(connection)}[]" for field in fields)
    statement = f'INSERT INTO "{rows[0]._meta.db_table}" ({names}) SELECT * FROM unnest({arrays})'  # noqa: S608 names of our own columns
    with connection.cursor() as cursor:
        cursor.execute(statement, columns)


def _value(field: Any, row: Any) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add=True), connection)
