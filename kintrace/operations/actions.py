"""Clocks of duties, beats of workers, what they see. No person acts here: nothing is audited."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from kintrace.operations.models import Beat, Due, Hour, Look


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


def hold_on(name: str, *, until: datetime) -> None:
    """Go on holding a duty that takes long, so that no other worker begins it meanwhile."""
    Due.objects.filter(name=name).update(at=until)


def beat(worker: str) -> None:
    """A worker says that it lives."""
    now = timezone.now()
    Beat.objects.update_or_create(
        worker=worker, defaults={"at": now}, create_defaults={"at": now, "began": now}
    )


@transaction.atomic
def note_look(
    what: str, *, well: bool, number: int | None = None, moment: datetime | None = None
) -> None:
    """Note what was seen of a part of the house; since when it is so stays where it stays so."""
    now = timezone.now()
    before = Look.objects.filter(what=what).first()
    since = before.since if before and before.well == well else now
    seen = {"well": well, "number": number, "moment": moment, "since": since, "at": now}
    Look.objects.update_or_create(what=what, defaults=seen)


@transaction.atomic
def note_hour(*, ready: int, oldest: int) -> None:
    """Note how much waits in the queue; of an hour the most stays."""
    begins = timezone.now().replace(minute=0, second=0, microsecond=0)
    hour, _made = Hour.objects.select_for_update().get_or_create(
        begins=begins, defaults={"ready": ready, "oldest": oldest}
    )
    hour.ready, hour.oldest = max(hour.ready, ready), max(hour.oldest, oldest)
    hour.save(update_fields=["ready", "oldest"])


def forget_hours(*, before: datetime) -> None:
    """Forget how the queue did long ago."""
    Hour.objects.filter(begins__lt=before).delete()


def forget_beats(*, before: datetime) -> None:
    """Forget workers that ended long ago; the last one stays, to tell since when there is none."""
    last = Beat.objects.order_by("-at").values("pk")[:1]
    Beat.objects.filter(at__lt=before).exclude(
        pk__in=list(last.values_list("pk", flat=True))
    ).delete()


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
