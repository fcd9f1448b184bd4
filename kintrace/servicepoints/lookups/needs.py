"""Assessments, tasks and training of a member's own society."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from kintrace.network import lookups as network
from kintrace.network.access import Right, has, roles_with
from kintrace.servicepoints.models import NeedsAssessment, PointTask, Training
from kintrace.servicepoints.words import PointState

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint


def needs_of(point: ServicePoint) -> list[NeedsAssessment]:
    """The newest first."""
    return list(point.needs.select_related("made_by", "settled_by"))


def needs_for(member: Member, needs_id: UUID) -> NeedsAssessment:
    """One of them, or 404: the same for absent and for another society's."""
    own = NeedsAssessment.objects.filter(society_id=member.society_id)
    return get_object_or_404(own.select_related("point"), pk=needs_id)


def needs_in_force(point: ServicePoint) -> NeedsAssessment | None:
    """The last that was settled: it says what safe access is here."""
    return point.needs.filter(settled__isnull=False).order_by("-settled").first()


def reviews_of(member: Member) -> list[NeedsAssessment]:
    """The assessments in force at points of the society at which somebody works."""
    settled = NeedsAssessment.objects.filter(
        society_id=member.society_id, settled__isnull=False, point__state=PointState.ACTIVE
    )
    newest: dict[UUID, NeedsAssessment] = {}
    for one in settled.select_related("point").order_by("settled"):
        newest[one.point_id] = one
    return list(newest.values())


def _tasks(member: Member) -> QuerySet[PointTask]:
    own = PointTask.objects.filter(society_id=member.society_id)
    return own.select_related("point", "person", "done_by")


def task_for(member: Member, task_id: UUID) -> PointTask:
    return get_object_or_404(_tasks(member), pk=task_id)


def tasks_of(member: Member) -> list[PointTask]:
    """What this member is asked to do."""
    return list(_tasks(member).filter(person=member, done=None))


def tasks_at(point: ServicePoint) -> list[PointTask]:
    """Everything that is to be done at a point, and what was done, the next day first."""
    return list(point.tasks.select_related("person", "done_by"))


def crew(member: Member) -> list[Member]:
    """Who may work at a point of the society, by sign-in name."""
    return network.holding(member.society_id, roles=roles_with(Right.RUN_POINT))


def one_of_crew(member: Member, member_id: UUID) -> Member:
    """One of them, or 404."""
    found = network.colleague(member, member_id)
    if not has(found, Right.RUN_POINT):
        raise Http404
    return found


def training_of(members: list[Member]) -> dict[UUID, dict[str, date]]:
    """Member → lesson → the day."""
    learned: dict[UUID, dict[str, date]] = {one.pk: {} for one in members}
    for row in Training.objects.filter(member__in=members):
        learned[row.member_id][row.lesson] = row.day
    return learned
