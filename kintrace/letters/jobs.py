"""Delivering what is in the outbox, and emptying it. Everything here may run twice."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from kintrace.letters.kinds import PRESSING, Kind
from kintrace.letters.models import Outgoing
from kintrace.letters.writing import Letter, post
from kintrace.vault import ledger
from kintrace.vault.actions import erase_file
from kintrace.vault.reader import reading_as
from kintrace.work import urgency
from kintrace.work.once import once

CLAIM = timedelta(minutes=5)  # longer than a mail server may take
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
# The table of protection/retention.py says the same; a test compares them.
GIVEN_UP_AFTER = timedelta(days=7)
FORGOTTEN_AFTER = timedelta(days=30)

_log = structlog.get_logger()


@task()
def deliver(letter: str, society: str) -> None:
    """Send a letter (ids as text) and erase its contents, once; later when nobody answers.

    No transaction is open while the mail server is spoken to. Killed after the server took the
    letter and before we wrote that down, it sends again, under the same Message-ID.
    """
    at_home = UUID(society)
    claimed = _claim(UUID(letter), at_home)
    if claimed is None:
        return
    try:
        post(claimed)
    except SMTPRecipientsRefused as error:
        _refused(claimed, at_home, error)
    except OSError:
        _put_off(claimed, at_home)
    else:
        _end(claimed.pk, at_home, Outgoing.State.SENT)
        _log.info("letter.sent", code=claimed.kind.value)


def delivery_of(kind: Kind) -> Task[[str, str], None]:
    """The job that sends a letter of this kind; what somebody waits for goes first."""
    return deliver.using(priority=urgency.PRESSING if kind in PRESSING else urgency.SOON)


def _claim(letter: UUID, society: UUID) -> Letter | None:
    """Open a letter that waits, so that no other process sends it at the same time."""
    with reading_as(society):
        row = _waiting(letter)
        if row is None or row.to is None:
            return None
        now = timezone.now()
        # A claim beyond what one lasts was made while the machine's clock stood ahead.
        if row.claimed_until and now < row.claimed_until <= now + CLAIM:
            _again(row, row.claimed_until)  # whoever has it may have died with it
            return None
        row.claimed_until, row.tries = now + CLAIM, row.tries + 1
        row.save(update_fields=["claimed_until", "tries"])
        return Letter(row.pk, Kind(row.kind), row.language, row.to, row.facts or {})


def _waiting(letter: UUID) -> Outgoing | None:
    rows = Outgoing.objects.select_for_update().filter(pk=letter, state=Outgoing.State.WAITING)
    return rows.first()


def _refused(letter: Letter, society: UUID, error: SMTPRecipientsRefused) -> None:
    """A refusal for good (5xx) ends the letter; any other is a server that cannot just now."""
    if all(code >= 500 for code, _ in error.recipients.values()):
        _end(letter.pk, society, Outgoing.State.REFUSED)
        _log.warning("letter.refused", code=letter.kind.value)
    else:
        _put_off(letter, society)


def _put_off(letter: Letter, society: UUID) -> None:
    _log.warning("letter.put_off", code=letter.kind.value, exc_info=True)
    with reading_as(society):
        row = _waiting(letter.pk)
        if row is None:
            return
        row.claimed_until = None
        row.save(update_fields=["claimed_until"])
        pause = min(FIRST_PAUSE * 2 ** min(row.tries - 1, 10), LONGEST_PAUSE)
        _again(row, timezone.now() + pause)


def _again(row: Outgoing, when: datetime) -> None:
    if when - row.made_at < GIVEN_UP_AFTER:
        # Run twice, a job would leave two that put the letter off, each again and again.
        again = delivery_of(Kind(row.kind)).using(run_after=when)
        once(again, str(row.pk), str(row.society))


def _end(letter: UUID, society: UUID, state: Outgoing.State) -> None:
    """Note how it ended and erase what it said and to whom."""
    with reading_as(society):
        row = _waiting(letter)
        if row is None:
            return
        row.state, row.ended_at, row.claimed_until = state, timezone.now(), None
        row.to, row.facts = None, None
        row.save()
        erase_file(row.file)
        file = row.file
        transaction.on_commit(lambda: ledger.append(file))


def expire(society: UUID) -> tuple[int, int]:
    """Every day: end what could not be sent for 7 days, forget what ended 30 days ago.

    Gives how many letters were ended, and how many forgotten.
    """
    now = timezone.now()
    with reading_as(society):
        own = Outgoing.objects.filter(society=society)
        _note_in_ledger(own.exclude(state=Outgoing.State.WAITING))
        forgotten, _ = own.filter(ended_at__lt=now - FORGOTTEN_AFTER).delete()
        overdue = own.filter(state=Outgoing.State.WAITING, made_at__lt=now - GIVEN_UP_AFTER)
        given_up = list(overdue.values_list("pk", flat=True))
    for letter in given_up:
        _end(letter, society, Outgoing.State.EXPIRED)
        _log.warning("letter.expired")
    return len(given_up), forgotten


def _note_in_ledger(ended: QuerySet[Outgoing]) -> None:
    """For letters whose process died between the commit and the ledger's line."""
    noted = ledger.erased()
    for file in set(ended.values_list("file", flat=True)) - noted:
        ledger.append(file)
