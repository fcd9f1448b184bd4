"""Seen, not seen, gone on; seen again another day; no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.audit.deeds_points import PointDeed
from kintrace.network.access import Right, has
from kintrace.protection.actions import erase, require_notice
from kintrace.protection.lookups import is_held
from kintrace.protection.purposes import WhyErased
from kintrace.protection.turns import be_alone_with, write_about
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions.handing_over import take_back
from kintrace.servicepoints.actions.registering import require_a_day
from kintrace.servicepoints.actions.sent import Sent, require_in_time
from kintrace.servicepoints.models import Meeting, Registration
from kintrace.servicepoints.people_words import Came
from kintrace.servicepoints.telling import Again
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member


@transaction.atomic
def note_meeting(
    registration: Registration,
    *,
    came: Came,
    again: Again,
    hour: str = "",
    place: str = "",
    sent: Sent,
    by: Member,
) -> Registration:
    """Write down how it went and when the person is seen again; who went on is expected nowhere.

    Sent twice it is written down once. Raises NoRight, TooLate, ClockWrong, NotThatDay,
    InformationNotGiven, AlreadyErased.
    """
    require_notice(registration.subject)
    registration = _locked(registration, by)
    if Meeting.objects.filter(pk=sent.id, registration=registration).exists():
        return registration
    require_in_time(sent)
    require_a_day(again, since=sent.day)
    row = {"society_id": by.society_id, "came": Came(came), "day": sent.day, "by": by}
    Meeting.objects.create(pk=sent.id, registration=registration, **row)
    if came == Came.MOVED:
        again = Again()
    registration.next_on = again.on
    registration.next_at = lookups.point_or_none(again.at, by=by)
    _say_when(registration, hour=hour, place=place)
    registration.save()
    record(PointDeed.MET_AT_POINT, about=registration.pk, by=by)
    return registration


def _say_when(registration: Registration, *, hour: str, place: str) -> None:
    """When and where in words lie with the rest of what was told."""
    told = replace(lookups.told_by(registration), hour=hour, place=place).to_json()
    if registration.is_guarded:
        registration.guarded = told
    else:
        registration.told = told


def _locked(registration: Registration, by: Member) -> Registration:
    current = Registration.objects.select_for_update(of=("self",)).get(pk=registration.pk)
    require_may_follow(current, by)
    return current


def require_may_follow(registration: Registration, by: Member) -> None:
    """What is guarded is followed by who reads it. Raises NoRight."""
    right = Right.LIFT_HOLD if registration.is_guarded else Right.FOLLOW_UP
    if not has(by, right):
        raise NoRight(_("The protection team looks after this person, and nobody else."))


@transaction.atomic
def take_on_guarded(registration: Registration, *, by: Member) -> None:
    """One of the protection team looks after it: it waits no more. Only who can read it.

    Raises NoRight, BoxIsShut.
    """
    require_may_follow(registration, by)
    lookups.told_by(registration)  # opens with the box, or raises
    waits = Registration.objects.filter(pk=registration.pk, taken_at=None)
    if waits.update(taken_at=timezone.now()):
        record(PointDeed.TOOK_GUARDED, about=registration.pk, by=by)


@transaction.atomic
def end(registration: Registration, *, by: Member) -> list[str]:
    """The person says “no more”: everything goes, with its key. Raises NoRight, NothingToDo."""
    require_may_follow(registration, by)
    return erase(registration.subject, by=by, why=WhyErased.ASKED)


def expire(today: date, *, by: Actor) -> int:
    """Erase those whose time is over; who is on hold waits. How many."""
    return sum(_expire(one, by=by) for one in lookups.registrations_over(today))


@transaction.atomic
def _expire(registration: Registration, *, by: Actor) -> bool:
    be_alone_with(registration.subject)
    if is_held(registration.subject):
        return False
    erase(registration.subject, by=by, why=WhyErased.RETENTION)
    return True


@transaction.atomic
def expect_no_more(subject: UUID, *, by: Actor) -> bool:
    """Nobody sees the person again and nothing is carried on; whether there was anything."""
    write_about(subject)
    registration = lookups.registered_as(subject)
    if registration is None:
        return False
    taken = take_back(registration, by=by)
    if registration.next_on is None and not taken:
        return False
    Registration.objects.filter(pk=registration.pk).update(next_on=None, next_at=None)
    return True


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete what is kept of a person; the files whose key must go."""
    registration = lookups.registered_as(subject)
    if registration is None:
        return set()
    take_back(registration, by=by)
    record(Deed.ERASED, about=registration.pk, by=by)
    registration.delete()
    return {registration.file}
