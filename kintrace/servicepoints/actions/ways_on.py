"""Slips that show the way, and talks that are booked at a desk; neither has a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.audit.deeds_points import PointDeed
from kintrace.network.access import Right, has
from kintrace.protection import keeping
from kintrace.protection.actions import erase_keys
from kintrace.protection.retention import Kind
from kintrace.servicepoints import lookups
from kintrace.servicepoints.models import Booking, Slip
from kintrace.servicepoints.people_words import Booked, Help
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault import codes
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date, time

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Desk, Member
    from kintrace.servicepoints.models import ServicePoint

GROUPS = 2  # of a slip's code: it leads to nobody, and is typed once
AHEAD = timedelta(days=60)


class TimeIsTaken(Refusal):
    """Another talk is booked at this desk for that hour, or the day cannot be."""


class NoSuchSlip(Refusal):
    """A code that no slip of this society has, or whose carrier came already."""

    def __init__(self) -> None:
        super().__init__(
            _("No slip waits under this code. Look at it again; nothing else is needed.")
        )


@dataclass(frozen=True, repr=False)
class Wanted:
    """A talk that is booked: when, in which language, by which sign the person is known."""

    day: date
    time: time
    language: str
    sign: str


def _require_right(by: Member) -> None:
    if not has(by, Right.FOLLOW_UP):
        raise NoRight(_("Members who work at a service point do this."))


@transaction.atomic
def give_slip(point: ServicePoint, *, help: Help, by: Member) -> Slip:  # noqa: A002 the field's word
    """Count that somebody was shown the way, under a code that says nothing. Raises NoRight."""
    _require_right(by)
    slip = Slip.objects.create(
        society_id=by.society_id,
        point=point,
        help=Help(help),
        code=codes.new_checked_code(GROUPS),
    )
    record(PointDeed.GAVE_SLIP, about=slip.pk, by=by)
    return slip


@transaction.atomic
def note_came(code: str, *, by: Member) -> Slip:
    """Whoever carried a slip came. Raises NoSuchSlip, NoRight."""
    _require_right(by)
    slip = lookups.slip_waiting(by, code)
    if slip is None:
        raise NoSuchSlip
    slip.came_on = timezone.localdate()
    slip.save(update_fields=["came_on"])
    record(PointDeed.CAME_WITH_SLIP, about=slip.pk, by=by)
    return slip


@transaction.atomic
def book(desk: Desk, *, wanted: Wanted, by: Member) -> Booking:
    """Keep an hour at a desk of the society for a talk that nobody listens to. No name is asked.

    Raises TimeIsTaken, NoRight.
    """
    _require_right(by)
    if desk.society_id != by.society_id:
        raise NoRight(_("Choose a desk of this society."))
    _require_free(desk, wanted)
    booking = Booking(
        file=open_file(by.society_id),
        society_id=by.society_id,
        desk=desk,
        day=wanted.day,
        time=wanted.time,
        language=wanted.language,
        by=by,
    )
    booking.sign = wanted.sign
    booking.save(force_insert=True)
    record(PointDeed.BOOKED_TALK, about=booking.pk, by=by)
    return booking


def _require_free(desk: Desk, wanted: Wanted) -> None:
    today = timezone.localdate()
    if not today <= wanted.day <= today + AHEAD:
        raise TimeIsTaken(_("Choose a day from today on, within two months."))
    if lookups.bookings_at(desk, day=wanted.day).filter(time=wanted.time).exists():
        raise TimeIsTaken(_("Another talk is booked there at this hour. Choose another hour."))


@transaction.atomic
def settle_booking(booking: Booking, *, state: Booked, by: Member) -> None:
    """The talk took place, or is called off: the sign is gone at once. Raises NoRight."""
    _require_right(by)
    if booking.state != Booked.OPEN:
        return
    booking.state, booking.sign = Booked(state), None
    booking.save(update_fields=["state", "sign"])
    record(PointDeed.SETTLED_TALK, about=booking.pk, by=by)


def expire_slips(today: date) -> int:
    """Delete slips whose time is over; how many."""
    return lookups.slips_before(today - keeping.term(Kind.SLIP, on=today)).delete()[0]


def expire_bookings(today: date, *, by: Actor) -> int:
    """Delete talks whose day is over for long enough; how many."""
    old = list(lookups.bookings_before(today - keeping.term(Kind.BOOKING, on=today)))
    for booking in old:
        _forget(booking, by=by)
    return len(old)


@transaction.atomic
def _forget(booking: Booking, *, by: Actor) -> None:
    Booking.objects.filter(pk=booking.pk).delete()
    erase_keys([booking.file])
    record(Deed.EXPIRED, about=booking.pk, by=by)
