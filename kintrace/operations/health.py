"""What may be wrong with this installation, as sentences for whoever runs it.

Only what is quickly asked, for a load balancer asks it every few seconds; `manage.py doctor` asks
the rest and says how to mend it.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kintrace.operations import lookups, queue, restoring
from kintrace.ui import paper
from kintrace.vault import root

LONGEST_WAIT = timedelta(minutes=15)
ROOM = 200 * 1024 * 1024  # bytes on the disk below which nothing more should be taken in


def troubles() -> list[str]:
    """Everything that is wrong; empty when all is well."""
    try:
        connection.ensure_connection()
        if restoring.stands():
            return [restoring.SENTENCE]
        return [*disk(), *_staff_side()] if settings.HAS_STAFF else [*disk()]
    except DatabaseError:
        return ["The database does not answer."]


def disk() -> Iterator[str]:
    """What the disk of the data says."""
    if not Path(settings.DATA).is_dir():
        yield f"The folder of the data is missing: {settings.DATA}."
    elif (free := shutil.disk_usage(settings.DATA).free) < ROOM:
        yield f"The disk is nearly full: {free // 1024**2} MB are left."


def _staff_side() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The database is older than the program: run manage.py migrate."
        return
    yield from keys()
    yield from jobs()
    yield from duties()
    yield from printing()


def keys() -> Iterator[str]:
    """Whether there is a root key at all; `doctor` looks closer."""
    try:
        root.newest()
    except root.RootKeyMissing as problem:
        yield str(problem)


def jobs() -> Iterator[str]:
    """What the queue says."""
    now = timezone.now()
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=now - LONGEST_WAIT)
    overdue = waiting.exclude(run_after__gt=now - LONGEST_WAIT, run_after__lte=now)
    if number := overdue.count():
        yield f"{number} jobs wait for more than 15 minutes: is the worker running?"
    stands = queue.state()
    if number := stands.stuck.total():
        yield f"The worker of {number} jobs is gone, and nobody gave them back: is one running?"
    if number := stands.failed.total():
        yield f"{number} jobs failed for good: see “Jobs that failed” on the desk."


def duties() -> Iterator[str]:
    """What nobody did in time."""
    for name in lookups.due(timezone.now() - LONGEST_WAIT):
        yield f"The duty {name} is overdue: is the worker running?"


def printing() -> Iterator[str]:
    """Whether paper can be made."""
    try:
        paper.printer()
    except paper.PaperMissing:
        yield f"Posters cannot be printed: install the Debian packages {paper.PACKAGES}."
