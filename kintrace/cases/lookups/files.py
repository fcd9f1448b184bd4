"""Papers and recordings of cases, and what is sealed of them."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import CaseFile
from kintrace.vault.reader import reader_in_force
from kintrace.vault.safe_parts import Kept

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

BYTES = "bytes"  # the name under which a file's bytes are kept


def file_for(member: Member, file_id: UUID) -> CaseFile:
    own = CaseFile.objects.filter(society_id=member.society_id)
    return get_object_or_404(own.select_related("case", "sought", "by"), pk=file_id)


def files_of(case: Case) -> list[CaseFile]:
    """The oldest first."""
    return list(case.files.select_related("sought", "by"))


def files_of_person(subject: UUID) -> list[CaseFile]:
    """Of the whole case of an enquirer, or of one person sought; in the reader's society."""
    theirs = Q(sought=None, case__subject=subject) | Q(sought__subject=subject)
    return list(_own().filter(theirs))


def files_with(subject: UUID) -> list[CaseFile]:
    """All that goes when this person is erased: with an enquirer the whole case."""
    return list(_own().filter(Q(case__subject=subject) | Q(sought__subject=subject)))


def files_of_others(subject: UUID) -> int:
    """How many files of an enquirer's case are about somebody who is sought in it."""
    return _own().filter(case__subject=subject, sought__isnull=False).count()


def note_to(row: CaseFile) -> str | None:
    """What is written about it, "" for nothing; None while the box is shut."""
    return unless_shut(lambda: str(row.told["note"]))


def bytes_of(row: CaseFile) -> Kept:
    """Raises BoxIsShut, KeyNotAtHand, FileNotFoundError."""
    return Kept(lock=base64.b64decode(row.told["lock"]), file=row.file, name=BYTES)


def _own() -> QuerySet[CaseFile]:
    return CaseFile.objects.filter(society_id=reader_in_force().society)
