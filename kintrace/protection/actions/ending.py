"""What ends by a clock of this folder's own: rows of whom nothing else is kept, old erasures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.protection import alone, keeping, lookups
from kintrace.protection.actions.erasure import erase_keys, forget_rows
from kintrace.protection.actions.unfound import forget_words
from kintrace.protection.lookups.alone import erasures_finished_before
from kintrace.protection.retention import Kind
from kintrace.protection.turns import be_alone_with

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.retention import Clock


def end_alone(today: date, *, by: Actor) -> Counter[Kind]:
    """Forget of whom nothing else is kept, once their time is over; how many of each kind."""
    due = [subject for subject in alone.everybody() if _is_over(alone.clock(subject), today)]
    ended = (_end(subject, today, by=by) for subject in due)
    return Counter(kind for kind in ended if kind is not None)


@transaction.atomic
def _end(subject: UUID, today: date, *, by: Actor) -> Kind | None:
    be_alone_with(subject)
    clock = alone.clock(subject)  # asked again: a case may have begun a moment ago
    if clock is None or not _is_over(clock, today):
        return None
    files = set(lookups.every_basis(subject).values_list("file", flat=True))
    forget_rows(subject)
    forget_words(subject)  # of wishes that were ended
    erase_keys({file for file in files if not lookups.is_in_use(file)})
    record(Deed.EXPIRED, about=subject, by=by)
    return clock.kind


def _is_over(clock: Clock | None, today: date) -> bool:
    return clock is not None and clock.until is not None and clock.until < today


def forget_erasures(today: date) -> int:
    """That somebody was erased is known for ten years, after which no copy can bring them back."""
    deleted, _ = erasures_finished_before(today - keeping.term(Kind.ERASURE, on=today)).delete()
    return deleted
