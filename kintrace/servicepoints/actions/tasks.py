"""Who does what at a point until when, and what who works there has learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.servicepoints.models import PointTask, Training

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import NeedsAssessment, ServicePoint


@transaction.atomic
def give_task(
    point: ServicePoint,
    *,
    what: str,
    person: Member,
    due: date,
    assessment: NeedsAssessment | None = None,
    by: Member,
) -> PointTask:
    """Ask a member to do something until a day; it stands in their work list until then."""
    task = PointTask(society_id=by.society_id, point=point, assessment=assessment)
    task.what, task.person, task.due = what, person, due
    task.save(force_insert=True)
    record(Deed.GAVE_POINT_TASK, about=task.pk, by=by)
    return task


@transaction.atomic
def finish_task(task: PointTask, *, by: Member) -> None:
    """It is done. Said twice it was done the first time."""
    found = PointTask.objects.select_for_update().get(pk=task.pk)
    if found.done is not None:
        return
    found.done, found.done_by = timezone.now(), by
    found.save(update_fields=["done", "done_by"])
    record(Deed.FINISHED_POINT_TASK, about=found.pk, by=by)


@transaction.atomic
def note_training(member: Member, *, days: Mapping[str, date | None], by: Member) -> None:
    """Keep when a member learned what; a lesson without a day was not learned."""
    for lesson, day in days.items():
        known = Training.objects.filter(member=member, lesson=lesson)
        if day is None:
            known.delete()
        elif not known.update(day=day):
            Training.objects.create(society_id=by.society_id, member=member, lesson=lesson, day=day)
    record(Deed.NOTED_TRAINING, about=member.pk, by=by)
