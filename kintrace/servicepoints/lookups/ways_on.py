"""The only door to slips and bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.servicepoints.models import Booking, Slip
from kintrace.servicepoints.people_words import Booked
from kintrace.vault import codes
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Desk, Member


def slip_waiting(member: Member, code: str) -> Slip | None:
    """A slip of the society by its code as typed, with which nobody came yet."""
    plain = codes.normalise(code)
    shaped = "-".join(plain[at : at + codes.GROUP] for at in range(0, len(plain), codes.GROUP))
    waiting = Slip.objects.filter(society_id=member.society_id, came_on=None)
    return waiting.filter(code=shaped).first()


def slips_before(day: date) -> QuerySet[Slip]:
    return Slip.objects.filter(society_id=reader_in_force().society, made_on__lt=day)


def booking_for(member: Member, booking_id: UUID) -> Booking:
    """The booking, or 404."""
    own = Booking.objects.filter(society_id=member.society_id).select_related("desk")
    return get_object_or_404(own, pk=booking_id)


def bookings_at(desk: Desk, *, day: date) -> QuerySet[Booking]:
    own = Booking.objects.filter(society_id=reader_in_force().society)
    return own.filter(desk=desk, day=day, state=Booked.OPEN)


def bookings_to_come(member: Member) -> list[Booking]:
    """All that is expected at the desks of the society, from the first that nobody settled on."""
    own = Booking.objects.filter(society_id=member.society_id, state=Booked.OPEN)
    return list(own.select_related("desk"))


def bookings_of_day(member: Member, day: date | None = None) -> list[Booking]:
    """Those of today that nobody settled, and older ones."""
    until = day or timezone.localdate()
    return [one for one in bookings_to_come(member) if one.day <= until]


def bookings_before(day: date) -> QuerySet[Booking]:
    return Booking.objects.filter(society_id=reader_in_force().society, day__lt=day)
