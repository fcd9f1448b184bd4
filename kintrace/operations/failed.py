"""Jobs that failed for good, and what may be said of them.

A job carries ids alone. What went wrong is told by the class of the error and the place in the
program; its words are nowhere.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import TextChoices
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from kintrace.network import lookups as network
from kintrace.operations.reaper import PATIENCE, Job

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

GIVEN_UP = "given_up"
SHOWN = 100  # on one page; the number of all stands above them


class WhyGivenUp(TextChoices):
    """Why nobody need do it any more."""

    DONE = "done", _("It was done another way")
    NOT_NEEDED = "not_needed", _("It is no longer needed")
    NEVER = "never", _("It can never succeed, and whoever makes the program was told")


@dataclass(frozen=True)
class Failed:
    """One job that failed for good, in the words of the page."""

    pk: UUID
    task: str
    asked: datetime
    failed: datetime | None
    tries: int
    error: str
    place: str
    society: str
    given_up: str


def for_good() -> list[Failed]:
    """What failed too often and nobody has given up, the newest first."""
    return [_told(job) for job in _too_often(DBTaskResult.objects.failed()) if not _why(job)][
        :SHOWN
    ]


def given_up() -> list[Failed]:
    """What a member gave up; it is forgotten with the other failures."""
    rows = DBTaskResult.objects.failed().filter(return_value__isnull=False)
    return [_told(job) for job in rows.order_by("-finished_at")[:SHOWN]]


def count_for_good() -> int:
    """How many jobs failed for good and wait for a person."""
    rows = DBTaskResult.objects.failed().filter(return_value__isnull=True)
    return sum(
        len(tries) >= PATIENCE.attempts for tries in rows.values_list("worker_ids", flat=True)
    )


def one(job_id: UUID) -> Failed:
    """One that waits for a person. Raises Http404 for any other job."""
    return _told(waiting(job_id))


def society_of(job: Job) -> str:
    """The id of the society a job is about, where its task takes one; else nothing."""
    try:
        takes = inspect.signature(job.task.func).bind(*job.args_kwargs["args"])
        return str(UUID(takes.arguments["society"]))
    except (ImportError, KeyError, TypeError, ValueError):
        return ""


def waiting(job_id: UUID, *, for_update: bool = False) -> Job:
    """The row of a job that waits for a person. Raises Http404 for any other."""
    rows = DBTaskResult.objects.failed().filter(pk=job_id, return_value__isnull=True)
    found = list(_too_often(rows.select_for_update() if for_update else rows))
    if not found:
        raise Http404
    return found[0]


def _too_often(jobs: Iterable[Job]) -> list[Job]:
    tired = (job for job in jobs if len(job.worker_ids) >= PATIENCE.attempts)
    return sorted(tired, key=lambda job: job.finished_at or job.enqueued_at, reverse=True)


def _why(job: Job) -> str:
    kept = job.return_value
    return str(kept.get(GIVEN_UP, "")) if isinstance(kept, dict) else ""


def _told(job: Job) -> Failed:
    why = _why(job)
    return Failed(
        pk=job.pk,
        task=job.task_path.removeprefix("kintrace."),
        asked=job.enqueued_at,
        failed=job.finished_at,
        tries=len(job.worker_ids),
        error=job.exception_class_path.rpartition(".")[2],
        place=job.traceback,
        society=_name(society_of(job)),
        given_up=str(WhyGivenUp(why).label) if why else "",
    )


def _name(society: str) -> str:
    try:
        return network.society(UUID(society)).name if society else ""
    except Http404:
        return ""
