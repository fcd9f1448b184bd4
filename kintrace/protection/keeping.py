"""How long the society of the reader in force keeps a kind: the table, and what it settled."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.network.lookups import retention_of
from kintrace.network.lookups.versions import version_of_retention
from kintrace.protection import retention
from kintrace.protection.retention import TABLE, Kind, Settled
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID


def settled(society: UUID) -> dict[Kind, Settled]:
    """What a society settled for itself; only inside `reading_as(society)`."""
    return {
        Kind(code): Settled(one["days"], one["before"], date.fromisoformat(one["since"]))
        for code, one in retention_of(society).items()
    }


def term(kind: Kind, *, on: date | None = None) -> timedelta:
    """How long a kind is kept, as it counts on a day (today)."""
    own = settled(reader_in_force().society).get(kind)
    return own.in_force(on or timezone.localdate()) if own else retention.default(kind)


def last_day(kind: Kind, start: date) -> date:
    """The last day on which something is kept whose clock began on `start`."""
    return last_days()(kind, start)


def last_days() -> Callable[[Kind, date], date]:
    """The same for a list: what the society settled is read once."""
    known = settled(reader_in_force().society)

    def last(kind: Kind, start: date) -> date:
        own = known.get(kind)
        return own.last_day(start) if own else start + retention.default(kind)

    return last


def chosen(society: UUID) -> dict[Kind, int]:
    """The days that a society chose or the table gives, for each kind it may choose."""
    own = settled(society)
    free = (kind for kind, line in TABLE.items() if line.is_settled_here)
    return {kind: own[kind].days if kind in own else TABLE[kind].days for kind in free}


def version(society: UUID) -> str:
    """Of what a society settled, for a page that shows it; only inside `reading_as(society)`."""
    return version_of_retention(retention_of(society))


def graced(society: UUID) -> dict[Kind, date]:
    """For kinds whose time was shortened lately: the last day on which the earlier one counts."""
    today = timezone.localdate()
    ends = {
        kind: one.since + retention.GRACE
        for kind, one in settled(society).items()
        if one.days < one.before
    }
    return {kind: day for kind, day in ends.items() if day >= today}
