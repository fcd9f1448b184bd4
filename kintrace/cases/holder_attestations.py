"""What `protection` asks about the certificates of an enquirer. It answers before the case does:
with the case the rows go by which the public ones are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.actions import attestations
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Attestation
    from kintrace.protection.holders import Stop


class OfAttestations(Quiet):
    """A certificate goes with its case. Who takes the search back takes it back; a hold leaves it
    valid, for whoever holds the paper would see that there is one."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        if Purpose.TRACE not in why.purposes or why.cause not in FOR_GOOD:
            return []
        if not attestations.withdraw_attestations(subject, by=by):
            return []
        return [_("The certificate is withdrawn: its code is valid no more.")]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        del by
        if not attestations.erase_attestations(subject):
            return Gone()
        said = _("What was kept of certificates is deleted: nobody finds their codes any more.")
        return Gone(sentences=(said,))

    def copy(self, subject: UUID) -> list[Line]:
        return [_line(one) for one in lookups.attestations_about(subject)]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.attestations_about(subject)]


def _line(one: Attestation) -> Line:
    """When it was given or withdrawn. Its code is not kept and stands in no copy."""
    given, ended = one.issued, one.withdrawn
    if ended is not None:
        said = _("Withdrawn on %(day)s") % {"day": date_format(ended, "DATE_FORMAT")}
    elif given is not None:
        said = _("Given on %(day)s") % {"day": date_format(given, "DATE_FORMAT")}
    else:
        said = _("Asked for on %(day)s") % {"day": date_format(one.asked, "DATE_FORMAT")}
    if one.kind == one.Kind.NEWS:
        return Line(_("Certificate that your news to the family was delivered"), said)
    return Line(_("Certificate that you search with us"), said)
