"""Reading the clocks of duties and the beats of workers."""

from datetime import datetime, timedelta

from django.db.models import Max, Min
from django.utils import timezone

from kintrace.operations.models import Beat, Due, Hour, Look


def due(when: datetime) -> list[str]:
    """The names of the duties that were due at this time, by name."""
    return list(Due.objects.filter(at__lte=when).order_by("name").values_list("name", flat=True))


def beating(since: datetime) -> set[str]:
    """The workers that said since then that they live."""
    return set(Beat.objects.filter(at__gte=since).values_list("worker", flat=True))


def last_beat() -> datetime | None:
    """When any worker said last that it lives; None where none ever ran."""
    last: datetime | None = Beat.objects.aggregate(last=Max("at"))["last"]
    return last


def looks() -> dict[str, Look]:
    """What the worker saw of each part of the house when it looked last."""
    return {look.what: look for look in Look.objects.all()}


def hours(since: datetime) -> list[Hour]:
    """How the queue did, hour by hour."""
    return list(Hour.objects.filter(begins__gte=since).order_by("begins"))


def working_since() -> datetime | None:
    """Since when the oldest worker that lives has been working."""
    living = Beat.objects.filter(at__gte=timezone.now() - timedelta(minutes=15))
    first: datetime | None = living.aggregate(first=Min("began"))["first"]
    return first
