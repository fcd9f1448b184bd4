"""What is in the queue: how much waits, runs, is stuck or failed for good, task by task."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Min
from django.utils import timezone
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult, get_date_max

from kintrace.operations import lookups
from kintrace.operations.reaper import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

OTHER = "other"  # a task that this program does not know: one of an older version


@dataclass(frozen=True)
class State:
    """Numbers by task; oldest: seconds since the job became due that waits longest."""

    ready: Counter[str] = field(default_factory=Counter)
    oldest: dict[str, float] = field(default_factory=dict)
    running: Counter[str] = field(default_factory=Counter)
    stuck: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def longest_wait(self) -> timedelta:
        return timedelta(seconds=max(self.oldest.values(), default=0))


def every_task() -> dict[str, Task[..., Any]]:
    """The tasks of the program as it runs, by their path."""
    modules = [module for name, module in [*sys.modules.items()] if name.startswith("kintrace.")]
    values = [value for module in modules for value in vars(module).values()]
    return {one.module_path: one for one in values if isinstance(one, Task)}


def state() -> State:
    """How the queue stands now."""
    now, known = timezone.now(), every_task()
    found = State()
    ready = DBTaskResult.objects.ready().order_by().values("task_path", "run_after")
    for row in ready.annotate(number=Count("pk"), first=Min("enqueued_at")):
        name = _name(row["task_path"], known)
        due: datetime = row["first"] if row["run_after"] == get_date_max() else row["run_after"]
        found.ready[name] += row["number"]
        found.oldest[name] = max(found.oldest.get(name, 0), (now - due).total_seconds())
    living = lookups.beating(since=now - PATIENCE.lease)
    for job in DBTaskResult.objects.running():
        held = job.worker_ids[-1:] and job.worker_ids[-1] in living
        late = bool(job.started_at and job.started_at < now - PATIENCE.lease)
        (found.stuck if late and not held else found.running)[_name(job.task_path, known)] += 1
    rows = DBTaskResult.objects.failed().filter(return_value__isnull=True)
    for path, tries in rows.values_list("task_path", "worker_ids"):
        found.failed[_name(path, known)] += len(tries) >= PATIENCE.attempts
    return found


def _name(path: str, known: Iterable[str]) -> str:
    return path.removeprefix("kintrace.") if path in known else OTHER
