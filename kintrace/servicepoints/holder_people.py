"""What `protection` asks of people whom a point sees again, of what they carry, and of bookings.

What is guarded is told to nobody here: whoever stops or erases may be outside the protection team.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions import following, handing_over, ways_on
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member
    from kintrace.protection.holders import Stop
    from kintrace.servicepoints.models import Registration
    from kintrace.servicepoints.telling import Told


class OfPeople(Quiet):
    kind = "servicepoints"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        """What is carried opens nothing any more; whoever is no more agreed to be seen again is
        expected nowhere. On hold the day stays: the person may need it, and nobody sees a hold."""
        if why.cause is Cause.HOLD:
            registration = lookups.registered_as(subject)
            taken = registration is not None and handing_over.take_back(registration, by=by)
            return [_carried_no_more()] if taken else []
        if Purpose.CONTACT in why.purposes and following.expect_no_more(subject, by=by):
            return [_("Nobody expects the person at a service point any more.")]
        registration = lookups.registered_as(subject)
        refers = registration is not None and Purpose.REFER in why.purposes
        if registration is not None and refers and handing_over.take_back(registration, by=by):
            return [_carried_no_more()]
        return []

    def elsewhere(self) -> frozenset[UUID]:
        return lookups.carrying()

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = following.forget(subject, by=by)
        said = _("What was written down at a service point is deleted, and what is carried on.")
        return Gone((said,), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        registration = lookups.registered_as(subject)
        if registration is None:
            return []
        name = _("You told us at a service point on")
        wrote = Line(name, _day(timezone.localdate(registration.made)))
        if registration.is_guarded:
            return [wrote]
        return [wrote, *_lines(lookups.told_by(registration)), *_days(registration)]

    def boxed(self, subject: UUID) -> list[Line]:
        """What lies in the protection box. Raises BoxIsShut for who does not open it."""
        registration = lookups.registered_as(subject)
        if registration is None or not registration.is_guarded:
            return []
        return [*_lines(lookups.told_by(registration)), *_days(registration)]

    def records(self, subject: UUID) -> list[UUID]:
        registration = lookups.registered_as(subject)
        return [registration.pk] if registration else []

    def page(self, subject: UUID) -> str:
        registration = lookups.registered_as(subject)
        if registration is None:
            return ""
        name = "guarded_person" if registration.is_guarded else "person"
        return reverse(f"servicepoints:{name}", args=[registration.pk])

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        return dict.fromkeys(lookups.registered_among(subjects), _("Service point"))

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.registered_among(subjects)

    def wrote_down(self, subject: UUID, *, by: Member) -> bool:
        registration = lookups.registered_as(subject)
        return registration is not None and registration.by_id == by.pk

    def clocks(self, subject: UUID) -> list[Clock]:
        registration = lookups.registered_as(subject)
        if registration is None:
            return []
        carried = lookups.carries_until(registration)
        clock = [Clock(Kind.HAND_OVER, carried)] if carried else []
        return [Clock(Kind.REGISTRATION, registration.until), *clock]

    def expire(self, today: date) -> Counter[Kind]:
        machine = Machine(reader_in_force().society)
        ended = Counter(
            {
                Kind.REGISTRATION: following.expire(today, by=machine),
                Kind.HAND_OVER: handing_over.expire(today),
                Kind.BOOKING: ways_on.expire_bookings(today, by=machine),
                Kind.SLIP: ways_on.expire_slips(today),
            }
        )
        return +ended


def _carried_no_more() -> str:
    return _("The code that the person carries opens nothing any more.")


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _lines(told: Told) -> list[Line]:
    """The person's own words. The sign and the day could lead somebody to them."""
    # Of a sign of trafficking no paper tells unless who makes the copy decides so.
    needs = Cover.CAUTION if told.is_guarded else Cover.NONE
    lines = [
        Line(_("How you want to be called"), told.called),
        Line(_("What you need"), " · ".join(told.needed), needs),
        Line(_("Your language"), told.tongue),
        Line(_("The sign we agreed"), told.sign, Cover.CAUTION),
        Line(_("What else you told us"), told.words),
        Line(_("Where we see you again"), " · ".join(filter(None, (told.place, told.hour)))),
    ]
    return [line for line in lines if line.value]


def _days(registration: Registration) -> list[Line]:
    """When we saw the person, and when we hope to."""
    met = [Line(str(one.get_came_display()), _day(one.day)) for one in registration.meetings.all()]
    if registration.next_on:
        again = Line(_("We hope to see you on"), _day(registration.next_on), Cover.CAUTION)
        return [*met, again]
    return met
