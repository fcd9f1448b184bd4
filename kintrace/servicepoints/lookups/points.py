"""Service points of a member's own society."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from kintrace.servicepoints.models import ServicePoint
from kintrace.servicepoints.words import PointState

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


def points_of(member: Member) -> QuerySet[ServicePoint]:
    """Every service point of the society, the ended ones too, by name."""
    return ServicePoint.objects.filter(society_id=member.society_id).select_related("desk")


def points_at_work(member: Member) -> QuerySet[ServicePoint]:
    """Those at which somebody works."""
    return points_of(member).filter(state=PointState.ACTIVE)


def point_for(member: Member, point_id: UUID) -> ServicePoint:
    """One of them, or 404: the same for absent and for another society's."""
    return get_object_or_404(points_of(member), pk=point_id)
