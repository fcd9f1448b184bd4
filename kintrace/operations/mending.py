"""What a member does about a job that failed for good: let it run again, or leave it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import get_date_max

from kintrace.audit.actions import record
from kintrace.audit.deeds_house import HouseDeed
from kintrace.operations.failed import GIVEN_UP, WhyGivenUp, waiting

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member

_log = structlog.get_logger()


@transaction.atomic
def try_again(job_id: UUID, *, by: Member) -> None:
    """Put it back into the queue, with as many tries as a new one."""
    job = waiting(job_id, for_update=True)
    job.status, job.run_after, job.worker_ids = TaskResultStatus.READY, get_date_max(), []
    job.started_at = job.finished_at = None
    job.save(update_fields=["status", "run_after", "worker_ids", "started_at", "finished_at"])
    record(HouseDeed.TRIED_JOB_AGAIN, about=job.pk, by=by)


@transaction.atomic
def give_up(job_id: UUID, *, why: WhyGivenUp, by: Member) -> None:
    """Leave it undone for good. It stays in the list of those given up until it is forgotten."""
    job = waiting(job_id, for_update=True)
    job.return_value, job.finished_at = {GIVEN_UP: why.value}, timezone.now()
    job.save(update_fields=["return_value", "finished_at"])
    _log.warning("job.given_up", job=job.task_path, job_id=str(job.pk), reason=why.value)
    record(HouseDeed.GAVE_UP_JOB, about=job.pk, by=by)
