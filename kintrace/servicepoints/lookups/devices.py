"""Tablets of a member's own society, and what was taken of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404

from kintrace.servicepoints.models import Device, TakenRecord

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint


def devices_of(member: Member) -> QuerySet[Device]:
    """The tablets of the society, the one last heard of first."""
    return Device.objects.filter(society_id=member.society_id).select_related("point")


def device_for(member: Member, device_id: UUID) -> Device:
    """One of them, or 404: the same for absent and for another society's."""
    return get_object_or_404(devices_of(member), pk=device_id)


def device_or_none(society: UUID, device_id: UUID) -> Device | None:
    """A tablet by the number that it says is its own."""
    rows = Device.objects.filter(society_id=society).select_related("point")
    return rows.filter(pk=device_id).first()


def devices_at(point: ServicePoint) -> QuerySet[Device]:
    """The tablets of a point."""
    return Device.objects.filter(point=point).select_related("point")


def numbers_of_devices(point: ServicePoint) -> set[int]:
    """The numbers on the charging board that a tablet gives out, perhaps without network."""
    return {number for one in devices_at(point) for number in one.numbers}


def was_taken(society: UUID, record: UUID) -> bool:
    """Whether this record came already."""
    return TakenRecord.objects.filter(society_id=society, record=record).exists()


def devices_unheard_of(society: UUID, *, since: datetime, lost_since: datetime) -> QuerySet[Device]:
    """Tablets that did not come back for long; longer, where one is still to be emptied."""
    still_to_empty = Q(to_empty__isnull=False, emptied=None)
    gone = Q(seen__lt=since) & ~still_to_empty | Q(seen__lt=lost_since)
    return Device.objects.filter(gone, society_id=society)


def taken_before(society: UUID, day: date) -> QuerySet[TakenRecord]:
    """Records taken so long ago that none of them can come again."""
    return TakenRecord.objects.filter(society_id=society, day__lt=day)
