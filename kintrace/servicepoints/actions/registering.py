"""Somebody is written down to be seen again: informed and asked first, as little as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds_points import PointDeed
from kintrace.network.access import Right, has
from kintrace.protection import keeping
from kintrace.protection.actions import give_notice, put_on_hold, record_basis
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.retention import Kind
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions.sent import Sent, require_in_time
from kintrace.servicepoints.models import Registration
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.protection.actions import Heard
    from kintrace.servicepoints.models import ServicePoint
    from kintrace.servicepoints.telling import Again, Told


class NotEnoughTold(Refusal):
    """Somebody is to be seen again, and nothing says how they are known or why."""


class NotThatDay(Refusal):
    """The day on which somebody is to be seen cannot be."""


@transaction.atomic
def register(
    point: ServicePoint,
    *,
    told: Told,
    heard: Heard,
    how: How,
    again: Again,
    sent: Sent,
    by: Member,
) -> Registration:
    """Note that the person was informed and agreed, and only then what they told.

    Sent twice it is written down once, and never again after it was erased. Of a child, and where
    a sign of trafficking was seen, the words go to the protection team's box alone; the sign is a
    hold by itself. Raises NoRight, TooLate, ClockWrong, NotEnoughTold, NotThatDay,
    NoticeNotInForce, AlreadyErased, and BoxNotTrusted before the key ceremony.
    """
    _require_may(point, by)
    subject = subject_of(sent.id, society=by.society_id)
    known = lookups.registered_as(subject)
    if known is not None:
        return known
    require_in_time(sent)
    require_told(told, again, since=sent.day)
    _informed(subject, heard, sent=sent, by=by)
    registration = _kept(point, subject, told, again, sent=sent, by=by)
    _ground(registration, told, how=how, by=by)
    if told.is_forced:
        put_on_hold(subject, reason=_("A sign of trafficking was seen at a service point."), by=by)
    record(PointDeed.REGISTERED_AT_POINT, about=registration.pk, by=by)
    return registration


def _informed(subject: UUID, heard: Heard, *, sent: Sent, by: Member) -> None:
    give_notice(
        subject,
        text=heard.text,
        channel=heard.channel,
        interpreter=heard.interpreter,
        at=sent.at,
        by=by,
    )


def subject_of(number: UUID, *, society: UUID) -> UUID:
    """The same for the same record, and nobody can choose it: it must not be another person's."""
    return uuid5(NAMESPACE_URL, f"kintrace:registration:{society}:{number}")


def _require_may(point: ServicePoint, by: Member) -> None:
    if not has(by, Right.FOLLOW_UP) or point.society_id != by.society_id:
        raise NoRight(_("Members who work at a service point of this society write people down."))


def require_told(told: Told, again: Again, *, since: date) -> None:
    """Raises NotEnoughTold, NotThatDay."""
    if not (told.called and told.needs and told.sign):
        raise NotEnoughTold(
            _("Write how the person wants to be called, what they need, and the agreed sign.")
        )
    require_a_day(again, since=since)


def require_a_day(again: Again, *, since: date) -> None:
    """Within the time for which a registration is kept. Raises NotThatDay."""
    if again.on is not None and not since <= again.on <= since + keeping.term(Kind.REGISTRATION):
        raise NotThatDay(_("Choose a day from today on, within the time we may keep this."))


def _kept(
    point: ServicePoint, subject: UUID, told: Told, again: Again, *, sent: Sent, by: Member
) -> Registration:
    registration = Registration(
        file=open_file(by.society_id),
        society_id=by.society_id,
        point=point,
        subject=subject,
        is_guarded=told.is_guarded,
        next_on=again.on,
        next_at=lookups.point_or_none(again.at, by=by),
        by=by,
        made=sent.at,
        until=sent.day + keeping.term(Kind.REGISTRATION),
    )
    if told.is_guarded:
        registration.guarded = told.to_json()
    else:
        registration.told = told.to_json()
    registration.save(force_insert=True)
    return registration


def _ground(registration: Registration, told: Told, *, how: How, by: Member) -> None:
    """The person's own yes; a child's is heard and weighed, and so is that of who is made to say
    something: there the ground is the public interest."""
    agreed = BasisKind.PUBLIC_INTEREST if told.is_guarded else BasisKind.CONSENT
    record_basis(
        registration.subject,
        purpose=Purpose.CONTACT,
        kind=agreed,
        how=How(how),
        until=registration.until,
        file=registration.file,
        by=by,
    )
