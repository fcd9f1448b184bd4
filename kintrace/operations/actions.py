"""Moving the clocks of duties. No person acts here, so nothing is audited."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from kintrace.operations.models import Due


def set_clocks(names: Iterable[str]) -> None:
    """Give every duty a clock; a new one is due at once."""
    now = timezone.now()
    clocks = [Due(name=name, at=now) for name in names]
    Due.objects.bulk_create(clocks, ignore_conflicts=True)


@transaction.atomic
def claim(name: str, *, until: datetime) -> bool:
    """Take a duty that is due, so that no other worker does it; False when another was quicker.

    It falls due again at `until` unless `note_done` sets a later time.
    """
    rows = Due.objects.select_for_update(skip_locked=True)
    row = rows.filter(name=name, at__lte=timezone.now()).first()
    if row is None:
        return False
    row.at = until
    row.save(update_fields=["at"])
    return True


def note_done(name: str, *, began: datetime, again: datetime) -> None:
    """Note when a duty was done, and when it falls due again."""
    Due.objects.filter(name=name).update(last_done=began, at=again)


def bring_back(every: Mapping[str, timedelta]) -> int:
    """For a clock of the machine that stood ahead and was put right: no duty waits longer than its
    own interval. Gives how many duties would have. every: interval by name."""
    now = timezone.now()
    by_interval: dict[timedelta, list[str]] = {}
    for name, interval in every.items():
        by_interval.setdefault(interval, []).append(name)
    late = (
        Due.objects.filter(name__in=names, at__gt=now + interval).update(at=now + interval)
        for interval, names in by_interval.items()
    )
    return sum(late)
