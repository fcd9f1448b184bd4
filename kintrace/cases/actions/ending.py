"""The end of what was told: erased with its key, or run out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.models import Case, Draft, Sought
from kintrace.protection import keeping
from kintrace.protection.actions import discard
from kintrace.protection.retention import Kind
from kintrace.vault import safe_files
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor


@transaction.atomic
def erase_all(subject: UUID, *, by: Actor) -> tuple[set[UUID], set[UUID]]:
    """Delete the cases and drafts of a subject.

    Gives the files whose key must go, and the subjects who go along: the persons sought.
    """
    society = reader_in_force().society
    files, along = set(), set()
    for case in Case.objects.filter(society_id=society, subject=subject):
        files.add(case.file)
        along |= set(Sought.objects.filter(case=case).values_list("subject", flat=True))
        transaction.on_commit(partial(safe_files.drop, file=case.file))
        record(Deed.ERASED, about=case.pk, by=by)
        case.delete()
    drafts = Draft.objects.filter(society_id=society, subject=subject)
    files |= set(drafts.values_list("file", flat=True))
    drafts.delete()
    return files, along


@transaction.atomic
def expire_drafts(today: date, *, by: Actor) -> int:
    """Drafts that nobody went on with for too long; their key goes first."""
    own = Draft.objects.filter(society_id=reader_in_force().society)
    old = own.filter(changed__date__lt=today - keeping.term(Kind.DRAFT, on=today))
    begun = list(old.values_list("pk", "subject", "file"))
    for _pk, subject, file in begun:
        discard(subject, files=[file])
    old.delete()
    for pk, _subject, _file in begun:
        record(Deed.EXPIRED, about=pk, by=by)
    return len(begun)
