"""Whose turn it is with a person: many may write at once, an erasure waits for them and is alone.

On PostgreSQL by a lock on the subject's id, held until the transaction ends: a subject has no row
of its own to lock. On SQLite one transaction writes at a time anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

from kintrace.protection import lookups
from kintrace.protection.refusals import AlreadyErased

if TYPE_CHECKING:
    from uuid import UUID


def write_about(subject: UUID) -> None:
    """Keep erasures of this person waiting. Raises AlreadyErased when one came first.

    A row written after an erasure would be found by none.
    """
    _lock("SELECT pg_advisory_xact_lock_shared(%s)", subject)
    if lookups.is_erased(subject):
        raise AlreadyErased


def be_alone_with(subject: UUID) -> None:
    """Wait for whoever writes about this person, and keep others waiting."""
    _lock("SELECT pg_advisory_xact_lock(%s)", subject)


def _lock(statement: str, subject: UUID) -> None:
    if connection.vendor == "postgresql":
        number = int.from_bytes(subject.bytes[:8], signed=True)
        with connection.cursor() as cursor:
            cursor.execute(statement, [number])
