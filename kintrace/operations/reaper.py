"""Gives jobs back: those whose worker died, and those that failed, later each time.

The queue itself does neither: a job whose worker is killed would stay "running" for ever. A
job therefore runs at least once and sometimes again; that is why each is safe to run twice.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from kintrace.operations import lookups

_log = structlog.get_logger()
Job = DBTaskResult[..., object]


@dataclass(frozen=True)
class Patience:
    """How long after its last beat a worker counts as living, and how often and when a job is
    tried. longest: what takes longer than this hangs, and its worker is ended."""

    lease: timedelta = timedelta(minutes=10)
    longest: timedelta = timedelta(hours=3)
    attempts: int = 6
    first_pause: timedelta = timedelta(seconds=30)
    longest_pause: timedelta = timedelta(hours=1)

    def pause_after(self, attempt: int) -> timedelta:
        """The wait before the next attempt; twice as long each time, up to a limit."""
        return min(self.first_pause * (1 << min(attempt - 1, 20)), self.longest_pause)


class WorkerLost(Exception):
    """Stands in the table as the error of a job whose workers died under it."""


PATIENCE = Patience()


@transaction.atomic
def reap(patience: Patience = PATIENCE) -> int:
    """Look once at what is stuck or failed; gives how many jobs go back into the queue."""
    now = timezone.now()
    _bring_back(now + patience.longest_pause, now)
    # Begun later than now: the worker's clock stood ahead, and it may have died long ago.
    long_ago = Q(started_at__lt=now - patience.lease) | Q(started_at__gt=now + patience.lease)
    old = DBTaskResult.objects.running().filter(long_ago)
    living = lookups.beating(since=now - patience.lease)
    lost = [job for job in old.select_for_update(skip_locked=True) if not _is_held(job, living)]
    failed = DBTaskResult.objects.failed().filter(return_value__isnull=True)  # nobody gave it up
    back = sum(_after_loss(job, patience, now) for job in lost)
    return back + sum(
        _after_failure(job, patience, now) for job in failed.select_for_update(skip_locked=True)
    )


def _is_held(job: Job, living: set[str]) -> bool:
    """Whether the worker that began it last still lives, so that it only takes long."""
    return bool(job.worker_ids) and job.worker_ids[-1] in living


def _bring_back(latest: datetime, now: datetime) -> None:
    """Nothing is put off for longer than the longest pause: a job that is was put off while the
    machine's clock stood ahead."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, run_after__gt=latest)
    waiting.exclude(run_after=get_date_max()).update(run_after=now)  # that date: "at once"


def _after_loss(job: Job, patience: Patience, now: datetime) -> bool:
    _log.warning("job.lost", job=job.task_path)
    if len(job.worker_ids) < patience.attempts:
        return _give_back(job, now)
    job.exception_class_path = f"{WorkerLost.__module__}.{WorkerLost.__qualname__}"
    note_failure(job)
    return False


def _after_failure(job: Job, patience: Patience, now: datetime) -> bool:
    attempts = len(job.worker_ids)
    if attempts >= patience.attempts:
        return False  # for good: `doctor` tells, and a person looks
    return _give_back(job, (job.finished_at or now) + patience.pause_after(attempts))


def _give_back(job: Job, when: datetime) -> bool:
    job.status, job.run_after = TaskResultStatus.READY, when
    job.started_at = job.finished_at = None
    job.save(update_fields=["status", "run_after", "started_at", "finished_at"])
    return True


def note_failure(job: Job) -> None:
    """Mark a job as failed. The class of the error must be set; its message is never kept."""
    job.status, job.finished_at = TaskResultStatus.FAILED, timezone.now()
    job.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])
