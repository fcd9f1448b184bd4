"""What `protection` asks about questions to hospitals and registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.actions.enquiries import end_enquiries, forget_enquiries
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.holders import Stop


class OfEnquiries(Quiet):
    """They lie in the file of the case and end with it, or with the person sought alone."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        del by
        if why.cause not in FOR_GOOD or not why.purposes & {Purpose.TRACE, Purpose.REFER}:
            return []
        ended = end_enquiries(subject, purposes=why.purposes)
        return [_("Nobody waits for an answer of the places that were asked.")] if ended else []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        del by
        forget_enquiries(subject)
        return Gone()

    def copy(self, subject: UUID) -> list[Line]:
        """On which days a place was asked. Which one it was would tell what we fear for somebody
        else; what it said is another's word."""
        asked = lookups.enquiries_about(subject, society=reader_in_force().society)
        ours = _("We asked a place whether it knows of the person")
        # Visitors read this.
        theirs = _("A society that searches for us asked a place whether it knows of the person")
        return [
            *(Line(ours, _on(one.day), Cover.CAUTION) for one in asked),
            *(Line(theirs, _on(day), Cover.CAUTION) for day in lookups.asked_afar(subject)),
        ]


def _on(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
