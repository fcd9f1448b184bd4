"""A person is passed on to somebody else who helps, as they wanted it a moment ago."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.opening import require_accepted
from kintrace.cases.models import Referral
from kintrace.cases.referral import ARROWS, ASK_AFTER, CONSENT_LASTS, GOING_ON
from kintrace.cases.referral_words import Standing
from kintrace.network.access import Right, has
from kintrace.protection.actions import record_basis, require_notice
from kintrace.protection.lookups import Denied, may, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.referral import CameOfIt, Helped
    from kintrace.network.models import Member


@dataclass(frozen=True)
class Referred:
    """Who is passed on: the enquirer, or who was found, with the file of what they told."""

    subject: UUID
    file: UUID


def require_to_be_asked(person: Referred, *, by: Member) -> None:
    """Before the question: the request of an enquirer was accepted, and somebody who is held is
    asked by nobody but who may lift the hold. Raises CaseIsClosed, NotAcceptedYet, and
    NotAllowed, alike for an invented case."""
    case = lookups.case_known_as(person.subject)
    if case is not None:
        require_accepted(case)
    answer = may(person.subject, Purpose.REFER)
    if isinstance(answer, Denied) and answer.code == "held" and not has(by, Right.LIFT_HOLD):
        raise NotAllowed(answer.sentence, answer.code)


@transaction.atomic
def refer(person: Referred, *, helped: Helped, how: str, by: Member) -> Referral:
    """Write down that the person wants it, and that they are passed on.

    Their consent is asked for this one: each referral records its own. Raises
    InformationNotGiven, NotAsExpected, CaseIsClosed, NotAcceptedYet, and what protection refuses.
    """
    require_notice(person.subject)
    require_to_be_asked(person, by=by)
    if not helped.name.strip() or not helped.parts:
        raise NotAsExpected(_("Write who helps, and choose what they are told."))
    today = timezone.localdate()
    record_basis(
        person.subject,
        purpose=Purpose.REFER,
        kind=BasisKind.CONSENT,
        how=How(how),
        until=today + CONSENT_LASTS,
        file=person.file,
        by=by,
    )
    # Who is held may need help most: who may lift the hold may pass them on.
    require(person.subject, Purpose.REFER, despite_hold=has(by, Right.LIFT_HOLD))
    referral = Referral(
        file=person.file,
        society_id=by.society_id,
        subject=person.subject,
        ask_on=today + ASK_AFTER,
        by=by,
    )
    referral.told = helped.to_json()
    referral.save(force_insert=True)
    record(Deed.REFERRED, about=referral.pk, by=by)
    return referral


@transaction.atomic
def go_on(referral: Referral, *, came: CameOfIt, by: Member) -> Referral:
    """What became of it, or that we ask again later. It happened, so it is written down whatever
    holds. Raises InformationNotGiven, NotAsExpected."""
    require_notice(referral.subject)
    referral = Referral.objects.select_for_update().get(pk=referral.pk)
    before, after = Standing(referral.standing), Standing(came.standing)
    if before != after and after not in ARROWS.get(before, ()):
        raise NotAsExpected(_("This cannot follow. Look at it again."))
    if before not in GOING_ON:
        raise NotAsExpected(_("It ended already."))
    goes_on = after in GOING_ON
    if goes_on and (came.ask_on is None or came.ask_on <= timezone.localdate()):
        raise NotAsExpected(_("Choose a day after today on which you ask again."))
    referral.standing, referral.ask_on = after, came.ask_on if goes_on else None
    referral.result = came.result.strip() or referral.result
    referral.changed = timezone.now()
    referral.save(update_fields=["standing", "ask_on", "result", "changed"])
    record(Deed.FOLLOWED_REFERRAL, about=referral.pk, by=by)
    return referral


@transaction.atomic
def end_referrals(subject: UUID, *, ended_as: Standing, by: Actor) -> int:
    """The person agrees no more: whatever goes on is ended; how many."""
    going_on = [one for one in lookups.referrals_of(subject) if one.standing in GOING_ON]
    for one in going_on:
        now = timezone.now()
        rows = Referral.objects.filter(pk=one.pk)
        rows.update(standing=ended_as, ask_on=None, changed=now)
        record(Deed.FOLLOWED_REFERRAL, about=one.pk, by=by)
    return len(going_on)


@transaction.atomic
def erase_referrals(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete them; gives the files they lay in. Needs no key."""
    every = lookups.referrals_of(subject)
    for one in every:
        record(Deed.ERASED, about=one.pk, by=by)
        one.delete()
    return {one.file for one in every}
