"""What ends by a clock of this folder's own: rows of whom nothing else is kept, old erasures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.protection import alone, keeping, lookups
from kintrace.protection.actions.erasure import erase_keys, forget_rows
from kintrace.protection.lookups.alone import erasures_finished_before
from kintrace.protection.retention import Kind
from kintrace.protection.turns import be_alone_with

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor


def end_alone(today: date, *, by: Actor) -> Counter[Kind]:
    """Forget of whom nothing else is kept, once their time is over; how many of each kind."""
    ended = (_end(subject, today, by=by) for subject in alone.everybody())
    return Counter(kind for kind in ended if kind is not None)


@transaction.atomic
def _end(subject: UUID, today: date, *, by: Actor) -> Kind | None:
    be_alone_with(subject)
    clock = alone.clock(subject)  # asked now: a case may have begun a moment ago
    if clock is None or clock.until is None or clock.until >= today:
        return None
    files = set(lookups.every_basis(subject).values_list("file", flat=True))
    forget_rows(subject)
    erase_keys({file for file in files if not lookups.is_in_use(file)})
    record(Deed.EXPIRED, about=subject, by=by)
    return clock.kind


def forget_erasures(today: date) -> int:
    """That somebody was erased is known for ten years, after which no copy can bring them back."""
    deleted, _ = erasures_finished_before(today - keeping.term(Kind.ERASURE, on=today)).delete()
    return deleted
