"""What `protection` asks of this folder about a subject: the enquirer of a case or a draft."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases.models import Case, Draft, Sought
from kintrace.people.actions import forget
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.vault import safe_files
from kintrace.vault.actions import erase_file
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.audit.actors import Actor

DRAFTS_LIVE = timedelta(days=30)


class CasesHolder(Quiet):
    """A case ends with its enquirer, and the sought persons told of in it end with the case."""

    kind = "cases"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = _erase_cases(subject, by=by) | _erase_drafts(_drafts().filter(subject=subject))
        if not files:
            return Gone()
        said = _("The case, the persons sought in it, its photo and its words are deleted.")
        return Gone(sentences=(said,), files=frozenset(files))

    def copy(self, subject: UUID) -> list[Line]:
        case = _cases().filter(subject=subject).first()
        if case is None:
            return []
        opened = timezone.localdate(case.opened).isoformat()
        return [Line(_("Case"), case.reference), Line(_("Opened"), opened)]

    def label(self, subject: UUID) -> str:
        case = _cases().filter(subject=subject).first()
        return case.reference if case else ""

    def expire(self, today: date) -> int:
        """Drafts nobody went on with for 30 days; their key goes first."""
        return len(_erase_drafts(_drafts().filter(changed__date__lt=today - DRAFTS_LIVE)))


def _erase_cases(subject: UUID, *, by: Actor) -> set[UUID]:
    files = set()
    for case in _cases().filter(subject=subject):
        files.add(case.file)
        for sought in Sought.objects.filter(case=case):
            forget(sought.subject, by=by)
        safe_files.drop(file=case.file)
        case.delete()
    return files


def _erase_drafts(drafts: QuerySet[Draft]) -> set[UUID]:
    files = set(drafts.values_list("file", flat=True))
    for file in files:
        erase_file(file)
    drafts.delete()
    return files


def _cases() -> QuerySet[Case]:
    return Case.objects.filter(society_id=reader_in_force().society)


def _drafts() -> QuerySet[Draft]:
    return Draft.objects.filter(society_id=reader_in_force().society)
