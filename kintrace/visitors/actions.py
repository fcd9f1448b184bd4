"""Counting: in the memory of this process, written down at most once a minute.

A page view must not cost a write of its own. What was counted since the last minute is lost with a
process that is killed; a count of visits may be that little too low.
"""

import threading
import time
from collections import Counter
from datetime import date

import structlog
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import get_language

from kintrace.visitors.models import DayCount

EVERY = 60  # seconds

_log = structlog.get_logger()
_lock = threading.Lock()
_waiting: Counter[tuple[date, str, str]] = Counter()
_written_at = time.monotonic()


def count_day(kind: str) -> None:
    """One more of this kind today, in the language the page is shown in.

    `kind` is a word of ours, and so is a language: nothing a visitor sent is ever kept.
    """
    with _lock:
        _waiting[timezone.localdate(), kind, get_language() or ""] += 1
        due = time.monotonic() - _written_at >= EVERY
    if due:
        try:
            with transaction.atomic():
                write_counts()
        except DatabaseError:
            # The page is worth more: whoever just wrote must see the code, which is shown once.
            _log.warning("counts.lost", exc_info=True)


def write_counts() -> None:
    """Add what waits in memory to the rows of its days."""
    global _written_at  # noqa: PLW0603 - the clock of the counter above
    with _lock:
        counted = dict(_waiting)
        _waiting.clear()
        _written_at = time.monotonic()
    for counted_as, number in counted.items():
        _add(*counted_as, number)


def _add(day: date, kind: str, language: str, number: int) -> None:
    row = DayCount.objects.filter(day=day, kind=kind, language=language)
    if row.update(count=F("count") + number):
        return
    try:
        with transaction.atomic():
            DayCount.objects.create(day=day, kind=kind, language=language, count=number)
    except IntegrityError:  # another process was the first of the day
        row.update(count=F("count") + number)
