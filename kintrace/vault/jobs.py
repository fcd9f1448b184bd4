"""What must be done outside the database, also when the process dies in between."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from kintrace.vault import ledger, safe_files
from kintrace.work.once import once
from kintrace.work.urgency import PRESSING

if TYPE_CHECKING:
    from kintrace.vault.ledger import Said

AGAIN_AFTER = timedelta(minutes=10)  # while the store does not answer, however long that is


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


def lose(file: UUID) -> None:
    """Delete all that is kept for a file, once the transaction around this is committed.

    At once where the store answers; the job, a row of that transaction, makes sure of it. Nobody
    who takes something back waits for a store, or hears that it does not answer.
    """
    lose_file.enqueue(str(file))
    transaction.on_commit(partial(safe_files.drop, file=file), robust=True)


@task(priority=PRESSING)
def lose_file(file: str) -> None:
    """Delete what is kept for a file, and come back until it is gone. Safe to run twice."""
    if not safe_files.drop(file=UUID(file)):
        once(lose_file.using(run_after=timezone.now() + AGAIN_AFTER), file)
