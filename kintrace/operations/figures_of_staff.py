"""The figures of the staff side: the queue, the clocks of duties, what the worker saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.operations import duties, lookups, queue
from kintrace.operations.figures import by, one
from kintrace.operations.looking import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from prometheus_client.core import GaugeMetricFamily


def collected() -> Iterator[GaugeMetricFamily]:
    """All of them."""
    yield from _queue()
    yield from _clocks()
    yield from _seen()


def _queue() -> Iterator[GaugeMetricFamily]:
    now = queue.state()
    tasks = [path.removeprefix("kintrace.") for path in queue.every_task()]

    def each(found: Mapping[str, float]) -> dict[str, float]:
        return dict.fromkeys(tasks, 0.0) | dict(found)

    yield by("jobs_ready", "Jobs that may begin.", "task", each(now.ready))
    yield by("jobs_oldest_seconds", "The longest wait of a job.", "task", each(now.oldest))
    yield by("jobs_running", "Jobs that a living worker does.", "task", each(now.running))
    yield by("jobs_stuck", "Jobs whose worker is gone.", "task", each(now.stuck))
    yield by("jobs_failed", "Jobs that failed for good.", "task", each(now.failed))


def _clocks() -> Iterator[GaugeMetricFamily]:
    now = timezone.now()
    late = set(lookups.due(now - duties.AGAIN_AFTER))
    overdue = {duty.name: int(duty.name in late) for duty in duties.TABLE}
    yield by("duty_overdue", "1 where a duty is ten minutes late.", "duty", overdue)
    yield one(
        "worker_beat_age_seconds",
        "Since a worker last said that it lives.",
        _age(lookups.last_beat()),
    )


def _seen() -> Iterator[GaugeMetricFamily]:
    """What the worker noted a minute ago; how long ago stands beside it."""
    looks = lookups.looks()

    def number(what: str) -> float | None:
        return looks[what].number if what in looks else None

    def moment(what: str) -> datetime | None:
        return looks[what].moment if what in looks else None

    states = {state: number(what) for state, what in LETTERS.items()}
    known = {state: value for state, value in states.items() if value is not None}
    yield by("letters", "Letters in the outbox.", "state", known)
    yield one(
        "letters_oldest_seconds", "The longest wait of a letter.", _age(moment("mail"), none=0)
    )
    yield one("anchor_age_seconds", "Since the audit was last signed.", _age(moment("anchors")))
    yield one("backup_age_seconds", "Since the newest backup.", _age(moment("backups")))
    yield one("faces_live", "Faces on the wall.", number("faces"))
    up = int(looks["public"].well) if "public" in looks else None
    yield one("public_side_up", "1 where the wall’s own address answers the worker.", up)
    yield one(
        "look_age_seconds", "Since the worker last looked round.", _age(_last(looks.values()))
    )


def _last(looks: Iterable[Any]) -> datetime | None:
    last: datetime | None = max((look.at for look in looks), default=None)
    return last


def _age(moment: datetime | None, *, none: float | None = None) -> float | None:
    return none if moment is None else max(0.0, (timezone.now() - moment).total_seconds())
