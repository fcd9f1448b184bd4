"""The only door to people whom a point sees again, and to what they carry on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.audit.deeds_points import PointDeed
from kintrace.audit.lookups import done_by
from kintrace.servicepoints.models import HandOver, Registration, ServicePoint
from kintrace.servicepoints.telling import Told
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


def _own() -> QuerySet[Registration]:
    rows = Registration.objects.filter(society_id=reader_in_force().society)
    return rows.select_related("point", "next_at")


def registration_for(member: Member, registration_id: UUID) -> Registration:
    """The registration, or 404."""
    return get_object_or_404(_own().filter(society_id=member.society_id), pk=registration_id)


def guarded_for(member: Member, registration_id: UUID) -> Registration:
    """The same of one that the protection team looks after."""
    found = registration_for(member, registration_id)
    if not found.is_guarded:
        raise Http404
    return found


def told_by(registration: Registration) -> Told:
    """What was told. Raises BoxIsShut where it is guarded and the box is not open."""
    said = registration.guarded if registration.is_guarded else registration.told
    return Told.of(said or {})


def to_see(point: ServicePoint, *, until: date) -> list[Registration]:
    """Who is expected at a point by a day, the longest waiting first: named for it, or written
    down there and expected at none."""
    here = Q(next_at=point) | Q(next_at=None, point=point)
    return list(_own().filter(here, next_on__lte=until))


def waiting_to_see(today: date) -> list[Registration]:
    """Who is expected anywhere today or was before, and nobody wrote down how it went."""
    return list(_own().filter(next_on__lte=today))


def expected_nowhere(point: ServicePoint) -> list[Registration]:
    """Who was written down at a point and has no day: they went on, or will come by themselves."""
    return list(_own().filter(point=point, next_on=None))


def guarded_of_society() -> list[Registration]:
    """All that lies with the protection team; what nobody took on stands first."""
    waits_first = F("taken_at").asc(nulls_first=True)
    return list(_own().filter(is_guarded=True).order_by(waits_first, "made"))


def untaken_guarded() -> list[Registration]:
    return list(_own().filter(is_guarded=True, taken_at=None).order_by("made"))


def registered_as(subject: UUID) -> Registration | None:
    return _own().filter(subject=subject).first()


def carrying() -> frozenset[UUID]:
    """Who carries a code that another point opens."""
    return frozenset(_own().exclude(hand_over=None).values_list("subject", flat=True))


def registered_among(subjects: Collection[UUID]) -> frozenset[UUID]:
    rows = _own().filter(subject__in=list(subjects))
    return frozenset(rows.values_list("subject", flat=True))


def registrations_over(today: date) -> list[Registration]:
    return list(_own().filter(until__lt=today))


def carries_until(registration: Registration) -> date | None:
    """Until when a code and a word of this person open something; None where they do not."""
    carried = _own().filter(pk=registration.pk).values_list("hand_over", flat=True).first()
    if carried is None:
        return None
    good = HandOver.objects.filter(pk=carried, until__gte=timezone.localdate())
    return good.values_list("until", flat=True).first()


def tries_since(moment: datetime, *, by: Member) -> int:
    """How often a member typed a code since then, wherever the process that answered."""
    return len(done_by(by.society_id, by.pk, since=moment, deeds=[PointDeed.TRIED_HAND_OVER]))


def point_or_none(point_id: UUID | None, *, by: Member) -> ServicePoint | None:
    """A point of the member's society; nothing for none and for another's."""
    if point_id is None:
        return None
    return ServicePoint.objects.filter(pk=point_id, society_id=by.society_id).first()
