"""The tables that a test may read with the role it is connected as."""

from __future__ import annotations

from django.db import connection


def readable_tables() -> list[str]:
    """All of the house but those that are the matching worker's alone."""
    with connection.cursor() as cursor:
        return list(filter(_may_read, connection.introspection.table_names(cursor)))


def _may_read(table: str) -> bool:
    if connection.vendor == "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])
        return bool(cursor.fetchone()[0])
