"""What must be said outside the database, also when the process dies in between."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django_tasks import task

from kintrace.vault import ledger
from kintrace.work.urgency import PRESSING

if TYPE_CHECKING:
    from kintrace.vault.ledger import Said


def remember(said: Said) -> None:
    """Note something in the ledger, once the transaction around this is committed.

    The job is a row of that transaction: it notes it if this process dies before it could, and a
    full disk keeps nothing from being done.
    """
    note_said.enqueue(said.code, str(said.society), str(said.subject), said.at.isoformat())
    transaction.on_commit(lambda: ledger.note(said), robust=True)


@task(priority=PRESSING)
def note_said(code: str, society: str, subject: str, at: str) -> None:
    """Say outside the database what a backup must not undo. Safe to run twice."""
    said = ledger.Said(code, UUID(society), UUID(subject), datetime.fromisoformat(at))
    if said not in ledger.read().said:
        ledger.note(said)
