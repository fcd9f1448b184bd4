"""A job that failed for good, for tests of the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kintrace.letters.jobs import deliver
from kintrace.operations.reaper import PATIENCE

if TYPE_CHECKING:
    from tests.town import Town


def let_fail(town: Town) -> None:
    """As the worker leaves it after the last try."""
    job = deliver.enqueue(str(uuid4()), str(town.society.pk))
    DBTaskResult.objects.filter(pk=job.id).update(
        status=TaskResultStatus.FAILED,
        worker_ids=["gone"] * PATIENCE.attempts,
        finished_at=timezone.now(),
        exception_class_path="kintrace.vault.reader.KeyNotAtHand",
        traceback="kintrace.letters.jobs:_claim:71",
    )
    town.things["failed job"] = job.id
