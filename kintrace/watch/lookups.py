"""The only door to alarms, reasons, canaries and hours; all inside `reading_as(society)`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.shortcuts import get_object_or_404

from kintrace.vault.reader import reader_in_force
from kintrace.watch.hours import OfWork
from kintrace.watch.models import Alarm, Canary, Hours, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kintrace.network.models import Member

SHOWN = 100


def alarms(member: Member) -> list[Alarm]:
    """The alarms of the member's society: those nobody answered first, then the newest."""
    own = Alarm.objects.filter(society_id=member.society_id).order_by("-rang")[:SHOWN]
    return sorted(own, key=lambda one: one.answered is not None)


def alarm_for(member: Member, alarm_id: UUID) -> Alarm:
    return get_object_or_404(Alarm, society_id=member.society_id, pk=alarm_id)


def reasons_of(society: UUID, member: UUID, *, since: datetime) -> list[Reason]:
    """Why a member had to go on, the newest first."""
    rows = Reason.objects.filter(society_id=society, member=member, at__gte=since)
    return list(rows.order_by("-at"))


def hours_of(society: UUID) -> OfWork:
    """When the society works; wide hours until it said so."""
    row = Hours.objects.filter(society_id=society).first()
    if row is None:
        return OfWork()
    return OfWork(row.zone, tuple(row.days), row.opens, row.closes)


def says_hours(society: UUID) -> bool:
    return Hours.objects.filter(society_id=society).exists()


def canaries(society: UUID) -> list[Canary]:
    """The invented cases of a society."""
    return list(Canary.objects.filter(society_id=society).order_by("planted"))


def canary_for(member: Member, canary_id: UUID) -> Canary:
    return get_object_or_404(Canary, society_id=member.society_id, pk=canary_id)


def marked(society: UUID) -> dict[UUID, datetime]:
    """The ids of invented cases and of the persons in them, each since when it is marked."""
    return {UUID(one): canary.planted for canary in canaries(society) for one in canary.told["ids"]}


def is_invented(record: UUID) -> bool:
    """Whether a case or person of the reader's society is a canary. Only told to who must stop."""
    return any_invented([record])


def any_invented(records: Iterable[UUID]) -> bool:
    """The same of several at once."""
    return not marked(reader_in_force().society).keys().isdisjoint(records)
