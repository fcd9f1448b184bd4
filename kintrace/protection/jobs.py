"""What goes on by itself: erasures until nothing is left, and days that are over."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from kintrace.audit.actors import Machine
from kintrace.network.lookups import societies_in_care
from kintrace.protection import holders, lookups, ringing, telling
from kintrace.vault import ledger, safe_files
from kintrace.vault.actions import erase_file, files_left
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round
from kintrace.work.urgency import MAY_WAIT

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from kintrace.protection.models import Erasure
    from kintrace.protection.retention import Kind

ERASED = "erased"  # a code of the ledger


def note_in_ledger(files: Iterable[UUID]) -> None:
    """Say outside the database that these files are erased, and remove what lies on disk.

    The entry is final. Safe to run twice.
    """
    noted = ledger.erased()
    for file in files:
        if file not in noted:
            ledger.append(file)
        safe_files.drop(file=file)


def note_erased(society: UUID, subjects: Iterable[UUID]) -> None:
    """Say outside the database that these people are erased: a backup has more of them than files.

    The person stays erased in whichever file a row of theirs lies, and in none. Safe to run twice.
    """
    noted = {said.subject for said in ledger.read().said if said.code == ERASED}
    for subject in subjects:
        if subject not in noted:
            ledger.note(ledger.Said(ERASED, society, subject, timezone.now()))


@task(priority=MAY_WAIT)  # the keys went with the erasure itself
def finish_erasures() -> None:
    """Repeat every open erasure until no slot of its files is left. Safe to run twice."""
    go_round((society.pk, partial(finish_for, society.pk)) for society in societies_in_care())


@task()
def sweep_sealed_files() -> None:
    """Delete sealed files that no key opens: what a roll-back or a crash left.

    Where one society cannot be asked nothing is deleted: its files would seem strays.
    """
    kept: set[UUID] = set()
    for society in societies_in_care():
        with reading_as(society.pk):
            kept |= set(files_left(society.pk))
    safe_files.sweep(kept)


@task()
def tell_of_holds() -> None:
    """Tell who decides that somebody waits on hold; what waits long, once more. Safe to repeat."""
    go_round((society.pk, partial(_tell_of_holds, society.pk)) for society in societies_in_care())


def _tell_of_holds(society: UUID) -> None:
    with reading_as(society):
        telling.tell(society)


@task()
def expire(today: str = "") -> None:
    """End what is over in every folder and society; `today` (ISO) only for catching up."""
    day = date.fromisoformat(today) if today else timezone.localdate()
    # A transaction for each: what one folder ended stays ended when the next one fails.
    go_round(
        (society.pk, partial(end_in, society.pk, holder, day))
        for society in societies_in_care()
        for holder in holders.every()
    )


@task()
def ring_requests() -> None:
    """Letters about requests whose last day is near or over, each once. Safe to run twice."""
    go_round((society.pk, partial(_ring_in, society.pk)) for society in societies_in_care())


def _ring_in(society: UUID) -> int:
    with reading_as(society):
        return ringing.ring(timezone.localdate(), by=Machine(society))


def end_in(society: UUID, holder: holders.Holder, day: date) -> Counter[Kind]:
    """End what is over of one folder in one society; how many of each kind."""
    with reading_as(society):
        return holder.expire(day)


def unfinished(society: UUID) -> int:
    """How many erasures of a society may have left a slot somewhere."""
    with reading_as(society):
        return len(lookups.open_erasures())


def finish_for(society: UUID) -> None:
    """Finish the open erasures of one society."""
    with reading_as(society):
        for erasure in lookups.open_erasures():
            _finish(erasure)
        note_erased(society, lookups.erased_subjects())


def _finish(erasure: Erasure) -> None:
    files = [UUID(file) for file in erasure.files]
    note_in_ledger(files)
    left = sum(erase_file(file) for file in files)
    if not left:
        erasure.finished = timezone.now()
        erasure.save(update_fields=["finished"])
