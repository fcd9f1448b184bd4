"""What `protection` asks of this folder about a subject: the enquirer of a case or a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.actions import ending
from kintrace.protection.holders import Gone, Line, Quiet

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor


class CasesHolder(Quiet):
    """A case ends with its enquirer, and the sought persons told of in it end with the case."""

    kind = "cases"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files, along = ending.erase_all(subject, by=by)
        if not files:
            return Gone()
        said = _("The case, the persons sought in it, its photo and its words are deleted.")
        return Gone(sentences=(said,), files=frozenset(files), along=frozenset(along))

    def copy(self, subject: UUID) -> list[Line]:
        case = lookups.case_known_as(subject)
        if case is None:
            return []
        opened = timezone.localdate(case.opened).isoformat()
        talks = [
            Line(_("Talk about the photo"), f"{one.day.isoformat()}: {one.get_outcome_display()}")
            for one in lookups.contacts_of(case)
        ]
        return [Line(_("Case"), case.reference), Line(_("Opened"), opened), *talks]

    def label(self, subject: UUID) -> str:
        case = lookups.case_known_as(subject)
        return case.reference if case else ""

    def expire(self, today: date) -> int:
        return ending.expire_drafts(today)
