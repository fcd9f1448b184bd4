"""What `protection` asks about papers and recordings of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.actions.files import erase_files
from kintrace.protection.holders import Cover, Gone, Line, Quiet

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import CaseFile


class OfFiles(Quiet):
    """They go with the case, or with the one person sought whose they are."""

    kind = "cases"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = erase_files(subject, by=by)
        said = ngettext(
            "One paper or recording is deleted with its key.",
            "%(count)d papers and recordings are deleted with their keys.",
            len(files),
        )
        return Gone((said % {"count": len(files)},), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        """The copy is paper: it names each file, and whoever it is about may see or hear it."""
        own = [_named(row) for row in lookups.files_of_person(subject)]
        others = range(lookups.files_of_others(subject))
        about = _("A paper or recording about somebody you search for")
        return [*own, *(Line(about, "", Cover.OTHER) for _one in others)]

    def boxed(self, subject: UUID) -> list[Line]:
        noted = [row.told["note"] for row in lookups.files_of_person(subject)]
        about = _("What we wrote about a paper or recording")
        return [Line(about, note, Cover.CAUTION) for note in noted if note]

    def records(self, subject: UUID) -> list[UUID]:
        return [row.pk for row in lookups.files_of_person(subject)]


def _named(row: CaseFile) -> Line:
    said = {"kind": row.get_kind_display(), "day": date_format(row.at, "DATE_FORMAT")}
    if row.agreed is None:
        words = _("%(kind)s, kept since %(day)s. Ask us to show it to you.")
    else:
        said["agreed"] = date_format(row.agreed, "DATE_FORMAT")
        words = _(
            "%(kind)s, kept since %(day)s. You agreed to it on %(agreed)s. Ask us to play it to "
            "you."
        )
    return Line(_("A paper or recording we keep"), words % said, Cover.CAUTION)
