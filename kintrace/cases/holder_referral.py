"""What `protection` asks about people who were passed on to somebody else who helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.actions.referrals import end_referrals, erase_referrals
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.cases.referral_words import Helper, Standing
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Referral
    from kintrace.protection.holders import Stop


class OfReferrals(Quiet):
    """They end when the person takes them back; what somebody was told cannot be called back."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        if why.cause not in FOR_GOOD or Purpose.REFER not in why.purposes:
            return []
        ended_as = Standing.RAN_OUT if why.cause is Cause.EXPIRED else Standing.TOOK_BACK
        if not end_referrals(subject, ended_as=ended_as, by=by):
            return []
        ended = _("The person is passed on to nobody any more.")
        return [ended, _("Tell those who helped. What they were told cannot be called back.")]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = erase_referrals(subject, by=by)
        said = _("To whom the person was passed on for help is deleted.")
        return Gone((said,), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        return [line for one in lookups.referrals_of(subject) for line in _own(one)]

    def boxed(self, subject: UUID) -> list[Line]:
        return [
            Line(_("What came of the help"), one.result, Cover.CAUTION)
            for one in lookups.referrals_of(subject)
            if one.result
        ]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.referrals_of(subject)]


def _own(referral: Referral) -> Iterator[Line]:
    helped = lookups.helped_in(referral)
    words = _("%(day)s: %(help)s, %(name)s. %(standing)s")
    said = {"day": date_format(referral.at, "DATE_FORMAT"), "help": Helper(helped.helper).label}
    said |= {"name": helped.name, "standing": referral.get_standing_display()}
    yield Line(_("To whom we passed you on for help"), words % said, Cover.CAUTION)
