"""What `protection` asks about who told of an event: the enquirer of a case, or somebody of whom
nothing else is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import accounts, events
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.protection import keeping
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Event
    from kintrace.protection.holders import Stop


class OfAccounts(Quiet):
    """Words of a witness end with who told them, and when they take them back. That a case belongs
    to an event lies in the case's file and goes with the case; the event stays."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        """Taken back, the words are gone. A ground that ran out ends those of who has no case: a
        case has reviews that somebody may have missed."""
        if Purpose.TRACE not in why.purposes or why.cause not in FOR_GOOD:
            return []
        if why.cause is not Cause.WITHDRAWN and not lookups.only_told([subject]):
            return []
        return [_gone()] if accounts.erase_accounts(subject, by=by) else []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = accounts.erase_accounts(subject, by=by)
        return Gone((_gone(),), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        told = lookups.accounts_by(subject)
        return [Line(_("Told of an event on"), date_format(one.at, "DATE_FORMAT")) for one in told]

    def boxed(self, subject: UUID) -> list[Line]:
        """The person's own words; they may speak of others, so somebody looks before."""
        return [
            Line(_("What you told of an event"), said, Cover.CAUTION)
            for one in lookups.accounts_by(subject)
            for said in one.words.values()
            if said
        ]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.accounts_by(subject)]

    def page(self, subject: UUID) -> str:
        """For who has no case, whose page it would be."""
        told = lookups.accounts_by(subject) if lookups.only_told([subject]) else []
        return reverse("cases:event", args=[told[0].event_id]) if told else ""

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.tellers_among(subjects)

    def clocks(self, subject: UUID) -> list[Clock]:
        if not lookups.only_told([subject]):
            return []
        return [Clock(Kind.EVENT, _last_day(one.event)) for one in lookups.accounts_by(subject)]

    def expire(self, today: date) -> Counter[Kind]:
        ended = events.end_lonely_events(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.EVENT: ended})


def _gone() -> str:
    return _("What the person told of an event is deleted.")


def _last_day(event: Event) -> date | None:
    return keeping.last_day(Kind.EVENT, event.alone_since) if event.alone_since else None
