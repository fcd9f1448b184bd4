"""Asking for a job once, however often it is asked for before it begins."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

if TYPE_CHECKING:
    from django_tasks.base import Task


@transaction.atomic
def once(task: Task[..., Any], *args: str) -> bool:
    """Put a job into the queue unless the same one waits there; says whether it was put.

    What waits is held until this transaction is through: no worker begins it before it can see
    what was written here. A job that began already may have looked too early, so it counts as
    another one. Ask last, for whoever asks for the same meanwhile waits for this transaction.
    """
    _take_turns(task.module_path, args)
    same = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path=task.module_path,
        args_kwargs={"args": list(args), "kwargs": {}},
    )
    if same.select_for_update().order_by().first() is not None:
        return False
    task.enqueue(*args)
    return True


def _take_turns(path: str, args: tuple[str, ...]) -> None:
    """Two who ask at the same moment do it one after the other; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        said = hashlib.sha256(json.dumps([path, *args]).encode()).digest()
        with connection.cursor() as cursor:
            number = int.from_bytes(said[:8], "big", signed=True)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
