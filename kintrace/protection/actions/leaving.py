"""What becomes of what people told a society that leaves the network.

Its photos come off the wall at once. Its keys stay for a while: a person may still ask for what is
kept, and an erasure is still carried out. Then everything is erased, as after any last day.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network import actions as network
from kintrace.network import lookups as societies
from kintrace.protection import holders, jobs, lookups
from kintrace.protection.actions.erasure import erase, erase_keys
from kintrace.protection.purposes import Cause, WhyErased
from kintrace.vault import actions as vault
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round
from kintrace.work.urgency import PRESSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.network.models import Member, Society

KEPT = timedelta(days=90)
BATCH = 100


@transaction.atomic
def end_membership(society: Society, *, by: Member) -> None:
    """A society leaves the network: signed out, taken off the wall, kept for a while."""
    network.leave_network(society, by=by)
    transaction.on_commit(partial(see_out.enqueue, str(society.pk)))


@task(priority=PRESSING)  # its faces are down; now what stands with others
def see_out(society: str) -> None:
    """Stop whatever stands elsewhere for people of this society, and whatever it has of others'.
    Safe to run twice."""
    _for_each_subject(UUID(society), partial(_stop, UUID(society)))
    with reading_as(UUID(society)):
        holders.part_from(UUID(society))


def forget_left() -> None:
    """See out who left, and forget those whose time is over; once a day."""
    today = timezone.localdate()
    go_round(
        (one.pk, partial(_forget if one.left + KEPT <= today else _see_out, one))
        for one in societies.left_societies()
        if one.left
    )


def _see_out(society: Society) -> None:
    see_out.call(str(society.pk))


def _forget(society: Society) -> None:
    """Erase everything a society has, then its keys. Begun again, it goes on where it was."""
    _for_each_subject(society.pk, partial(_erase, society.pk))
    jobs.finish_for(society.pk)
    while files := _some_files(society.pk):
        with reading_as(society.pk):
            erase_keys(files)
        jobs.note_in_ledger(files)
    with transaction.atomic():
        record(Deed.FORGOT_SOCIETY, about=society.pk, by=Machine(society.pk))
        network.forget_members(society)
        vault.forget_society(society.pk)


def _for_each_subject(society: UUID, do: Callable[[UUID], object]) -> None:
    with reading_as(society):
        subjects = lookups.everybody_informed()
    for subject in subjects:
        with reading_as(society):
            do(subject)


def _stop(society: UUID, subject: UUID) -> None:
    if not lookups.is_erased(subject):
        why = holders.Stop(Cause.SOCIETY_LEFT)
        holders.stop(subject, why=why, by=Machine(society))


def _erase(society: UUID, subject: UUID) -> None:
    # With one person others may have gone along.
    if not lookups.is_erased(subject):
        erase(subject, by=Machine(society), why=WhyErased.RETENTION)


def _some_files(society: UUID) -> list[UUID]:
    with reading_as(society):
        return vault.files_left(society)[:BATCH]
