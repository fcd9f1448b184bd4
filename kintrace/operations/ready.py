"""Whether this process may be sent visitors or members, as codes for a machine that asks.

No sentence and no figure: whoever runs the house reads those with `manage.py doctor`.
"""

from __future__ import annotations

import functools
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from kintrace.operations import health, queue, restoring
from kintrace.vault import root

REMEMBERED = 2.0  # seconds: however often somebody asks, the database is asked this often
DATABASE, DISK, MIGRATIONS, KEYS, QUEUE = "database", "disk", "migrations", "keys", "queue"
RESTORING = "restoring"


def _disk_is_well() -> bool:
    there = Path(settings.DATA)
    return there.is_dir() and shutil.disk_usage(there).free >= health.ROOM


@functools.cache
def _newest_migrations() -> frozenset[tuple[str, str]]:
    """Where each folder's migrations end; the files stay the same as long as the process runs."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _is_migrated() -> bool:
    return _newest_migrations() <= MigrationRecorder(connection).applied_migrations().keys()


def _key_is_at_hand() -> bool:
    try:
        root.newest()
    except root.RootKeyMissing:
        return False
    return True


def _queue_moves() -> bool:
    return queue.state().longest_wait < health.LONGEST_WAIT


Check = tuple[str, Callable[[], bool]]
EVERYWHERE: tuple[Check, ...] = ((DISK, _disk_is_well),)
# The public side has neither keys nor jobs, and may not read which migrations ran.
ON_STAFF_SIDE: tuple[Check, ...] = (
    (MIGRATIONS, _is_migrated),
    (KEYS, _key_is_at_hand),
    (QUEUE, _queue_moves),
)
# A worker that is late is no reason to send nobody to any machine: all of them would say so.
SERVES_ON = frozenset({QUEUE})
CODES = (DATABASE, RESTORING, *(code for code, _ in (*EVERYWHERE, *ON_STAFF_SIDE)))

_lock = threading.Lock()
_said: tuple[float, list[str]] | None = None


def troubles() -> list[str]:
    """The code of everything that is wrong; empty when this process may serve."""
    global _said  # noqa: PLW0603 - one memory for the process
    last = _said
    if last is not None and time.monotonic() - last[0] < REMEMBERED:
        return last[1]
    # A database that is away keeps who asks it waiting. One thread waits; the others, which may
    # still serve what they remember of the wall, say what was found last.
    if not _lock.acquire(blocking=last is None):
        return last[1] if last else []
    try:
        found = _look()
        _said = (time.monotonic(), found)
        return found
    finally:
        _lock.release()


def forget() -> None:
    """Look anew when somebody asks next."""
    global _said  # noqa: PLW0603 - one memory for the process
    _said = None


def _look() -> list[str]:
    found = [code for code, is_well in EVERYWHERE if not is_well()]
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return found + _in_the_database()
    except (DatabaseError, InterfaceError):
        return [*found, DATABASE]


def _in_the_database() -> list[str]:
    if restoring.stands():  # there are no tables to ask any further
        return [RESTORING]
    checks = ON_STAFF_SIDE if settings.HAS_STAFF else ()
    return [code for code, is_well in checks if not is_well()]
