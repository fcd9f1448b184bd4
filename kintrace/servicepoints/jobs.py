"""What the staff worker writes and forgets of service points. Safe to run twice."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from kintrace.network import lookups as network
from kintrace.servicepoints import actions
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

# A record is refused for its age long before.
TAKEN_KEPT = timedelta(days=14)
DEVICES_KEPT = timedelta(days=30)
# Somebody may switch a lost tablet on much later.
LOST_KEPT = timedelta(days=365)


@task()
def write_figures() -> None:
    """What may be known outside of months that ended fourteen days ago."""
    go_round((one.pk, partial(_write, one.pk)) for one in network.societies_in_care())


def _write(society: UUID) -> None:
    with reading_as(society):
        actions.write_outside(society, today=timezone.localdate())


@task()
def forget_tickets() -> None:
    """Tickets at the end of the day after; numbers of deeds after four days."""
    _each(_forget)


@task()
def forget_tablets() -> None:
    """Every day: numbers of records that cannot come again, tablets that do not come back."""
    _each(_forget_tablets)


def _each(do: Callable[[UUID], None]) -> None:
    go_round((one.pk, partial(do, one.pk)) for one in network.societies_in_care())


def _forget(society: UUID) -> None:
    today = timezone.localdate()
    with reading_as(society):
        actions.forget_tickets(society, today=today)
        actions.forget_used(society, today=today)


def _forget_tablets(society: UUID) -> None:
    now = timezone.now()
    with reading_as(society):
        actions.forget_taken(society, before=timezone.localdate(now) - TAKEN_KEPT)
        actions.forget_devices(
            society, unheard_of_since=now - DEVICES_KEPT, lost_since=now - LOST_KEPT
        )
