"""How far a table reaches in the database: read from the migrations that granted it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from django.db.migrations.loader import MigrationLoader

from kintrace.vault.rows import PublicRows, Rows, StaffReads


@dataclass(frozen=True)
class Reach:
    """What the public role and the matching worker may do with a table, and which societies'
    members see a row.

    between: a row belongs to several societies, and each of them reads it. every: members of any
    society may read rows, all or those that anyone may know.
    """

    public: frozenset[str] = frozenset()
    matcher: frozenset[str] = frozenset()
    between: bool = False
    every: bool = False


@cache
def reaches() -> dict[str, Reach]:
    """Table to how far it reaches. A table that no migration granted is not in it."""
    found: dict[str, Reach] = {}
    for operation in _operations():
        before = found.get(operation.table, Reach())
        found[operation.table] = _after(before, operation)
    return found


def _operations() -> list[Rows]:
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [
        operation
        for _name, migration in sorted(known.items())
        for operation in migration.operations
        if isinstance(operation, Rows)
    ]


def _after(before: Reach, operation: Rows) -> Reach:
    # Both build upon a table that was granted before, and grant nothing by themselves.
    if isinstance(operation, StaffReads):
        return replace(before, every=True)
    if isinstance(operation, PublicRows):
        return before
    public, matcher = (
        frozenset(filter(None, operation.rights[who].split(", "))) for who in ("public", "matcher")
    )
    return replace(
        before,
        public=before.public | public,
        matcher=before.matcher | matcher,
        between=before.between or len(operation.columns) > 1,
    )
