"""Whoever owns the database edits, deletes and cuts rows of the audit; the chain tells of each."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from kintrace.audit import lookups
from kintrace.audit.models import Entry
from kintrace.vault.reader import reading_as
from tests import environment, postgres

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from django.db.models import QuerySet

WAYS = ("edit", "delete", "cut", "swap")


def found(society: UUID, times: int, dice: random.Random) -> int:
    """How many of so many tamperings the chain tells of; each is undone."""
    with _as_whoever_owns_the_machine():
        return sum(_is_found(society, dice.choice(WAYS), dice) for _ in range(times))


@contextmanager
def _as_whoever_owns_the_machine() -> Iterator[None]:
    """No grant, no policy and no trigger stops this hand."""
    if not environment.on_postgres():
        yield
        return
    with postgres.connected_as("postgres"), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield


def _is_found(society: UUID, way: str, dice: random.Random) -> bool:
    with transaction.atomic():
        with reading_as(society):
            _tamper(Entry.objects.filter(society=society).order_by("seq"), way, dice)
        breaks = lookups.verify(society)
        transaction.set_rollback(True)
    return bool(breaks)


def _tamper(rows: QuerySet[Entry], way: str, dice: random.Random) -> None:
    last = rows.count()
    seq = dice.randint(2, last - 1)
    row = rows.get(seq=seq)
    if way == "delete":
        rows.filter(seq=seq).delete()
    elif way == "cut":
        rows.filter(seq__gte=seq).delete()
    elif way == "swap":  # what two rows say
        after = rows.get(seq=seq + 1)
        rows.filter(seq=seq).update(about=after.about, at=after.at, actor=after.actor)
        rows.filter(seq=seq + 1).update(about=row.about, at=row.at, actor=row.actor)
    else:
        rows.filter(seq=seq).update(**_edited(row, dice))


def _edited(row: Entry, dice: random.Random) -> dict[str, Any]:
    """One column, changed as somebody would who has something to hide."""
    changes: list[dict[str, Any]] = [
        {"actor": uuid4()},
        {"about": uuid4()},
        {"deed": "wrote_note"},
        {"at": row.at + timedelta(seconds=1)},
        {"mac": secrets.token_bytes(32)},
        {"prev": secrets.token_bytes(32)},
    ]
    return dice.choice(changes)
